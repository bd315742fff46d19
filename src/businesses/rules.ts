import { dateOfEpochDay, epochDay } from '../kernel/clock';

/** For so long a look into the records of those who work with children holds, days: it is asked for every year. */
export const CHILDREN_CHECK_DAYS = 365;

/**
 * Until when an employer's word holds that it has looked up the records of those who work with children (未成年人保护法
 * art. 62: when they are hired, and every year). @param on Shanghai date of the look; null: never
 * @returns the last Shanghai date; null when it has given none
 */
export function childrenCheckedUntil(on: string | null): string | null {
  return on === null ? null : dateOfEpochDay(epochDay(on) + CHILDREN_CHECK_DAYS);
}

/** Whether a date may be said: not to come, and not so long ago that it holds no more. */
export function mayHaveChecked(on: string, today: string): boolean {
  return on <= today && epochDay(on) + CHILDREN_CHECK_DAYS >= epochDay(today);
}
