import type { JobStore, ProjectionStore } from '../jobs';
import type { Id } from '../kernel/ids';
import { toBoardRow } from '../matching';
import type { WritableIndex } from '../search';

const BATCH = 1000;

/** How a projection differs from the database: ids that are missing, too many, or of another version. */
export interface Difference {
  projection: 'board' | 'memory' | 'words' | 'index';
  missing: string[];
  extra: string[];
  stale: string[];
}

/**
 * Holds board, words and search index against the open postings of the database.
 * @param memory ids and versions on a board in memory; null when there is none
 * @param index null when Postgres is the engine
 * @returns one entry for each projection that differs; empty when all are equal
 */
export async function verifyProjections(deps: {
  jobs: JobStore;
  projections: ProjectionStore;
  memory: (() => Promise<Map<Id, number>>) | null;
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
  if (deps.memory) differences.push(compare('memory', placed, await deps.memory()));
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

/** How often differences are looked at again before they count. */
const LOOKS = 3;

/**
 * `verifyProjections` for a station in use: what differs only because it is being changed at this moment does not
 * count. Ids are reported that differ in each of several looks, between which the outbox is drained.
 * @param deps settle: resolves when the outbox has been drained, as far as it can be
 */
export async function proveProjections(
  deps: Parameters<typeof verifyProjections>[0] & { settle: () => Promise<void> },
): Promise<{ differences: Difference[]; open: number }> {
  let differences: Difference[] | null = null;
  for (let look = 1; ; look++) {
    await deps.settle();
    const seen = await verifyProjections(deps);
    differences = differences === null ? seen.differences : inBoth(differences, seen.differences);
    if (differences.length === 0 || look === LOOKS) return { open: seen.open, differences };
  }
}

function inBoth(before: readonly Difference[], now: readonly Difference[]): Difference[] {
  return now.flatMap((difference) => {
    const earlier = before.find(({ projection }) => projection === difference.projection);
    if (!earlier) return [];
    const known = new Set([...earlier.missing, ...earlier.extra, ...earlier.stale]);
    const kept = (ids: string[]) => ids.filter((id) => known.has(id));
    const left = {
      projection: difference.projection,
      missing: kept(difference.missing),
      extra: kept(difference.extra),
      stale: kept(difference.stale),
    };
    return left.missing.length + left.extra.length + left.stale.length > 0 ? [left] : [];
  });
}
