import { createValhalla } from '../adapters/travel/valhalla';
import type { Point } from '../kernel/geo';
import {
  createCachedTravelTime,
  createStreets,
  type OnStreetsDegraded,
  STREETS_BUDGET_MS,
  type Streets,
} from '../places';
import type { Env } from './env';

/**
 * The street router that the environment names; null without one.
 * @param budgetMs how long one search may wait for it
 */
export function streetsOf(
  { VALHALLA_URL }: Pick<Env, 'VALHALLA_URL'>,
  onDegraded: OnStreetsDegraded,
  budgetMs = STREETS_BUDGET_MS,
): Streets | null {
  if (!VALHALLA_URL) return null;
  return createStreets(createCachedTravelTime(createValhalla(VALHALLA_URL)), onDegraded, { budgetMs });
}

/** How long the start waits for a router that does not answer, ms. */
const WARM_MS = 2_000;

/**
 * Asks the router something before anybody waits for it: the first question takes many times as long as the next ones.
 * Never rejects: a router that does not answer is told of as at any other time.
 */
export async function warmStreets(streets: Streets | null, { lat, lng }: Point): Promise<void> {
  const points = Array.from({ length: 400 }, (_, i) => ({
    lat: lat + ((i % 20) - 10) * 1e-3,
    lng: lng + (Math.floor(i / 20) - 10) * 1e-3,
  }));
  await streets
    ?.ask('walk', (router, signal) => router.journeys({ lat, lng }, 'walk', points, signal), WARM_MS)
    .catch(() => null);
}
