import { DAY_MS, SHANGHAI_OFFSET_MS } from '../kernel/clock';
import type { Id } from '../kernel/ids';
import type { Schedule, Shift } from '../kernel/schedule';
import { ageOnDay, LEAST_AGE, PART_TIME_WEEK_HOURS, SPECIAL_OPERATION_LAST_AGE } from '../trust';
import type { BoardRow } from './row';

/** Whether the person has the age that a posting's kind of work demands on the first day of the work. */
export function isOfAge(row: BoardRow, birthDay: number, now: number): boolean {
  const age = ageOnDay(birthDay, firstWorkDay(row.schedule, now));
  return (
    age >= Math.max(LEAST_AGE, row.minAge) && !(row.endsAtRetirement && age > SPECIAL_OPERATION_LAST_AGE)
  );
}

/** The epoch day on which the work begins: the first date that is not over, today for weekly work. */
export function firstWorkDay(schedule: Schedule, now: number): number {
  const today = Math.floor((now + SHANGHAI_OFFSET_MS) / DAY_MS);
  let first = Number.POSITIVE_INFINITY;
  for (let i = 0; i < schedule.shifts.length; i++) {
    const { day } = schedule.shifts[i] as Shift;
    if (day < 0) return today;
    if (day >= today && day < first) first = day;
  }
  return Number.isFinite(first) ? first : today;
}

/** The most that part-time work with one employer may take (劳动合同法 art. 68), minutes a week. */
export const PART_TIME_MINUTES = PART_TIME_WEEK_HOURS * 60;

/**
 * Minutes a week that the person would work for the business of a posting, with what they work for it already; 0
 * where the law sets no limit: full-time work, and households, which are no employers under labour law.
 */
export function employerMinutes(
  row: Pick<BoardRow, 'businessId' | 'businessKind' | 'engagement' | 'schedule'>,
  employers: ReadonlyMap<Id, number>,
): number {
  if (row.engagement !== 'part_time' || row.businessKind === 'household') return 0;
  const already = employers.get(row.businessId);
  return already === undefined ? 0 : already + row.schedule.neededMinutes;
}
