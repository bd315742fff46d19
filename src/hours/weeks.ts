import { DAY_MINUTES, type Interval, normaliseWeek, type Week } from '../kernel/week';
import type { Stretch } from './ranges';

/** Every weekday, and those of school. */
export const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
export const SCHOOL_DAYS = [0, 1, 2, 3, 4];

/** The same stretches of the day on several days. */
export function weekOf(days: readonly number[], stretches: readonly Stretch[]): Week {
  return normaliseWeek(
    days.flatMap((day) =>
      stretches.map(
        ([a, b]): Interval => [day * DAY_MINUTES + a, day * DAY_MINUTES + Math.min(b, a + DAY_MINUTES)],
      ),
    ),
  );
}

/** From a minute of one day until one of another, without a pause. */
export function throughWeek(
  day: number,
  at: number,
  { day: last, until }: { day: number; until: number },
): Week {
  const start = day * DAY_MINUTES + at;
  const end = last * DAY_MINUTES + until;
  return normaliseWeek([[start, end > start ? end : end + 7 * DAY_MINUTES]]);
}
