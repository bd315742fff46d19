import * as fc from 'fast-check';
import { type Interval, WEEK_MINUTES, type Week } from '../../src/kernel/week';

/** The week minute by minute: the plainest thing that interval code can be held against. */
export type Minutes = Uint8Array;

/** Marks every minute of the intervals, whatever turn of the week they are on. */
export function minutesOf(intervals: readonly Interval[]): Minutes {
  const minutes = new Uint8Array(WEEK_MINUTES);
  for (const [start, end] of intervals) {
    for (let at = start; at < end && at - start < WEEK_MINUTES; at++) {
      minutes[((at % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES] = 1;
    }
  }
  return minutes;
}

/** Whether two weeks have the same minutes; a byte comparison, because matchers take seconds over weeks. */
export function same(a: Minutes, b: Minutes): boolean {
  return Buffer.compare(a, b) === 0;
}

/** How many minutes are marked. */
export function count(minutes: Minutes): number {
  return minutes.reduce((sum, minute) => sum + minute, 0);
}

/** Any intervals: on any turn of the week, overlapping, touching, empty or longer than a week. */
export const anyIntervals: fc.Arbitrary<Interval[]> = fc.array(
  fc
    .tuple(
      fc.integer({ min: -WEEK_MINUTES, max: 2 * WEEK_MINUTES }),
      fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -10, max: 3000 }) }, fc.constant(WEEK_MINUTES + 5)),
    )
    .map(([start, length]) => [start, start + length] as const),
  { maxLength: 8 },
);

/** Intervals on a grid of half hours, so that they often touch each other and the ends of the week. */
export const gridIntervals: fc.Arbitrary<Interval[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 335 }), fc.integer({ min: 1, max: 60 }))
    .map(([start, length]) => [start * 30, (start + length) * 30] as const),
  { maxLength: 6 },
);

/** Whether a week is in normal form: sorted, inside the week, without empty or touching pieces. */
export function isNormal(week: Week): boolean {
  return week.every(([start, end], i) => {
    const before = week[i - 1];
    return start >= 0 && end <= WEEK_MINUTES && start < end && (before === undefined || before[1] < start);
  });
}
