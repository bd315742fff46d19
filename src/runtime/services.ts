import { createAuditChain } from '../adapters/postgres/audit-chain';
import { createPostgresBoard } from '../adapters/postgres/board';
import { createStores } from '../adapters/postgres/stores';
import { createPostgresIndex } from '../adapters/postgres/text-index';
import type { Services } from '../context';
import type { Db } from '../db/tx';
import type { Clock } from '../kernel/clock';
import { type IdSource, uuidV7 } from '../kernel/ids';
import type { Board } from '../matching';
import type { Notifier } from '../notify';
import type { Streets } from '../places';
import {
  createTextSearch,
  type OnDegraded,
  type Segmenter,
  shippedLexicon,
  type WritableIndex,
} from '../search';
import type { StationStore } from '../stations';
import type { Vault } from '../trust';

/** The system's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** Ids from the clock and the platform's random numbers. */
export function createIds(clock: Clock): IdSource {
  // Drawn for many ids at once: asking the platform costs more than the bytes do.
  const drawn = new Uint8Array(RANDOM_BYTES * DRAWN_AT_ONCE);
  let used = drawn.length;
  return {
    next() {
      if (used === drawn.length) {
        crypto.getRandomValues(drawn);
        used = 0;
      }
      used += RANDOM_BYTES;
      return uuidV7(clock.now(), drawn.subarray(used - RANDOM_BYTES, used));
    },
  };
}

/** Random bytes of an id. */
const RANDOM_BYTES = 10;
const DRAWN_AT_ONCE = 200;

/**
 * Wires what is the same in Node and at the edge: stores, board and text engines over one database.
 * @param index the configured search engine; null: Postgres is the engine
 */
export function createServices(parts: {
  db: Db;
  clock: Clock;
  vault: Vault;
  notifier: Notifier;
  segmenter: Segmenter;
  index: WritableIndex | null;
  /** The street router; null: travel is estimated. */
  streets: Streets | null;
  wake: () => void;
  onDegraded?: OnDegraded;
  /** Stands before the stations of the database. */
  stationsOver?: (postgres: StationStore) => StationStore;
  /** Stands before the board of the database. */
  boardOver?: (postgres: Board) => Board;
  /** Called when a transaction that changed postings has ended, before anybody is answered. */
  afterChange?: () => Promise<void>;
}): Services {
  const { db, clock } = parts;
  const board = createPostgresBoard(db);
  const stores = createStores(db);
  return {
    clock,
    ids: createIds(clock),
    vault: parts.vault,
    notifier: parts.notifier,
    auditChain: createAuditChain(db, parts.vault),
    lexicon: shippedLexicon,
    board: parts.boardOver?.(board) ?? board,
    text: createTextSearch(parts.index, createPostgresIndex(db, parts.segmenter), parts.onDegraded),
    streets: parts.streets,
    stores: { ...stores, stations: parts.stationsOver?.(stores.stations) ?? stores.stations },
    async tx(work) {
      let changed = false;
      const onChange = () => {
        changed = true;
      };
      const result = await db.transaction((tx) => work(createStores(tx, onChange)));
      if (changed) await parts.afterChange?.();
      return result;
    },
    wake: parts.wake,
  };
}
