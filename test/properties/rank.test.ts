import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../src/kernel/cursor';
import {
  type BoardRow,
  compareKeys,
  evaluate,
  rank,
  type Search,
  SORTS,
  type Sort,
  type SortKey,
  sortKey,
  type Terms,
} from '../../src/matching';
import { boardRow, boardRows, packed, searchOf, terms } from './arbitraries';

/** Paging through a ranking equals sorting everything, whatever comes and goes meanwhile. */
const sorts = fc.constantFrom(...SORTS);
const limits = fc.integer({ min: 1, max: 7 });

/** Every posting that is shown, sorted whole. */
function wholeOrder(rows: readonly BoardRow[], search: Search, given: Terms, sort: Sort): string[] {
  return rows
    .map((row) => evaluate(row, search, given))
    .filter(({ failed }) => failed === 0)
    .map((item) => sortKey(item, sort))
    .sort(compareKeys)
    .map((key) => key[3]);
}

/** All pages; `between` may change the rows after each page. The cursor goes through its text form. */
function pages(
  rows: readonly BoardRow[],
  search: Search,
  given: Terms,
  sort: Sort,
  limit: number,
  between = (now: readonly BoardRow[], _seen: string[]) => now,
): string[] {
  const seen: string[] = [];
  let now = rows;
  let after: SortKey | undefined;
  for (;;) {
    const page = rank(packed(now), search, given, { sort, limit, after });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    seen.push(...page.items.map(({ item }) => item.row.id));
    const last = page.items.at(-1);
    if (page.more) expect(page.items).toHaveLength(limit);
    if (!page.more || !last) return seen;
    const text = encodeCursor({ query: 'q', asOf: given.asOf, key: [...last.key] });
    after = decodeCursor(text, 'q').key as unknown as SortKey;
    now = between(now, seen);
  }
}

describe('rank', () => {
  it('equals the whole order for any pages, in every sort', () => {
    fc.assert(
      fc.property(boardRows, searchOf, terms, sorts, limits, (rows, search, given, sort, limit) => {
        const whole = wholeOrder(rows, search, given, sort);
        expect(pages(rows, search, given, sort, limit)).toEqual(whole);
        expect(rank(packed(rows), search, given, { sort, limit }).total).toBe(whole.length);
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order in which the board gives its rows', () => {
    const shuffled = boardRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, searchOf, terms, sorts, limits, ([rows, other], search, given, sort, limit) => {
        const [a, b] = [rows, other].map((list) =>
          rank(packed(list), search, given, { sort, limit, wider: 60 }),
        );
        expect(b?.items.map(({ key }) => key)).toEqual(a?.items.map(({ key }) => key));
        expect([b?.total, b?.more, b?.nearMisses]).toEqual([a?.total, a?.more, a?.nearMisses]);
      }),
    );
  });

  it('one more posting never changes the order of the others', () => {
    fc.assert(
      fc.property(boardRows, boardRow, searchOf, terms, sorts, (rows, extra, search, given, sort) => {
        fc.pre(rows.every((row) => row.id !== extra.id));
        const before = pages(rows, search, given, sort, 100);
        const after = pages([...rows, extra], search, given, sort, 100);
        expect(after.filter((id) => id !== extra.id)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('loses and doubles nothing that stays, while others come and go between the pages', () => {
    const comeAndGo = fc.array(fc.tuple(fc.nat(), fc.boolean(), boardRow), { maxLength: 10 });
    fc.assert(
      fc.property(
        boardRows,
        comeAndGo,
        searchOf,
        terms,
        sorts,
        limits,
        (rows, changes, search, given, sort, limit) => {
          const gone = new Set<string>();
          let step = 0;
          const seen = pages(rows, search, given, sort, limit, (now) => {
            const [at, goes, extra] = changes[step++] ?? [0, false, undefined];
            const victim = now[at % Math.max(1, now.length)];
            if (!goes) return extra && now.every((row) => row.id !== extra.id) ? [...now, extra] : now;
            if (victim) gone.add(victim.id);
            return now.filter((row) => row.id !== victim?.id);
          });
          expect(new Set(seen).size).toBe(seen.length);
          const stayed = wholeOrder(rows, search, given, sort).filter((id) => !gone.has(id));
          expect(seen.filter((id) => stayed.includes(id))).toEqual(stayed);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('puts all that meets the wishes before all that does not', () => {
    fc.assert(
      fc.property(boardRows, searchOf, terms, sorts, (rows, search, given, sort) => {
        const groups = rank(packed(rows), search, given, { sort, limit: 100 }).items.map(
          ({ item }) => item.group,
        );
        expect(groups).toEqual([...groups].sort());
        for (const { item } of rank(packed(rows), search, given, { sort, limit: 100 }).items) {
          expect(item.group === 'exact').toBe(item.unmet.length === 0);
        }
      }),
    );
  });

  it('counts as near misses what exactly one condition keeps off', () => {
    fc.assert(
      fc.property(boardRows, searchOf, terms, (rows, search, given) => {
        const wider = search.minutes + 4;
        const { nearMisses, total } = rank(packed(rows), search, given, { sort: 'best', limit: 5, wider });
        const open = { ...search, minutes: wider };
        expect(rank(packed(rows), open, given, { sort: 'best', limit: 5 }).total - total).toBe(
          nearMisses.get('travel') ?? 0,
        );
        const anyTime = { ...search, availability: null };
        expect(rank(packed(rows), anyTime, given, { sort: 'best', limit: 5 }).total - total).toBe(
          nearMisses.get('time') ?? 0,
        );
      }),
      { numRuns: 300 },
    );
  });
});
