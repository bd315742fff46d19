import { documentOf, type JobStore } from '../jobs';
import type { Lexicon, WritableIndex } from '../search';
import type { DrainOutcome, Outbox, OutboxEntry } from './outbox';

/** Entries of one batch; the engine takes many documents about as fast as one. */
export const DRAIN_BATCH = 500;

export interface DrainDeps {
  outbox: Outbox;
  jobs: Pick<JobStore, 'getMany'>;
  index: WritableIndex;
  lexicon: Lexicon;
}

/**
 * Empties the outbox into the index until nothing is due. What is sent is the state of the row now, not at
 * the time of the entry, so a late entry cannot bring an old state back.
 * @returns how many entries were handled; 0 as well when another drain is at work
 */
export async function drain(deps: DrainDeps): Promise<number> {
  let handled = 0;
  for (;;) {
    const count = await deps.outbox.withBatch(DRAIN_BATCH, (batch) => sendBatch(deps, batch));
    if (!count) return handled;
    handled += count;
    if (count < DRAIN_BATCH) return handled;
  }
}

async function sendBatch(deps: DrainDeps, batch: OutboxEntry[]): Promise<DrainOutcome> {
  try {
    await send(deps, batch);
    return { done: batch.map((entry) => entry.seq), failed: [] };
  } catch (error) {
    if (batch.length === 1) return { done: [], failed: batch.map((entry) => failure(entry, error)) };
    // One bad document must not hold up the others: halves are sent until it stands alone, unless the engine
    // is down, which one more call tells.
    if (!(await deps.index.ready())) return { done: [], failed: batch.map((entry) => failure(entry, error)) };
    const half = Math.ceil(batch.length / 2);
    const first = await sendBatch(deps, batch.slice(0, half));
    const second = await sendBatch(deps, batch.slice(half));
    return { done: [...first.done, ...second.done], failed: [...first.failed, ...second.failed] };
  }
}

async function send({ jobs, index, lexicon }: DrainDeps, batch: OutboxEntry[]): Promise<void> {
  const open = new Map<string, ReturnType<typeof documentOf>>();
  for (const [stationId, ids] of byStation(batch)) {
    for (const found of await jobs.getMany(stationId, [...ids])) {
      if (found.job.status === 'open') open.set(found.job.id, documentOf(found, lexicon));
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

function failure(entry: OutboxEntry, error: unknown): { seq: number; error: string } {
  return { seq: entry.seq, error: error instanceof Error ? error.message : String(error) };
}
