import type { Point } from '../kernel/geo';
import { type Interval, unroll, WEEK_MINUTES, type Week } from '../kernel/week';
import { TOLERANCE_MINUTES } from '../places';

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
}

/** Minutes one way between a posting and each of {@link Availability.places}. */
export type Journeys = ArrayLike<number>;

/** What a week without gaps has left at any minute: more than any span. */
const ENDLESS = 2 * WEEK_MINUTES;

/** A week that is free from home to home. */
export function prepareWeek(free: Week, home: Point): Availability {
  const pieces = unroll(free);
  return { places: [home], times: [freeTime(0, 0, pieces)] };
}

function freeTime(from: number, to: number, pieces: Week): FreeTime {
  const left = new Uint16Array(WEEK_MINUTES);
  for (const [start, end] of pieces) {
    if (end - start >= WEEK_MINUTES) left.fill(ENDLESS);
    else for (let at = start; at < end; at++) left[at % WEEK_MINUTES] = end - at;
  }
  return { from, to, pieces, left };
}

/**
 * Whether `[start, end)` with its two journeys lies inside one free piece: leaving is not before the piece
 * starts, being back not after it ends.
 * @param start minute of the week; `end` may run past the week's end
 */
export function isFeasible(
  { start, end }: { start: number; end: number },
  availability: Availability,
  journeys: Journeys,
): boolean {
  for (const time of availability.times) {
    // Pieces begin and end at whole minutes, so that only the whole minute of leaving matters.
    const leave = Math.floor(start - (journeys[time.from] as number) + TOLERANCE_MINUTES);
    const back = end + (journeys[time.to] as number) - TOLERANCE_MINUTES;
    const minute = ((leave % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
    const left = time.left[minute] as number;
    if (left > 0 && (back - leave <= left || left === ENDLESS)) return true;
  }
  return false;
}

/** Every free piece with the journeys at its ends, as a span in which work may lie; may be empty or negative. */
export function* workable(availability: Availability, journeys: Journeys): Generator<Interval> {
  for (const { from, to, pieces } of availability.times) {
    for (const [start, end] of pieces) {
      yield [start + (journeys[from] as number), end - (journeys[to] as number)];
    }
  }
}
