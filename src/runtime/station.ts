import type { Accounts } from '../accounts';
import { createAccounts } from '../adapters/auth';
import { createVault } from '../adapters/crypto/vault';
import { startEmbeddedPostgres } from '../adapters/embedded';
import { createJiebaSegmenter } from '../adapters/jieba/segmenter';
import { createMeilisearchIndex } from '../adapters/meilisearch';
import { createConsoleNotifier } from '../adapters/notify/console';
import { createWebhookNotifier } from '../adapters/notify/webhook';
import type { Services } from '../context';
import { connect } from '../db/connect';
import { runMigrations } from '../db/migrate';
import type { Clock } from '../kernel/clock';
import { drain, type Notifier } from '../notify';
import { type OnDegraded, shippedLexicon, type WritableIndex } from '../search';
import type { Env } from './env';
import { createDrainLoop } from './loop';
import { readSecrets } from './secrets';
import { createServices, systemClock } from './services';

/** An opened station: everything but the HTTP server. */
export interface OpenStation {
  env: Env;
  services: Services;
  accounts: Accounts;
  /** Null when Postgres is the engine. */
  index: WritableIndex | null;
  sessionSecret: string;
  /** The owner's connection, for migrations, backup and restore. */
  ownerUrl: string;
  /** Sends what the outbox holds now; resolves when nothing is due. */
  drainNow(): Promise<void>;
  /** Whether the database answers. */
  pingDatabase(): Promise<boolean>;
  close(): Promise<void>;
}

export interface OpenOptions {
  clock?: Clock;
  /** Keep draining in the background; commands that only write once drain at their end. */
  keepDraining?: boolean;
  log?: (line: string) => void;
  notifier?: Notifier;
  onDegraded?: OnDegraded;
}

/**
 * Opens the database (embedded when no URL is given), migrates it and wires every adapter on Node: the one
 * place where they are chosen.
 * @throws EnvError, or the error of whatever could not be reached
 */
export async function openStation(env: Env, options: OpenOptions = {}): Promise<OpenStation> {
  const log = options.log ?? (() => {});
  const clock = options.clock ?? systemClock;
  const secrets = readSecrets(env);
  const embedded = env.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: env.DATA_DIR, log });
  try {
    const appUrl = env.DATABASE_URL ?? embedded?.appUrl ?? '';
    const ownerUrl = env.DATABASE_OWNER_URL ?? embedded?.ownerUrl ?? appUrl;
    await runMigrations(ownerUrl);
    const connection = connect(appUrl, { max: 10 });
    const vault = await createVault(secrets.dataKey);
    const segmenter = createJiebaSegmenter();
    const index = env.MEILI_URL
      ? createMeilisearchIndex({ url: env.MEILI_URL, key: env.MEILI_KEY, index: env.MEILI_INDEX, segmenter })
      : null;
    const loop = createDrainLoop(() => drainOnce());
    const services = createServices({
      db: connection.db,
      clock,
      vault,
      segmenter,
      index,
      wake: loop.wake,
      ...(options.onDegraded ? { onDegraded: options.onDegraded } : {}),
    });
    const { outbox, jobs } = services.stores;
    const drainOnce = async () => {
      if (!index) await outbox.discard();
      else if (await prepared(index, log)) await drain({ outbox, jobs, index, lexicon: shippedLexicon });
    };
    if (options.keepDraining) loop.start();
    return {
      env,
      services,
      index,
      ownerUrl,
      sessionSecret: secrets.sessionSecret,
      accounts: createAccounts({
        db: connection.db,
        clock,
        ids: services.ids,
        vault,
        notifier: options.notifier ?? notifierOf(env, log),
        secret: secrets.sessionSecret,
        baseUrl: env.BASE_URL ?? `http://localhost:${env.PORT}`,
        secureCookies: env.BASE_URL?.startsWith('https:') ?? false,
      }),
      drainNow: drainOnce,
      pingDatabase: () =>
        connection.sql`select 1`.then(
          () => true,
          () => false,
        ),
      async close() {
        await loop.stop();
        await connection.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

const ensured = new WeakSet<WritableIndex>();

/** Makes the index when the server is first reached; a server that is down now may be up at the next try. */
async function prepared(index: WritableIndex & { ensure?(): Promise<void> }, log: (line: string) => void) {
  if (ensured.has(index)) return true;
  try {
    await index.ensure?.();
    ensured.add(index);
    return true;
  } catch (error) {
    log(`search engine not reached: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

function notifierOf(env: Env, log: (line: string) => void): Notifier {
  if (env.SMS_WEBHOOK_URL) {
    return createWebhookNotifier({ url: env.SMS_WEBHOOK_URL, secret: env.SMS_WEBHOOK_SECRET ?? '' });
  }
  return createConsoleNotifier(log);
}
