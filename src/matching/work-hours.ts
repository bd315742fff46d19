import type { Schedule, Shift } from '../kernel/schedule';
import { DAY_MINUTES, WEEK_MINUTES, type Week } from '../kernel/week';
import { parseWeek } from '../kernel/week-syntax';
import { type Availability, prepareWeek } from './availability';
import { fitOf } from './fit';

/** Hours in which work is wished to lie, whoever does it and wherever they live. */
export interface WorkHours {
  week: Week;
  /** How much of a shift must lie in them, 0…1: 晚上 is said of a shift that begins at half past five, too. */
  share: number;
}

/** What people call night work: two hours of it between ten in the evening and five. */
const NIGHT: Week = parseWeek('22:00-05:00');
const NIGHT_MINUTES = 120;
/** A day of work whose hours are free to choose, minutes. */
const CHOSEN_DAY_MINUTES = 4 * 60;

/** Nobody works longer than this on a day of their own choice, minutes. */
const FULL_DAY_MINUTES = 8 * 60;

/** Rounding must not put out what just reaches a share. */
const ROUNDING = 1e-6;
const NOWHERE = { lat: 0, lng: 0 };
const AT_WORK = [0];

/** A week made ready: minutes in it up to each minute of the week, and itself for windows. */
interface Prepared {
  upTo: Uint32Array;
  availability: Availability;
}
const PREPARED = new WeakMap<Week, Prepared>();

function prepared(week: Week): Prepared {
  const known = PREPARED.get(week);
  if (known) return known;
  const upTo = new Uint32Array(2 * WEEK_MINUTES + 1);
  const inside = new Uint8Array(WEEK_MINUTES);
  for (const [start, end] of week) inside.fill(1, start, end);
  for (let at = 0; at < 2 * WEEK_MINUTES; at++) {
    upTo[at + 1] = (upTo[at] as number) + (inside[at % WEEK_MINUTES] as number);
  }
  const made = { upTo, availability: prepareWeek(week, NOWHERE) };
  PREPARED.set(week, made);
  return made;
}

function minutesIn({ start, end }: Shift, { upTo }: Prepared): number {
  return (upTo[end] as number) - (upTo[start] as number);
}

/** Whether all that one must work can lie in the hours: every shift, as many as must be taken, or enough of a window. */
export function liesWithin(schedule: Schedule, { week, share }: WorkHours): boolean {
  const hours = prepared(week);
  if (schedule.kind === 'window') return fitOf(schedule, hours.availability, AT_WORK) === 1;
  let inside = 0;
  for (let i = 0; i < schedule.shifts.length; i++) {
    const shift = schedule.shifts[i] as Shift;
    if (minutesIn(shift, hours) >= share * (shift.end - shift.start) - ROUNDING) inside++;
  }
  return inside >= schedule.atLeast;
}

/** Whether nobody can take the work without working at night. */
export function isAtNight(schedule: Schedule): boolean {
  const night = prepared(NIGHT);
  if (schedule.kind === 'window') {
    return !schedule.shifts.some(
      (window) => window.end - window.start - minutesIn(window, night) >= NIGHT_MINUTES,
    );
  }
  const nights = schedule.shifts.filter((shift) => minutesIn(shift, night) >= NIGHT_MINUTES).length;
  return schedule.shifts.length - nights < schedule.atLeast;
}

/** Whether the work is on single dates. */
export function isDated(schedule: Schedule): boolean {
  return schedule.shifts.some(({ day }) => day >= 0);
}

/** Minutes of the longest day at work. */
export function dailyMinutes(schedule: Schedule): number {
  if (schedule.kind === 'window') return Math.max(CHOSEN_DAY_MINUTES, schedule.minBlockMinutes);
  const days = new Map<number, number>();
  for (const { start, end, day } of schedule.shifts) {
    const key = day < 0 ? -1 - Math.floor(start / DAY_MINUTES) : day;
    days.set(key, (days.get(key) ?? 0) + end - start);
  }
  return Math.max(0, ...days.values());
}

/** Days a week on which one has to come at least; of hours to choose, days of eight hours. */
export function weeklyDays(schedule: Schedule): number {
  if (schedule.kind === 'window') return Math.ceil(schedule.neededMinutes / FULL_DAY_MINUTES);
  const days = new Set(
    schedule.shifts.map(({ start, day }) => (day < 0 ? Math.floor(start / DAY_MINUTES) : day)),
  );
  return Math.min(days.size, schedule.atLeast);
}
