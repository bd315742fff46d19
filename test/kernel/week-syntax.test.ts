import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, normaliseWeek, totalMinutes, WEEK_MINUTES } from '../../src/kernel/week';
import {
  formatClock,
  formatDays,
  formatWeek,
  parseClock,
  parseDays,
  parseSpan,
  parseWeek,
  WeekSyntaxError,
} from '../../src/kernel/week-syntax';
import { anyIntervals, gridIntervals } from './minutes';

const at = (day: number, clock: string) => day * 1440 + parseClock(clock);

/** The code of the refusal, or what was read. */
function codeOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof WeekSyntaxError ? error.code : error;
  }
}

describe('parseWeek', () => {
  it('reads the example of the contract', () => {
    const week = parseWeek('Mo-Fr 08:20-15:40; Sa,Su 09:00-12:00');
    expect(week).toHaveLength(7);
    expect(week[0]).toEqual([at(0, '08:20'), at(0, '15:40')]);
    expect(week[6]).toEqual([at(6, '09:00'), at(6, '12:00')]);
    expect(totalMinutes(week)).toBe(5 * 440 + 2 * 180);
  });

  it('wraps midnight, and Sunday night into Monday', () => {
    expect(parseWeek('Su 22:00-06:00')).toEqual([
      [0, at(0, '06:00')],
      [at(6, '22:00'), WEEK_MINUTES],
    ]);
  });

  it('adds rules up: a later one takes nothing away', () => {
    expect(parseWeek('Mo 08:00-12:00; Mo 10:00-11:00; Mo 12:00-13:00')).toEqual([
      [at(0, '08:00'), at(0, '13:00')],
    ]);
  });

  it.each([
    ['without days: every day', '06:00-10:30', 7 * 270],
    ['several spans in one rule', 'Tu 08:00-09:00,10:00-12:00', 180],
    ['days without hours: the whole day', 'Sa', 1440],
    ['days over the end of the week', 'Sa-Mo 08:00-09:00', 180],
    ['24:00 is the end of the day', 'We 20:00-24:00', 240],
    ['stray semicolons and spaces', ' ; Mo 08:00-09:00 ;', 60],
  ])('%s', (_, text, minutes) => {
    expect(totalMinutes(parseWeek(text))).toBe(minutes);
  });

  it('reads 24/7 as the whole week', () => {
    expect(parseWeek('24/7')).toEqual(ALWAYS);
  });

  it.each([
    ['', 'empty'],
    [' ; ', 'empty'],
    ['Xx 08:00-09:00', 'day'],
    ['Mo-Tu-We 08:00-09:00', 'day'],
    ['Mo 8-9', 'time'],
    ['Mo 25:00-26:00', 'time'],
    ['Mo 08:60-09:00', 'time'],
    ['Mo 24:00-06:00', 'time'],
    ['Mo 08:00', 'time'],
    ['Mo 08:00-08:00', 'equal'],
    ['Mo 08:00-09:00 off', 'shape'],
    ['周一 08:00-09:00', 'shape'],
    ['Mo 08：00-09：00', 'shape'],
    ["Mo'; drop table jobs", 'shape'],
  ])('refuses %j: %s', (text, code) => {
    expect(codeOf(() => parseWeek(text))).toBe(code);
  });
});

describe('formatWeek', () => {
  it('is undone by parseWeek, for any week', () => {
    fc.assert(
      fc.property(fc.oneof(anyIntervals, gridIntervals), (intervals) => {
        const week = normaliseWeek(intervals);
        const text = formatWeek(week);
        if (week.length === 0) expect(text).toBe('');
        else expect(parseWeek(text)).toEqual(week);
      }),
      { numRuns: 300 },
    );
  });

  it('writes what people would write', () => {
    expect(formatWeek(parseWeek('Mo-Fr 08:20-15:40; Sa,Su 09:00-12:00'))).toBe(
      'Mo-Fr 08:20-15:40; Sa,Su 09:00-12:00',
    );
    expect(formatWeek(parseWeek('22:00-06:00'))).toBe('Mo-Su 22:00-06:00');
    expect(formatWeek(ALWAYS)).toBe('Mo-Su 00:00-24:00');
  });
});

describe('days and clocks', () => {
  it('formatDays is undone by parseDays, for any set of days', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }), (days) => {
        expect(parseDays(formatDays(days))).toEqual([...days].sort((a, b) => a - b));
      }),
    );
    expect(formatDays([5, 6])).toBe('Sa,Su');
    expect(formatDays([4, 0, 1, 2])).toBe('Mo-We,Fr');
  });

  it('formatClock is undone by parseClock', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
        expect(parseClock(formatClock(minutes))).toBe(minutes);
      }),
    );
  });

  it('names a time of the following day by its clock', () => {
    expect(formatClock(1440 + 75)).toBe('01:15');
    expect(formatClock(-15)).toBe('23:45');
  });

  it('parseSpan gives an end within a day of the start', () => {
    expect(parseSpan('22:30-06:00')).toEqual([1350, 1800]);
    expect(parseSpan('00:00-24:00')).toEqual([0, 1440]);
    expect(codeOf(() => parseSpan('09:00-10:00-11:00'))).toBe('time');
  });
});
