import { haversineMetres, type Point } from '../../kernel/geo';
import type { Mode } from '../../kernel/vocabulary';
import {
  type Arrival,
  type Journey,
  NEAR_STREET_METRES,
  NoStreet,
  reachMetres,
  sampledArea,
  type TravelTime,
  withinLimit,
} from '../../places';
import { type Matrix, NonsenseError, readMatrix, refusalSchema } from './answers';

/**
 * How Valhalla reckons by mode. Speeds are km/h: 80, 60, 200 and 300 metres a minute. An electric bicycle is a vehicle
 * without motor in Chinese law and keeps to cycle lanes, so it is a fast bicycle and no moped.
 */
const COSTING: Record<Mode, { costing: string; costing_options: Record<string, Record<string, number>> }> = {
  walk: { costing: 'pedestrian', costing_options: { pedestrian: { walking_speed: 4.8 } } },
  slow: { costing: 'pedestrian', costing_options: { pedestrian: { walking_speed: 3.6 } } },
  bike: { costing: 'bicycle', costing_options: { bicycle: { cycling_speed: 12 } } },
  ebike: { costing: 'bicycle', costing_options: { bicycle: { cycling_speed: 18 } } },
  car: { costing: 'auto', costing_options: { auto: { top_speed: 60 } } },
};

/** Valhalla refuses more than 2,500 pairs as it comes; smaller batches use more of its threads. */
const BATCH = 800;
/** Places from which the way to one is asked for at a time: that many by that many pairs, see `square`. */
const SQUARE = 10;
/** Batches under way at once. */
const AT_ONCE = 4;
/** Halvings of the map for a circle: squares of 1/128 of it, for a car, whose map is mostly out of reach, 1/512. */
const LOOKS: Record<Mode, number> = { walk: 4, slow: 4, bike: 4, ebike: 4, car: 6 };

/** Valhalla's codes: places not connected to each other, no street near a place, no way between them. */
const NO_WAY = new Set([170, 171, 442]);

/** Valhalla's code for places farther apart than it answers for: 200 km on foot or by bicycle, as it comes. */
const TOO_FAR = 154;

/** Valhalla refused the question, for a reason of its own. */
class RefusedError extends Error {
  readonly code: number;
  constructor(status: number, code: number) {
    super(`the router refused: ${status} ${code}`);
    this.name = 'RefusedError';
    this.code = code;
  }
}

/**
 * Travel along streets by a Valhalla server (3.9), over HTTP. Errors other than NoStreet mean that it did not answer
 * as it should.
 * @param url its address; keeps no state
 */
