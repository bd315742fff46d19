import { topK } from '../kernel/top';
import { type Evaluation, evaluate, GATE, type Gate, type Search, type Terms } from './evaluate';
import type { BoardRow } from './row';

export const SORTS = ['best', 'near', 'pay', 'new', 'flexible'] as const;
export type Sort = (typeof SORTS)[number];

/** Sort key of an item: group, the sort's own figure (ascending), first shift, id. Total: ids are unique. */
export type SortKey = readonly [group: number, figure: number, firstShift: number, id: string];

/** The sort key of an evaluated posting. */
export function sortKey(item: Evaluation, sort: Sort): SortKey {
  const first = item.row.schedule.shifts[0]?.start ?? 0;
  return [item.group === 'exact' ? 0 : 1, figureOf(item, sort), first, item.row.id];
}

function figureOf(item: Evaluation, sort: Sort): number {
  switch (sort) {
    case 'near':
      return item.minutes;
    case 'pay':
      return -item.row.hourlyFen;
    case 'new':
      return -item.row.publishedAt;
    case 'flexible':
      return -item.freedom;
    default:
      return -item.score;
  }
}

/** Order of two sort keys. */
export function compareKeys(a: SortKey, b: SortKey): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : a[3] > b[3] ? 1 : 0);
}

/** One page of the exact order, and what stands beside it. */
export interface Ranking {
  items: { item: Evaluation; key: SortKey }[];
  /** How many postings are shown on all pages together. */
  total: number;
  /** Whether there are items after this page. */
  more: boolean;
  /** Postings kept off by exactly one condition, by that condition. */
  nearMisses: Map<Gate, number>;
}

const GATES = Object.entries(GATE) as [Gate, number][];

/**
 * Ranks rows exactly: the result equals sorting every shown posting and taking the page.
 * @param rows postings of the circle, or of a wider one: those beyond the limit count as near misses
 * @param after sort key of the last item of the page before
 */
export function rank(
  rows: Iterable<BoardRow>,
  search: Search,
  terms: Terms,
  page: { sort: Sort; limit: number; after?: SortKey | undefined },
): Ranking {
  const misses = new Map<number, number>();
  let total = 0;
  const shown = function* () {
    for (const row of rows) {
      const item = evaluate(row, search, terms);
      if (item.failed !== 0) {
        misses.set(item.failed, (misses.get(item.failed) ?? 0) + 1);
        continue;
      }
      total++;
      const entry = { item, key: sortKey(item, page.sort) };
      if (!page.after || compareKeys(entry.key, page.after) > 0) yield entry;
    }
  };
  const items = topK(shown(), page.limit + 1, (a, b) => compareKeys(a.key, b.key));
  const more = items.length > page.limit;
  if (more) items.pop();
  const nearMisses = new Map<Gate, number>();
  for (const [gate, bit] of GATES) {
    const count = misses.get(bit);
    if (count) nearMisses.set(gate, count);
  }
  return { items, total, more, nearMisses };
}
