import type { JobDraftInput } from '../../src/jobs';
import { rulesOf } from '../../src/jobs/draft';
import { scheduleSchema } from '../../src/jobs/schema';
import { expandSchedule, type Schedule, type Shift } from '../../src/kernel/schedule';
import {
  DAY_MINUTES,
  intersect,
  normaliseWeek,
  totalMinutes,
  unroll,
  type Week,
} from '../../src/kernel/week';
import { parseWeek } from '../../src/kernel/week-syntax';

/** What people mean by night work: at least two hours of a shift between ten in the evening and five. */
const NIGHT = parseWeek('22:00-05:00');
const NIGHT_MINUTES = 120;

/** Every posting is held against every query; its hours are expanded once. */
const EXPANDED = new WeakMap<JobDraftInput, Schedule>();

/** The hours of a posting, expanded. */
export function hoursOf(draft: JobDraftInput): Schedule {
  const schedule = EXPANDED.get(draft) ?? expandSchedule(rulesOf(scheduleSchema.parse(draft.schedule)));
  EXPANDED.set(draft, schedule);
  return schedule;
}

const minutesIn = ({ start, end }: Shift, week: Week): number =>
  totalMinutes(intersect(normaliseWeek([[start, end]]), week));

/**
 * Which part of what must be worked lies in the hours, 0…1. A shift lies in them when at least `share` of its
 * minutes do; of "any k" the best k count; of a window the minutes that are left, in blocks long enough.
 */
export function shareIn(schedule: Schedule, hours: string, share = 1): number {
  const week = parseWeek(hours);
  if (schedule.kind === 'window') {
    const open = normaliseWeek(schedule.shifts.map(({ start, end }) => [start, end] as const));
    const blocks = unroll(intersect(open, week)).filter(
      ([start, end]) => end - start >= schedule.minBlockMinutes,
    );
    const usable = blocks.reduce((sum, [start, end]) => sum + end - start, 0);
    return Math.min(1, usable / schedule.neededMinutes);
  }
  const inside = schedule.shifts.filter(
    (shift) => minutesIn(shift, week) >= share * (shift.end - shift.start) - 1e-6,
  );
  return Math.min(1, inside.length / schedule.atLeast);
}

/** Whether one can take the posting without any shift whose greater part lies in the hours. */
export function canAvoid(schedule: Schedule, hours: string): boolean {
  const week = parseWeek(hours);
  if (schedule.kind === 'window') return shareIn({ ...schedule }, complementOf(hours)) === 1;
  const clear = schedule.shifts.filter(
    (shift) => minutesIn(shift, week) <= (shift.end - shift.start) / 2,
  ).length;
  return clear >= schedule.atLeast;
}

/** The hours of a day that `hours`, a single daily span, leaves. */
function complementOf(hours: string): string {
  const [from, to] = (/(\d\d:\d\d)-(\d\d:\d\d)$/.exec(hours)?.slice(1) ?? []) as [string, string];
  return `${to === '24:00' ? '00:00' : to}-${from}`;
}

const isNightShift = (shift: Shift) => minutesIn(shift, NIGHT) >= NIGHT_MINUTES;

/** `all`: whoever takes the posting works at night; `some`: may; `none`: never. */
export function nightOf(schedule: Schedule): 'all' | 'some' | 'none' {
  if (schedule.kind === 'window') return canAvoid(schedule, '22:00-05:00') ? 'none' : 'all';
  const nights = schedule.shifts.filter(isNightShift).length;
  if (nights === 0) return 'none';
  return schedule.shifts.length - nights >= schedule.atLeast ? 'some' : 'all';
}

/** Most hours that may fall on one day; of a window the shortest block. */
export function longestDay(schedule: Schedule): number {
  if (schedule.kind === 'window') return schedule.minBlockMinutes / 60;
  const days = new Map<string, number>();
  for (const { start, end, day } of schedule.shifts) {
    const key = day < 0 ? `w${Math.floor(start / DAY_MINUTES)}` : `d${day}`;
    days.set(key, (days.get(key) ?? 0) + (end - start) / 60);
  }
  return Math.max(...days.values());
}

/** Fewest days a week on which one has to come; of a window, days of eight hours. */
export function daysNeeded(schedule: Schedule): number {
  if (schedule.kind === 'window') return Math.ceil(schedule.neededMinutes / (8 * 60));
  const days = new Set(schedule.shifts.map(({ start, day }) => `${day}/${Math.floor(start / DAY_MINUTES)}`));
  return Math.min(days.size, schedule.atLeast);
}
