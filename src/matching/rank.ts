import { FirstOf } from '../kernel/top';
import { type Evaluation, evaluate, Figures, measure } from './evaluate';
import { GATE, type Gate } from './gates';
import type { Search, Terms } from './prepared';
import { Prospects } from './prospects';
import type { BoardRow, Rows } from './row';
import { Scan } from './scan';
import { farthestFor } from './score';
import { unmetWishes } from './wishes';

export const SORTS = ['best', 'near', 'pay', 'new', 'flexible'] as const;
export type Sort = (typeof SORTS)[number];

/** Sort key of an item: group, the sort's own figure (ascending), first shift, id. Total: ids are unique. */
export type SortKey = readonly [group: number, figure: number, firstShift: number, id: string];

/** The sort key of an evaluated posting. */
export function sortKey(item: Evaluation, sort: Sort): SortKey {
  const { row } = item;
  const group = item.group === 'exact' ? 0 : 1;
  return [group, figureOf(row, item, sort), firstShift(row), row.id];
}

function firstShift(row: BoardRow): number {
  return row.schedule.shifts[0]?.start ?? 0;
}

/** A posting that is among the first so far: where it stands in the rows, and its sort key but for the id. */
interface Placed {
  position: number;
  group: number;
  figure: number;
  first: number;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function figureOf(
  row: BoardRow,
  figures: Pick<Evaluation, 'minutes' | 'freedom' | 'score'>,
  sort: Sort,
): number {
  switch (sort) {
    case 'near':
      return figures.minutes;
    case 'pay':
      return -row.hourlyFen;
    case 'new':
      return -row.publishedAt;
    case 'flexible':
      return -figures.freedom;
    default:
      return -figures.score;
  }
}

/** Order of two sort keys. */
export function compareKeys(a: SortKey, b: SortKey): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || compareText(a[3], b[3]);
}

/** One page of the exact order, and what stands beside it. */
export interface Ranking {
  items: { item: Evaluation; key: SortKey; position: number }[];
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
  rows: Rows,
  search: Search,
  terms: Terms,
  page: { sort: Sort; limit: number; after?: SortKey | undefined; wider?: number | undefined },
): Ranking {
  const { sort, limit, after } = page;
  let total = 0;
  /** By the number of the bit of the only gate that was failed. */
  const failedOnly = new Uint32Array(32);
  const scan = new Scan(rows, search, terms, page.wider ?? search.minutes);
  const figures = new Figures(search, terms);
  const prospects = sort === 'best' ? new Prospects(rows, search, terms) : null;
  const hasWish = Object.values(search.wish).some((value) => value !== undefined);
  const idAt = (position: number) => rows.own(position).id;
  const first = new FirstOf<Placed>(
    limit + 1,
    (a, b) => compareBut(a, b) || compareText(idAt(a.position), idAt(b.position)),
  );
  const candidate: Placed = { position: 0, group: 0, figure: 0, first: 0 };
  let farthest = Number.POSITIVE_INFINITY;
  let lastGroup = 1;

  for (let i = 0; i < rows.count; i++) {
    scan.look(i);
    const { failed } = scan;
    if (failed !== 0) {
      if ((failed & (failed - 1)) === 0)
        failedOnly[bitOf(failed)] = (failedOnly[bitOf(failed)] as number) + 1;
      continue;
    }
    total++;
    // Most postings are too far down to be shown on this page, whatever else there is to know about them.
    let isBehind = false;
    if (farthest < Number.POSITIVE_INFINITY) {
      // A journey a little over the limit still counts as one of the limit.
      const minutes = Math.min(scan.leastMinutes, search.minutes) + (prospects?.lossAt(i) ?? 0);
      isBehind = minutes > farthest;
      if (isBehind && lastGroup === 0) continue;
    }
    const row = rows.lend(i);
    candidate.group = hasWish && unmetWishes(row, scan.minutes, scan.wordsAt(i), search.wish) !== 0 ? 1 : 0;
    if (candidate.group > lastGroup || (isBehind && candidate.group === lastGroup)) continue;
    measure(row, scan.wordsAt(i), search, terms, figures, i);
    candidate.position = i;
    candidate.figure = figureOf(row, figures, sort);
    candidate.first = firstShift(row);
    if (after && !isAfter(candidate, row, after)) continue;
    if (!first.takes(candidate)) continue;
    first.add({ ...candidate });
    const { last } = first;
    if (!last) continue;
    lastGroup = last.group;
    farthest = sort === 'best' ? farthestFor(-last.figure, figures, terms.weights) : farthestBy(last, sort);
  }

  const items = first.sorted();
  const more = items.length > limit;
  if (more) items.pop();
  const nearMisses = new Map<Gate, number>();
  for (const [gate, bit] of GATES) {
    const count = failedOnly[bitOf(bit)];
    if (count) nearMisses.set(gate, count);
  }
  return {
    items: items.map(({ position }) => {
      const item = evaluate(rows.own(position), search, terms, position);
      return { item, key: sortKey(item, sort), position };
    }),
    total,
    more,
    nearMisses,
  };
}

/** The number of the only bit that is set. */
function bitOf(single: number): number {
  return 31 - Math.clz32(single);
}

/** The longest journey of anything that comes before the last of the page. */
function farthestBy(last: Placed, sort: Sort): number {
  return sort === 'near' ? last.figure : Number.POSITIVE_INFINITY;
}

function compareBut(a: Placed, b: Placed): number {
  return a.group - b.group || a.figure - b.figure || a.first - b.first;
}

function isAfter(placed: Placed, row: BoardRow, [group, figure, first, id]: SortKey): boolean {
  const order = placed.group - group || placed.figure - figure || placed.first - first;
  return order > 0 || (order === 0 && row.id > id);
}
