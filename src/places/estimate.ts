import { EARTH_RADIUS_METRES, type Point } from '../kernel/geo';
import type { Area, Position } from './area';
import type { TravelTime } from './ports';
import { estimateTravel, radiusMetres } from './travel';

/** Corners of an estimated circle. */
const CORNERS = 64;
const DEGREES = 180 / Math.PI;

/** Travel without streets: the crow-fly distance and an average detour. Always answers. */
export const estimate: TravelTime = {
  source: 'estimate',
  async journeys(from, mode, to) {
    const journeys = to.map((point) => {
      const { minutes, metres } = estimateTravel(from, point, mode);
      return { minutes, metres };
    });
    return { to: journeys, offsetMetres: 0 };
  },
  async journeysTo(from, mode, to) {
    return from.map((place) => {
      const { minutes, metres } = estimateTravel(place, to, mode);
      return { journey: { minutes, metres }, offsetMetres: 0 };
    });
  },
  async circle(from, mode, minutes) {
    return circleOf(from, radiusMetres(minutes, mode));
  },
};

/**
 * A regular polygon of 64 corners around a point that has the area of the circle: its corners lie a little outside.
 * @param metres radius on the ground
 */
export function circleOf({ lat, lng }: Point, metres: number): Area {
  const step = (2 * Math.PI) / CORNERS;
  const radius = (metres * Math.sqrt(step / Math.sin(step)) * DEGREES) / EARTH_RADIUS_METRES;
  const ring = Array.from({ length: CORNERS }, (_, i): Position => {
    const north = radius * Math.sin(i * step);
    const east = (radius * Math.cos(i * step)) / Math.cos((lat + north / 2) / DEGREES);
    return [rounded(lng + east), rounded(lat + north)];
  });
  return { type: 'MultiPolygon', coordinates: [[[...ring, ring[0] as Position]]] };
}

/** Degrees to 10⁻⁶, about a decimetre. */
export function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
