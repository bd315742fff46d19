import { readShifts } from '../../hours';
import { dateOfEpochDay, epochDay, weekdayOfEpochDay } from '../../kernel/clock';
import { parseDays } from '../../kernel/week-syntax';
import {
  BREAK,
  BUSY_FROM_TO,
  CLOCK,
  DATES_LISTED,
  DAY_NUMBERS,
  DAYS_LISTED,
  DOTTED,
  FESTIVAL_DAY,
  FESTIVALS,
  FROM_ON,
  LIST_MARK,
  NEAR,
  NEXT_WEEK,
  NOW,
  ONE_DAY,
  OTHER_DATE,
  OVER_NIGHT,
  overNight,
  PAYDAY,
  RUN,
  SAME_DAY_PAY,
  SCHOOL_DAYS,
  STARTS_WITH_NUMBER,
  spanOfDays,
  TODAY,
  WHO_IS_FREE,
  WORKDAYS,
} from './day-words';
import { withoutLunar } from './lunar';
import { dateWords, spanWords } from './lunar-words';
import { numberOf } from './number-words';

/** More dates than this are no one-off work. */
export const MOST_DATES = 14;

/**
 * A text with its days as plain dates and weekdays: days of the moon's calendar and of feasts, 从26号干到28号, 从明天开始干三天,
 * 上学的日子, 现在就来. Paydays and breaks in turn are left out. Offsets change.
 * @param today Shanghai date
 */
export function plainDays(text: string, today: string): string {
  const busy = listed(text, today)
    .replace(DOTTED, dottedDates)
    .replace(
      OVER_NIGHT,
      (_, from: string, between: string, to: string) => `${overNight(from, to)},${between}`,
    )
    .replace(WHO_IS_FREE, ' ')
    .replace(PAYDAY, ' ')
    .replace(SAME_DAY_PAY, ' ')
    .replace(BREAK, ' ')
    .replace(SCHOOL_DAYS, WORKDAYS)
    .replace(NOW, TODAY);
  return inARow(
    spanned(withFestivals(withoutLunar(busy, today)).replace(BUSY_FROM_TO, spanWords('$<from>', '$<to>'))),
    today,
  );
}

/** 今天明天后天: every one of them by its date. */
function listed(text: string, today: string): string {
  return text.replace(DAYS_LISTED, (all) => {
    let ahead = '';
    const days = (all.match(ONE_DAY) ?? []).map((day) => {
      const isNext = NEXT_WEEK.test(day);
      if (isNext) ahead = day.slice(0, 1);
      return isNext || ahead === '' ? day : `${ahead}${day}`;
    });
    const dates = days.flatMap((day) => daysSaid(day, today).dates);
    return dates.length === days.length ? dates.map(plain).join(LIST_MARK) : all;
  });
}

/** 12.10-12.15. */
function dottedDates(
  _: string,
  m: string,
  d: string,
  m2: string | undefined,
  d2: string | undefined,
): string {
  const first = dateWords(Number(m), Number(d));
  return d2 === undefined ? first : spanWords(first, dateWords(Number(m2 ?? m), Number(d2)));
}

/** 28号29号: days one after another are a span of them. */
function spanned(text: string): string {
  return text.replace(DATES_LISTED, (all, ...rest) => {
    const { first = '', last = '' } = rest.at(-1) as Record<string, string>;
    const days = all.match(DAY_NUMBERS) ?? [];
    const numbers = days.map(numberOf);
    const follow = numbers.every((day, i) => i === 0 || day === (numbers[i - 1] ?? 0) + 1);
    return numbers.length > 1 && follow ? spanOfDays(first, last) : all;
  });
}

/** 情人节那天: a feast of the sun's calendar, where no other date is said. */
function withFestivals(text: string): string {
  if (OTHER_DATE.test(text)) return text;
  const found = FESTIVALS.find(([words]) => new RegExp(`(?:${words})${FESTIVAL_DAY}`, 'u').test(text));
  return found ? text.replace(new RegExp(`(?:${found[0]})${FESTIVAL_DAY}`, 'u'), found[1]) : text;
}

/** 从明天开始干三天: so many days in a row. */
function inARow(text: string, today: string): string {
  const run = RUN.exec(text);
  const count = numberOf(run?.groups?.['days'] ?? '');
  const isDone = run !== null && !STARTS_WITH_NUMBER.test(run[0]);
  const start = FROM_ON.exec(text) ?? (isDone ? NEAR.exec(text) : null);
  if (!start || !run || !(count >= 2 && count <= MOST_DATES)) return text;
  const [first] = daysSaid(start.groups?.['day'] ?? '', today).dates;
  if (first === undefined) return text;
  const last = dateOfEpochDay(epochDay(first) + count - 1);
  const rest = text.replace(run[0], ' ').replace(start[0], ' ');
  return `${spanWords(plain(first), plain(last))},${rest}`;
}

function plain(date: string): string {
  const [, month, day] = date.split('-').map(Number);
  return dateWords(month ?? 0, day ?? 0);
}

/** The dates or weekdays that a text names, whatever it says of the hours. A weekday by itself is the next one. */
export function daysSaid(text: string, today: string): { dates: string[]; days: string | null } {
  const { shifts } = readShifts(`${text.replace(CLOCK, ' ')},8:00-9:00`, { today });
  const dates = (shifts ?? []).flatMap((one) => ('date' in one ? [one.date] : []));
  if (dates.length > 0) return { dates: [...new Set(dates)].slice(0, MOST_DATES), days: null };
  const [first] = shifts ?? [];
  const days = first && 'days' in first && parseDays(first.days).length < 7 ? first.days : null;
  return { dates: [], days };
}

/** The next date of a weekday, Monday 0; today's own is that of today. */
export function nextDate(weekday: number, today: string): string {
  const day = epochDay(today);
  return dateOfEpochDay(day + ((weekday - weekdayOfEpochDay(day) + 7) % 7));
}
