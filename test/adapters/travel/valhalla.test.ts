import { describe, expect, it } from 'vitest';
import { createValhalla } from '../../../src/adapters/travel/valhalla';
import { createCachedTravelTime, NoStreet } from '../../../src/places';
import { travelTimeContract } from '../../contracts/travel-time.suite';
import { MISSING_VALHALLA, pointsAround, testRouter } from '../../support/valhalla';

/** A real server; which map it has is told by VALHALLA_AT. */
const router = testRouter();

if (router) {
  travelTimeContract('Valhalla', () => ({ travel: createValhalla(router.url), at: router.at }));
  travelTimeContract('Valhalla, remembered', () => ({
    travel: createCachedTravelTime(createValhalla(router.url)),
    at: router.at,
  }));
}

const title = router ? 'Valhalla' : `TravelTime: Valhalla (${MISSING_VALHALLA})`;
describe.skipIf(!router)(title, { timeout: 60_000 }, () => {
  const { url, at } = router ?? { url: 'http://127.0.0.1:9', at: { lat: 0, lng: 0 } };
  const travel = createValhalla(url);

  it("gives Valhalla's own minutes and metres", async () => {
    const points = pointsAround(at, 1200, 2000, 11);
    const { to } = await travel.journeys(at, 'walk', points);
    const body = {
      sources: [{ lat: at.lat, lon: at.lng }],
      targets: points.map(({ lat, lng }) => ({ lat, lon: lng })),
      costing: 'pedestrian',
      costing_options: { pedestrian: { walking_speed: 4.8 } },
      verbose: false,
    };
    const answer = await fetch(`${url}/sources_to_targets`, { method: 'POST', body: JSON.stringify(body) });
    const { durations, distances } = (await answer.json()).sources_to_targets;
    const found = to.flatMap((journey, i) => (journey ? [{ journey, i }] : []));
    expect(found.length).toBeGreaterThan(1900);
    for (const { journey, i } of found) {
      expect(journey.minutes * 60).toBeCloseTo(durations[0][i], 6);
      expect(journey.metres / 1000).toBeCloseTo(distances[0][i], 6);
    }
  });

  it('knows no street at sea and off its map', async () => {
    for (const far of [
      { lat: 30, lng: 123 },
      { lat: at.lat + 1, lng: at.lng },
    ]) {
      await expect(travel.journeys(far, 'walk', [at])).rejects.toBeInstanceOf(NoStreet);
      await expect(travel.circle(far, 'walk', 15)).rejects.toBeInstanceOf(NoStreet);
    }
  });

  it('says of each place by itself that no street leads there', async () => {
    const near = pointsAround(at, 800, 20, 12);
    const off = { lat: at.lat + 1, lng: at.lng + 1 };
    const plain = await travel.journeys(at, 'walk', near);
    const mixed = await travel.journeys(at, 'walk', [off, ...near.slice(0, 7), off, ...near.slice(7), off]);
    expect(mixed.to).toEqual([null, ...plain.to.slice(0, 7), null, ...plain.to.slice(7), null]);
  });

  it('says of each who goes to one place by itself that no street is near them', async () => {
    const near = pointsAround(at, 800, 13, 14);
    const off = { lat: at.lat + 1, lng: at.lng + 1 };
    const abroad = { lat: at.lat - 3, lng: at.lng };
    const plain = await travel.journeysTo(near, 'walk', at);
    expect(plain.every((arrival) => arrival !== null)).toBe(true);
    const mixed = await travel.journeysTo(
      [off, ...near.slice(0, 7), abroad, ...near.slice(7), off],
      'walk',
      at,
    );
    expect(mixed).toEqual([null, ...plain.slice(0, 7), null, ...plain.slice(7), null]);
    const nowhere = await travel.journeysTo([...near.slice(0, 3), off], 'walk', {
      lat: at.lat + 0.6,
      lng: at.lng + 0.6,
    });
    expect(nowhere.map((arrival) => (arrival === null ? null : arrival.journey))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(nowhere.map((arrival) => arrival === null)).toEqual([false, false, false, true]);
  });

  it('stops asking when nobody waits any more', async () => {
    const points = pointsAround(at, 1200, 2000, 13);
    await expect(travel.journeys(at, 'walk', points, AbortSignal.abort())).rejects.toThrow();
  });
});
