import type { Schedule, Shift } from '../kernel/schedule';
import { TURNS, WEEK_MINUTES } from '../kernel/week';
import { TOLERANCE_MINUTES } from '../places';
import type { Availability } from './availability';
import { ENDLESS } from './stops';

/**
 * The longest journey, minutes one way, with which anything of these hours can still be worked by somebody who goes from
 * home and back home; below 0 when nothing can at all. `fitsAtAll` is true up to it and false beyond, but for rounding:
 * the last {@link FARTHEST_ROUNDING} minutes on either side are for it to decide. One figure stands for every posting with these
 * hours, wherever it is.
 */
export function farthestFit(schedule: Schedule, availability: Availability): number {
  if (schedule.kind === 'window') return farthestWindow(schedule, availability);
  if (schedule.shifts.length === 0) return Number.POSITIVE_INFINITY;
  if (schedule.kind === 'atLeast' && schedule.atLeast === 0) return Number.POSITIVE_INFINITY;
  let farthest = Number.NEGATIVE_INFINITY;
  for (const shift of schedule.shifts) farthest = Math.max(farthest, farthestShift(shift, availability));
  return farthest;
}

/** More than arithmetic loses on the way, minutes. */
export const FARTHEST_ROUNDING = 1e-6;

function farthestShift({ start, end, day }: Shift, availability: Availability): number {
  const unlike = day < 0 ? undefined : availability.days.get(day);
  let farthest = Number.NEGATIVE_INFINITY;
  if (unlike) {
    for (const leg of unlike) farthest = Math.max(farthest, between(leg.start, leg.end, start, end));
    return farthest;
  }
  for (const { pieces } of availability.times) {
    for (const [from, to] of pieces) {
      if (to === ENDLESS) return Number.POSITIVE_INFINITY;
      // A shift may meet a piece on another turn of the week, when either runs over Sunday midnight.
      for (const turn of TURNS) {
        farthest = Math.max(farthest, between(from + turn, to + turn, start, end));
      }
    }
  }
  return farthest;
}

/** How long both journeys may be when a shift lies in a free piece: a minute of either cannot be had from the other. */
function between(from: number, to: number, start: number, end: number): number {
  return Math.min(start - from, to - end) + TOLERANCE_MINUTES;
}

function farthestWindow(schedule: Schedule, { times }: Availability): number {
  if (schedule.neededMinutes <= 0) return Number.POSITIVE_INFINITY;
  const least = Math.max(0, schedule.minBlockMinutes - TOLERANCE_MINUTES);
  let farthest = Number.NEGATIVE_INFINITY;
  for (const { pieces } of times) {
    for (const [from, to] of pieces) {
      for (const window of schedule.shifts) {
        const length = window.end - window.start;
        if (length < least) continue;
        // What is left of the piece itself after both journeys.
        const inside = (to - from - least) / 2;
        if (to === ENDLESS) return Number.POSITIVE_INFINITY;
        if (length >= WEEK_MINUTES) farthest = Math.max(farthest, inside);
        else {
          for (const turn of TURNS) {
            const ends = Math.min(to - (window.start + turn), window.end + turn - from) - least;
            farthest = Math.max(farthest, Math.min(inside, ends));
          }
        }
      }
    }
  }
  return farthest;
}
