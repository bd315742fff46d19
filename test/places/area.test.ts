import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haversineMetres, type Point } from '../../src/kernel/geo';
import {
  areaKm2,
  type Corner,
  circleOf,
  contains,
  outlinesOf,
  type Ring,
  sampledArea,
  signedArea,
} from '../../src/places';
import { HOME } from '../support/builders';

/** Bitmaps with islands, holes, and squares that touch at a corner only. */
const bitmap = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc
      .array(fc.boolean(), { minLength: size * size, maxLength: size * size })
      .map((bits) => ({ size, bits: Uint8Array.from(bits, Number) })),
  );
const closed = (ring: Corner[]): Ring => [...ring, ring[0] as Corner].map(([x, y]) => [x, y]);
const areaOf = (size: number, bits: Uint8Array) => ({
  type: 'MultiPolygon' as const,
  coordinates: outlinesOf(bits, size).map((polygon) => polygon.map(closed)),
});

describe('outlines of a bitmap', () => {
  it('hold exactly the set squares', () => {
    fc.assert(
      fc.property(bitmap, fc.double({ min: 0.01, max: 0.99, noNaN: true }), ({ size, bits }, inside) => {
        const area = areaOf(size, bits);
        for (let y = -1; y <= size; y++) {
          for (let x = -1; x <= size; x++) {
            const isSet = x >= 0 && y >= 0 && x < size && y < size && bits[y * size + x] === 1;
            expect(contains(area, { lat: y + inside, lng: x + inside })).toBe(isSet);
          }
        }
      }),
    );
  });

  it('are polygons with an outer ring each, counter-clockwise, and holes the other way round', () => {
    fc.assert(
      fc.property(bitmap, ({ size, bits }) => {
        for (const [outer, ...holes] of areaOf(size, bits).coordinates) {
          expect(signedArea(outer ?? [])).toBeGreaterThan(0);
          for (const hole of holes) expect(signedArea(hole)).toBeLessThan(0);
          for (const ring of [outer ?? [], ...holes]) {
            expect(ring.length).toBeGreaterThanOrEqual(5);
            expect(ring[0]).toEqual(ring.at(-1));
          }
        }
      }),
    );
  });

  it('are as many as there are pieces that hang together by their sides', () => {
    // A ring with an island in its hole, and a square that touches it at a corner.
    const rows = ['11111.', '1...1.', '1.1.1.', '1...1.', '11111.', '.....1'];
    const bits = Uint8Array.from(rows.join(''), (c) => Number(c === '1'));
    expect(areaOf(6, bits).coordinates.map((polygon) => polygon.length)).toEqual([1, 1, 2]);
  });
});

/** The winding number by summed angles: another way to the same answer. */
function winds(ring: Ring, { lat, lng }: Point): boolean {
  let angle = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1] as [number, number];
    const [bx, by] = ring[i] as [number, number];
    const turn = Math.atan2(by - lat, bx - lng) - Math.atan2(ay - lat, ax - lng);
    angle += turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
  }
  return Math.abs(angle) > Math.PI;
}

describe('contains', () => {
  it('agrees with the winding number for any star-shaped ring', () => {
    const star = fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 3, maxLength: 30 });
    const unit = fc.double({ min: -1.2, max: 1.2, noNaN: true });
    fc.assert(
      fc.property(star, unit, unit, (radii, lat, lng) => {
        const ring = radii.map((radius, i): [number, number] => [
          radius * Math.cos((2 * Math.PI * i) / radii.length),
          radius * Math.sin((2 * Math.PI * i) / radii.length),
        ]);
        ring.push(ring[0] as [number, number]);
        const onEdge = ring.some(([x, y]) => Math.hypot(x - lng, y - lat) < 1e-6);
        fc.pre(!onEdge);
        expect(contains({ type: 'MultiPolygon', coordinates: [[ring]] }, { lat, lng })).toBe(
          winds(ring, { lat, lng }),
        );
      }),
    );
  });
});

describe('a circle', () => {
  it('has 64 corners and the area of the circle', () => {
    const area = circleOf(HOME, 1000);
    expect(area.coordinates[0]?.[0]).toHaveLength(65);
    expect(areaKm2(area)).toBeCloseTo(Math.PI, 2);
  });

  it('is found by sampling, to the finest square', async () => {
    const within = 700;
    const area = await sampledArea(HOME, 1000, 4, async (points) =>
      points.map(({ lat, lng }) => haversineMetres(HOME.lat, HOME.lng, lat, lng) <= within),
    );
    expect(areaKm2(area)).toBeCloseTo(Math.PI * 0.49, 1);
    fc.assert(
      fc.property(
        fc.double({ min: -0.01, max: 0.01, noNaN: true }),
        fc.double({ min: -0.01, max: 0.01, noNaN: true }),
        (north, east) => {
          const point = { lat: HOME.lat + north, lng: HOME.lng + east };
          const metres = haversineMetres(HOME.lat, HOME.lng, point.lat, point.lng);
          // Squares of 2,000 m / 128, whose middles were asked about.
          fc.pre(Math.abs(metres - within) > 12);
          expect(contains(area, point)).toBe(metres <= within);
        },
      ),
    );
  });

  it('is nothing where nothing can be reached', async () => {
    const area = await sampledArea(HOME, 1000, 3, async (points) => points.map(() => false));
    expect(area.coordinates).toEqual([]);
    expect(areaKm2(area)).toBe(0);
  });
});
