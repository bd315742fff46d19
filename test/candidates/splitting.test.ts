import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitHours, type Taker } from '../../src/candidates/splitting';
import { expandSchedule, type Shift, type ShiftRule } from '../../src/kernel/schedule';
import { WEEK_MINUTES } from '../../src/kernel/week';
import { formatDays } from '../../src/kernel/week-syntax';

/** 拆班 against every way to cut. */

const expand = (rules: readonly ShiftRule[]) =>
  expandSchedule({ kind: 'shifts', atLeast: null, hoursPerWeek: null, minBlockMinutes: null, rules }).shifts;
const lengthOf = ({ start, end }: { start: number; end: number }) => end - start;

/** Free from one minute of the week to another, over Sunday midnight as well. */
const freeIn =
  (pieces: readonly (readonly [number, number])[]): Taker =>
  ({ start, end }) =>
    pieces.some(([from, to]) =>
      [-WEEK_MINUTES, 0, WEEK_MINUTES].some((turn) => from <= start + turn && end + turn <= to),
    );

/** Every way to cut a rule at half hours of the clock into parts that are long enough, or not at all. */
function* cuts(rule: ShiftRule, least: number): Generator<ShiftRule[]> {
  yield [rule];
  for (let at = Math.floor(rule.startMinute / 30) * 30 + 30; at < rule.endMinute; at += 30) {
    if (at - rule.startMinute < least || rule.endMinute - at < least) continue;
    for (const rest of cuts({ ...rule, startMinute: at }, least)) yield [{ ...rule, endMinute: at }, ...rest];
  }
}
function product<T>(lists: T[][][]): T[][] {
  return lists.reduce<T[][]>(
    (all, list) => all.flatMap((one) => list.map((other) => [...one, ...other])),
    [[]],
  );
}

const takersOf = (shift: Shift, people: readonly Taker[]) =>
  people.flatMap((can, i) => (can(shift) ? [i] : []));
/** Covered minutes, parts, people added up over parts, how alike the parts are. A part that begins after midnight is written as it was cut. */
function worth(parts: readonly ShiftRule[], people: readonly Taker[]): number[] {
  let [covered, added, squares] = [0, 0, 0];
  for (const part of parts) {
    const shifts = expand([part]);
    covered += shifts
      .filter((shift) => takersOf(shift, people).length > 0)
      .reduce((sum, s) => sum + lengthOf(s), 0);
    squares += (part.endMinute - part.startMinute) ** 2;
    added += new Set(shifts.flatMap((shift) => takersOf(shift, people))).size;
  }
  return [covered, -parts.length, added, -squares];
}
const compare = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

const rule: fc.Arbitrary<ShiftRule> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 95 }),
    fc.integer({ min: 2, max: 24 }),
  )
  .map(([days, dated, start, length]) => ({
    days: dated ? null : formatDays(days),
    date: dated ? `2026-06-0${(days[0] ?? 0) + 1}` : null,
    startMinute: start * 15,
    endMinute: (start + length) * 15,
  }));
const person = fc
  .array(
    fc
      .tuple(fc.integer({ min: 0, max: 671 }), fc.integer({ min: 4, max: 120 }))
      .map(([start, length]) => [start * 15, (start + length) * 15] as const),
    { minLength: 1, maxLength: 6 },
  )
  .map(freeIn);
const posting = fc.record({
  rules: fc.array(rule, { minLength: 1, maxLength: 2 }),
  people: fc.array(person, { maxLength: 4 }),
  least: fc.constantFrom(60, 90, 120),
});

describe('hours cut into parts', () => {
  it('are cut in the best way that there is', () => {
    fc.assert(
      fc.property(posting, ({ rules, people, least }) => {
        const split = splitHours(rules, people, least);
        const ways = product(rules.map((one) => [...cuts(one, least)]));
        const best =
          ways
            .map((way) => worth(way, people))
            .sort(compare)
            .at(-1) ?? [];
        expect(worth(split.rules, people)).toEqual(best);
        expect(split.coveredMinutes).toBe(best[0]);
      }),
      { numRuns: 500 },
    );
  });

  it('are the same minutes, every part long enough and within one shift', () => {
    fc.assert(
      fc.property(posting, ({ rules, people, least }) => {
        const split = splitHours(rules, people, least);
        const needed = expand(rules).reduce((sum, shift) => sum + lengthOf(shift), 0);
        const minutesOf = (list: readonly ShiftRule[]) =>
          expand(list).reduce((sum, s) => sum + lengthOf(s), 0);
        expect([split.neededMinutes, minutesOf(split.rules)]).toEqual([needed, needed]);
        expect(minutesOf(split.shifts.map((one) => one.rule))).toBe(needed);
        const within = freeIn(expand(rules).map(({ start, end }) => [start, end] as const));
        for (const part of expand(split.rules)) {
          expect(within(part)).toBe(true);
          expect(lengthOf(part) >= least || expand(rules).some((s) => lengthOf(s) === lengthOf(part))).toBe(
            true,
          );
        }
      }),
    );
  });

  it('count for every part exactly those who could take each of its days', () => {
    fc.assert(
      fc.property(posting, ({ rules, people, least }) => {
        const split = splitHours(rules, people, least);
        for (const { rule: part, people: count } of split.shifts) {
          for (const shift of expand([part])) expect(takersOf(shift, people)).toHaveLength(count);
        }
        const anybody = new Set(expand(split.rules).flatMap((shift) => takersOf(shift, people)));
        expect(split.people).toBe(anybody.size);
      }),
    );
  });
});

describe('worked examples', () => {
  const long: ShiftRule = { days: 'Mo-Fr', date: null, startMinute: 480, endMinute: 1080 };
  const everyDay = (from: number, to: number): Taker =>
    freeIn([0, 1, 2, 3, 4, 5, 6].map((day) => [day * 1440 + from, day * 1440 + to] as const));
  const clock = (rules: readonly ShiftRule[]) =>
    rules.map((r) => `${r.days ?? r.date} ${r.startMinute / 60}-${r.endMinute / 60}`);

  it('a long day that a morning and an afternoon person can share', () => {
    const split = splitHours([long], [everyDay(420, 780), everyDay(780, 1140)], 120);
    expect(clock(split.rules)).toEqual(['Mo-Fr 8-13', 'Mo-Fr 13-18']);
    expect(split).toMatchObject({ people: 2, coveredMinutes: 3000, neededMinutes: 3000 });
    expect(split.shifts.map(({ people }) => people)).toEqual([1, 1]);
  });

  it('days that different people can take stand apart, uncut', () => {
    const monday = freeIn([[0, 1440]]);
    const split = splitHours([{ ...long, days: 'Mo-We' }], [monday], 120);
    expect(clock(split.rules)).toEqual(['Mo-We 8-18']);
    expect(split.shifts.map(({ rule: r, people }) => [r.days, people])).toEqual([
      ['Mo', 1],
      ['Tu,We', 0],
    ]);
  });

  it('a night cut after midnight goes on the next day', () => {
    const night = { days: 'Su', date: null, startMinute: 1320, endMinute: 1800 };
    const early = freeIn([[0, 360]]);
    expect(clock(splitHours([night], [early], 120).rules)).toEqual(['Su 22-24', 'Mo 0-6']);
    const dated = { ...night, days: null, date: '2026-06-07' };
    expect(clock(splitHours([dated], [early], 120).rules)).toEqual(['2026-06-07 22-24', '2026-06-08 0-6']);
  });

  it('nobody at all leaves the hours as they are', () => {
    expect(splitHours([long], [], 120)).toMatchObject({ rules: [long], people: 0, coveredMinutes: 0 });
  });
});
