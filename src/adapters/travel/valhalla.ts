import { haversineMetres, type Point } from '../../kernel/geo';
import type { Mode } from '../../kernel/vocabulary';
import {
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
/** Batches under way at once. */
const AT_ONCE = 4;
/** Halvings of the map for a circle: squares of 1/128 of it, for a car, whose map is mostly out of reach, 1/512. */
const LOOKS: Record<Mode, number> = { walk: 4, slow: 4, bike: 4, ebike: 4, car: 6 };

/** Valhalla's codes: places not connected to each other, no street near a place, no way between them. */
const NO_WAY = new Set([170, 171, 442]);

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
    from: Point,
    mode: Mode,
    to: readonly Point[],
    signal?: AbortSignal,
  ): Promise<Matrix> {
    const at = ({ lat, lng }: Point) => ({ lat, lon: lng });
    const response = await fetch(address, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sources: [at(from)], targets: to.map(at), ...COSTING[mode], verbose: true }),
      ...(signal ? { signal } : {}),
    });
    const body = await jsonOf(response);
    if (response.status === 200) return readMatrix(body, to.length);
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
      return journeysOf(await matrix(from, mode, to, signal), to);
    } catch (error) {
      if (!(error instanceof RefusedError && NO_WAY.has(error.code))) throw error;
      if (to.length === 1) return [null];
      const half = to.length >> 1;
      const first = await batch(from, mode, to.slice(0, half), signal);
      return [...first, ...(await batch(from, mode, to.slice(half), signal))];
    }
  }

  /** Metres to the street next to the origin. */
  async function offset(from: Point, mode: Mode, signal?: AbortSignal): Promise<number> {
    const { sources } = await matrix(from, mode, [from], signal).catch((error) => {
      throw error instanceof RefusedError && NO_WAY.has(error.code) ? new NoStreet() : error;
    });
    const metres = metresTo(from, sources[0]);
    if (metres > NEAR_STREET_METRES) throw new NoStreet();
    return metres;
  }

  const journeys: TravelTime['journeys'] = async (from, mode, to, signal) => {
    const offsetMetres = await offset(from, mode, signal);
    const found: (Journey | null)[][] = [];
    const starts = Array.from({ length: Math.ceil(to.length / BATCH) }, (_, i) => i * BATCH);
    const next = async (): Promise<void> => {
      const start = starts.shift();
      if (start === undefined) return;
      found[start / BATCH] = await batch(from, mode, to.slice(start, start + BATCH), signal);
      return next();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    return { offsetMetres, to: found.flat() };
  };

  return {
    source: 'street',
    journeys,
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

function journeysOf(matrix: Matrix, to: readonly Point[]): (Journey | null)[] {
  const [row] = matrix.sources_to_targets;
  return row.map(({ time, distance }, i) => {
    const [asked, found] = [to[i], matrix.targets[i]];
    if (time === null || distance === null || !asked || !found) return null;
    return metresTo(asked, found) > NEAR_STREET_METRES
      ? null
      : { minutes: time / 60, metres: distance * 1000 };
  });
}

function metresTo(point: Point, street: { lat: number; lon: number }): number {
  return haversineMetres(point.lat, point.lng, street.lat, street.lon);
}
