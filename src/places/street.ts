import type { Mode } from '../kernel/vocabulary';
import { SPEED_METRES_PER_MINUTE, TOLERANCE_MINUTES } from './travel';

/**
 * A place farther than this from any street that the map knows counts as not reached by one, metres. With it a
 * journey of which only the crow-fly distance is known can be bounded from below.
 */
export const NEAR_STREET_METRES = 200;

/** Nobody is faster along streets, metres a minute. A car may do 60 km/h. */
export const TOP_METRES_PER_MINUTE: Record<Mode, number> = { ...SPEED_METRES_PER_MINUTE, car: 1000 };

/**
 * Least minutes along streets to a place of which only the crow-fly distance is known: both ends may be moved to the
 * street next to them, by {@link NEAR_STREET_METRES} at most.
 * @param offsetMetres that of the origin, as far as it is known
 */
export function leastMinutes(crowMetres: number, mode: Mode, offsetMetres = NEAR_STREET_METRES): number {
  return Math.max(0, crowMetres - offsetMetres - NEAR_STREET_METRES) / TOP_METRES_PER_MINUTE[mode];
}

/** Crow-fly radius in metres that surely holds every place within `minutes` along streets. */
export function reachMetres(minutes: number, mode: Mode, offsetMetres = NEAR_STREET_METRES): number {
  return (minutes + TOLERANCE_MINUTES) * TOP_METRES_PER_MINUTE[mode] + offsetMetres + NEAR_STREET_METRES;
}
