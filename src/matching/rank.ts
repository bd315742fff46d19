import { topK } from '../kernel/top';
import { withinLimit } from '../places';
import { type Evaluation, evaluate, GATE, type Gate, type Search, type Terms } from './evaluate';
import type { BoardRow } from './row';

export const SORTS = ['best', 'near', 'pay', 'new', 'flexible'] as const;
export type Sort = (typeof SORTS)[number];

/** Sort key of an item: group, the sort's own figure (ascending), first shift, id. Total: ids are unique. */
export type SortKey = readonly [group: number, figure: number, firstShift: number, id: string];

/** The sort key of an evaluated posting. */
export function sortKey(item: Evaluation, sort: Sort): SortKey {
  const { group, figure, first } = placeOf(item, sort);
  return [group, figure, first, item.row.id];
}

/** An item with all of its sort key but the id, which is only spelled out where two items tie. */
interface Placed {
  item: Evaluation;
  group: number;
  figure: number;
  first: number;
}

function placeOf(item: Evaluation, sort: Sort): Placed {
  const first = item.row.schedule.shifts[0]?.start ?? 0;
  return { item, group: item.group === 'exact' ? 0 : 1, figure: figureOf(item, sort), first };
}

function comparePlaced(a: Placed, b: Placed): number {
  return (
    a.group - b.group || a.figure - b.figure || a.first - b.first || compareText(a.item.row.id, b.item.row.id)
  );
}

function isAfter(placed: Placed, [group, figure, first, id]: SortKey): boolean {
  return (
    (placed.group - group ||
      placed.figure - figure ||
      placed.first - first ||
      compareText(placed.item.row.id, id)) > 0
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || compareText(a[3], b[3]);
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
 * @param page after: sort key of the last item of the page before; wider: the limit (minutes) up to which a journey
 * that is too long counts as a near miss, because rows may lie a little beyond it
 */
export function rank(
  rows: Iterable<BoardRow>,
  search: Search,
  terms: Terms,
  page: { sort: Sort; limit: number; after?: SortKey | undefined; wider?: number | undefined },
): Ranking {
  const misses = new Map<number, number>();
  const wider = page.wider ?? search.minutes;
  let total = 0;
  const shown = function* () {
    for (const row of rows) {
      const item = evaluate(row, search, terms);
      if (item.failed !== 0) {
        if (item.failed === GATE.travel && !withinLimit(item.minutes, wider)) continue;
        misses.set(item.failed, (misses.get(item.failed) ?? 0) + 1);
        continue;
      }
      total++;
      const placed = placeOf(item, page.sort);
      if (!page.after || isAfter(placed, page.after)) yield placed;
    }
  };
  const items = topK(shown(), page.limit + 1, comparePlaced);
  const more = items.length > page.limit;
  if (more) items.pop();
  const nearMisses = new Map<Gate, number>();
  for (const [gate, bit] of GATES) {
    const count = misses.get(bit);
    if (count) nearMisses.set(gate, count);
  }
  return {
    items: items.map(({ item }) => ({ item, key: sortKey(item, page.sort) })),
    total,
    more,
    nearMisses,
  };
}
