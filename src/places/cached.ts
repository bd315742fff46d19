import type { Point } from '../kernel/geo';
import type { Mode } from '../kernel/vocabulary';
import type { Area } from './area';
import type { Arrival, Journey, Journeys, TravelTime } from './ports';

/** How long what a router said is believed, ms: its map changes when somebody builds a new one. */
export const KEEP_MS = 30 * 60_000;
/** Journeys kept in memory, about 100 bytes each. */
export const KEEP_JOURNEYS = 200_000;
/** Circles kept in memory, about 20 kB each. */
const KEEP_CIRCLES = 200;

/** What is known from one origin by one mode. */
interface Known {
  until: number;
  offsetMetres: number;
  to: Map<number, Journey | null>;
}

/**
 * Rounds to 10⁻⁶ degrees, about a decimetre. What is asked for is the rounded place, so that an answer does not depend
 * on who asked before.
 */
const units = (degrees: number) => Math.round(degrees * 1e6);
const roundedPoint = ({ lat, lng }: Point): Point => ({ lat: units(lat) / 1e6, lng: units(lng) / 1e6 });
/** Two rounded coordinates of China, 50° by 62°, in one number below 2⁵³. */
const keyOf = ({ lat, lng }: Point) => (units(lat) - 3e6) * 2 ** 26 + (units(lng) - 73e6);

/**
 * A travel time that remembers, by origins and destinations rounded to a decimetre. The longest unused origins go first.
 * @param now ms of a clock that never goes back
 */
export function createCachedTravelTime(
  inner: TravelTime,
  now: () => number = () => performance.now(),
  room: { journeys?: number; ms?: number } = {},
): TravelTime {
  const { journeys: most = KEEP_JOURNEYS, ms = KEEP_MS } = room;
  const origins = new Map<string, Known>();
  const circles = new Map<string, { until: number; area: Area }>();
  let count = 0;

  function forget(key: string): void {
    count -= origins.get(key)?.to.size ?? 0;
    origins.delete(key);
  }
  /** What is known of an origin, which thereby is the last one used. */
  function recall(key: string): Known | null {
    const known = origins.get(key);
    if (!known) return null;
    if (known.until <= now()) {
      forget(key);
      return null;
    }
    origins.delete(key);
    origins.set(key, known);
    return known;
  }

  /** Another search may have written meanwhile: what it has learnt is added to. */
  function keep(key: string, offsetMetres: number, fresh: ReadonlyMap<number, Journey | null>): void {
    const kept = recall(key) ?? { until: now() + ms, offsetMetres, to: new Map() };
    const before = origins.has(key) ? kept.to.size : 0;
    for (const [at, journey] of fresh) kept.to.set(at, journey);
    origins.set(key, kept);
    count += kept.to.size - before;
    for (const oldest of origins.keys()) {
      if (count <= most) break;
      forget(oldest);
    }
  }

  return {
    source: inner.source,
    async journeys(from, mode, to, signal): Promise<Journeys> {
      const key = originKey(from, mode);
      const known = recall(key);
      const rounded = to.map(roundedPoint);
      const missing = new Map<number, Point>();
      for (const point of rounded) if (!known?.to.has(keyOf(point))) missing.set(keyOf(point), point);
      const answer =
        known && missing.size === 0
          ? { to: [], offsetMetres: known.offsetMetres }
          : await inner.journeys(roundedPoint(from), mode, [...missing.values()], signal);
      const fresh = new Map([...missing.keys()].map((at, i) => [at, answer.to[i] ?? null]));
      const { offsetMetres } = answer;
      const found = rounded.map((point) => {
        const at = keyOf(point);
        return fresh.get(at) ?? known?.to.get(at) ?? null;
      });
      keep(key, offsetMetres, fresh);
      return { to: found, offsetMetres };
    },

    async journeysTo(from, mode, to, signal) {
      const door = roundedPoint(to);
      const at = keyOf(door);
      const answers = new Map<string, Arrival | null>();
      const missing = new Map<string, Point>();
      for (const place of from) {
        const key = originKey(place, mode);
        const known = recall(key);
        const journey = known?.to.get(at);
        if (known && journey !== undefined) answers.set(key, { journey, offsetMetres: known.offsetMetres });
        else missing.set(key, roundedPoint(place));
      }
      if (missing.size > 0) {
        const asked = await inner.journeysTo([...missing.values()], mode, door, signal);
        for (const [i, key] of [...missing.keys()].entries()) {
          const arrival = asked[i] ?? null;
          answers.set(key, arrival);
          if (arrival) keep(key, arrival.offsetMetres, new Map([[at, arrival.journey]]));
        }
      }
      return from.map((place) => answers.get(originKey(place, mode)) ?? null);
    },

    async circle(from, mode, minutes, signal) {
      const key = `${originKey(from, mode)} ${minutes}`;
      const known = circles.get(key);
      circles.delete(key);
      const kept =
        known && known.until > now()
          ? known
          : { until: now() + ms, area: await inner.circle(roundedPoint(from), mode, minutes, signal) };
      circles.set(key, kept);
      for (const oldest of circles.keys()) {
        if (circles.size <= KEEP_CIRCLES) break;
        circles.delete(oldest);
      }
      return kept.area;
    },
  };
}

function originKey(from: Point, mode: Mode): string {
  return `${mode} ${keyOf(from)}`;
}
