import type { Ctx } from '../context';
import { haversineMetres, type Point } from '../kernel/geo';

/** A place with a name that one may start from. */
export interface StartingPlace extends Point {
  name: string;
}

type Known = Pick<Ctx, 'lexicon' | 'station'>;

/** Places of the gazetteer farther from the station than this are no start of anybody's way, metres. */
const REACH_METRES = 15_000;
/** A place of the gazetteer nearer than this to the station is the station, which stands in every list, metres. */
const STATION_METRES = 50;
/** Two points nearer than this are the same place, metres. */
const SAME_METRES = 1;

const metresBetween = (a: Point, b: Point) => haversineMetres(a.lat, a.lng, b.lat, b.lng);

/** Every place that has a name here: the station's own 小区 first, then the gazetteer's; one of each name. */
function namedPlaces({ station, lexicon }: Known): readonly StartingPlace[] {
  const own = station.settings.places ?? [];
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...lexicon.places.filter(({ name }) => !names.has(name))];
}

/**
 * The places to choose from, without the station itself: those it named, all of them, then those of the
 * gazetteer within reach.
 */
export function startingPlaces(ctx: Known): readonly StartingPlace[] {
  const own = new Set<StartingPlace>(ctx.station.settings.places);
  return namedPlaces(ctx).filter((place) => {
    const metres = metresBetween(place, ctx.station);
    return own.has(place) || (metres > STATION_METRES && metres < REACH_METRES);
  });
}

/** The point of a place by its name; undefined for a name that nothing has here. */
export function placeNamed(ctx: Known, name: string): Point | undefined {
  const place = namedPlaces(ctx).find((other) => other.name === name);
  return place && { lat: place.lat, lng: place.lng };
}

/** The name of the place at a point; undefined for none. */
export function placeAt(ctx: Known, point: Point): string | undefined {
  return namedPlaces(ctx).find((place) => metresBetween(place, point) <= SAME_METRES)?.name;
}
