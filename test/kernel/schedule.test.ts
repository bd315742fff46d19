import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDay } from '../../src/kernel/clock';
import {
  expandSchedule,
  freedomOf,
  hasOverlap,
  lastStart,
  leastMinutes,
  type ScheduleRules,
  scheduleWeek,
} from '../../src/kernel/schedule';
import { totalMinutes } from '../../src/kernel/week';
import { parseSpan } from '../../src/kernel/week-syntax';

/** `Mo-Fr 09:00-13:00` or `2026-06-06 09:00-13:00` as a stored rule. */
function rule(text: string) {
  const [when = '', span = ''] = text.split(' ');
  const [startMinute, endMinute] = parseSpan(span);
  const dated = /^\d/.test(when);
  return { days: dated ? null : when, date: dated ? when : null, startMinute, endMinute };
}

function shifts(atLeast: number | null, ...rules: string[]): ScheduleRules {
  return { kind: 'shifts', atLeast, hoursPerWeek: null, minBlockMinutes: null, rules: rules.map(rule) };
}

function window(hoursPerWeek: number, ...rules: string[]): ScheduleRules {
  return { kind: 'window', atLeast: null, hoursPerWeek, minBlockMinutes: 60, rules: rules.map(rule) };
}

describe('expandSchedule', () => {
  it('makes one shift of every day, sorted', () => {
    const schedule = expandSchedule(shifts(null, 'Sa 10:00-12:00', 'Mo-We 09:00-13:00'));
    expect(schedule.kind).toBe('all');
    expect(schedule.shifts.map((s) => [s.start, s.end, s.day])).toEqual([
      [540, 780, -1],
      [1980, 2220, -1],
      [3420, 3660, -1],
      [7800, 7920, -1],
    ]);
    expect(schedule.neededMinutes).toBe(3 * 240 + 120);
    expect(schedule.atLeast).toBe(4);
  });

  it('lets a night shift run past the end of the week', () => {
    const [night] = expandSchedule(shifts(null, 'Su 22:00-06:00')).shifts;
    expect(night).toEqual({ start: 6 * 1440 + 1320, end: 7 * 1440 + 360, day: -1 });
  });

  it('puts a dated shift on its weekday and keeps the day', () => {
    // 2026-06-06 is a Saturday.
    const [shift] = expandSchedule(shifts(null, '2026-06-06 09:00-13:00')).shifts;
    expect(shift).toEqual({ start: 5 * 1440 + 540, end: 5 * 1440 + 780, day: epochDay('2026-06-06') });
  });

  it('needs the k shortest shifts of "any k"', () => {
    const schedule = expandSchedule(shifts(2, 'Mo 08:00-12:00', 'Tu 08:00-10:00', 'We 08:00-09:00'));
    expect(schedule).toMatchObject({ kind: 'atLeast', atLeast: 2, neededMinutes: 180 });
  });

  it('merges windows and unrolls them over Sunday midnight', () => {
    const schedule = expandSchedule(window(12, 'Su 20:00-24:00', 'Mo 00:00-03:00', 'Mo 02:00-04:00'));
    expect(schedule).toMatchObject({ kind: 'window', atLeast: 0, neededMinutes: 720, minBlockMinutes: 60 });
    expect(schedule.shifts.map((s) => [s.start, s.end])).toEqual([[6 * 1440 + 1200, 7 * 1440 + 240]]);
  });
});

