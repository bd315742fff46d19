import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterOf, quoted } from '../../../src/adapters/meilisearch/filter';
import { haversineMetres } from '../../../src/kernel/geo';

describe('quoted', () => {
  it('escapes quotes and backslashes', () => {
    expect(quoted('a"b\\c')).toBe('"a\\"b\\\\c"');
  });

  it('has no unescaped quote inside, whatever the value', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\\', 'a', ' ') }), (value) => {
        expect(quoted(value)).toMatch(/^"(?:[^"\\]|\\["\\])*"$/);
      }),
    );
  });
});

describe('filterOf', () => {
  it('names the station only, without a circle', () => {
    expect(filterOf('s1', null)).toEqual(['stationId = "s1"']);
  });

  it('draws a box around a circle', () => {
    const [, lat, lng] = filterOf('s1', { lat: 35, lng: 113, radiusMetres: 1112 });
    expect(lat).toMatch(/^lat 34\.99000\d\d TO 35\.00999\d\d$|^lat 34\.98999\d\d TO 35\.01000\d\d$/);
    expect(lng).toMatch(/^lng 112\.98779\d\d TO 113\.01220\d\d$/);
  });

  it('leaves no point of the circle outside the box', () => {
    const point = fc.record({
      lat: fc.double({ min: 4, max: 53, noNaN: true }),
      lng: fc.double({ min: 74, max: 135, noNaN: true }),
      north: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      east: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(point, ({ lat, lng, north, east }) => {
        const at = { lat: lat + north, lng: lng + east };
        const radiusMetres = haversineMetres(lat, lng, at.lat, at.lng) + 0.1;
        const [, lats = '', lngs = ''] = filterOf('s', { lat, lng, radiusMetres });
        for (const [text, value] of [
          [lats, at.lat],
          [lngs, at.lng],
        ] as const) {
          const [from = Number.NaN, to = Number.NaN] = (text.match(/-?\d+\.\d+/g) ?? []).map(Number);
          expect(value).toBeGreaterThanOrEqual(from);
          expect(value).toBeLessThanOrEqual(to);
        }
      }),
    );
  });

  it.each([
    { lat: Number.NaN, lng: 113, radiusMetres: 1 },
    { lat: 35, lng: Number.POSITIVE_INFINITY, radiusMetres: 1 },
    { lat: 35, lng: 113, radiusMetres: Number.POSITIVE_INFINITY },
  ])('refuses %j', (circle) => {
    expect(() => filterOf('s1', circle)).toThrow(RangeError);
  });
});
