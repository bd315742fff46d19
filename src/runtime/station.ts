import { setTimeout as sleep } from 'node:timers/promises';
import type { Accounts } from '../accounts';
import { createAccounts } from '../adapters/auth';
import { createVault } from '../adapters/crypto/vault';
import { createJiebaSegmenter } from '../adapters/jieba/segmenter';
import { createMeilisearchIndex } from '../adapters/meilisearch';
import { createBoardSource } from '../adapters/postgres/board-source';
import { createKeyRotation } from '../adapters/postgres/keys';
import type { Services } from '../context';
import { connect } from '../db/connect';
import { migrateOrCheck, runMigrations } from '../db/migrate';
import type { Clock } from '../kernel/clock';
import { createFeed, type Notifier, refreshBoard } from '../notify';
import type { OnStreetsDegraded } from '../places';
import type { OnDegraded, WritableIndex } from '../search';
import { rememberStations } from '../stations';
import type { KeyRotation } from '../trust';
import { type FollowedBoard, followBoard } from './board';
import { openDatabase } from './database';
import type { Env } from './env';
import { createDrainLoop } from './loop';
import { notifierOf } from './notifier';
import { readSecrets } from './secrets';
import { createServices, systemClock } from './services';
import { streetsOf } from './streets';

/** An opened station: everything but the HTTP server. */
export interface OpenStation {
  env: Env;
  services: Services;
  accounts: Accounts;
  /** Null when Postgres is the engine. */
  index: WritableIndex | null;
  sessionSecret: string;
  /** The owner's connection as far as it is known, for backup and restore; else the serving one. */
  ownerUrl: string;
  /**
   * Sends what the outbox holds now, building the index first if there is none. Resolves as well when the engine is
   * not reached or another process drains: what is left in the outbox is sent later.
   */
  drainNow(): Promise<void>;
  /** Changes the keys of what lies sealed. */
  keys: KeyRotation;
  /** The board in memory; commands that only write do not start it. */
  board: FollowedBoard;
  /** Whether the database answers. */
  pingDatabase(): Promise<boolean>;
  close(): Promise<void>;
}

/** A drain under way gets this long at a stop, ms; cut off, it leaves its entries in the outbox. */
const DRAIN_GRACE_MS = 5_000;
/** A database that takes longer for nothing at all counts as not answering, ms. */
const PING_MS = 2_000;
/** Nobody stays for such a timer. */
const UNHELD = { ref: false };

export interface OpenOptions {
  clock?: Clock;
  /**
   * Keep draining in the background, and the embedded database running; commands that only write once drain at
   * their end.
   */
  keepDraining?: boolean;
  /** Receives short English lines about what is being done. */
  log?: (line: string) => void;
  /** Receives those that somebody should look at; default: `log`. */
  warn?: (line: string) => void;
  notifier?: Notifier;
  onDegraded?: OnDegraded;
  onStreetsDegraded?: OnStreetsDegraded;
  /** How long one search may wait for the street router, ms. */
  streetsBudgetMs?: number;
}

/**
 * Opens the database (embedded when no URL is given), migrates it and wires every adapter on Node: the one
 * place where they are chosen.
 * @throws EnvError, or the error of whatever could not be reached
 */
export async function openStation(env: Env, options: OpenOptions = {}): Promise<OpenStation> {
  const log = options.log ?? (() => {});
  const warn = options.warn ?? log;
  const clock = options.clock ?? systemClock;
  const secrets = readSecrets(env);
  const database = await openDatabase(env, log, options.keepDraining ?? false, warn);
  try {
    const { appUrl, ownerUrl } = database;
    await (ownerUrl === null ? migrateOrCheck(appUrl) : runMigrations(ownerUrl));
    const connection = connect(appUrl, { max: 10 });
    const vault = await createVault(secrets.dataKeys);
    const segmenter = createJiebaSegmenter();
    const index = env.MEILI_URL
      ? createMeilisearchIndex({ url: env.MEILI_URL, key: env.MEILI_KEY, index: env.MEILI_INDEX, segmenter })
      : null;
    const loop = createDrainLoop(
      () => round(),
      (state) => warn(`drain ${state}`),
    );
    const board = followBoard(createBoardSource(connection.db), (line) => warn(line));
    const notifier = options.notifier ?? notifierOf(env, log);
    const services = createServices({
      db: connection.db,
      clock,
      vault,
      notifier,
      segmenter,
      index,
      streets: streetsOf(
        env,
        (reason, error) => options.onStreetsDegraded?.(reason, error),
        options.streetsBudgetMs,
      ),
      wake: loop.wake,
      // Commands that only write would load a whole city for nothing.
      ...(options.keepDraining
        ? {
            stationsOver: (store) => rememberStations(store),
            boardOver: board.over,
            afterChange: board.afterChange,
          }
        : {}),
      onDegraded: (reason, error) => {
        feed?.suspect();
        options.onDegraded?.(reason, error);
      },
    });
    const { outbox, jobs, projections } = services.stores;
    await refreshBoard({ outbox, jobs, projections }, warn);
    const feed = index ? createFeed({ outbox, jobs, index, log: warn }) : null;
    const round = async () => {
      await feed?.round();
    };
    if (options.keepDraining && feed) loop.start();
    if (options.keepDraining) board.start();
    return {
      env,
      services,
      index,
      keys: createKeyRotation(connection.db, vault),
      ownerUrl: ownerUrl ?? appUrl,
      sessionSecret: secrets.sessionSecret,
      accounts: createAccounts({
        db: connection.db,
        clock,
        ids: services.ids,
        vault,
        notifier,
        secret: secrets.sessionSecret,
        baseUrl: env.BASE_URL ?? `http://localhost:${env.PORT}`,
        secureCookies: env.BASE_URL?.startsWith('https:') ?? false,
      }),
      drainNow: round,
      board,
      pingDatabase: () =>
        Promise.race([
          connection.sql`select 1`.then(
            () => true,
            () => false,
          ),
          sleep(PING_MS, false, UNHELD),
        ]),
      async close() {
        const stopped = Promise.all([loop.stop(), board.stop()]);
        await Promise.race([stopped, sleep(DRAIN_GRACE_MS, null, UNHELD)]);
        await connection.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
