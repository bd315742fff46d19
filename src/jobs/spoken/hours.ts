import {
  type ReadShift,
  readTime,
  type ShiftQuestion,
  type ShiftReading,
  type TimeReading,
} from '../../hours';
import { dateOfEpochDay, epochDay, weekdayOfEpochDay } from '../../kernel/clock';
import { formatClock, parseDays, parseSpan } from '../../kernel/week-syntax';
import type { TimeSaid } from '../../search';
import { CLOCK, EVENT, THIS_WEEKEND } from './day-words';
import { daysSaid, MOST_DATES, nextDate, plainDays } from './days';
import { withEnds } from './ends';
import { withHalfOfDay, withLaterHalf } from './halves';
import { numberOf } from './number-words';
import {
  ALTERNATING,
  DAY_SHIFT,
  DAYS_A_WEEK,
  DAYS_OFF,
  EVERY_DAY,
  LONE_DAY,
  NIGHT_SHIFT,
  RECURRING,
} from './request-words';

/** What is asked about the hours of a posting. */
export type HoursQuestion = ShiftQuestion | 'date' | 'weekly' | 'every_day';

/** What was said of hours that are not whole: days without hours, or hours without days. */
export interface HoursBegun {
  dates?: string[];
  /** `Mo-Fr`. */
  days?: string;
  /** Every shift of a day, `HH:MM`, as far as it was said. */
  hours?: { start: string; end?: string }[];
}

/** Hours of a posting as they were said; `shifts` is null when they are not known without asking. */
export interface HoursSaid {
  shifts: ReadShift[] | null;
  commitment: 'all' | { atLeast: number };
  questions: HoursQuestion[];
  /** Shifts as they were written, also where days off or a rotation are open. */
  written: ReadShift[] | null;
  /** Days at work in a week on average, where days off are counted. */
  daysAWeek: number | null;
  begun: HoursBegun;
}

/** What was understood of time, in the words as they stand or with plain dates. */
type Heard = TimeSaid | TimeReading | undefined;

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
const WEEKS_A_MONTH = 52 / 12;

/**
 * The hours of a posting that is told in a sentence. Days that are named by date become dates, and so does a single
 * weekday that nothing says recurs, and a weekend of something that comes once.
 * @param text normal form in which figures of pay are blanked
 * @param whole the same text with its figures
 * @param time what was understood of time in it
 * @param today Shanghai date
 */
export function hoursSaid(text: string, whole: string, time: TimeSaid | undefined, today: string): HoursSaid {
  const plain = plainDays(text, today);
  const said = plain === text ? time : readTime(plain, { today, about: 'posting' });
  const read = readHours(plain, whole, today);
  const questions = new Set<HoursQuestion>(read.questions.map(({ about }) => about));
  if (read.shifts?.every((one) => 'date' in one)) questions.delete('days');
  if (ALTERNATING.test(plain) || isOneOfTwo(plain, read)) questions.add('rotation');
  else if (DAYS_OFF.test(plain) && read.restDays === undefined) questions.add('rest_days');
  let { shifts } = read;
  if (shifts === null && ![...questions].some((one) => OPEN.has(one))) questions.add('when');
  if (shifts !== null) shifts = dated(shifts, plain, said, today, questions);
  const isOpen = [...questions].some((one) => OPEN.has(one));
  const isEveryDay = shifts?.every((one) => 'days' in one && parseDays(one.days).length === 7) === true;
  if (!isOpen && isEveryDay && !EVERY_DAY.test(whole) && !DAYS_A_WEEK.test(plain)) questions.add('every_day');
  const written = questions.has('am_pm') ? null : shifts;
  return {
    shifts: isOpen ? null : shifts,
    commitment: shifts ? commitmentOf(plain, shifts, read.commitment) : 'all',
    questions: [...questions],
    written,
    daysAWeek: daysAtWork(read.restDays),
    begun: isOpen ? begunOf(plain, isOneOfTwo(plain, read) ? null : written, openingOf(said), today) : {},
  };
}

/** The hours of the text as it stands, or else with the end put beside the beginning. */
function readHours(plain: string, whole: string, today: string): ShiftReading {
  const read = withLaterHalf(...withHalfOfDay(plain, whole, today), today);
  const ended = read.shifts === null ? withEnds(plain) : null;
  if (ended === null) return read;
  const again = withLaterHalf(...withHalfOfDay(ended, whole, today), today);
  return again.shifts === null ? read : again;
}

/** 白班晚班都要,八点到八点: the hours of one shift of two. */
const isOneOfTwo = (text: string, { shifts }: ShiftReading) =>
  shifts?.length === 1 && DAY_SHIFT.test(text) && NIGHT_SHIFT.test(text);

