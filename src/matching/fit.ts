import type { Schedule, Shift } from '../kernel/schedule';
import { coveringPiece, DAY_MINUTES, type Interval, unroll, WEEK_MINUTES, type Week } from '../kernel/week';
import { formatClock, formatDays } from '../kernel/week-syntax';
import { TOLERANCE_MINUTES } from '../places';

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

/** A person's week, prepared once per search: contiguous pieces, unrolled over Sunday midnight. */
export type FreePieces = Week;

/** Prepares weekly availability for {@link fitOf}. */
export function preparePieces(free: Week): FreePieces {
  return unroll(free);
}

/**
 * Whether a shift with its two journeys lies inside one free piece: leaving home is not before the piece
 * starts, being home not after it ends.
 */
export function isFeasible(shift: Shift, pieces: FreePieces, minutes: number): boolean {
  const start = shift.start - minutes + TOLERANCE_MINUTES;
  const end = shift.end + minutes - TOLERANCE_MINUTES;
  return coveringPiece(pieces, start, end) !== null;
}

/**
 * How much of the posting's hours a person can work, 0…1.
 * A shift on one day counts whole or not at all. all → minutes of feasible shifts ÷ required minutes;
 * k of n → min(1, feasible ÷ k); window → min(1, usable minutes ÷ needed), counting only blocks that are
 * long enough.
 * @param minutes travel one way
 */
export function fitOf(schedule: Schedule, pieces: FreePieces, minutes: number): number {
  if (schedule.kind === 'window') {
    if (schedule.neededMinutes <= 0) return 1;
    return Math.min(1, usableMinutes(schedule, pieces, minutes) / schedule.neededMinutes);
  }
  let feasible = 0;
  let feasibleMinutes = 0;
  let total = 0;
  for (const shift of schedule.shifts) {
    const length = shift.end - shift.start;
    total += length;
    if (!isFeasible(shift, pieces, minutes)) continue;
    feasible++;
    feasibleMinutes += length;
  }
  if (schedule.kind === 'all') return total === 0 ? 1 : feasibleMinutes / total;
  return schedule.atLeast === 0 ? 1 : Math.min(1, feasible / schedule.atLeast);
}

/** Minutes inside the windows that remain after the journeys, in blocks that are long enough. */
function usableMinutes(schedule: Schedule, pieces: FreePieces, minutes: number): number {
  let usable = 0;
  for (const [from, to] of pieces) {
    const always = to - from >= WEEK_MINUTES;
    const start = from + minutes;
    const end = to - minutes;
    for (const window of schedule.shifts) {
      const length = window.end - window.start;
      // A week without gaps has no ends at which a journey is lost or a block is cut.
      if (always) usable += blockOf(length, schedule);
      else if (length >= WEEK_MINUTES) usable += blockOf(end - start, schedule);
      else {
        for (const turn of [0, -WEEK_MINUTES, WEEK_MINUTES]) {
          const block = Math.min(end + turn, window.end) - Math.max(start + turn, window.start);
          usable += blockOf(block, schedule);
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
export function missingOf(schedule: Schedule, pieces: FreePieces, minutes: number): Missing[] {
  if (schedule.kind === 'window') return [];
  const groups = new Map<string, { days: number[]; missing: Missing }>();
  for (const shift of schedule.shifts) {
    if (isFeasible(shift, pieces, minutes)) continue;
    const missing = {
      start: formatClock(shift.start),
      end: formatClock(shift.end),
      ...smallestFix(shift, pieces, minutes),
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
  pieces: FreePieces,
  minutes: number,
): { lateBy?: number; earlyBy?: number } {
  let best: Interval | null = null;
  const length = shift.end - shift.start;
  for (const [from, to] of pieces) {
    for (const turn of [0, -WEEK_MINUTES, WEEK_MINUTES]) {
      const late = Math.max(0, from + turn + minutes - shift.start);
      const early = Math.max(0, shift.end + minutes - (to + turn));
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
