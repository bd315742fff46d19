import { haversineMetres, type Point } from '../kernel/geo';
import type { Mode } from '../kernel/vocabulary';
import { type Journeys, leastMinutes, NoStreet, type Streets } from '../places';
import { type Holding, shownOf } from './holding';
import type { Search, StreetTimes } from './prepared';
import type { BoardRow } from './row';

/** Places of a person's day to which ways matter, home first. */
export const placesOf = ({ availability, origin }: Pick<Search, 'availability' | 'origin'>) =>
  availability?.places ?? [origin];

/** The shortest ways that any street allows. @param offsetMetres of the postings, as far as it is known */
export function leastTimes(
  rows: readonly BoardRow[],
  search: Search,
  offsetMetres?: number | undefined,
): StreetTimes {
  return {
    minutes: placesOf(search).map(({ lat, lng }) =>
      Float64Array.from(rows, (row) =>
        leastMinutes(haversineMetres(lat, lng, row.lat, row.lng), search.mode, offsetMetres),
      ),
    ),
    metres: new Float64Array(rows.length),
  };
}

/** One place from which somebody starts, and the postings to which the way from there matters. */
interface Start {
  place: Point;
  mode: Mode;
  positions: Set<number>;
}

/**
 * Many people with the journeys along streets that decide which of the postings they are shown, within one budget.
 * Whoever starts where the router knows no street goes by the estimate, as in their own list.
 * @returns null when the router did not answer for all of them: then everybody goes by the estimate
 */
export async function alongStreets(
  { streets }: { streets: Streets },
  rows: readonly BoardRow[],
  people: readonly Holding[],
  budgetMs: number,
): Promise<Holding[] | null> {
  const starts = new Map<string, Start>();
  for (const { search, terms } of people) {
    const street = leastTimes(rows, search);
    const shown = new Set(shownOf(rows, { search: { ...search, street }, terms }).map(({ row }) => row));
    const positions = rows.flatMap((row, position) => (shown.has(row) ? [position] : []));
    for (const place of placesOf(search)) {
      const key = keyOf(place, search.mode);
      const start = starts.get(key) ?? { place, mode: search.mode, positions: new Set() };
      for (const position of positions) start.positions.add(position);
      starts.set(key, start);
    }
  }
  const known = await askAll(streets, rows, starts, budgetMs);
  if (known === null) return null;
  return people.map(({ search, terms }) => {
    const street = timesOf(placesOf(search).map((place) => known.get(keyOf(place, search.mode)) ?? null));
    if (street === null) streets.none();
    return { search: street === null ? search : { ...search, street }, terms };
  });
}

const keyOf = ({ lat, lng }: Point, mode: Mode) => `${mode} ${lat} ${lng}`;

/** Minutes and metres by position of the posting; Infinity where no street leads, and where it does not matter. */
type Times = { minutes: Float64Array; metres: Float64Array };

/** How many starts are asked about at once: more would only wait for each other. */
const AT_ONCE = 4;

/** By start what the router says, null where it knows no street; null instead of all when it does not answer. */
async function askAll(
  streets: Streets,
  rows: readonly BoardRow[],
  starts: ReadonlyMap<string, Start>,
  budgetMs: number,
): Promise<Map<string, Times | null> | null> {
  const guard = streets.together(budgetMs);
  const known = new Map<string, Times | null>();
  const left = [...starts];
  let isAnswered = true;
  const next = async (): Promise<void> => {
    const start = left.shift();
    if (start === undefined || !isAnswered) return;
    const [key, { place, mode, positions }] = start;
    const points = [...positions].map((position) => rows[position] as Point);
    try {
      const answer = await guard.ask(mode, (router, signal) =>
        router.journeys(
          place,
          mode,
          points.map(({ lat, lng }) => ({ lat, lng })),
          signal,
        ),
      );
      if (answer === null) isAnswered = false;
      else known.set(key, spread(rows.length, [...positions], answer));
    } catch (error) {
      if (!(error instanceof NoStreet)) throw error;
      known.set(key, null);
    }
    return next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return isAnswered ? known : null;
}

function spread(count: number, positions: readonly number[], { to }: Journeys): Times {
  const times = {
    minutes: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    metres: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
  };
  for (const [i, position] of positions.entries()) {
    const journey = to[i];
    if (!journey) continue;
    times.minutes[position] = journey.minutes;
    times.metres[position] = journey.metres;
  }
  return times;
}

function timesOf(places: readonly (Times | null)[]): StreetTimes | null {
  const [home] = places;
  if (!home || places.includes(null)) return null;
  return { minutes: places.flatMap((times) => (times ? [times.minutes] : [])), metres: home.metres };
}
