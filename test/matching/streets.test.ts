import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haversineMetres, type Point } from '../../src/kernel/geo';
import {
  allStreetTimes,
  type BoardRow,
  rank,
  type Search,
  SORTS,
  type Sort,
  type SortKey,
  streetTimes,
  type Terms,
} from '../../src/matching';
import {
  estimate,
  type Journey,
  leastMinutes,
  TOP_METRES_PER_MINUTE,
  type TravelTime,
} from '../../src/places';
import { boardRows, packed, searchOf, terms } from '../properties/arbitraries';

/**
 * A town of winding streets: a detour of its own for every door, some doors without a street, the others never nearer
 * than the crow flies less the way to the street.
 */
function town(seed: number): TravelTime & { asked: number } {
  const offsetMetres = seed % 150;
  const journey = (from: Point, mode: Search['mode'], to: Point): Journey | null => {
    const mark = Math.abs(Math.round((to.lat * 7919 + to.lng * 104_729 + seed) * 1000)) % 97;
    if (mark % 11 === 0) return null;
    const crow = haversineMetres(from.lat, from.lng, to.lat, to.lng);
    const minutes = leastMinutes(crow, mode, offsetMetres) * (1 + mark / 60) + (mark % 5) / 3;
    return { minutes, metres: minutes * TOP_METRES_PER_MINUTE[mode] };
  };
  const it = {
    source: 'street' as const,
    asked: 0,
    async journeys(from: Point, mode: Search['mode'], to: readonly Point[]) {
      it.asked += to.length;
      return { offsetMetres, to: to.map((point) => journey(from, mode, point)) };
    },
    async journeysTo(from: readonly Point[], mode: Search['mode'], to: Point) {
      it.asked += from.length;
      return from.map((place) => ({ journey: journey(place, mode, to), offsetMetres }));
    },
    circle: estimate.circle,
  };
  return it;
}

const sorts = fc.constantFrom(...SORTS);
const few = fc.integer({ min: 1, max: 5 });
const seeds = fc.nat(1000);

interface Ask {
  rows: readonly BoardRow[];
  search: Search;
  given: Terms;
  page: { sort: Sort; limit: number; after?: SortKey | undefined; wider?: number };
}
const answerOf = ({ rows, search, given, page }: Ask, street: Search['street']) => {
  const { items, more, total, nearMisses } = rank(
    packed(rows),
    { ...search, street: street ?? null },
    given,
    page,
  );
  return {
    items: items.map(({ item, key }) => ({ key, minutes: item.minutes, metres: item.metres })),
    more,
    total,
    nearMisses,
  };
};

describe('a list by streets', () => {
  it('has the pages that asking about every posting has, however few are asked for at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        boardRows,
        searchOf,
        terms,
        sorts,
        fc.tuple(few, fc.integer({ min: 0, max: 6 }), few),
        seeds,
        async (rows, search, given, sort, [limit, all, head], seed) => {
          const router = town(seed);
          const whole = await allStreetTimes(packed(rows), search, router);
          let after: SortKey | undefined;
          do {
            const page = { sort, limit, after };
            const ask = { rows, search, given, page };
            const street = await streetTimes(packed(rows), search, given, page, router, undefined, {
              all,
              head,
            });
            const { items, more } = answerOf(ask, whole);
            expect(answerOf(ask, street)).toMatchObject({ items, more });
            after = more ? items.at(-1)?.key : undefined;
          } while (after);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has the same total and gains as well when all that matter are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(boardRows, searchOf, terms, seeds, async (rows, search, given, seed) => {
        const router = town(seed);
        const page = { sort: 'best' as const, limit: 3, wider: search.minutes + 5 };
        const ask = { rows, search, given, page };
        const whole = answerOf(ask, await allStreetTimes(packed(rows), search, router));
        const street = answerOf(ask, await streetTimes(packed(rows), search, given, page, router));
        // What only its words keep off is not asked for: nothing depends on how many there are.
        whole.nearMisses.delete('text');
        street.nearMisses.delete('text');
        expect(street).toEqual(whole);
      }),
    );
  });

  it('asks for a part of many postings only', async () => {
    const [row] =
      fc.sample(
        boardRows.filter((rows) => rows.length > 0),
        { numRuns: 1, seed: 7 },
      )[0] ?? [];
    const [search] = fc.sample(searchOf, { numRuns: 1, seed: 3 });
    if (!row || !search) throw new Error('no sample');
    const rows = Array.from({ length: 5000 }, (_, i) => ({
      ...row,
      id: `01890000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      lat: search.origin.lat + ((i % 71) - 35) * 0.0009,
      lng: search.origin.lng + ((i % 67) - 33) * 0.0011,
      occupation: '洗碗工',
      hourlyFen: 2600,
      validUntil: row.publishedAt + 1e12,
      verifiedUntil: row.publishedAt + 1e12,
    }));
    const given = fc.sample(terms, { numRuns: 1, seed: 5 })[0] as Terms;
    const plain = {
      ...search,
      mode: 'ebike' as const,
      minutes: 15,
      availability: null,
      birthDay: null,
      filters: {},
      wish: {},
    };
    const router = town(1);
    const page = { sort: 'near' as const, limit: 20 };
    const street = await streetTimes(packed(rows), plain, given, page, router);
    expect(router.asked).toBeLessThan(rows.length / 2);
    const whole = await allStreetTimes(packed(rows), plain, town(1));
    const ask = { rows, search: plain, given, page };
    const [part, all] = [answerOf(ask, street), answerOf(ask, whole)];
    expect(part.items).toEqual(all.items);
    expect(part.more).toBe(true);

    // Where streets wind alike everywhere, the coarse map counts well.
    const grid: TravelTime = {
      ...estimate,
      async journeys(from, mode, to) {
        const { to: straight } = await estimate.journeys(from, mode, to);
        return {
          offsetMetres: 0,
          to: straight.map((one) => one && { minutes: one.minutes * 1.2, metres: one.metres * 1.2 }),
        };
      },
    };
    const counted = answerOf(ask, await streetTimes(packed(rows), plain, given, page, grid)).total;
    const exact = answerOf(ask, await allStreetTimes(packed(rows), plain, grid)).total;
    expect(Math.abs(counted - exact)).toBeLessThan(exact * 0.01);
  });
});
