import { weekdayOfEpochDay } from '../kernel/clock';
import type { Point } from '../kernel/geo';
import { DAY_MINUTES, type Interval, TURNS, unroll, WEEK_MINUTES, type Week } from '../kernel/week';
import { TOLERANCE_MINUTES } from '../places';
import { cutAt, ENDLESS, type Leg, type Stop } from './stops';

/**
 * Free time that begins at one place and ends at another: home and home, or the school gate and home. Places
 * are positions in {@link Availability.places}.
 */
export interface FreeTime {
  from: number;
  to: number;
  /** Contiguous pieces, unrolled over Sunday midnight. */
  pieces: Week;
  /**
   * For every minute of the week how many minutes the piece it lies in still lasts, 0 outside: by it a span is
   * held against the whole week in one step.
   */
  left: Uint16Array;
}

/** A person's week, prepared once per search. */
export interface Availability {
  /** Where journeys to work begin and end, WGS-84; the first is home. */
  places: readonly Point[];
  times: readonly FreeTime[];
  /**
   * Whether the free hours were not said but taken to be all that nothing is known against: what does not fit is out,
   * what does has no fit that could count.
   */
  assumed: boolean;
  /** Dates (epoch days) that are unlike their weekday, for shifts on a date; minutes as in the week of that date. */
  days: UnlikeDays;
}

/** The free time of dates that are unlike their weekday; undefined for a date that is like it. */
export interface UnlikeDays {
  get(day: number): readonly Leg[] | undefined;
}

/** Minutes one way between a posting and each of {@link Availability.places}. */
export type Journeys = ArrayLike<number>;

/** When a person is free and where they have to be, as they said it. */
export interface TimeTable {
  free: Week;
  /** Whether `free` was not said. */
  assumed?: boolean;
  home: Point;
  /** Places where they are at some minute of every week, and work that they do: never two at once. */
  stops?: readonly WeeklyStop[];
  /** Dates on which other hours hold, minutes of the day; none: not free at all. */
  exceptions?: ReadonlyMap<number, readonly Interval[]>;
  /** Work on single dates. */
  dated?: readonly DatedStop[];
}

/** Somebody is at a place from `start` to `end` (minutes of the week; the same for a moment). */
export interface WeeklyStop {
  start: number;
  end: number;
  place: Point;
}

/** A stop on one date: minutes of the week of that date. */
export interface DatedStop extends WeeklyStop {
  day: number;
}

/** Home, the first of all places. */
const HOME = 0;

/** A week that is free from home to home. */
export function prepareWeek(free: Week, home: Point): Availability {
  return prepareAvailability({ free, home });
}

/** Prepares a person's time for {@link isFeasible}: free pieces, cut wherever they have to be somewhere. */
export function prepareAvailability(table: TimeTable): Availability {
  const places = [table.home];
  const placed = ({ start, end, place }: WeeklyStop): Stop => ({ start, end, place: placeOf(places, place) });
  // A date's work keeps its hours of the week free of weekly work too: both would be wanted on that date.
  const weekly = [...(table.stops ?? []), ...(table.dated ?? [])].map(placed);
  const groups = new Map<string, { from: number; to: number; pieces: Interval[] }>();
  for (const { from, to, start, end } of cutAt(unroll(table.free), weekly, HOME)) {
    const key = `${from} ${to}`;
    const group = groups.get(key) ?? { from, to, pieces: [] };
    group.pieces.push([start, end]);
    groups.set(key, group);
  }
  const times = [...groups.values()].map(({ from, to, pieces }) => freeTime(from, to, pieces));
  return { places, times, assumed: table.assumed ?? false, days: daysOf(table, placed) };
}

function placeOf(places: Point[], place: Point): number {
  const known = places.findIndex(({ lat, lng }) => lat === place.lat && lng === place.lng);
  return known >= 0 ? known : places.push({ lat: place.lat, lng: place.lng }) - 1;
}

function freeTime(from: number, to: number, pieces: Week): FreeTime {
  const left = new Uint16Array(WEEK_MINUTES);
  for (const [start, end] of pieces) {
    if (end === ENDLESS) left.fill(ENDLESS);
    else for (let at = start; at < end; at++) left[at % WEEK_MINUTES] = end - at;
  }
  return { from, to, pieces, left };
}

/**
 * The dates on which something else holds than in other weeks, each with the nights before and after it. A person may
 * have a year's holidays, and few postings are on a date: each is worked out when it is asked for.
 */
