import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { dateOfEpochDay, epochDay } from '../kernel/clock';

/**
 * 法定节假日 as the State Council announces them every November for the year to come: the days off with those in
 * lieu (放假调休), and the weekends on which one works instead. The tables are those of the package chinese-days; a
 * year that it does not hold yet is never guessed. The calendar ends with the last year announced, so that what is
 * expanded from it is bounded by itself: about forty dates a year.
 */
export interface SpecialDays {
  /** Epoch days off, ascending. */
  holidays: readonly number[];
  /** Epoch days of the weekends that are worked instead, ascending. */
  makeupDays: readonly number[];
}

/** How far ahead, in days, a year that is not announced yet is worth a word. */
const AHEAD_DAYS = 366;

const daysIn = (table: Readonly<Record<string, string>>) =>
  Object.keys(table)
    .map(epochDay)
    .sort((a, b) => a - b);

let known: SpecialDays | null = null;

/** Every day of the calendar from an epoch day on. */
export function specialDaysFrom(day: number): SpecialDays {
  known ??= { holidays: daysIn(calendar.holidays), makeupDays: daysIn(calendar.workdays) };
  const later = (days: readonly number[]) => days.filter((other) => other >= day);
  return { holidays: later(known.holidays), makeupDays: later(known.makeupDays) };
}

/**
 * Years from now to a year ahead whose days off are not announced yet. New Year's Day is a holiday of every year
 * (全国年节及纪念日放假办法 art. 2), so that a year without it is one that is not known.
 * @param today epoch day
 */
export function unannouncedYears(today: number): number[] {
  const [first, last] = [yearOf(today), yearOf(today + AHEAD_DAYS)];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return years.filter((year) => !(`${year}-01-01` in calendar.holidays));
}

function yearOf(day: number): number {
  return Number(dateOfEpochDay(day).slice(0, 4));
}
