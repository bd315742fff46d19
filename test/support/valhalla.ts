import type { Point } from '../../src/kernel/geo';

/** A Valhalla server for tests, and a place on its map with streets all around for 1.5 km. */
export interface TestRouter {
  url: string;
  at: Point;
}

/** Named in the titles of suites that cannot run. */
export const MISSING_VALHALLA = 'no server: VALHALLA_URL is not set';

/** The server at VALHALLA_URL; VALHALLA_AT says where its map is (`lat,lng`, default north-western Beijing). */
export function testRouter(): TestRouter | null {
  const { VALHALLA_URL: url, VALHALLA_AT: at = '40.0,116.32' } = process.env;
  if (!url) return null;
  const [lat = Number.NaN, lng = Number.NaN] = at.split(',').map(Number);
  return { url, at: { lat, lng } };
}

/** A repeatable sequence of numbers in [0, 1): mulberry32. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Points spread evenly over a circle, to 10⁻⁶ degrees. */
export function pointsAround(centre: Point, metres: number, count: number, seed: number): Point[] {
  const random = randomOf(seed);
  const degree = 111_195;
  return Array.from({ length: count }, () => {
    const [radius, angle] = [metres * Math.sqrt(random()), 2 * Math.PI * random()];
    const lat = centre.lat + (radius * Math.sin(angle)) / degree;
    const lng = centre.lng + (radius * Math.cos(angle)) / degree / Math.cos((centre.lat * Math.PI) / 180);
    return { lat: Math.round(lat * 1e6) / 1e6, lng: Math.round(lng * 1e6) / 1e6 };
  });
}
