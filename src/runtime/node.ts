import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { createMetrics } from '../adapters/metrics/prometheus';
import { createApp } from '../app';
import type { AppDeps, Logger, Provided } from '../http/env';
import type { Env } from './env';
import { ensureFirstStation, isDemo } from './first-station';
import { type OpenOptions, type OpenStation, openStation } from './station';
import { warmStreets } from './streets';
import { UPKEEP_MS, upkeep } from './upkeep';

const VERSION: string = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).version;

/** A search engine that takes longer to say that it is well is not, ms. */
const PROBE_MS = 1_000;
/** Every so many rounds of upkeep the board in memory is compared with the database. */
const BOARD_CHECK_ROUNDS = 10;
/** Nobody stays for such a timer. */
const UNHELD = { ref: false };

/** Said at every start: also of a demo that was made before this machine was put to real use. */
const DEMO_IN_PRODUCTION =
  'the demo station is in this database: everybody knows the passwords of its staff and admin';

/** What the application needs, over an opened station. */
export function appDeps(open: OpenStation, log: Logger): AppDeps {
  const { env, services, accounts, index } = open;
  const provided: Provided = {
    services,
    accounts,
    health: {
      database: () => open.pingDatabase(),
      board: () => {
        const { size, heardAt } = open.board.follower;
        const heardMs = performance.now() - heardAt;
        return { postings: size.postings, heardMs: Number.isFinite(heardMs) ? Math.round(heardMs) : null };
      },
      index: async () => (index ? Promise.race([index.ready(), sleep(PROBE_MS, false, UNHELD)]) : null),
    },
    defer: () => {},
  };
  return {
    log,
    metrics: createMetrics(() => (index ? services.stores.outbox.lag() : nothingWaits(open))),
    config: {
      apiToken: env.API_TOKEN ?? null,
      sessionSecret: open.sessionSecret,
      baseUrl: env.BASE_URL ?? null,
      rateLimit: env.RATE_LIMIT === 'on',
      trustProxy: env.TRUST_PROXY === 'on',
      demo: env.DEMO === 'on' && env.NODE_ENV !== 'production',
      version: VERSION,
    },
    provide: () => provided,
  };
}

/** Where Postgres is the engine nobody waits for the outbox. @throws Error when the database does not answer */
async function nothingWaits(open: OpenStation): Promise<{ waiting: number; oldestMs: number }> {
  if (!(await open.pingDatabase())) throw new Error('the database does not answer');
  return { waiting: 0, oldestMs: 0 };
}

/** A running service. */
export interface RunningServer {
  open: OpenStation;
  url: string;
  /** Whether the demo station was made by this start. */
  seeded: boolean;
  /** Stops taking requests, lets those under way finish, then closes everything. */
  stop(): Promise<void>;
}

/** Requests under way get this long at a stop, ms. */
const GRACE_MS = 10_000;

/** Opens the station and serves it over HTTP. */
export async function startServer(env: Env, log: Logger, options: OpenOptions = {}): Promise<RunningServer> {
  let metrics: AppDeps['metrics'] = null;
  const open = await openStation(env, {
    keepDraining: true,
    log: (line) => log.info({}, line),
    warn: (line) => log.warn({}, line),
    onDegraded: (reason) => {
      metrics?.degraded(reason);
      log.warn({ reason }, 'search engine did not answer, Postgres does');
    },
    onStreetsDegraded: (reason, error) => {
      metrics?.degraded(reason);
      log.warn(
        { reason, error: error instanceof Error ? error.name : null },
        'travel was estimated, not asked of the router',
      );
    },
    ...options,
  });
  try {
    const { stations, seeded } = await ensureFirstStation(open);
    if (env.NODE_ENV === 'production' && stations.some(isDemo)) log.warn({ demo: true }, DEMO_IN_PRODUCTION);
    await warmStreets(open.services.streets, { lat: env.STATION_LAT, lng: env.STATION_LNG });
    const deps = appDeps(open, log);
    metrics = deps.metrics;
    const app = createApp(deps);
    const server = await listen(app.fetch, env);
    let rounds = 0;
    const run = async () => {
      try {
        await upkeep(open.services, open.accounts);
        if (++rounds % BOARD_CHECK_ROUNDS === 0) await open.board.check();
      } catch (error) {
        // A round that the end of the station cut short is done at its next start.
        if (!isStopping) log.error(nameOf(error), 'upkeep failed');
      }
    };
    let isStopping = false;
    const timer = setInterval(run, UPKEEP_MS);
    void run();
    return {
      open,
      seeded,
      url: `http://${env.HOST === '127.0.0.1' ? 'localhost' : env.HOST}:${server.port}`,
      async stop() {
        isStopping = true;
        clearInterval(timer);
        await server.close();
        await open.close();
      },
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}

async function listen(fetch: Parameters<typeof serve>[0]['fetch'], env: Env) {
  const server = serve({ fetch, port: env.PORT, hostname: env.HOST });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    if (server.listening) resolve();
    else server.once('listening', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        const force = setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections();
        }, GRACE_MS);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        if ('closeIdleConnections' in server) server.closeIdleConnections();
      }),
  };
}

function nameOf(error: unknown): { error: string } {
  return { error: error instanceof Error ? error.name : 'unknown' };
}
