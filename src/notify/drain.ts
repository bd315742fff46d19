import { documentOf } from '../jobs';
import { DocumentsRefused, type WritableIndex } from '../search';
import type { DrainedJobs, DrainOutcome, Outbox, OutboxEntry } from './outbox';

/** Entries of one batch; the engine takes many documents about as fast as one. */
export const DRAIN_BATCH = 500;

export interface DrainDeps {
  outbox: Outbox;
  index: WritableIndex;
}

/** What a drain came to. */
export interface Drained {
  /** Entries that the index has heard of. */
  sent: number;
  /** Entries that the engine refused; each is tried again by itself, later and later. */
  refused: number;
  /** Whether another drain was at work; it may have read its last batch already. */
  busy: boolean;
  /** Why the engine was not reached; null when it was. What is left waits as it is. */
  unreached: unknown;
}

/**
 * Empties the outbox into the index until nothing is due. What is sent is the state of the row now, not at
 * the time of the entry, so a late entry cannot bring an old state back. Ends at once when another drain is at
 * work or the engine is not reached.
 */
export async function drain(deps: DrainDeps): Promise<Drained> {
  const total: Drained = { sent: 0, refused: 0, busy: false, unreached: null };
  for (;;) {
    const count = await deps.outbox.withBatch(DRAIN_BATCH, async (batch, jobs) => {
      const { done, failed, unreached } = await sendBatch(deps, jobs, batch);
      total.sent += done.length;
      total.refused += failed.length;
      total.unreached = unreached;
      return { done, failed };
    });
    if (count === null) return { ...total, busy: true };
    if (count < DRAIN_BATCH || total.unreached !== null) return total;
  }
}

type BatchOutcome = DrainOutcome & { unreached: unknown };

async function sendBatch(deps: DrainDeps, jobs: DrainedJobs, batch: OutboxEntry[]): Promise<BatchOutcome> {
  try {
    await send(deps, jobs, batch);
    return { done: batch.map((entry) => entry.seq), failed: [], unreached: null };
  } catch (error) {
    if (!(error instanceof DocumentsRefused)) return { done: [], failed: [], unreached: error };
    const [only, ...others] = batch;
    if (!only || others.every((entry) => entry.entityId === only.entityId)) {
      const failed = batch.map(({ seq }) => ({ seq, error: error.message }));
      return { done: [], failed, unreached: null };
    }
    // One bad document must not hold up the others: halves are sent until it stands alone.
    const half = Math.ceil(batch.length / 2);
    const first = await sendBatch(deps, jobs, batch.slice(0, half));
    if (first.unreached !== null) return first;
    const second = await sendBatch(deps, jobs, batch.slice(half));
    return {
      done: [...first.done, ...second.done],
      failed: [...first.failed, ...second.failed],
      unreached: second.unreached,
    };
  }
}

async function send({ index }: DrainDeps, jobs: DrainedJobs, batch: OutboxEntry[]): Promise<void> {
  const open = new Map<string, ReturnType<typeof documentOf>>();
  for (const [stationId, ids] of byStation(batch)) {
    for (const found of await jobs.getMany(stationId, [...ids])) {
      if (found.job.status === 'open') open.set(found.job.id, documentOf(found));
    }
  }
  const gone = new Set(batch.map((entry) => entry.entityId).filter((id) => !open.has(id)));
  if (open.size > 0) await index.put([...open.values()]);
  if (gone.size > 0) await index.remove([...gone]);
}

function byStation(batch: OutboxEntry[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const { stationId, entityId } of batch) {
    groups.set(stationId, (groups.get(stationId) ?? new Set()).add(entityId));
  }
  return groups;
}
