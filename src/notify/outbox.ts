import type { JobStore } from '../jobs';
import type { Id } from '../kernel/ids';

/** A posting whose index entry may be out of date. */
export interface OutboxEntry {
  seq: number;
  stationId: Id;
  entityId: Id;
  attempts: number;
}

/**
 * What became of a batch: entries that are done with, and those that the engine refused, to be tried again later.
 * Entries in neither stay as they are: the engine was not reached, which is no fault of theirs.
 */
export interface DrainOutcome {
  done: readonly number[];
  failed: readonly { seq: number; error: string }[];
}

/** The postings as the drain may read them: in its own transaction, so that one connection is enough. */
export type DrainedJobs = Pick<JobStore, 'getMany'>;

/** The transactional outbox: filled in the transaction of a change, emptied by the drain. */
export interface Outbox {
  /** Tells the search index, and the boards in memory of every server. */
  push(entries: readonly { stationId: Id; entityId: Id }[]): Promise<void>;
  /**
   * Hands one batch of due entries to `work` while holding the drain lock, so that never two drains run at
   * once and an older state cannot overwrite a newer one; entries are removed only after `work` has settled.
   * @returns how many entries were handed out; null when another drain holds the lock
   */
  withBatch(
    limit: number,
    work: (batch: OutboxEntry[], jobs: DrainedJobs) => Promise<DrainOutcome>,
  ): Promise<number | null>;
  /** Entries waiting, and the age in ms of the oldest one. */
  lag(): Promise<{ waiting: number; oldestMs: number }>;
  /**
   * Forgets entries older than so many ms: where Postgres is the engine there is nobody to tell. Not the young
   * ones, because another process on the same database may have a search engine to feed.
   */
  discard(olderThanMs: number): Promise<void>;
  /** Forgets what boards in memory have heard of by now. */
  trimFeed(): Promise<void>;
  /** Queues every posting changed at or after the instant: what a rebuild may have missed. */
  pushChangedSince(ms: number): Promise<void>;
  /**
   * Runs `work` unless a rebuild is under way on this database.
   * @param work gets the instant (ms, the database's clock) before which every change is visible to it
   * @returns null when another rebuild is under way
   */
  rebuilding<T>(work: (since: number) => Promise<T>): Promise<T | null>;
  /** Waits for a drain at work, then keeps every drain out until the returned function is called. */
  pause(): Promise<() => Promise<void>>;
}
