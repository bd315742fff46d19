import { type ReadShift, readShifts, type ShiftQuestion } from '../hours';
import { dateOfEpochDay, epochDay, weekdayOfEpochDay } from '../kernel/clock';
import { DAY_MINUTES } from '../kernel/week';
import { formatClock, parseDays, parseSpan } from '../kernel/week-syntax';
import type { TimeSaid } from '../search';
import { numberOf } from './draft-people';
import { ALTERNATING, DAYS_A_WEEK, DAYS_OFF, LENGTH, LONE_DAY, RECURRING } from './draft-words';

/** What is asked about the hours of a posting. */
export type HoursQuestion = ShiftQuestion | 'date' | 'weekly';

/** Hours of a posting as they were said; `shifts` is null when they are not known without asking. */
export interface HoursSaid {
  shifts: ReadShift[] | null;
  commitment: 'all' | { atLeast: number };
  questions: HoursQuestion[];
}

/** Without an answer to these the hours are not known. */
const OPEN = new Set<HoursQuestion>([
  'start',
  'end',
  'when',
  'days',
  'rest_days',
  'rotation',
  'am_pm',
  'date',
]);
/** More dates than this are no one-off work. */
const MOST_DATES = 14;

/**
 * The hours of a posting that is told in a sentence. Days that are named by date become dates, and so does a single
 * weekday that nothing says recurs.
 * @param text normal form in which figures of pay are blanked
 * @param time what was understood of time in it
 * @param today Shanghai date
 */
export function hoursSaid(text: string, time: TimeSaid | undefined, today: string): HoursSaid {
  const read = readShifts(text, { today });
  const questions = new Set<HoursQuestion>(read.questions.map(({ about }) => about));
  if (ALTERNATING.test(text)) questions.add('rotation');
  if (DAYS_OFF.test(text) && read.restDays === undefined) questions.add('rest_days');
  let shifts = read.shifts ?? untilItsLength(text, time);
  if (shifts !== null && read.shifts === null)
    for (const about of ['end', 'when'] as const) questions.delete(about);
  if (shifts === null && ![...questions].some((one) => OPEN.has(one))) questions.add('when');
  if (shifts !== null) shifts = dated(shifts, text, time, today, questions);
  const open = [...questions].some((one) => OPEN.has(one));
  return {
    shifts: open ? null : shifts,
    commitment: shifts ? commitmentOf(text, shifts, read.commitment) : 'all',
    questions: [...questions],
  };
}

/** So many days a week of shifts on every day are so many of them. */
function commitmentOf(
  text: string,
  shifts: readonly ReadShift[],
  read: HoursSaid['commitment'],
): HoursSaid['commitment'] {
  const days = numberOf(DAYS_A_WEEK.exec(text)?.groups?.days ?? '');
  const daily = shifts.every((shift) => 'days' in shift && parseDays(shift.days).length > days);
  return read === 'all' && daily ? { atLeast: days * shifts.length } : read;
}

/** A beginning and a length: 后天下午2点开始干3个小时. */
function untilItsLength(text: string, time: TimeSaid | undefined): ReadShift[] | null {
  const lengths = [...text.matchAll(LENGTH)];
  const said = lengths[0]?.groups;
  const opening = openingOf(time);
  if (lengths.length !== 1 || !said || !opening) return null;
  const minutes = (numberOf(said.hours ?? '') + (said.half ? 0.5 : 0)) * 60;
  if (!(minutes > 0) || minutes >= DAY_MINUTES) return null;
  const end = opening.start + minutes;
  const hours = {
    start: formatClock(opening.start),
    end: formatClock(end > DAY_MINUTES ? end - DAY_MINUTES : end),
  };
  return [opening.date === null ? { days: opening.days, ...hours } : { date: opening.date, ...hours }];
}

/** The one open-ended stretch that was said. */
function openingOf(time: TimeSaid | undefined): { start: number; days: string; date: string | null } | null {
  const [one, ...more] = time?.exceptions ?? [];
  const text = one ? one.free : (time?.wish ?? time?.free ?? '');
  const match = /^(\S+) (\d\d:\d\d)-24:00$/.exec(text);
  if (!match || more.length > 0 || (one && !('date' in one))) return null;
  const [, days = '', start = ''] = match;
  return { start: parseSpan(`${start}-24:00`)[0], days, date: one && 'date' in one ? one.date : null };
}

function dated(
  shifts: readonly ReadShift[],
  text: string,
  time: TimeSaid | undefined,
  today: string,
  questions: Set<HoursQuestion>,
): ReadShift[] {
  const dates = datesOf(time);
  if (dates.length > 0 && shifts.every((shift) => 'days' in shift && parseDays(shift.days).length === 7))
    return dates.flatMap((date) => shifts.map(({ start, end }) => ({ date, start, end })));
  if (RECURRING.test(text)) return [...shifts];
  const days = new Set(shifts.flatMap((shift) => ('days' in shift ? parseDays(shift.days) : [])));
  const [day] = days;
  const isLone = days.size === 1 && [...text.matchAll(LONE_DAY)].length === 1;
  if (!isLone || day === undefined) {
    if (days.size > 0 && [...days].every((one) => one >= 5)) questions.add('weekly');
    return [...shifts];
  }
  const away = (day - weekdayOfEpochDay(epochDay(today)) + 7) % 7;
  // Who means today says so: this day or that of next week.
  if (away === 0) questions.add('date');
  else questions.add('weekly');
  const date = dateOfEpochDay(epochDay(today) + away);
  return shifts.map(({ start, end }) => ({ date, start, end }));
}

/** Every date that was said, when they are few. */
function datesOf(time: TimeSaid | undefined): string[] {
  const dates = (time?.exceptions ?? []).flatMap((one) => {
    if ('date' in one) return [one.date];
    if (!('from' in one)) return [];
    const [from, to] = [epochDay(one.from), epochDay(one.to)];
    return Array.from({ length: Math.max(0, Math.min(to - from + 1, MOST_DATES + 1)) }, (_, i) =>
      dateOfEpochDay(from + i),
    );
  });
  return dates.length > MOST_DATES ? [] : dates;
}

/** Hours of one shift, of one day of work and of a week; null where they differ or nobody can know. */
export function lengthsOf({
  shifts,
  commitment,
}: HoursSaid): Record<'shift' | 'day' | 'week', number | null> {
  if (!shifts) return { shift: null, day: null, week: null };
  const lengths = shifts.map(
    (shift) =>
      (parseSpan(`${shift.start}-${shift.end}`)[1] - parseSpan(`${shift.start}-${shift.end}`)[0]) / 60,
  );
  const byDay = new Map<string, number>();
  shifts.forEach((shift, i) => {
    for (const day of 'days' in shift ? parseDays(shift.days) : [shift.date])
      byDay.set(String(day), (byDay.get(String(day)) ?? 0) + (lengths[i] ?? 0));
  });
  const shift = same(lengths);
  const recurs = shifts.every((one) => 'days' in one);
  if (commitment !== 'all') return { shift, day: shift, week: null };
  const week = recurs ? [...byDay.values()].reduce((sum, hours) => sum + hours, 0) : null;
  return { shift, day: same([...byDay.values()]), week };
}

const same = (list: readonly number[]): number | null => {
  const [first] = list;
  return first !== undefined && list.every((one) => one === first) ? first : null;
};
