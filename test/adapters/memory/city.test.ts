import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { City } from '../../../src/adapters/memory';
import { haversineMetres } from '../../../src/kernel/geo';
import { type BoardRow, packRow } from '../../../src/matching';
import { boardRow } from '../../properties/arbitraries';

const seven = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
/** Anywhere, mostly in two cities and on the edges of cells. */
const place = fc.oneof(
  fc.record({
    lat: fc.double({ min: 35, max: 35.4, noNaN: true }),
    lng: fc.double({ min: 113, max: 113.5, noNaN: true }),
  }),
  fc.record({
    lat: fc.integer({ min: -9, max: 9 }).map((n) => 35.19 + n * 0.0045),
    lng: fc.integer({ min: -9, max: 9 }).map((n) => 113.26 + n * 0.0045),
  }),
  fc.record({
    lat: fc.double({ min: 4, max: 53, noNaN: true }),
    lng: fc.double({ min: 74, max: 135, noNaN: true }),
  }),
);
const placed = fc
  .tuple(boardRow, place)
  .map(([row, { lat, lng }]): BoardRow => ({ ...row, lat: seven(lat), lng: seven(lng) }));
const step = fc.oneof(
  { weight: 4, arbitrary: placed.map((row) => ({ put: row })) },
  { weight: 1, arbitrary: fc.nat().map((which) => ({ remove: which })) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(), place).map(([which, to]) => ({ move: which, to })) },
  { weight: 1, arbitrary: fc.constant({ tidy: true }) },
);
const circle = fc.tuple(place, fc.constantFrom(50, 900, 4500, 60_000));

describe('City', () => {
  it('holds exactly what was put and not removed, in every circle', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        fc.array(circle, { minLength: 1, maxLength: 6 }),
        (steps, circles) => {
          const city = new City();
          const wanted = new Map<string, { row: BoardRow; version: number }>();
          let version = 0;
          const put = (row: BoardRow) => {
            city.put(packRow(row), ++version);
            wanted.set(row.id, { row, version });
          };
          const some = (which: number) => [...wanted.values()][which % Math.max(1, wanted.size)]?.row;
          for (const one of steps) {
            if ('put' in one) put(one.put);
            else if ('tidy' in one) city.tidy();
            else if ('move' in one) {
              const row = some(one.move);
              if (row) put({ ...row, lat: seven(one.to.lat), lng: seven(one.to.lng) });
            } else {
              const row = some(one.remove);
              if (!row) continue;
              city.remove(row.id);
              wanted.delete(row.id);
            }
          }
          expect(city.count).toBe(wanted.size);
          expect(new Map(city.versions())).toEqual(
            new Map([...wanted].map(([id, entry]) => [id, entry.version])),
          );
          for (const [centre, radiusMetres] of circles) {
            const found = new Set([...city.inCircle({ ...centre, radiusMetres })].map(({ id }) => id));
            for (const { row } of wanted.values()) {
              const metres = haversineMetres(centre.lat, centre.lng, row.lat, row.lng);
              if (metres <= radiusMetres) expect(found).toContain(row.id);
              // Whole cells are handed out: never more than a cell's diagonal too much.
              if (metres > radiusMetres * 1.01 + 900) expect(found).not.toContain(row.id);
            }
            for (const id of found) expect(wanted.has(id)).toBe(true);
          }
          for (const { row } of wanted.values()) expect(city.row(row.id)?.hourlyFen).toBe(row.hourlyFen);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves what was handed out as it was', () => {
    const [first, second] = fc.sample(placed, { numRuns: 2, seed: 5 });
    if (!first || !second) throw new Error('no rows');
    const city = new City();
    city.put(packRow({ ...first, id: second.id, hourlyFen: 2300 }), 1);
    const before = city.inCircle({ lat: first.lat, lng: first.lng, radiusMetres: 100 });
    city.put(packRow({ ...first, id: second.id, hourlyFen: 9900 }), 2);
    city.tidy();
    for (let i = 0; i < 5000; i++) city.put(packRow({ ...first, id: second.id, hourlyFen: i }), 3 + i);
    city.remove(second.id);
    expect([...before].map(({ hourlyFen }) => hourlyFen)).toEqual([2300]);
    expect(city.count).toBe(0);
  });

  it('does not grow for ever while postings are changed', () => {
    const [row] = fc.sample(placed, { numRuns: 1, seed: 5 });
    if (!row) throw new Error('no row');
    const city = new City();
    const packed = packRow(row);
    for (let i = 0; i < 60_000; i++) city.put(packed, i);
    expect(city.count).toBe(1);
    expect(city.bytes).toBeLessThan(3_000_000);
  });
});
