import { LEAST_AGE } from '../trust';

/** Full years of age on a date; both are calendar dates. A birthday counts from its own day on. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether a person may be introduced to work at all on a date. */
export function isOldEnough(birthDate: string, date: string): boolean {
  return ageOn(birthDate, date) >= LEAST_AGE;
}