export function createValhalla(url: string): TravelTime {
  const address = new URL('sources_to_targets', url.endsWith('/') ? url : `${url}/`).href;

  async function matrix(
    from: readonly Point[],
    mode: Mode,
    to: readonly Point[],
    signal?: AbortSignal,
  ): Promise<Matrix> {
    const at = ({ lat, lng }: Point) => ({ lat, lon: lng });
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sources: from.map(at), targets: to.map(at), ...COSTING[mode], verbose: true }),
      ...(signal ? { signal } : {}),
    });
    const body = await jsonOf(response);
    if (response.status === 200) return readMatrix(body, from.length, to.length);
    const refusal = refusalSchema.safeParse(body);
    throw new RefusedError(response.status, refusal.success ? refusal.data.error_code : 0);
  }

  /** One place that cannot be reached makes Valhalla refuse all of them: it is found by halving. */
  async function batch(
    from: Point,
    mode: Mode,
    to: readonly Point[],
    signal?: AbortSignal,
  ): Promise<(Journey | null)[]> {
    try {
      const { sources_to_targets: rows, targets } = await matrix([from], mode, to, signal);
      return (rows[0] ?? []).map((cell, i) => journeyOf(cell, to[i], targets[i]));
    } catch (error) {
      if (!isNoWay(error)) throw error;
      if (to.length === 1) return [null];
      const half = to.length >> 1;
      const first = await batch(from, mode, to.slice(0, half), signal);
      return [...first, ...(await batch(from, mode, to.slice(half), signal))];
    }
  }

  /** Metres to the street next to the origin. @throws NoStreet */
  async function offset(from: Point, mode: Mode, signal?: AbortSignal): Promise<number> {
    const { sources } = await matrix([from], mode, [from], signal).catch((error) => {
      throw isNoWay(error) ? new NoStreet() : error;
    });
    const metres = metresTo(from, sources[0]);
    if (metres > NEAR_STREET_METRES) throw new NoStreet();
    return metres;
  }

  /**
   * A few places to one. Of more places than targets Valhalla searches backwards from the target, and counts turns and
   * crossings otherwise on the way: by bicycle two minutes apart from what the search of that person says. So the target is named as
   * often as there are places.
   */
  async function square(
    from: readonly Point[],
    mode: Mode,
    to: Point,
    signal?: AbortSignal,
  ): Promise<(Arrival | null)[]> {
    try {
      const {
        sources_to_targets: rows,
        sources,
        targets,
      } = await matrix(
        from,
        mode,
        from.map(() => to),
        signal,
      );
      return from.map((place, i) => {
        const offsetMetres = metresTo(place, sources[i]);
        if (offsetMetres > NEAR_STREET_METRES) return null;
        return { offsetMetres, journey: journeyOf(rows[i]?.[i], to, targets[i]) };
      });
    } catch (error) {
      if (!isNoWay(error) && !isTooFar(error)) throw error;
      const [only] = from;
      // Who is too far to be asked about goes by the estimate, as their own list does; nobody else because of them.
      if (from.length === 1 && isTooFar(error)) return [null];
      if (only && from.length === 1) return [await unreached(only, mode, signal)];
      const half = from.length >> 1;
      const first = await square(from.slice(0, half), mode, to, signal);
      return [...first, ...(await square(from.slice(half), mode, to, signal))];
    }
  }

  /** A place from which no way leads: null when no street is near it. */
  async function unreached(from: Point, mode: Mode, signal?: AbortSignal): Promise<Arrival | null> {
    try {
      return { journey: null, offsetMetres: await offset(from, mode, signal) };
    } catch (error) {
      if (error instanceof NoStreet) return null;
      throw error;
    }
  }

  const journeys: TravelTime['journeys'] = async (from, mode, to, signal) => {
    const offsetMetres = await offset(from, mode, signal);
    const found = await inBatches(to, BATCH, (some) => batch(from, mode, some, signal));
    return { offsetMetres, to: found };
  };

  return {
    source: 'street',
    journeys,
    journeysTo: (from, mode, to, signal) => inBatches(from, SQUARE, (some) => square(some, mode, to, signal)),
    circle: (from, mode, minutes, signal) =>
      sampledArea(from, reachMetres(minutes, mode, 0), LOOKS[mode], async (points) => {
        const { to } = await journeys(from, mode, points, signal);
        return to.map((journey) => journey !== null && withinLimit(journey.minutes, minutes));
      }),
  };
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new NonsenseError('not JSON');
  }
}

/** Asks for all of a list, some at a time and a few times at once; answers in the order of the list. */
async function inBatches<T, R>(
  list: readonly T[],
  size: number,
  ask: (some: readonly T[]) => Promise<R[]>,
): Promise<R[]> {
  const found: R[][] = [];
  const starts = Array.from({ length: Math.ceil(list.length / size) }, (_, i) => i * size);
  const next = async (): Promise<void> => {
    const start = starts.shift();
    if (start === undefined) return;
    found[start / size] = await ask(list.slice(start, start + size));
    return next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return found.flat();
}

const isTooFar = (error: unknown) => error instanceof RefusedError && error.code === TOO_FAR;
const isNoWay = (error: unknown): error is RefusedError =>
  error instanceof RefusedError && NO_WAY.has(error.code);

/** @param street where the router moved the place to that was asked for */
function journeyOf(
  cell: { time: number | null; distance: number | null } | undefined,
  asked: Point | undefined,
  street: { lat: number; lon: number } | undefined,
): Journey | null {
  if (!cell || cell.time === null || cell.distance === null || !asked) return null;
  return metresTo(asked, street) > NEAR_STREET_METRES
    ? null
    : { minutes: cell.time / 60, metres: cell.distance * 1000 };
}

function metresTo(point: Point, street: { lat: number; lon: number } | undefined): number {
  if (!street) return Number.POSITIVE_INFINITY;
  return haversineMetres(point.lat, point.lng, street.lat, street.lon);
}