describe('minutes that must be worked in a week', () => {
  it('counts the busiest week of dated shifts, not all weeks together', () => {
    const weekends = shifts(
      null,
      '2026-06-06 09:00-17:00',
      '2026-06-07 09:00-17:00',
      '2026-06-13 09:00-17:00',
      '2026-06-14 09:00-18:00',
    );
    expect(expandSchedule(weekends).neededMinutes).toBe(17 * 60);
  });

  it('ends a week on Sunday', () => {
    // Sunday the 7th and Monday the 8th are in two weeks.
    expect(
      expandSchedule(shifts(null, '2026-06-07 09:00-17:00', '2026-06-08 09:00-16:00')).neededMinutes,
    ).toBe(480);
    expect(
      expandSchedule(shifts(null, '2026-06-08 09:00-17:00', '2026-06-14 09:00-16:00')).neededMinutes,
    ).toBe(900);
  });

  it('adds what recurs to the week of a date', () => {
    expect(expandSchedule(shifts(null, 'Mo-Fr 09:00-11:00', '2026-06-06 09:00-12:00')).neededMinutes).toBe(
      600 + 180,
    );
  });

  it('is never more than all of it and never less than the longest shift that must be taken', () => {
    const dated = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 })), {
        minLength: 1,
        maxLength: 10,
      })
      .map((list) =>
        list.map(([day, hours]) => rule(`2026-06-${String(day).padStart(2, '0')} 06:00-${6 + hours}:00`)),
      );
    fc.assert(
      fc.property(dated, (rules) => {
        const schedule = expandSchedule({ ...shifts(null), rules });
        const lengths = schedule.shifts.map((s) => s.end - s.start);
        expect(schedule.neededMinutes).toBeLessThanOrEqual(lengths.reduce((a, b) => a + b, 0));
        expect(schedule.neededMinutes).toBeGreaterThanOrEqual(Math.max(...lengths));
      }),
    );
  });
});

describe('freedom and length', () => {
  it.each([
    ['all of them', shifts(null, 'Mo-Fr 09:00-13:00'), 0],
    ['two of five', shifts(2, 'Mo-Fr 09:00-13:00'), 1 - 2 / 5],
    ['12 of 91 hours', window(12, 'Mo-Su 08:00-21:00'), 1 - 12 / 91],
    ['a window that is all needed', window(13, 'Mo 08:00-21:00'), 0],
  ])('%s', (_, rules, freedom) => {
    expect(freedomOf(expandSchedule(rules))).toBeCloseTo(freedom, 12);
  });

  it('leastMinutes takes the shortest', () => {
    const list = [60, 300, 120].map((length) => ({ start: 0, end: length, day: -1 }));
    expect([0, 1, 2, 3, 9].map((k) => leastMinutes(list, k))).toEqual([0, 60, 180, 480, 480]);
  });

  it('scheduleWeek is the week of the hours', () => {
    expect(totalMinutes(scheduleWeek(expandSchedule(shifts(null, 'Mo-Fr 09:00-13:00'))))).toBe(1200);
  });
});

describe('hasOverlap', () => {
  it.each([
    ['the same hours twice', ['Mo 09:00-12:00', 'Mo 11:00-13:00'], true],
    ['touching hours', ['Mo 09:00-12:00', 'Mo 12:00-13:00'], false],
    ['a night and the next morning', ['Su 22:00-06:00', 'Mo 05:00-08:00'], true],
    ['dates a week apart at the same hours', ['2026-06-06 09:00-12:00', '2026-06-13 09:00-12:00'], false],
    ['one date twice', ['2026-06-06 09:00-12:00', '2026-06-06 10:00-11:00'], true],
    [
      'one date twice beside another',
      ['2026-06-06 09:00-12:00', '2026-06-06 10:00-11:00', '2026-06-13 09:00-10:00'],
      true,
    ],
    ['a date beside the hours of its weekday', ['Sa 09:00-12:00', '2026-06-06 11:00-13:00'], true],
    ['a date beside the hours of another weekday', ['Fr 09:00-12:00', '2026-06-06 11:00-13:00'], false],
    ['a dated night into a dated morning', ['2026-06-06 22:00-06:00', '2026-06-07 05:00-09:00'], true],
  ])('%s: %s', (_, rules, overlaps) => {
    expect(hasOverlap(expandSchedule(shifts(null, ...rules)))).toBe(overlaps);
  });
});

describe('lastStart', () => {
  it('is the instant at which the last dated shift begins', () => {
    const schedule = expandSchedule(shifts(null, '2026-06-07 18:00-21:00', '2026-06-06 19:00-21:00'));
    expect(lastStart(schedule)).toBe(Date.parse('2026-06-07T18:00:00+08:00'));
  });

  it('is not known for hours that recur, also beside dated ones', () => {
    expect(lastStart(expandSchedule(shifts(null, 'Mo 09:00-10:00')))).toBeNull();
    expect(lastStart(expandSchedule(shifts(null, 'Mo 09:00-10:00', '2026-06-07 18:00-21:00')))).toBeNull();
  });
});
