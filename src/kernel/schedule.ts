import { DAY_MS, epochDay, SHANGHAI_OFFSET_MS, weekdayOfEpochDay } from './clock';
import { DAY_MINUTES, intersect, normaliseWeek, totalMinutes, unroll, type Week } from './week';
import { parseDays } from './week-syntax';

/** One rule of a posting's hours as stored: `days` or `date`, minutes of the day, end over 1440 overnight. */
export interface ShiftRule {
  days: string | null;
  date: string | null;
  startMinute: number;
  endMinute: number;
}

/** A posting's hours as stored. */
export interface ScheduleRules {
  kind: 'shifts' | 'window';
  /** k of "any k of these"; null means all of them. */
  atLeast: number | null;
  hoursPerWeek: number | null;
  minBlockMinutes: number | null;
  rules: readonly ShiftRule[];
}

/** One shift on one day. `start` in minutes of the week, `end` may run past the week's end. */
export interface Shift {
  start: number;
  end: number;
  /** Epoch day of a one-off shift, -1 when it recurs every week. */
  day: number;
}

/** A posting's hours ready for matching. */
export interface Schedule {
  kind: 'all' | 'atLeast' | 'window';
  /** How many shifts must be taken; all of them for `all`, 0 for `window`. */
  atLeast: number;
  /** Minutes a week that a person must work; with dated shifts, in the busiest week. */
  neededMinutes: number;
  /** Shortest block that counts, for `window`. */
  minBlockMinutes: number;
  /** Shifts, or windows merged and unrolled, sorted by start. */
  shifts: readonly Shift[];
}

/**
 * Expands stored rules into shifts per day.
 * Rules are assumed valid (jobs/schema checks them at the door).
 */
export function expandSchedule(rules: ScheduleRules): Schedule {
  const perDay = rules.rules.flatMap(expandRule).sort((a, b) => a.start - b.start || a.day - b.day);
  if (rules.kind === 'window') {
    const windows = unroll(normaliseWeek(perDay.map((s) => [s.start, s.end] as const)));
    return {
      kind: 'window',
      atLeast: 0,
      neededMinutes: Math.round((rules.hoursPerWeek ?? 0) * 60),
      minBlockMinutes: rules.minBlockMinutes ?? 60,
      shifts: windows.map(([start, end]) => ({ start, end, day: -1 })),
    };
  }
  const atLeast = Math.min(rules.atLeast ?? perDay.length, perDay.length);
  return {
    kind: rules.atLeast === null ? 'all' : 'atLeast',
    atLeast,
    neededMinutes: leastMinutes(perDay, atLeast),
    minBlockMinutes: 0,
    shifts: perDay,
  };
}

function expandRule(rule: ShiftRule): Shift[] {
  if (rule.date !== null) {
    const day = epochDay(rule.date);
    const base = weekdayOfEpochDay(day) * DAY_MINUTES;
    return [{ start: base + rule.startMinute, end: base + rule.endMinute, day }];
  }
  return parseDays(rule.days ?? 'Mo-Su').map((weekday) => ({
    start: weekday * DAY_MINUTES + rule.startMinute,
    end: weekday * DAY_MINUTES + rule.endMinute,
    day: -1,
  }));
}

/**
 * The least that one must work in a week, minutes: of the `k` shifts that ask least, those of the busiest week
 * (Monday to Sunday) together with what recurs every week.
 */
export function leastMinutes(shifts: readonly Shift[], k: number): number {
  const lengthOf = (shift: Shift) => shift.end - shift.start;
  const left = [...shifts].sort((a, b) => lengthOf(a) - lengthOf(b));
  const weeks = new Map<number, number>();
  let recurring = 0;
  const busiest = () => recurring + Math.max(0, ...weeks.values());
  const loadWith = (shift: Shift) =>
    shift.day < 0
      ? busiest() + lengthOf(shift)
      : recurring + (weeks.get(weekOf(shift.day)) ?? 0) + lengthOf(shift);
  for (let taken = 0; taken < k && left.length > 0; taken++) {
    // Whoever may choose spreads dated shifts over the weeks; without dates this is the shortest first.
    const dated = left.some((shift) => shift.day >= 0);
    const next = k >= shifts.length || !dated ? 0 : indexOfLeast(left.map(loadWith));
    const [shift] = left.splice(next, 1);
    if (!shift) break;
    if (shift.day < 0) recurring += lengthOf(shift);
    else weeks.set(weekOf(shift.day), (weeks.get(weekOf(shift.day)) ?? 0) + lengthOf(shift));
  }
  return busiest();
}

/** The number of the week, Monday to Sunday, that an epoch day is in (1970-01-01 was a Thursday). */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

function indexOfLeast(values: readonly number[]): number {
  return values.indexOf(Math.min(...values));
}

/** How much choice the hours leave, 0…1: all → 0; k of n → 1 − k/n; window → 1 − needed/offered. */
export function freedomOf(schedule: Schedule): number {
  if (schedule.kind === 'all' || schedule.shifts.length === 0) return 0;
  if (schedule.kind === 'atLeast') return 1 - schedule.atLeast / schedule.shifts.length;
  const offered = schedule.shifts.reduce((sum, w) => sum + w.end - w.start, 0);
  return Math.min(1, Math.max(0, 1 - schedule.neededMinutes / offered));
}

/** Minutes of the week in which the posting has any shift or window. */
export function scheduleWeek(schedule: Schedule): Week {
  return normaliseWeek(schedule.shifts.map((s) => [s.start, s.end] as const));
}

/** Whether two shifts of the same schedule ask for the same minutes; dated ones only on the same date. */
export function hasOverlap(schedule: Schedule): boolean {
  const recurring = schedule.shifts.filter((shift) => shift.day < 0);
  const dated = schedule.shifts.filter((shift) => shift.day >= 0);
  const week = scheduleWeek({ ...schedule, shifts: recurring });
  if (totalMinutes(week) < recurring.reduce((sum, s) => sum + s.end - s.start, 0)) return true;
  const inWeek = normaliseWeek(dated.map((s) => [s.start, s.end] as const));
  if (intersect(week, inWeek).length > 0) return true;
  const spans = dated
    .map((s) => ({ start: s.day * DAY_MINUTES + (s.start % DAY_MINUTES), length: s.end - s.start }))
    .sort((a, b) => a.start - b.start);
  return spans.some((span, i) => {
    const before = spans[i - 1];
    return before !== undefined && before.start + before.length > span.start;
  });
}

/**
 * The instant (ms) at which the last one-off shift begins; null when the schedule recurs weekly, so that it
 * never ends by itself.
 */
export function lastStart(schedule: Schedule): number | null {
  let last = 0;
  for (const shift of schedule.shifts) {
    if (shift.day < 0) return null;
    const begins = shift.day * DAY_MS - SHANGHAI_OFFSET_MS + (shift.start % DAY_MINUTES) * 60_000;
    if (begins > last) last = begins;
  }
  return schedule.shifts.length === 0 ? null : last;
}