function daysAtWork(rest: { per: 'week' | 'month'; count: number } | undefined): number | null {
  if (!rest) return null;
  return 7 - (rest.per === 'week' ? rest.count : rest.count / WEEKS_A_MONTH);
}

/** What stands already, though something about the hours is open. */
function begunOf(
  text: string,
  written: readonly ReadShift[] | null,
  opening: Opening | null,
  today: string,
): HoursBegun {
  const { dates, days } = daysSaid(text, today);
  const once =
    days !== null && isOnce(text, days) ? parseDays(days).map((day) => nextDate(day, today)) : dates;
  const whole = (written ?? []).map(({ start, end }) => ({ start, end }));
  const hours =
    whole.length > 0
      ? unique(whole)
      : opening && [...text.matchAll(CLOCK)].length === 1
        ? [{ start: formatClock(opening.start) }]
        : [];
  return {
    ...(once.length > 0 ? { dates: once.toSorted() } : {}),
    ...(once.length === 0 && days !== null ? { days } : {}),
    ...(once.length === 0 && days === null && EVERY_DAY.test(text) && !DAYS_OFF.test(text)
      ? { days: 'Mo-Su' }
      : {}),
    ...(hours.length > 0 ? { hours } : {}),
  };
}

const unique = <T>(list: readonly T[]): T[] => [
  ...new Map(list.map((one) => [JSON.stringify(one), one])).values(),
];

/** So many days a week of shifts on every day are so many of them. */
function commitmentOf(
  text: string,
  shifts: readonly ReadShift[],
  read: HoursSaid['commitment'],
): HoursSaid['commitment'] {
  const days = numberOf(DAYS_A_WEEK.exec(text)?.groups?.['days'] ?? '');
  const daily = shifts.every((shift) => 'days' in shift && parseDays(shift.days).length > days);
  return read === 'all' && daily ? { atLeast: days * shifts.length } : read;
}

/** A beginning without an end: minute of the day, on certain days or a date. */
interface Opening {
  start: number;
  days: string;
  date: string | null;
}

const wishOf = (time: Heard): string =>
  time && typeof time.wish === 'string' ? time.wish : (time?.free ?? '');

/** The one open-ended stretch that was said. */
function openingOf(time: Heard): Opening | null {
  const [one, ...more] = time?.exceptions ?? [];
  const text = one ? one.free : wishOf(time);
  const match = /^(\S+) (\d\d:\d\d)-24:00$/.exec(text);
  if (!match || more.length > 0 || (one && !('date' in one)) || match[2] === '00:00') return null;
  const [, days = '', start = ''] = match;
  return { start: parseSpan(`${start}-24:00`)[0], days, date: one && 'date' in one ? one.date : null };
}

function dated(
  shifts: readonly ReadShift[],
  text: string,
  time: Heard,
  today: string,
  questions: Set<HoursQuestion>,
): ReadShift[] {
  const isDaily = shifts.every((shift) => 'days' in shift && parseDays(shift.days).length === 7);
  // 八点到十二点,后天: the day stands behind the hours.
  const behind = isDaily && !EVERY_DAY.test(text) ? daysSaid(text, today) : { dates: [], days: null };
  const dates = isDaily ? [datesOf(time), behind.dates].find(({ length }) => length > 0) : undefined;
  if (dates) return dates.flatMap((date) => shifts.map(({ start, end }) => ({ date, start, end })));
  if (RECURRING.test(text)) return [...shifts];
  const days = [...new Set(shifts.flatMap((shift) => ('days' in shift ? parseDays(shift.days) : [])))].sort();
  const isLone = days.length === 1 && [...text.matchAll(LONE_DAY)].length === 1;
  if (days.length > 0 && days.length < 7 && (isLone || isOnce(text, days))) {
    // Who means today says so: this day or that of next week.
    if (days.includes(weekdayOfEpochDay(epochDay(today)))) questions.add('date');
    else if (!EVENT.test(text)) questions.add('weekly');
    return days.flatMap((day) =>
      shifts.map(({ start, end }) => ({ date: nextDate(day, today), start, end })),
    );
  }
  if (days.length > 0 && days.every((one) => one >= 5)) questions.add('weekly');
  return [...shifts];
}

/** Whether weekdays are those to come: of something that comes once, or of this week. */
const isOnce = (text: string, days: readonly number[] | string) =>
  !RECURRING.test(text) &&
  (typeof days === 'string' ? parseDays(days) : days).length <= 3 &&
  (EVENT.test(text) || THIS_WEEKEND.test(text));

/** Every date that was said, when they are few. */
function datesOf(time: Heard): string[] {
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
