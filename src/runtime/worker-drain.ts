import { drain, type Outbox } from '../notify';
import type { WritableIndex } from '../search';

/** Another drain at work may have read its last batch already: how long to wait before looking again, ms. */
const TURN_MS = 50;
/** A drain that takes this many turns is a long one; what it leaves, the next one or the schedule takes. */
const TURNS = 40;

/** Indexes that this isolate has seen set up, by address and name. The schedule looks again. */
const seen = new Set<string>();

/** A Meilisearch index with the name under which it is known to be set up. */
export interface EdgeIndex {
  index: WritableIndex & { ensure(): Promise<void> };
  key: string;
}

/**
 * Sends what the outbox holds now. Nothing polls at the edge, so when another drain holds the turn this one
 * waits for it and looks again: a change committed meanwhile must not wait for the schedule.
 * @param outbox over a connection of its own: its transaction is open while the index is written
 * @param look whether to look at an index that was seen set up before
 * @throws Error when the index cannot be reached; everything stays in the outbox
 */
export async function drainAtEdge(
  outbox: Outbox,
  target: EdgeIndex,
  { look = false }: { look?: boolean } = {},
): Promise<void> {
  if (look || !seen.has(target.key)) {
    if (!(await target.index.isSetUp())) {
      // A new or emptied engine: searches of it must not stay empty until somebody touches each posting.
      await outbox.pushChangedSince(0);
      await target.index.ensure();
    }
    seen.add(target.key);
  }
  for (let turn = 0; turn < TURNS; turn++) {
    const { busy, unreached } = await drain({ outbox, index: target.index });
    if (unreached !== null) throw unreached;
    if (!busy) return;
    await new Promise((resolve) => setTimeout(resolve, TURN_MS));
  }
}
