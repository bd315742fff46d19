import { documentOf, type JobStore, type ProjectionStore } from '../jobs';
import type { Clock } from '../kernel/clock';
import { toBoardRow } from '../matching';
import type { Lexicon, SearchDocument, WritableIndex } from '../search';
import type { Outbox } from './outbox';

const BATCH = 1000;

/** How a projection differs from the database: ids that are missing, too many, or of another version. */
export interface Difference {
  projection: 'board' | 'words' | 'index';
  missing: string[];
  extra: string[];
  stale: string[];
}

/**
 * Holds board, words and search index against the open postings of the database.
 * @param index null when Postgres is the engine
 * @returns one entry for each projection that differs; empty when all are equal
 */
export async function verifyProjections(deps: {
  jobs: JobStore;
  projections: ProjectionStore;
  index: WritableIndex | null;
}): Promise<{ differences: Difference[]; open: number }> {
  const open = new Map<string, number>();
  const placed = new Map<string, number>();
  for await (const batch of deps.jobs.openInBatches(BATCH)) {
    for (const found of batch) {
      open.set(found.job.id, found.job.version);
      if (toBoardRow(found)) placed.set(found.job.id, found.job.version);
    }
  }
  const differences = [
    compare('board', placed, await deps.projections.boardVersions()),
    compare('words', open, await deps.projections.wordVersions()),
  ];
  if (deps.index) {
    const indexed = new Map<string, number>();
    for await (const { id, version } of deps.index.list()) indexed.set(id, version);
    differences.push(compare('index', open, indexed));
  }
  return {
    open: open.size,
    differences: differences.filter((d) => d.missing.length + d.extra.length + d.stale.length > 0),
  };
}

function compare(
  projection: Difference['projection'],
  wanted: ReadonlyMap<string, number>,
  held: ReadonlyMap<string, number>,
): Difference {
  const missing = [...wanted.keys()].filter((id) => !held.has(id));
  const extra = [...held.keys()].filter((id) => !wanted.has(id));
  const stale = [...wanted]
    .filter(([id, version]) => held.has(id) && held.get(id) !== version)
    .map(([id]) => id);
  return { projection, missing, extra, stale };
}

/**
 * Rebuilds board, words and index from the database without a gap in service: the Postgres projections are
 * overwritten in place, the index is built beside the old one and swapped. What changed meanwhile is queued
 * again, so that the drain brings it in.
 * @returns how many postings were written
 */
export async function rebuildProjections(deps: {
  clock: Clock;
  jobs: JobStore;
  projections: ProjectionStore;
  outbox: Outbox;
  index: WritableIndex | null;
  lexicon: Lexicon;
  onProgress?: (written: number) => void;
}): Promise<number> {
  const since = deps.clock.now();
  let written = 0;
  const documents = async function* (): AsyncGenerator<SearchDocument[]> {
    for await (const batch of deps.jobs.openInBatches(BATCH)) {
      await deps.projections.put(batch);
      written += batch.length;
      deps.onProgress?.(written);
      yield batch.map((found) => documentOf(found, deps.lexicon));
    }
  };
  if (deps.index) await deps.index.rebuild(documents());
  else for await (const _ of documents());
  await deps.projections.removeStrays();
  // A minute of margin: the clocks of this machine and of the database may differ.
  await deps.outbox.pushChangedSince(since - 60_000);
  return written;
}
