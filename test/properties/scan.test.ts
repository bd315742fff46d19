import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { City } from '../../src/adapters/memory';
import { WEEK_MINUTES } from '../../src/kernel/week';
import {
  type BoardRow,
  evaluate,
  fitsAtAll,
  packRow,
  prepareAvailability,
  rank,
  type Search,
  SORTS,
  type Terms,
} from '../../src/matching';
import { FARTHEST_ROUNDING, farthestFit } from '../../src/matching/farthest';
import { BEYOND } from '../../src/matching/gates';
import { Scan } from '../../src/matching/scan';
import { TOLERANCE_MINUTES } from '../../src/places';
import { HOME } from '../support/builders';
import { boardRow, boardRows, packed, searchOf, terms, week } from './arbitraries';

/** The quick ways through a circle say what the slow one says. */
const isOne = (failed: number) => (failed & (failed - 1)) === 0;
const SCHOOL = { lat: HOME.lat + 0.004, lng: HOME.lng };

/** A week with somewhere to be now and then, at home or elsewhere. */
const availability = fc
  .tuple(week, fc.array(fc.tuple(fc.integer({ min: 0, max: 335 }), fc.boolean()), { maxLength: 3 }))
  .map(([free, stops]) =>
    prepareAvailability({
      free,
      home: HOME,
      stops: stops.map(([half, atHome]) => ({
        start: half * 30,
        end: half * 30,
        place: atHome ? HOME : SCHOOL,
      })),
    }),
  );

const search: fc.Arbitrary<Search> = fc
  .tuple(searchOf, fc.option(availability))
  .map(([base, other]) => (other && base.availability ? { ...base, availability: other } : base));

/** Where the ground counts as flat, and so far that it does not. */
const reach = fc.constantFrom(15, 60, 1000);

function outcomes(rows: readonly BoardRow[], given: Search, at: Terms, reach: number) {
  const held = packed(rows);
  const scan = new Scan(held, given, at, reach);
  return Array.from({ length: held.count }, (_, position) => {
    scan.look(position);
    return { failed: scan.failed, minutes: scan.minutes };
  });
}

describe('the first look', () => {
  it('finds the gates that the whole evaluation finds, as far as one alone decides', () => {
    fc.assert(
      fc.property(boardRows, search, terms, reach, (rows, given, at, far) => {
        for (const [i, { failed, minutes }] of outcomes(rows, given, at, far).entries()) {
          const whole = evaluate(rows[i] as BoardRow, given, at);
          expect(minutes).toBe(whole.minutes);
          expect(failed === BEYOND).toBe(!(whole.minutes <= far + TOLERANCE_MINUTES));
          if (failed === BEYOND) continue;
          if (isOne(whole.failed) || isOne(failed)) expect(failed).toBe(whole.failed);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('tells to the minute how far any of the hours can be worked', () => {
    const near = fc.integer({ min: -200, max: 200 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(boardRow, availability, near, fc.integer({ max: 300 }), ({ schedule }, free, off, far) => {
        fc.pre(free.places.length === 1);
        const farthest = farthestFit(schedule, free);
        // Around the figure itself, and anywhere.
        const around = Number.isFinite(farthest) ? farthest + off : far;
        for (const minutes of [around, Math.abs(far)]) {
          if (minutes < 0 || minutes > WEEK_MINUTES) continue;
          if (Math.abs(minutes - farthest) <= FARTHEST_ROUNDING) continue;
          expect(fitsAtAll(schedule, free, [minutes])).toBe(minutes < farthest);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same over a city in memory, where equal hours are looked at once', () => {
    const limits = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(
        boardRows,
        search,
        terms,
        fc.constantFrom(...SORTS),
        limits,
        (rows, given, at, sort, limit) => {
          const city = new City();
          for (const row of rows) city.put(packRow(row), 1);
          const held = city.inCircle({ ...HOME, radiusMetres: 10_000 });
          expect(held.count).toBe(rows.length);
          const page = { sort, limit };
          const ids = ({ items }: ReturnType<typeof rank>) => items.map(({ item }) => item.row.id);
          const [inMemory, plain] = [rank(held, given, at, page), rank(packed(rows), given, at, page)];
          expect(ids(inMemory)).toEqual(ids(plain));
          expect(inMemory.total).toBe(plain.total);
          expect(inMemory.nearMisses).toEqual(plain.nearMisses);
        },
      ),
      { numRuns: 300 },
    );
  });
});
