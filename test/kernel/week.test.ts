import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALWAYS,
  complement,
  intersect,
  normaliseWeek,
  subtract,
  totalMinutes,
  union,
  unroll,
  WEEK_MINUTES,
} from '../../src/kernel/week';
import { anyIntervals, count, gridIntervals, isNormal, minutesOf, same } from './minutes';

const intervals = fc.oneof(anyIntervals, gridIntervals);
const weeks = intervals.map(normaliseWeek);

describe('normaliseWeek', () => {
  it('keeps exactly the minutes it was given, in normal form', () => {
    fc.assert(
      fc.property(intervals, (given) => {
        const week = normaliseWeek(given);
        expect(isNormal(week)).toBe(true);
        expect(same(minutesOf(week), minutesOf(given))).toBe(true);
      }),
    );
  });

  it('does not depend on the order and changes nothing the second time', () => {
    fc.assert(
      fc.property(intervals, (given) => {
        const week = normaliseWeek(given);
        expect(normaliseWeek([...given].reverse())).toEqual(week);
        expect(normaliseWeek(week)).toEqual(week);
      }),
    );
  });

  it('runs over the end of the week into its start', () => {
    expect(normaliseWeek([[WEEK_MINUTES - 60, WEEK_MINUTES + 30]])).toEqual([
      [0, 30],
      [WEEK_MINUTES - 60, WEEK_MINUTES],
    ]);
  });

  it('takes spans before Monday as the end of the week', () => {
    expect(normaliseWeek([[-30, -10]])).toEqual([[WEEK_MINUTES - 30, WEEK_MINUTES - 10]]);
  });

  it('drops empty spans and knows a whole week', () => {
    expect(normaliseWeek([[100, 100]])).toEqual([]);
    expect(normaliseWeek([[500, 500 + WEEK_MINUTES]])).toEqual(ALWAYS);
  });
});

describe('the algebra of weeks, held against minutes one by one', () => {
  it('union', () => {
    fc.assert(
      fc.property(weeks, weeks, (a, b) => {
        const both = union(a, b);
        expect(isNormal(both)).toBe(true);
        expect(same(minutesOf(both), minutesOf([...a, ...b]))).toBe(true);
      }),
    );
  });

  it('intersection', () => {
    fc.assert(
      fc.property(weeks, weeks, (a, b) => {
        const [inA, inB] = [minutesOf(a), minutesOf(b)];
        const common = intersect(a, b);
        expect(isNormal(common)).toBe(true);
        expect(
          same(
            minutesOf(common),
            inA.map((minute, i) => minute & (inB[i] ?? 0)),
          ),
        ).toBe(true);
        expect(intersect(b, a)).toEqual(common);
      }),
    );
  });

  it('complement and difference', () => {
    fc.assert(
      fc.property(weeks, weeks, (a, b) => {
        expect(
          same(
            minutesOf(complement(a)),
            minutesOf(a).map((minute) => 1 - minute),
          ),
        ).toBe(true);
        expect(complement(complement(a))).toEqual(a);
        expect(intersect(subtract(a, b), b)).toEqual([]);
        expect(union(subtract(a, b), intersect(a, b))).toEqual(a);
      }),
    );
  });

  it('length', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        expect(totalMinutes(week)).toBe(count(minutesOf(week)));
      }),
    );
  });
});

describe('unroll', () => {
  it('joins what is contiguous over Sunday midnight and keeps the minutes', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        const unrolled = unroll(week);
        expect(same(minutesOf(unrolled), minutesOf(week))).toBe(true);
        const [first, last] = [unrolled[0], unrolled.at(-1)];
        // Only a whole week may still touch itself.
        if (unrolled.length > 1 && first && last) expect(first[0] + WEEK_MINUTES).toBeGreaterThan(last[1]);
      }),
    );
  });
});
