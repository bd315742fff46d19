import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * What a proxy does to a request: nothing; lets it wait without an answer; waits before it is passed on; cuts the
 * connection; answers an error or nonsense by itself; changes the body on its way to the real server.
 */
export type Fault =
  | { kind: 'none' }
  | { kind: 'hang' }
  | { kind: 'delay'; ms: number }
  | { kind: 'reset' }
  | { kind: 'status'; status: number }
  | { kind: 'garbage' }
  | { kind: 'rewrite'; body: (text: string) => string };

/** A small HTTP proxy in front of a real server, which can be told to fail. */
export interface FaultProxy {
  url: string;
  /** Decides about each request from now on. */
  fault: (path: string, method: string) => Fault;
  /** Nobody listens any more; connections are cut. */
  goAway(): Promise<void>;
  /** Listens again, on the same port. */
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a proxy that passes everything on until it is told otherwise. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('error', () => outgoing.destroy());
    incoming.on('end', () => {
      const fault = proxy.fault(incoming.url ?? '/', incoming.method ?? 'GET');
      void handle(fault, target, incoming, Buffer.concat(chunks), outgoing);
    });
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve());
    });
  const close = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) return resolve();
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}`,
    fault: () => ({ kind: 'none' }),
    goAway: close,
    comeBack: () => listen(port),
    stop: close,
  };
  return proxy;
}

async function handle(
  fault: Fault,
  target: string,
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<void> {
  switch (fault.kind) {
    case 'hang':
      return;
    case 'reset':
      incoming.socket.resetAndDestroy();
      return;
    case 'status':
      outgoing.writeHead(fault.status, { 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ message: 'fault', code: 'internal', type: 'internal', link: '' }));
      return;
    case 'garbage':
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.end('<html>{"half":');
      return;
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return forward(target, incoming, body, outgoing);
    case 'rewrite':
      return forward(target, incoming, Buffer.from(fault.body(body.toString('utf8'))), outgoing);
    case 'none':
      return forward(target, incoming, body, outgoing);
  }
}

function forward(target: string, incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse): void {
  const { 'transfer-encoding': _, ...headers } = incoming.headers;
  const to = new URL(incoming.url ?? '/', target);
  const passed = request(
    to,
    { method: incoming.method, headers: { ...headers, host: to.host, 'content-length': body.length } },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  passed.on('error', () => outgoing.destroy());
  passed.end(body);
}
