import type { Schedule, Shift } from '../kernel/schedule';
import { DAY_MINUTES, type Interval, TURNS, WEEK_MINUTES } from '../kernel/week';
import { formatClock, formatDays } from '../kernel/week-syntax';
import { TOLERANCE_MINUTES } from '../places';
import { type Availability, type FreeTime, isFeasible, type Journeys, workable } from './availability';
import { ENDLESS } from './stops';

/** A shift that a person cannot take, and the smallest change that would let them. */
export interface Missing {
  days: string;
  start: string;
  end: string;
  /** Minutes they would arrive late. */
  lateBy?: number;
  /** Minutes they would have to leave early. */
  earlyBy?: number;
}

/**
 * How much of the posting's hours a person can work, 0…1.
 * A shift on one day counts whole or not at all. all → minutes of feasible shifts ÷ required minutes;
 * k of n → min(1, feasible ÷ k); window → min(1, usable minutes ÷ needed), counting only blocks that are
 * long enough.
 */
export function fitOf(schedule: Schedule, availability: Availability, journeys: Journeys): number {
  if (schedule.kind === 'window') {
    if (schedule.neededMinutes <= 0) return 1;
    return Math.min(
      1,
      usableMinutes(schedule, availability, journeys, schedule.neededMinutes) / schedule.neededMinutes,
    );
  }
  let feasible = 0;
  let feasibleMinutes = 0;
  let total = 0;
  // Without iterators or closures here and below: this runs for every posting of a circle.
  for (let i = 0; i < schedule.shifts.length; i++) {
    const shift = schedule.shifts[i] as Shift;
    const length = shift.end - shift.start;
    total += length;
    if (!isFeasible(shift, availability, journeys)) continue;
    feasible++;
    feasibleMinutes += length;
  }
  if (schedule.kind === 'all') return total === 0 ? 1 : feasibleMinutes / total;
  return schedule.atLeast === 0 ? 1 : Math.min(1, feasible / schedule.atLeast);
}

/** Whether anything of the posting's hours can be worked: `fitOf` is over 0. Ends at the first that can. */
export function fitsAtAll(schedule: Schedule, availability: Availability, journeys: Journeys): boolean {
  if (schedule.kind === 'window') {
    return (
      schedule.neededMinutes <= 0 || usableMinutes(schedule, availability, journeys, Number.MIN_VALUE) > 0
    );
  }
  for (let i = 0; i < schedule.shifts.length; i++) {
    if (isFeasible(schedule.shifts[i] as Shift, availability, journeys)) return true;
  }
  return schedule.shifts.length === 0 || (schedule.kind === 'atLeast' && schedule.atLeast === 0);
}

/** Minutes inside the windows that remain after the journeys, in long enough blocks; no more is counted than is enough. */
function usableMinutes(
  schedule: Schedule,
  availability: Availability,
  journeys: Journeys,
  enough: number,
): number {
  let usable = 0;
  for (let t = 0; t < availability.times.length; t++) {
    const { from, to, pieces } = availability.times[t] as FreeTime;
    const [out, back] = [journeys[from] as number, journeys[to] as number];
    for (let p = 0; p < pieces.length; p++) {
      const piece = pieces[p] as Interval;
      const always = piece[1] === ENDLESS;
      const [start, end] = [piece[0] + out, piece[1] - back];
      for (let w = 0; w < schedule.shifts.length && usable < enough; w++) {
        const window = schedule.shifts[w] as Shift;
        const length = window.end - window.start;
        // A week without gaps has no ends at which a journey is lost or a block is cut.
        if (always) usable += blockOf(length, schedule);
        else if (length >= WEEK_MINUTES) usable += blockOf(end - start, schedule);
        else {
          usable += blockOf(Math.min(end, window.end) - Math.max(start, window.start), schedule);
          // What runs over Sunday midnight may meet the other on another turn of the week.
          if (end > WEEK_MINUTES) {
            const block =
              Math.min(end - WEEK_MINUTES, window.end) - Math.max(start - WEEK_MINUTES, window.start);
            usable += blockOf(block, schedule);
          }
          if (window.end > WEEK_MINUTES) {
            const block =
              Math.min(end + WEEK_MINUTES, window.end) - Math.max(start + WEEK_MINUTES, window.start);
            usable += blockOf(block, schedule);
          }
        }
      }
    }
  }
  return usable;
}

/** The minutes of a block, or 0 when it is too short to count. */
function blockOf(minutes: number, schedule: Schedule): number {
  return minutes > 0 && minutes + TOLERANCE_MINUTES >= schedule.minBlockMinutes ? minutes : 0;
}

/** The shifts that a person cannot take, grouped by days that share the same hours and the same fix. */
export function missingOf(schedule: Schedule, availability: Availability, journeys: Journeys): Missing[] {
  if (schedule.kind === 'window') return [];
  const groups = new Map<string, { days: number[]; missing: Missing }>();
  for (const shift of schedule.shifts) {
    if (isFeasible(shift, availability, journeys)) continue;
    const missing = {
      start: formatClock(shift.start),
      end: formatClock(shift.end),
      ...smallestFix(shift, availability, journeys),
    };
    const key = JSON.stringify(missing);
    const group = groups.get(key) ?? { days: [], missing: { days: '', ...missing } };
    group.days.push(Math.floor(shift.start / DAY_MINUTES) % 7);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ days, missing }) => ({ ...missing, days: formatDays(days) }));
}

/**
 * The least that would have to give: come late, go early, or both, inside the free piece where that sum is
 * smallest. Nothing when the person would miss half of the shift or more: that is not a small change.
 */
function smallestFix(
  shift: Shift,
  availability: Availability,
  journeys: Journeys,
): { lateBy?: number; earlyBy?: number } {
  let best: Interval | null = null;
  const length = shift.end - shift.start;
  for (const [from, to] of workable(availability, journeys)) {
    for (const turn of TURNS) {
      const late = Math.max(0, from + turn - shift.start);
      const early = Math.max(0, shift.end - (to + turn));
      if (late + early >= length / 2) continue;
      if (!best || late + early < best[0] + best[1]) best = [late, early];
    }
  }
  if (!best) return {};
  const round = (value: number) => Math.ceil(value - TOLERANCE_MINUTES);
  return {
    ...(round(best[0]) > 0 ? { lateBy: round(best[0]) } : {}),
    ...(round(best[1]) > 0 ? { earlyBy: round(best[1]) } : {}),
  };
}
