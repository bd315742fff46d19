import { describe, expect, it } from 'vitest';
import { expandSchedule, type ScheduleRules } from '../../src/kernel/schedule';
import { nextHours, nextWaveAt, remaining, waveSize } from '../../src/urgent';

/** When work begins that somebody can still come for. Monday 2026-06-01, 09:00 in Shanghai. */
const at = (text: string) => Date.parse(`${text}+08:00`);
const NOW = at('2026-06-01T09:00');

const rules = (changes: Partial<ScheduleRules>) =>
  expandSchedule({
    kind: 'shifts',
    atLeast: null,
    hoursPerWeek: null,
    minBlockMinutes: null,
    rules: [],
    ...changes,
  });
const weekly = (days: string, startMinute: number, endMinute: number) =>
  rules({ rules: [{ days, date: null, startMinute, endMinute }] });
const dated = (...dates: string[]) =>
  rules({ rules: dates.map((date) => ({ days: null, date, startMinute: 540, endMinute: 780 })) });
const begins = (schedule: ReturnType<typeof rules>, now = NOW) => nextHours(schedule, now)?.beginsAt ?? null;

describe('the next hours', () => {
  it.each([
    ['today, later', weekly('Mo', 541, 780), at('2026-06-01T09:01')],
    ['a shift that begins now has begun', weekly('Mo', 540, 780), null],
    ['tomorrow', weekly('Mo-Fr', 540, 780), at('2026-06-02T09:00')],
    ['the day after tomorrow is not near', weekly('We', 540, 780), null],
    ['last minute of tomorrow', weekly('Tu', 1439, 1500), at('2026-06-02T23:59')],
    ['a date', dated('2026-06-02'), at('2026-06-02T09:00')],
    ['the same weekday on another date', dated('2026-06-09'), null],
    ['no hours', rules({}), null],
  ])('%s', (_, schedule, expected) => {
    expect(begins(schedule)).toBe(expected);
  });

  it('are the first of several', () => {
    const schedule = rules({
      rules: [
        { days: 'Tu', date: null, startMinute: 60, endMinute: 120 },
        { days: 'Mo', date: null, startMinute: 1200, endMinute: 1260 },
      ],
    });
    expect(begins(schedule)).toBe(at('2026-06-01T20:00'));
  });

  it('of a window are open as long as its shortest block fits', () => {
    const window = (days: string, startMinute: number, endMinute: number) =>
      rules({
        kind: 'window',
        hoursPerWeek: 10,
        minBlockMinutes: 120,
        rules: [{ days, date: null, startMinute, endMinute }],
      });
    expect(begins(window('Mo', 480, 1260))).toBe(at('2026-06-01T19:00'));
    expect(begins(window('Mo', 480, 660))).toBe(null);
    // Open day and night: until the end of tomorrow.
    expect(begins(window('Mo-Su', 0, 1440))).toBe(at('2026-06-03T00:00'));
  });

  it('over the turn of the week', () => {
    const sunday = at('2026-06-07T23:00');
    expect(begins(weekly('Mo', 30, 300), sunday)).toBe(at('2026-06-08T00:30'));
    expect(begins(weekly('Su', 1410, 1800), sunday)).toBe(at('2026-06-07T23:30'));
  });
});

it('what is over need not be worked; what recurs stays', () => {
  expect(remaining(dated('2026-06-01', '2026-06-02'), NOW).shifts.map(({ day }) => day)).toHaveLength(1);
  expect(remaining(weekly('Mo-Fr', 540, 780), NOW).shifts).toHaveLength(5);
});

it('waves ask three for a place, at least three, five minutes apart', () => {
  expect([0, 1, 2, 5].map(waveSize)).toEqual([3, 3, 6, 15]);
  expect([0, 1, 2].map((wave) => nextWaveAt({ startedAt: NOW, wave }) - NOW)).toEqual([0, 300_000, 600_000]);
});
