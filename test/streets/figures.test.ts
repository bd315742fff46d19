import { describe, expect, it } from 'vitest';
import { createValhalla } from '../../src/adapters/travel/valhalla';
import type { Point } from '../../src/kernel/geo';
import {
  type Area,
  contains,
  estimate,
  radiusMetres,
  SPEED_METRES_PER_MINUTE,
  withinLimit,
} from '../../src/places';
import { MISSING_VALHALLA, pointsAround, testRouter } from '../support/valhalla';

/**
 * How far the estimate is from real streets, on the map of the server at VALHALLA_URL around VALHALLA_AT. Prints the
 * figures; those of docs/adr/0005-streets.md were made so.
 */
const router = testRouter();
const title = router ? 'real streets' : `figures of real streets (${MISSING_VALHALLA})`;

describe.skipIf(!router)(title, { timeout: 120_000 }, () => {
  const { url, at } = router ?? { url: 'http://127.0.0.1:9', at: { lat: 0, lng: 0 } };
  const travel = createValhalla(url);
  /** Origins that lie near streets themselves. */
  const origins = pointsAround(at, 400, 5, 21);
  const print = (text: string) => process.stdout.write(`${text}\n`);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;

  it('the circle agrees with the minutes, and better than the isochrone of the router does', async () => {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (const origin of origins) {
      const points = pointsAround(origin, 1200, 1000, 22);
      const { to } = await travel.journeys(origin, 'walk', points);
      const reached = to.map((journey) => journey !== null && withinLimit(journey.minutes, 15));
      const agreement = (area: Area) =>
        points.filter((point, i) => contains(area, point) === reached[i]).length / points.length;
      ours.push(agreement(await travel.circle(origin, 'walk', 15)));
      theirs.push(agreement(await isochrone(url, origin)));
    }
    print(
      `15 minutes on foot: circle and minutes agree for ${percent(mean(ours))} of places, at worst ${percent(Math.min(...ours))}; the isochrone of the router for ${percent(mean(theirs))}`,
    );
    expect(Math.min(...ours)).toBeGreaterThanOrEqual(0.97);
  });

  it('the estimate takes in what cannot be reached, and orders many pairs otherwise', async () => {
    for (const minutes of [10, 15]) {
      const reachable: number[] = [];
      const within1250: number[] = [];
      const missed: number[] = [];
      const otherwise: number[] = [];
      for (const origin of origins) {
        const radius = radiusMetres(minutes, 'walk');
        const points = pointsAround(origin, radius, 800, 23);
        const { to } = await travel.journeys(origin, 'walk', points);
        const { to: guessed } = await estimate.journeys(origin, 'walk', points);
        const real = to.map((journey) => journey?.minutes ?? Number.POSITIVE_INFINITY);
        reachable.push(real.filter((one) => withinLimit(one, minutes)).length / points.length);
        otherwise.push(
          discordant(
            real,
            guessed.map((journey) => journey?.minutes ?? 0),
          ),
        );
        const wide = pointsAround(origin, minutes * SPEED_METRES_PER_MINUTE.walk + 50, 1500, 24);
        const { to: all } = await travel.journeys(origin, 'walk', wide);
        const inReach = wide.filter((_, i) =>
          withinLimit(all[i]?.minutes ?? Number.POSITIVE_INFINITY, minutes),
        );
        within1250.push(inReach.length / wide.length);
        const circle = await estimate.circle(origin, 'walk', minutes);
        missed.push(inReach.filter((point) => !contains(circle, point)).length / inReach.length);
      }
      print(
        `${minutes} minutes on foot: of the estimated circle ${percent(mean(reachable))} can be reached; of what can be reached the estimate misses ${percent(mean(missed))}; of ${minutes * 80 + 50} m as the crow flies ${percent(mean(within1250))} can be reached; ${percent(mean(otherwise))} of pairs are ordered otherwise`,
      );
      expect(mean(reachable)).toBeLessThan(1);
      expect(mean(otherwise)).toBeGreaterThan(0);
    }
  });

  it('an origin moved onto a grid of 50 m has other minutes', async () => {
    const points = pointsAround(at, 900, 300, 25);
    const moved = (origin: Point, step: number) => ({
      lat: Math.round(origin.lat / step) * step,
      lng: Math.round(origin.lng / step) * step,
    });
    for (const [name, step] of [
      ['1 m', 1e-5],
      ['10 m', 1e-4],
      ['50 m', 5e-4],
    ] as const) {
      const off: number[] = [];
      const order: number[] = [];
      for (const origin of pointsAround(at, 150, 12, 26)) {
        const minutes = async (from: Point) =>
          (await travel.journeys(from, 'walk', points)).to.map((journey) => journey?.minutes ?? 60);
        const [exact, rounded] = [await minutes(origin), await minutes(moved(origin, step))];
        off.push(...exact.map((one, i) => Math.abs(one - (rounded[i] ?? 0))));
        order.push(discordant(exact, rounded));
      }
      off.sort((a, b) => a - b);
      print(
        `origin rounded to ${name}: minutes differ by ${mean(off).toFixed(2)} on average, ${off[Math.floor(off.length * 0.95)]?.toFixed(2)} for one in twenty; ${percent(mean(order))} of pairs are ordered otherwise`,
      );
      if (step === 1e-5) expect(mean(off)).toBeLessThan(0.1);
    }
  });
});

/** Share of pairs, among those that differ in both, whose order is not the same. */
function discordant(a: readonly number[], b: readonly number[]): number {
  let [pairs, otherwise] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let k = 0; k < i; k++) {
      const [inA, inB] = [(a[i] ?? 0) - (a[k] ?? 0), (b[i] ?? 0) - (b[k] ?? 0)];
      if (Number.isNaN(inA) || inA === 0 || inB === 0) continue;
      pairs++;
      if (inA > 0 !== inB > 0) otherwise++;
    }
  }
  return otherwise / pairs;
}

async function isochrone(url: string, { lat, lng }: Point): Promise<Area> {
  const answer = await fetch(`${url}/isochrone`, {
    method: 'POST',
    body: JSON.stringify({
      locations: [{ lat, lon: lng }],
      costing: 'pedestrian',
      costing_options: { pedestrian: { walking_speed: 4.8 } },
      contours: [{ time: 15 }],
      polygons: true,
    }),
  });
  const { geometry } = (await answer.json()).features[0];
  return {
    type: 'MultiPolygon',
    coordinates: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
  };
}
