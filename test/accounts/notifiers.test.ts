import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createConsoleNotifier } from '../../src/adapters/notify/console';
import { createWebhookNotifier } from '../../src/adapters/notify/webhook';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

interface Received {
  request: IncomingMessage;
  body: string;
}

/** A gateway that answers everything with `status` and remembers what it got. */
async function gateway(status: number): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push({ request, body: Buffer.concat(chunks).toString() });
    response.writeHead(status, { location: '/elsewhere' }).end('{"phone":"echoed"}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`, received };
}

it('the console notifier shows the code and not the whole phone', async () => {
  const lines: string[] = [];
  await createConsoleNotifier((line) => lines.push(line)).sendCode('13800001234', '012345');
  expect(lines).toEqual(['one-time code for 138******34: 012345']);
});

it('the webhook notifier posts phone and code with the secret', async () => {
  const { url, received } = await gateway(202);
  await createWebhookNotifier({ url, secret: 'shared' }).sendCode('13800001234', '012345');
  expect(received).toHaveLength(1);
  expect(received[0]?.request).toMatchObject({ method: 'POST', url: '/send' });
  expect(received[0]?.request.headers).toMatchObject({
    authorization: 'Bearer shared',
    'content-type': 'application/json',
  });
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({ phone: '13800001234', code: '012345' });
});

it.each([302, 400, 500])('the webhook notifier throws at %i, without the phone', async (status) => {
  const { url, received } = await gateway(status);
  await expect(
    createWebhookNotifier({ url, secret: 'shared' }).sendCode('13800001234', '012345'),
  ).rejects.toThrow(new Error(`the message gateway answered ${status}`));
  expect(received).toHaveLength(1);
});

const notice = { kind: 'offer' as const, text: '有活', values: { title: '理货员' } };

it('the console notifier shows a notice and not the whole phone', async () => {
  const lines: string[] = [];
  await createConsoleNotifier((line) => lines.push(line)).sendNotice('13800001234', notice);
  expect(lines).toEqual(['offer for 138******34: 有活']);
});

it('the webhook notifier posts a notice as text and as values', async () => {
  const { url, received } = await gateway(202);
  await createWebhookNotifier({ url, secret: 'shared' }).sendNotice('13800001234', notice);
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({ phone: '13800001234', ...notice });
});
