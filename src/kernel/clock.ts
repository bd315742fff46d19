/**
 * Time as a dependency. Nothing in rules, scores or services reads the system clock by itself:
 * whoever composes the application passes a Clock, tests pass a fixed one.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

/** China has had one zone and no summer time since 1991, so the offset is a constant: UTC+8. */
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
/** Milliseconds of one day. */
export const DAY_MS = 86_400_000;

/** The calendar date in Asia/Shanghai, `YYYY-MM-DD`, at the instant `ms`. */
export function shanghaiDate(ms: number): string {
  return new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Days since 1970-01-01 of a calendar date `YYYY-MM-DD`; NaN when there is no such date. */
export function epochDay(date: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return Number.NaN;
  const ms = Date.parse(`${date}T00:00:00Z`);
  // Date.parse rolls 02-30 over to March; a date that does not come back unchanged does not exist.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) return Number.NaN;
  return ms / DAY_MS;
}

/** The calendar date of an epoch day, the inverse of {@link epochDay}. */
export function dateOfEpochDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Weekday of an epoch day, Monday = 0 … Sunday = 6 (1970-01-01 was a Thursday). */
export function weekdayOfEpochDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The instant (ms) at which the given Shanghai date starts. */
export function startOfShanghaiDay(date: string): number {
  return epochDay(date) * DAY_MS - SHANGHAI_OFFSET_MS;
}

/** The first instant (ms) after the given Shanghai date: "valid through" a day includes that whole day. */
export function endOfShanghaiDay(date: string): number {
  return startOfShanghaiDay(date) + DAY_MS;
}

/** An instant (ms) as an answer says it: ISO 8601 in UTC. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** {@link iso} of an instant that there may not be. */
export function isoOrNull(ms: number | null | undefined): string | null {
  return ms === null || ms === undefined ? null : iso(ms);
}
