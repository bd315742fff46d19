import { describe, expect, it } from 'vitest';
import { haversineMetres, type Point } from '../../src/kernel/geo';
import { MODES, type Mode } from '../../src/kernel/vocabulary';
import {
  contains,
  leastMinutes,
  NoStreet,
  SPEED_METRES_PER_MINUTE,
  type TravelTime,
  withinLimit,
} from '../../src/places';
import { pointsAround } from '../support/valhalla';

/** What every TravelTime promises; run it over each implementation. @param at a place with streets around it */
export function travelTimeContract(name: string, open: () => { travel: TravelTime; at: Point }): void {
  describe(`TravelTime: ${name}`, { timeout: 60_000 }, () => {
    const { travel, at } = open();
    /** Minutes in which each mode gets about a kilometre. */
    const about = (mode: Mode) => Math.max(2, Math.round(1000 / SPEED_METRES_PER_MINUTE[mode]));

    it.each(MODES)('%s: answers in the order asked, never faster than may be', async (mode) => {
      const points = pointsAround(at, 1200, 300, 1);
      const { to, offsetMetres } = await travel.journeys(at, mode, points);
      expect(to).toHaveLength(points.length);
      expect(offsetMetres).toBeGreaterThanOrEqual(0);
      expect(to.filter((journey) => journey !== null).length).toBeGreaterThan(points.length * 0.8);
      for (const [i, journey] of to.entries()) {
        if (journey === null) continue;
        const { lat, lng } = points[i] as Point;
        const crow = haversineMetres(at.lat, at.lng, lat, lng);
        // Routers answer in whole seconds.
        expect(journey.minutes).toBeGreaterThanOrEqual(leastMinutes(crow, mode, offsetMetres) - 1 / 60);
        expect(journey.metres).toBeGreaterThanOrEqual(0);
      }
      const { to: reversed } = await travel.journeys(at, mode, [...points].reverse());
      expect(reversed.reverse()).toEqual(to);
    });

    it.each(MODES)('%s: says of many who go to one place what each of them is told alone', async (mode) => {
      const homes = pointsAround(at, 1200, 45, 6);
      const door = pointsAround(at, 300, 1, 7)[0] as Point;
      const arrivals = await travel.journeysTo(homes, mode, door);
      expect(arrivals).toHaveLength(homes.length);
      for (const [i, home] of homes.entries()) {
        const alone = await travel.journeys(home, mode, [door]).catch((error) => {
          if (error instanceof NoStreet) return null;
          throw error;
        });
        expect(arrivals[i]).toEqual(alone && { journey: alone.to[0], offsetMetres: alone.offsetMetres });
      }
      expect(await travel.journeysTo([], mode, door)).toEqual([]);
    });

    it('answers nothing when asked for nothing, and is at once where it starts', async () => {
      expect((await travel.journeys(at, 'walk', [])).to).toEqual([]);
      const [here] = (await travel.journeys(at, 'walk', [at])).to;
      expect(here?.minutes).toBeLessThan(0.5);
    });

    it('takes whoever walks slowly longer than whoever walks, and them longer than by bicycle', async () => {
      const points = pointsAround(at, 1000, 50, 2);
      const minutes = async (mode: Mode) => {
        const { to } = await travel.journeys(at, mode, points);
        return to.reduce((sum, journey) => sum + (journey?.minutes ?? 0), 0);
      };
      const [slow, walk, bike, ebike] = await Promise.all([
        minutes('slow'),
        minutes('walk'),
        minutes('bike'),
        minutes('ebike'),
      ]);
      expect(slow).toBeGreaterThan(walk);
      expect(walk).toBeGreaterThan(bike);
      expect(bike).toBeGreaterThan(ebike);
    });

    it.each(MODES)('%s: circle and minutes agree for at least 97 of 100 places', async (mode) => {
      const minutes = about(mode);
      const area = await travel.circle(at, mode, minutes);
      const points = pointsAround(at, 1100, 1500, 3);
      const { to } = await travel.journeys(at, mode, points);
      const isReached = (journey: (typeof to)[number]) =>
        journey !== null && withinLimit(journey.minutes, minutes);
      const agree = points.filter((point, i) => contains(area, point) === isReached(to[i] ?? null)).length;
      expect(agree / points.length).toBeGreaterThanOrEqual(0.97);
      // Neither everything nor nothing.
      const share = to.filter(isReached).length / points.length;
      expect(share).toBeGreaterThan(0.1);
      expect(share).toBeLessThan(0.95);
    });

    it('closes its rings', async () => {
      for (const ring of (await travel.circle(at, 'walk', 10)).coordinates.flat()) {
        expect(ring.length).toBeGreaterThanOrEqual(4);
        expect(ring[0]).toEqual(ring.at(-1));
      }
    });
  });
}
