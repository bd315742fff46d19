import { epochDay } from '../kernel/clock';
import { ageOnDay, LEAST_AGE } from '../trust';

/** Whether a person may be introduced to work at all on a date. */
export function isOldEnough(birthDate: string, date: string): boolean {
  return ageOnDay(epochDay(birthDate), epochDay(date)) >= LEAST_AGE;
}
