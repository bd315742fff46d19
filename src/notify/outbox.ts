import type { Id } from '../kernel/ids';

/** A posting whose index entry may be out of date. */
export interface OutboxEntry {
  seq: number;
  stationId: Id;
  entityId: Id;
  attempts: number;
}

/** What became of a batch: entries that are done with, and those to be tried again. */
export interface DrainOutcome {
  done: readonly number[];
  failed: readonly { seq: number; error: string }[];
}

/** The transactional outbox: filled in the transaction of a change, emptied by the drain. */
export interface Outbox {
  push(entries: readonly { stationId: Id; entityId: Id }[]): Promise<void>;
  /**
   * Hands one batch of due entries to `work` while holding the drain lock, so that never two drains run at
   * once and an older state cannot overwrite a newer one; entries are removed only after `work` has settled.
   * @returns how many entries were handed out; null when another drain holds the lock
   */
  withBatch(limit: number, work: (batch: OutboxEntry[]) => Promise<DrainOutcome>): Promise<number | null>;
  /** Entries waiting, and the age in ms of the oldest one. */
  lag(): Promise<{ waiting: number; oldestMs: number }>;
  /** Forgets every entry: without a search engine there is nobody to tell. */
  discard(): Promise<void>;
  /** Queues every posting changed at or after the instant: what a rebuild may have missed. */
  pushChangedSince(ms: number): Promise<void>;
}
