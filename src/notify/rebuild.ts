import { documentOf, type JobStore, type JobWithBusiness, type ProjectionStore } from '../jobs';
import { conflict } from '../kernel/errors';
import type { SearchDocument, WritableIndex } from '../search';
import type { Outbox } from './outbox';

const BATCH = 1000;

/** What a rebuild works on. */
export interface RebuildDeps {
  jobs: Pick<JobStore, 'openInBatches'>;
  outbox: Outbox;
  /** Told after each batch how many postings have been written. */
  onProgress?: (written: number) => void;
}

/**
 * Builds the index anew beside the old one and swaps them; searches are answered from the old one until then.
 * @returns how many postings were written
 * @throws DomainError `conflict/rebuild_running` when a rebuild is under way
 */
export function rebuildIndex(deps: RebuildDeps & { index: WritableIndex }): Promise<number> {
  return rebuild(deps, async () => {});
}

/**
 * Rebuilds board, words and index from the database without a gap in service: the Postgres projections are
 * overwritten in place, the index is swapped.
 * @param deps index: null when Postgres is the engine
 * @returns how many postings were written
 * @throws DomainError `conflict/rebuild_running` when a rebuild is under way
 */
export async function rebuildProjections(
  deps: RebuildDeps & { projections: ProjectionStore; index: WritableIndex | null },
): Promise<number> {
  const written = await rebuild(deps, (batch) => deps.projections.put(batch));
  await deps.projections.removeStrays();
  return written;
}

async function rebuild(
  deps: RebuildDeps & { index: WritableIndex | null },
  onBatch: (batch: JobWithBusiness[]) => Promise<void>,
): Promise<number> {
  const { index, outbox } = deps;
  const written = await outbox.rebuilding(async (since) => {
    let count = 0;
    const hold: { release?: () => Promise<void> } = {};
    const documents = async function* (): AsyncGenerator<SearchDocument[]> {
      for await (const batch of deps.jobs.openInBatches(BATCH)) {
        await onBatch(batch);
        yield batch.map((found) => documentOf(found));
        count += batch.length;
        deps.onProgress?.(count);
      }
      // Every batch has been taken, next comes the swap. What changed meanwhile went into the old index: it is
      // queued again, and no drain may take it from the queue before the new index stands. Queued before the swap,
      // not after, so that a crash in between loses nothing.
      hold.release = await outbox.pause();
      await outbox.pushChangedSince(since);
    };
    try {
      if (index) await index.rebuild(documents());
      else for await (const _ of documents());
    } finally {
      await hold.release?.();
    }
    return count;
  });
  if (written === null) throw conflict('rebuild_running');
  return written;
}
