import { version } from '../../package.json';
import { createApp } from '../app';
import type { AppDeps, Logger } from '../http/env';
import { problemText, problemTitle } from '../web/text/problems';
import { EnvError } from './env';
import { upkeep } from './upkeep';
import { type Bindings, type EdgeEnv, readBindings } from './worker-env';
import { createConsoleLogger } from './worker-log';
import { nameOf, openScope, type Scope } from './worker-scope';

export type { Bindings } from './worker-env';

/** The part of Workers' execution context that is used. */
export interface EdgeContext {
  waitUntil(work: Promise<unknown>): void;
  passThroughOnException(): void;
  props: unknown;
}

/** The station at the edge: what an isolate keeps between requests. */
export interface Edge {
  fetch(request: Request, context: EdgeContext): Promise<Response>;
  /** Ends and warns of postings, forgets what need not be kept, and drains the outbox. */
  scheduled(): Promise<void>;
}

/** The bindings of an isolate never change, so that they are read, and the routes built, once. */
let opened: Edge | null = null;

/** The edge of these bindings; with bad ones it answers 503, and the log names the bindings. */
export function edgeOf(bindings: Bindings): Edge {
  try {
    opened ??= openEdge(readBindings(bindings));
    return opened;
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    return misconfigured(error);
  }
}

function openEdge(edge: EdgeEnv): Edge {
  const log = createConsoleLogger(edge.env.LOG_LEVEL);
  const app = createApp(appDeps(edge, log));
  return {
    async fetch(request, context) {
      const keepAlive = (work: Promise<unknown>) => context.waitUntil(work);
      let scope: Promise<Scope> | null = null;
      const open = () => {
        scope ??= openScope(edge, log, new URL(request.url).origin, keepAlive);
        return scope;
      };
      const close = async () => (await scope)?.close();
      const answer = await app.fetch(request, { open }, context);
      return closingAfter(answer, close, keepAlive);
    },

    async scheduled() {
      const scope = await openScope(edge, log, 'http://localhost', () => {});
      try {
        await upkeep(scope.services, scope.accounts);
        await scope.drainNow();
      } catch (error) {
        log.error({ error: nameOf(error) }, 'upkeep failed');
        throw error;
      } finally {
        await scope.close();
      }
    },
  };
}

function appDeps({ env, sessionSecret }: EdgeEnv, log: Logger): AppDeps {
  return {
    log,
    // Counters of one isolate among many would mean nothing; Workers counts by itself.
    metrics: null,
    config: {
      apiToken: env.API_TOKEN ?? null,
      sessionSecret,
      baseUrl: env.BASE_URL ?? null,
      rateLimit: env.RATE_LIMIT === 'on',
      // The edge sets cf-connecting-ip itself and clients cannot.
      trustProxy: true,
      demo: env.DEMO === 'on' && env.NODE_ENV !== 'production',
      version,
    },
    provide: (c) => (c.env as { open(): Promise<Scope> }).open(),
  };
}

/**
 * The same answer; once its last byte has left, or nobody wants it any more, `close` runs. A reader who hangs up
 * while nothing is being sent is not noticed: that connection ends by being idle (see `connect`).
 */
function closingAfter(
  answer: Response,
  close: () => Promise<unknown>,
  keepAlive: (work: Promise<unknown>) => void,
): Response {
  if (!answer.body) {
    keepAlive(close());
    return answer;
  }
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  keepAlive(
    answer.body
      .pipeTo(writable)
      .catch(() => {})
      .then(close),
  );
  return new Response(readable, answer);
}

function misconfigured(error: EnvError): Edge {
  const log = createConsoleLogger('error');
  return {
    async fetch(request) {
      log.error({}, error.message);
      const problem = {
        type: 'about:blank',
        title: problemTitle(503),
        status: 503,
        detail: problemText('unavailable'),
        instance: new URL(request.url).pathname,
        code: 'unavailable',
        requestId: crypto.randomUUID(),
        errors: [],
      };
      const headers = { 'content-type': 'application/problem+json; charset=utf-8' };
      return new Response(JSON.stringify(problem), { status: 503, headers });
    },
    async scheduled() {
      throw error;
    },
  };
}
