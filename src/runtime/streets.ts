import { createValhalla } from '../adapters/travel/valhalla';
import { createCachedTravelTime, createStreets, type OnStreetsDegraded, type Streets } from '../places';
import type { Env } from './env';

/** The street router that the environment names; null without one. */
export function streetsOf(
  { VALHALLA_URL }: Pick<Env, 'VALHALLA_URL'>,
  onDegraded: OnStreetsDegraded,
): Streets | null {
  return VALHALLA_URL
    ? createStreets(createCachedTravelTime(createValhalla(VALHALLA_URL)), onDegraded)
    : null;
}
