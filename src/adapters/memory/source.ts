import type { Id } from '../../kernel/ids';

/** Packed rows of one station that stand one after another, with a version for each. */
export interface BoardBatch {
  stationId: Id;
  rows: Uint8Array;
  versions: readonly number[];
}

/** A point in the history of the database: everything before it has been heard of. */
export interface Horizon {
  /** The oldest transaction that was still at work. */
  mark: string;
  /** The database's clock, ms. */
  at: number;
  /** The last time that everything was said to have changed. */
  reset: string;
}

/** What became of one posting: its row as it stands now, or null when it is off the board. */
export interface BoardChange {
  stationId: Id;
  jobId: Id;
  row: { packed: Uint8Array; version: number } | null;
}

/** Where a board in memory has its postings from. */
export interface BoardSource {
  /** The point from which changes have to be read after a load that starts now. */
  horizon(): Promise<Horizon>;
  /** Every posting on the board. */
  load(): AsyncIterable<BoardBatch>;
  /**
   * What was changed since a horizon; some of it may have been told before.
   * @returns null when that is no longer known, or everything was changed: load again
   */
  changesSince(horizon: Horizon): Promise<{ changes: BoardChange[]; horizon: Horizon } | null>;
  /** A summary of the board of the database, by which another is compared with it. */
  digest(): Promise<BoardDigest>;
}

/**
 * Number of postings, and over all of them the sum of (31 × the number that the last seven digits of the id make +
 * version) mod 1,000,003: two boards that differ in a posting or a version have another one, but for rare chance.
 */
export interface BoardDigest {
  count: number;
  sum: number;
}

/** The digest of ids and versions. */
export function digestOf(versions: Iterable<readonly [Id, number]>): BoardDigest {
  let [count, sum] = [0, 0];
  for (const [id, version] of versions) {
    count++;
    sum += (31 * Number.parseInt(id.slice(-7), 16) + version) % 1_000_003;
  }
  return { count, sum };
}
