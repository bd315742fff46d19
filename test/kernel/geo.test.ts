import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EARTH_RADIUS_METRES,
  fromWgs84,
  haversineMetres,
  isInChina,
  mercator,
  mercatorRadius,
  PLANE,
  PLANE_SHARE,
  Plane,
  type Point,
  toWgs84,
} from '../../src/kernel/geo';

const JIAOZUO: Point = { lat: 35.19, lng: 113.263 };
const metres = (a: Point, b: Point) => haversineMetres(a.lat, a.lng, b.lat, b.lng);

/** Somewhere in the inhabited middle of the country, where the shift is in force. */
const inland = fc.record({
  lat: fc.double({ min: 22, max: 45, noNaN: true }),
  lng: fc.double({ min: 100, max: 122, noNaN: true }),
});

/** The GCJ-02 shift by its published series, on the Krasovsky ellipsoid: an oracle apart from the library. */
function gcj02({ lat, lng }: Point): Point {
  const [x, y] = [lng - 105, lat - 35];
  const { PI, sin, cos, sqrt, abs } = Math;
  const common = (20 * sin(6 * x * PI) + 20 * sin(2 * x * PI)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * sqrt(abs(x)) +
    common +
    ((20 * sin(y * PI) + 40 * sin((y / 3) * PI)) * 2) / 3 +
    ((160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30)) * 2) / 3;
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * sqrt(abs(x)) +
    common +
    ((20 * sin(x * PI) + 40 * sin((x / 3) * PI)) * 2) / 3 +
    ((150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI)) * 2) / 3;
  const [axis, eccentricity] = [6_378_245, 0.006_693_421_622_965_943];
  const phi = (lat / 180) * PI;
  const magic = 1 - eccentricity * sin(phi) ** 2;
  return {
    lat: lat + (north * 180) / (((axis * (1 - eccentricity)) / (magic * sqrt(magic))) * PI),
    lng: lng + (east * 180) / ((axis / sqrt(magic)) * cos(phi) * PI),
  };
}

describe('datum', () => {
  it('agrees with the published GCJ-02 series to a metre', () => {
    fc.assert(
      fc.property(inland, (point) => {
        expect(metres(fromWgs84(point, 'gcj02'), gcj02(point))).toBeLessThan(1);
        expect(metres(toWgs84(gcj02(point), 'gcj02'), point)).toBeLessThan(1);
      }),
    );
  });

  it.each(['gcj02', 'bd09'] as const)('comes back from %s within a metre', (datum) => {
    fc.assert(
      fc.property(inland, (point) => {
        expect(metres(toWgs84(fromWgs84(point, datum), datum), point)).toBeLessThan(1);
      }),
    );
  });

  it('is about 580 m at Jiaozuo, and more for Baidu', () => {
    expect(metres(fromWgs84(JIAOZUO, 'gcj02'), JIAOZUO)).toBeGreaterThan(560);
    expect(metres(fromWgs84(JIAOZUO, 'gcj02'), JIAOZUO)).toBeLessThan(600);
    expect(metres(fromWgs84(JIAOZUO, 'bd09'), fromWgs84(JIAOZUO, 'gcj02'))).toBeGreaterThan(500);
  });

  it('leaves WGS-84 alone', () => {
    expect(toWgs84(JIAOZUO, 'wgs84')).toEqual(JIAOZUO);
    expect(fromWgs84(JIAOZUO, 'wgs84')).toEqual(JIAOZUO);
  });
});

describe('plane', () => {
  it('is off the haversine by no more than it says, as far as it says', () => {
    const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
    const lat = fc.double({ min: -PLANE.latitude, max: PLANE.latitude, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(lat, angle, share, (from, direction, far) => {
        const degrees = (far * PLANE.metres) / EARTH_RADIUS_METRES / (Math.PI / 180);
        const to = {
          lat: from + degrees * Math.sin(direction),
          lng: 113 + (degrees * Math.cos(direction)) / Math.cos((from * Math.PI) / 180),
        };
        const exact = haversineMetres(from, 113, to.lat, to.lng);
        fc.pre(exact <= PLANE.metres);
        const flat = new Plane({ lat: from, lng: 113 }).metresTo(to.lat, to.lng);
        expect(Math.abs(flat - exact)).toBeLessThanOrEqual(exact * PLANE_SHARE + 1e-6);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('haversine', () => {
  it('measures a degree along a meridian and along the equator', () => {
    const degree = (EARTH_RADIUS_METRES * Math.PI) / 180;
    expect(haversineMetres(34, 113, 35, 113)).toBeCloseTo(degree, 3);
    expect(haversineMetres(0, 10, 0, 11)).toBeCloseTo(degree, 3);
    expect(haversineMetres(60, 10, 60, 11)).toBeCloseTo(degree / 2, -2);
    expect(haversineMetres(0, 0, 0, 180)).toBeCloseTo(EARTH_RADIUS_METRES * Math.PI, 3);
  });

  it('equals the law of cosines for vectors, is symmetric and keeps the triangle inequality', () => {
    const vector = ({ lat, lng }: Point) => {
      const [phi, lambda] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
      return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)] as const;
    };
    fc.assert(
      fc.property(inland, inland, inland, (a, b, c) => {
        const [u, v] = [vector(a), vector(b)];
        const chord = Math.hypot(u[0] - v[0], u[1] - v[1], u[2] - v[2]);
        expect(metres(a, b)).toBeCloseTo(2 * EARTH_RADIUS_METRES * Math.asin(chord / 2), 3);
        expect(metres(a, b)).toBe(metres(b, a));
        expect(metres(a, c)).toBeLessThanOrEqual(metres(a, b) + metres(b, c) + 1e-6);
      }),
    );
  });
});

describe('isInChina', () => {
  it.each([
    ['Jiaozuo', 35.19, 113.263, true],
    ['the northernmost village', 53.48, 122.37, true],
    ['Sansha', 16.83, 112.33, true],
    ['0/0', 0, 0, false],
    ['Tokyo', 35.68, 139.77, false],
    ['Moscow', 55.75, 37.62, false],
    ['latitude and longitude swapped', 113.263, 35.19, false],
    ['nothing', Number.NaN, 113, false],
  ])('%s', (_, lat, lng, inside) => {
    expect(isInChina({ lat, lng })).toBe(inside);
  });
});

describe('the Mercator circle', () => {
  it('holds every point of the ground circle and little beyond', () => {
    const radius = fc.double({ min: 50, max: 40_000, noNaN: true });
    const bearing = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(inland, radius, bearing, (centre, size, angle) => {
        const degrees = (size * 0.9999 * 180) / (Math.PI * EARTH_RADIUS_METRES);
        const point = {
          lat: centre.lat + degrees * Math.cos(angle),
          lng: centre.lng + (degrees * Math.sin(angle)) / Math.cos((centre.lat * Math.PI) / 180),
        };
        fc.pre(metres(centre, point) <= size);
        const [a, b] = [mercator(centre), mercator(point)];
        const drawn = mercatorRadius(centre.lat, size);
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThanOrEqual(drawn);
        expect(drawn).toBeLessThan((1.03 * size) / Math.cos((centre.lat * Math.PI) / 180));
      }),
      { numRuns: 500 },
    );
  });
});