function daysOf(table: TimeTable, placed: (stop: WeeklyStop) => Stop): UnlikeDays {
  const { exceptions = new Map<number, readonly Interval[]>(), dated = [] } = table;
  const unlike = [...exceptions.keys(), ...dated.map(({ day }) => day)];
  const around = new Set(unlike.flatMap((day) => [day - 1, day, day + 1]));
  const known = new Map<number, readonly Leg[]>();
  return {
    get(day) {
      if (!around.has(day)) return undefined;
      const legs = known.get(day) ?? legsOn(day, table, placed);
      known.set(day, legs);
      return legs;
    },
  };
}

function legsOn(day: number, table: TimeTable, placed: (stop: WeeklyStop) => Stop): Leg[] {
  const { exceptions = new Map<number, readonly Interval[]>(), dated = [], stops = [] } = table;
  const base = weekdayOfEpochDay(day) * DAY_MINUTES;
  const near = [-1, 0, 1].flatMap((offset) =>
    freeOn(table.free, exceptions, day + offset, base + offset * DAY_MINUTES),
  );
  const weekly = stops.flatMap((stop) =>
    TURNS.map((turn) => ({ ...stop, start: stop.start + turn, end: stop.end + turn })),
  );
  const own = dated.flatMap((stop) => {
    const moved = (stop.day - day) * DAY_MINUTES + base - weekdayOfEpochDay(stop.day) * DAY_MINUTES;
    return Math.abs(stop.day - day) > 1
      ? []
      : [{ ...stop, start: stop.start + moved, end: stop.end + moved }];
  });
  return cutAt(joined(near), [...weekly, ...own].map(placed), HOME, [0]);
}

/** The free hours of one date, moved to where the date lies on the line. */
function freeOn(
  free: Week,
  exceptions: ReadonlyMap<number, readonly Interval[]>,
  day: number,
  at: number,
): Interval[] {
  const other = exceptions.get(day);
  if (other) return other.map(([start, end]) => [at + start, at + end]);
  const base = weekdayOfEpochDay(day) * DAY_MINUTES;
  return free.flatMap(([start, end]) => {
    const [from, to] = [Math.max(start, base), Math.min(end, base + DAY_MINUTES)];
    return to > from ? [[from - base + at, to - base + at] as const] : [];
  });
}

function joined(pieces: readonly Interval[]): Interval[] {
  const list: [number, number][] = [];
  for (const [start, end] of [...pieces].sort((a, b) => a[0] - b[0])) {
    const last = list.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else list.push([start, end]);
  }
  return list;
}

/**
 * Whether a shift with its two journeys lies inside one free piece: leaving is not before the piece starts, being
 * back, or at the next place, not after it ends.
 * @param shift minutes of the week; `end` may run past the week's end; `day` of a shift on one date, else -1
 */
export function isFeasible(
  { start, end, day }: { start: number; end: number; day: number },
  availability: Availability,
  journeys: Journeys,
): boolean {
  const unlike = day < 0 ? undefined : availability.days.get(day);
  if (unlike) return isFeasibleIn(unlike, start, end, journeys);
  const { times } = availability;
  for (let i = 0; i < times.length; i++) {
    const time = times[i] as FreeTime;
    // Pieces begin and end at whole minutes, so that only the whole minute of leaving matters.
    const leave = Math.floor(start - (journeys[time.from] as number) + TOLERANCE_MINUTES);
    const back = end + (journeys[time.to] as number) - TOLERANCE_MINUTES;
    const minute = ((leave % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
    const left = time.left[minute] as number;
    if (left > 0 && (back - leave <= left || left === ENDLESS)) return true;
  }
  return false;
}

function isFeasibleIn(legs: readonly Leg[], start: number, end: number, journeys: Journeys): boolean {
  return legs.some(
    (leg) =>
      leg.start <= start - (journeys[leg.from] as number) + TOLERANCE_MINUTES &&
      end + (journeys[leg.to] as number) - TOLERANCE_MINUTES <= leg.end,
  );
}

/** Every free piece with the journeys at its ends, as a span in which work may lie; may be empty or negative. */
export function* workable(availability: Availability, journeys: Journeys): Generator<Interval> {
  for (const { from, to, pieces } of availability.times) {
    for (const [start, end] of pieces) {
      yield [start + (journeys[from] as number), end - (journeys[to] as number)];
    }
  }
}
