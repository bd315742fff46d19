import { createValhalla } from '../adapters/travel/valhalla';
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
