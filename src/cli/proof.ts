import { setTimeout as sleep } from 'node:timers/promises';
import { type Difference, proveProjections } from '../notify';
import type { OpenStation } from '../runtime/station';

/** Most ids listed of each kind of difference. */
const LISTED = 20;
/** How long the outbox may stand still before what is in it counts as not coming, ms. */
const STANDSTILL_MS = 3_000;

/**
 * Holds board, words and index against the database, after everything on its way has arrived.
 * @returns lines to print, and whether all are equal
 */
export async function prove(open: OpenStation): Promise<{ equal: boolean; lines: string[] }> {
  const { jobs, projections } = open.services.stores;
  const { differences, open: count } = await proveProjections({
    jobs,
    projections,
    memory: () => open.board.versions(),
    index: open.index,
    settle: () => settle(open),
  });
  const held = `board, board in memory${open.index ? ', words and search index' : ' and words'}`;
  if (differences.length === 0) return { equal: true, lines: [`equal: ${count} open postings, ${held}`] };
  return { equal: false, lines: [`not equal: ${count} open postings`, ...differences.flatMap(described)] };
}

function described({ projection, missing, extra, stale }: Difference): string[] {
  return Object.entries({ missing, extra, stale })
    .filter(([, ids]) => ids.length > 0)
    .flatMap(([kind, ids]) => [
      `${projection}: ${ids.length} ${kind}`,
      ...ids.slice(0, LISTED).map((id) => `  ${id}`),
      ...(ids.length > LISTED ? [`  and ${ids.length - LISTED} more`] : []),
    ]);
}

/** Drains until nothing waits, or nothing moves any more: another process may be draining, or the engine refuse. */
async function settle(open: OpenStation): Promise<void> {
  if (!open.index) return;
  let least = Number.POSITIVE_INFINITY;
  let since = performance.now();
  for (;;) {
    await open.drainNow();
    const { waiting } = await open.services.stores.outbox.lag();
    if (waiting === 0) return;
    if (waiting < least) since = performance.now();
    least = Math.min(least, waiting);
    if (performance.now() - since > STANDSTILL_MS) return;
    await sleep(100);
  }
}
