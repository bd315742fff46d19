import { dateOfEpochDay, epochDay } from '../kernel/clock';
import {
  AFTER_NEXT_DATE,
  DAY_OF_MONTH,
  DOTTED_DATE,
  MONTH,
  MONTH_PART,
  NOT_AFTER_DAY,
  SEASONED,
  STREET,
  TO_DATE,
} from './clock-words';
import { readNumeral } from './numerals';
import type { Dates, Token } from './tokens';

/** A calendar date, a month, or a span of either, that starts at `at`; the next one that is not over on `today`. */
export function readDates(text: string, at: number, today: number | null): Dates | null {
  const first = readPoint(text, at) ?? readDotted(text, at);
  if (!first) return null;
  const link = TO_DATE.exec(text.slice(first.end, first.end + 7))?.[0].length ?? 0;
  const second = link > 0 ? (readPoint(text, first.end + link) ?? readDotted(text, first.end + link)) : null;
  const end = second?.end ?? first.end;
  const weak = first.month === null;
  const found = today === null ? null : spanOf(first, second, today);
  if (today !== null && found === null) return null;
  return { kind: 'dates', from: found?.[0] ?? null, to: found?.[1] ?? null, weak, start: at, end };
}

interface Point {
  month: number | null;
  day: number | null;
  end: number;
}

function readPoint(text: string, at: number): Point | null {
  const number = readNumeral(text, at);
  if (!number || number.later !== null || number.value < 1) return null;
  const mark = text[number.end] ?? ' ';
  if (mark === MONTH && number.value <= 12) {
    const after = number.end + 1;
    const day = readNumeral(text, after);
    if (day && day.value >= 1 && day.value <= 31 && day.later === null && text[day.end] !== MONTH) {
      const marked = DAY_OF_MONTH.includes(text[day.end] ?? ' ') ? 1 : 0;
      return { month: number.value, day: day.value, end: day.end + marked };
    }
    if (SEASONED.test(text.slice(after, after + 2))) return null;
    const part = MONTH_PART.test(text.slice(after, after + 1)) ? 1 : 0;
    return { month: number.value, day: null, end: after + part };
  }
  if (!DAY_OF_MONTH.includes(mark) || number.value > 31) return null;
  // 六日 is Saturday and Sunday.
  if (number.digits === 0 && number.value === 6 && mark === DAY_OF_MONTH[1]) return null;
  if (NOT_AFTER_DAY.test(text.slice(number.end + 1, number.end + 2))) return null;
  if (STREET.test(text.slice(Math.max(0, at - 3), at)) && mark === DAY_OF_MONTH[0]) return null;
  return { month: null, day: number.value, end: number.end + 1 };
}

/** 12.24-12.26三天, 12/24: a month and a day where days are counted behind them, or written with a slash. */
function readDotted(text: string, at: number): Point | null {
  const [whole, month, , day] = DOTTED_DATE.exec(text.slice(at, at + 14)) ?? [];
  if (!whole || Number(month) > 12 || Number(day) > 31 || Number(month) * Number(day) === 0) return null;
  if (/[\d.:/]/.test(text[at - 1] ?? '')) return null;
  return { month: Number(month), day: Number(day), end: at + (month?.length ?? 0) + 1 + (day?.length ?? 0) };
}

function spanOf(first: Point, second: Point | null, today: number): [number, number] | null {
  const [year, month] = dateOfEpochDay(today).split('-').map(Number) as [number, number];
  for (let ahead = 0; ahead <= 13; ahead++) {
    const at = month - 1 + ahead;
    const [y, m] = [year + Math.floor(at / 12), (at % 12) + 1];
    if (first.month !== null && first.month !== m) continue;
    const from = dayNumber(y, m, first.day ?? 1);
    const endMonth = second?.month ?? m;
    const lastDay = (second ?? first).day ?? daysInMonth(endMonth < m ? y + 1 : y, endMonth);
    const to = dayNumber(endMonth < m ? y + 1 : y, endMonth, lastDay);
    if (from !== null && to !== null && to >= from && to >= today) return [from, to];
  }
  return null;
}

/** Whole month `ahead` months from that of `today`, from today on. */
export function monthAway(today: number, ahead: number): [number, number] {
  const [year, month] = dateOfEpochDay(today).split('-').map(Number) as [number, number];
  const at = month - 1 + ahead;
  const [y, m] = [year + Math.floor(at / 12), (at % 12) + 1];
  return [Math.max(today, dayNumber(y, m, 1) ?? today), dayNumber(y, m, daysInMonth(y, m)) ?? today];
}

/** The next `days` days from a month and day on that are not over on `today`. */
export function nextHoliday(today: number, month: number, day: number, days: number): [number, number] {
  const year = Number(dateOfEpochDay(today).slice(0, 4));
  const from = dayNumber(year, month, day) ?? today;
  const start = from + days - 1 >= today ? from : (dayNumber(year + 1, month, day) ?? today);
  return [start, start + days - 1];
}

function daysInMonth(year: number, month: number): number {
  return [31, 30, 29, 28].find((day) => dayNumber(year, month, day) !== null) ?? 28;
}

function dayNumber(year: number, month: number, day: number): number | null {
  const two = (value: number) => String(value).padStart(2, '0');
  const found = epochDay(`${year}-${two(month)}-${two(day)}`);
  return Number.isNaN(found) ? null : found;
}

/** 12月24、25两天: a day of the month after a date, joined to it. */
export function readNextDate(
  text: string,
  at: number,
  before: readonly Token[],
  today: number | null,
): Dates | null {
  const [last, joint] = [before.at(-2), before.at(-1)];
  if (
    last?.kind !== 'dates' ||
    joint?.kind !== 'and' ||
    joint.end !== at ||
    last.from === null ||
    today === null
  )
    return null;
  const number = readNumeral(text, at);
  if (!number || number.value > 31 || !AFTER_NEXT_DATE.test(text.slice(number.end, number.end + 4)))
    return null;
  const [year, month] = dateOfEpochDay(last.from).split('-').map(Number) as [number, number];
  const day = dayNumber(year, month, number.value);
  if (day === null || day <= last.from) return null;
  return { kind: 'dates', from: day, to: day, weak: last.weak, start: at, end: number.end };
}
