import { haversineMetres, type Point } from '../kernel/geo';
import type { Mode } from '../kernel/vocabulary';

/** Metres a minute by mode; `slow` is an older walker. */
export const SPEED_METRES_PER_MINUTE: Record<Mode, number> = {
  walk: 80,
  slow: 60,
  bike: 200,
  ebike: 300,
  car: 400,
};

/** How much longer streets are than the crow flies, on average over a city's grid. */
export const DETOUR_FACTOR = 1.3;

/** Limits are compared with this tolerance, so that "15 minutes" does not fail on a rounding. */
export const TOLERANCE_MINUTES = 0.01;

/** A journey one way. `metres` are along streets. */
export interface Travel {
  minutes: number;
  metres: number;
  mode: Mode;
  /** `estimate`: computed from the crow-fly distance; `street`: answered by a router. */
  source: 'estimate' | 'street';
}

/** Minutes one way without streets: haversine × {@link DETOUR_FACTOR} ÷ speed. */
export function estimateMinutes(crowMetres: number, mode: Mode): number {
  return (crowMetres * DETOUR_FACTOR) / SPEED_METRES_PER_MINUTE[mode];
}

/** The estimated journey between two points. */
export function estimateTravel(from: Point, to: Point, mode: Mode): Travel {
  const crow = haversineMetres(from.lat, from.lng, to.lat, to.lng);
  return { minutes: estimateMinutes(crow, mode), metres: crow * DETOUR_FACTOR, mode, source: 'estimate' };
}

/** Whether a journey is within the limit, tolerance included. */
export function withinLimit(minutes: number, limit: number): boolean {
  return minutes <= limit + TOLERANCE_MINUTES;
}

/** Crow-fly radius in metres that holds every place within `minutes` by the estimate. */
export function radiusMetres(minutes: number, mode: Mode): number {
  return ((minutes + TOLERANCE_MINUTES) * SPEED_METRES_PER_MINUTE[mode]) / DETOUR_FACTOR;
}
