import { createAccounts } from '../adapters/auth';
import type { NumberedKey } from '../adapters/crypto/keys';
import { createVault } from '../adapters/crypto/vault';
import { createMeilisearchIndex } from '../adapters/meilisearch';
import { createOutbox } from '../adapters/postgres/ledger';
import { type Connection, connect } from '../db/connect';
import type { Logger, Provided } from '../http/env';
import type { Streets } from '../places';
import { createEdgeSegmenter, shippedLexicon } from '../search';
import type { Vault } from '../trust';
import type { Env } from './env';
import { notifierOf } from './notifier';
import { createServices, systemClock } from './services';
import { streetsOf } from './streets';
import { drainAtEdge, type EdgeIndex } from './worker-drain';
import type { EdgeEnv } from './worker-env';

/** Everything that lives as long as one request: sockets may not be shared between requests on Workers. */
export interface Scope extends Provided {
  /** Sends what the outbox holds now, to an index that is looked at first. */
  drainNow(): Promise<void>;
  /** Waits for what was deferred, then closes the connections. */
  close(): Promise<void>;
}

/** A database that cannot be connected to by then is not there, ms. */
const CONNECT_MS = 3_000;

const segmenter = createEdgeSegmenter(shippedLexicon);

/** The keys are derived once per isolate. The vault is kept, not its promise, which belongs to one request. */
let kept: { key: string; vault: Vault } | null = null;
async function vaultOf(dataKeys: readonly NumberedKey[]): Promise<Vault> {
  const key = dataKeys.map(({ number, key }) => `${number}:${key.join()}`).join(' ');
  if (kept?.key === key) return kept.vault;
  const vault = await createVault(dataKeys);
  kept = { key, vault };
  return vault;
}

/** The router's answers, and that it is to be left alone, are remembered for as long as the isolate lives. */
let known: { url: string | undefined; streets: Streets | null } | null = null;
function keptStreets(env: Env, log: Logger): Streets | null {
  if (known === null || known.url !== env.VALHALLA_URL) {
    const streets = streetsOf(env, (reason) =>
      log.warn({ reason }, 'travel was estimated, not asked of the router'),
    );
    known = { url: env.VALHALLA_URL, streets };
  }
  return known.streets;
}

/**
 * Wires every adapter for one request or one scheduled run.
 * @param origin where the request came in, for links and cookies when BASE_URL is not set
 * @param keepAlive told of every piece of work that goes on after the answer
 */
export async function openScope(
  { env, databaseUrl, dataKeys, sessionSecret }: EdgeEnv,
  log: Logger,
  origin: string,
  keepAlive: (work: Promise<unknown>) => void,
): Promise<Scope> {
  const vault = await vaultOf(dataKeys);
  const connection = connectSoon(databaseUrl);
  const target = indexOf(env);
  const deferred = new Set<Promise<unknown>>();

  const defer = (work: Promise<unknown>) => {
    const settled = work
      .catch((error) => log.error({ error: nameOf(error) }, 'deferred work failed'))
      .finally(() => deferred.delete(settled));
    deferred.add(settled);
    keepAlive(settled);
  };
  const drainOnce = async (options = {}) => {
    if (!target) return;
    const own = connectSoon(databaseUrl);
    await drainAtEdge(createOutbox(own.db), target, options).finally(() => own.close());
  };
  const notifier = notifierOf(env, (line) => log.info({}, line));
  const services = createServices({
    db: connection.db,
    clock: systemClock,
    vault,
    notifier,
    segmenter,
    index: target?.index ?? null,
    streets: keptStreets(env, log),
    wake: createWake(drainOnce, defer),
    onDegraded: (reason) => log.warn({ reason }, 'search engine did not answer, Postgres does'),
  });
  const baseUrl = env.BASE_URL ?? origin;
  return {
    services,
    accounts: createAccounts({
      db: connection.db,
      clock: systemClock,
      ids: services.ids,
      vault,
      notifier,
      secret: sessionSecret,
      baseUrl,
      secureCookies: baseUrl.startsWith('https:'),
    }),
    health: {
      database: () => answers(connection.sql`select 1`),
      board: () => null,
      index: async () => (target ? target.index.ready() : null),
    },
    defer,
    drainNow: () => drainOnce({ look: true }),
    async close() {
      while (deferred.size > 0) await Promise.all(deferred);
      await connection.close();
    },
  };
}

/**
 * A connection of one request, begun at once. The driver tries for ever when a server hangs up on it; this does not.
 */
function connectSoon(url: string): Connection {
  const connection = connect(url, { edge: true });
  const late = setTimeout(() => connection.sql.end({ timeout: 0 }), CONNECT_MS);
  // Goes out together with whatever is asked first, and so costs no waiting.
  answers(connection.sql`select 1`.simple()).finally(() => clearTimeout(late));
  return connection;
}

/** One drain at a time; whatever is woken for while it runs, another one follows. */
function createWake(drainOnce: () => Promise<void>, defer: (work: Promise<unknown>) => void): () => void {
  let wanted = false;
  let draining = false;
  const run = async () => {
    draining = true;
    try {
      while (wanted) {
        wanted = false;
        await drainOnce();
      }
    } finally {
      draining = false;
    }
  };
  return () => {
    wanted = true;
    if (!draining) defer(run());
  };
}

/** Whether a query is answered. */
function answers(query: Promise<unknown>): Promise<boolean> {
  return query.then(
    () => true,
    () => false,
  );
}

function indexOf(env: Env): EdgeIndex | null {
  if (!env.MEILI_URL) return null;
  const at = { url: env.MEILI_URL, key: env.MEILI_KEY, index: env.MEILI_INDEX };
  return { index: createMeilisearchIndex({ ...at, segmenter }), key: `${at.url} ${at.index}` };
}

/** Name of an error without its message, which may hold a statement with its values. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
