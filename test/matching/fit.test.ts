import { describe, expect, it } from 'vitest';
import { expandSchedule, type Schedule } from '../../src/kernel/schedule';
import { parseSpan, parseWeek } from '../../src/kernel/week-syntax';
import { fitOf, isFeasible, missingOf, prepareWeek } from '../../src/matching';
import { HOME } from '../support/builders';

/** How much of a posting's hours a person can work, by hand-made figures. */
function rules(...texts: string[]) {
  return texts.map((text) => {
    const [days = '', span = ''] = text.split(' ');
    const [startMinute, endMinute] = parseSpan(span);
    return { days, date: null, startMinute, endMinute };
  });
}
const all = (...texts: string[]): Schedule =>
  expandSchedule({
    kind: 'shifts',
    atLeast: null,
    hoursPerWeek: null,
    minBlockMinutes: null,
    rules: rules(...texts),
  });
const atLeast = (k: number, ...texts: string[]): Schedule =>
  expandSchedule({
    kind: 'shifts',
    atLeast: k,
    hoursPerWeek: null,
    minBlockMinutes: null,
    rules: rules(...texts),
  });
const window = (hours: number, block: number, ...texts: string[]): Schedule =>
  expandSchedule({
    kind: 'window',
    atLeast: null,
    hoursPerWeek: hours,
    minBlockMinutes: block,
    rules: rules(...texts),
  });
const free = (text: string) => prepareWeek(parseWeek(text), HOME);

describe('all shifts', () => {
  it.each([
    ['all of them', 'Mo-Fr 09:00-13:00', 'Mo-Fr 08:20-15:40', 6.5, 1],
    ['five of six', 'Mo-Sa 11:00-14:00', 'Mo-Fr 08:20-15:40', 11.25, 5 / 6],
    ['none, by a minute in the morning', 'Mo-Fr 09:00-13:00', 'Mo-Fr 08:54-15:40', 6.5, 0],
    ['just so, with the journey to the minute', 'Mo-Fr 09:00-13:00', 'Mo-Fr 08:50-13:10', 10, 1],
    ['minutes count, not shifts', ['Mo 08:00-14:00', 'Tu 08:00-10:00'].join('|'), 'Tu', 5, 2 / 8],
    ['the night over Sunday', 'Su 22:00-06:00', 'Su 21:00-07:00', 30, 1],
    ['the night cut at midnight', 'Su 22:00-06:00', 'Su 21:00-24:00', 30, 0],
    ['a night between two free days', 'Su 22:00-06:00', 'Su; Mo', 30, 1],
    ['the first minutes of Monday', 'Mo 00:00-04:00', 'Su 23:00-24:00; Mo 00:00-06:00', 45, 1],
    ['always', 'Mo-Su 00:00-24:00', '24/7', 90, 1],
  ])('%s', (_, texts, week, minutes, fit) => {
    expect(fitOf(all(...texts.split('|')), free(week), [minutes])).toBeCloseTo(fit, 12);
  });

  it('a hundredth of a minute is no reason to refuse', () => {
    const shift = all('Mo 09:00-13:00').shifts[0] ?? { start: 0, end: 0, day: -1 };
    expect(isFeasible(shift, free('Mo 08:50-13:10'), [10.009])).toBe(true);
    expect(isFeasible(shift, free('Mo 08:50-13:10'), [10.02])).toBe(false);
  });
});

describe('any k shifts', () => {
  it.each([
    ['one of the two wanted', 2, 'Mo', 1 / 2],
    ['both', 2, 'Mo,Tu', 1],
    ['more than wanted is still all', 2, 'Mo-Fr', 1],
    ['none', 2, 'Sa', 0],
  ])('%s', (_, k, days, fit) => {
    expect(fitOf(atLeast(k, 'Mo-Fr 09:00-13:00'), free(`${days} 08:00-14:00`), [10])).toBe(fit);
  });
});

describe('hours inside windows', () => {
  const day = 'Mo-Su 08:00-21:00';
  it.each([
    ['twelve hours in three mornings', 12, 60, day, 'Mo,We,Fr 07:50-12:10', 10, 1],
    ['half of them', 12, 60, day, 'Mo,We 07:30-11:30', 30, 6 / 12],
    ['the journey is not work', 12, 60, day, 'Mo,We,Fr 08:00-12:00', 30, 9 / 12],
    ['blocks too short count nothing', 12, 180, day, 'Mo-Su 08:00-10:59', 0, 0],
    ['blocks just long enough count whole', 12, 180, day, 'Mo,Tu 08:00-11:00', 0, 6 / 12],
    ['what lies outside the window counts nothing', 10, 60, 'Mo 08:00-12:00', 'Mo 06:00-20:00', 0, 4 / 10],
    ['a window over Sunday midnight', 4, 60, 'Su 22:00-04:00', 'Su 21:00-03:00', 60, 1],
    ['the whole week free', 20, 60, 'Mo-Fr 08:00-12:00', '24/7', 60, 1],
    [
      'a shop that never shuts, a night over Sunday',
      3,
      180,
      'Mo-Su 00:00-24:00',
      'Su 22:00-24:00; Mo 00:00-02:00',
      0,
      1,
    ],
    ['the same with the journey', 4, 60, 'Mo-Su 00:00-24:00', 'Su 22:00-02:00', 30, 3 / 4],
    ['both always', 84, 60, 'Mo-Su 00:00-24:00', '24/7', 60, 1],
  ])('%s', (_, hours, block, text, week, minutes, fit) => {
    expect(fitOf(window(hours, block, text), free(week), [minutes])).toBeCloseTo(fit, 12);
  });
});

describe('what is missing', () => {
  it('is grouped by days with the same hours and the same fix', () => {
    expect(missingOf(all('Mo-Sa 11:00-14:00'), free('Mo-Fr 08:20-15:40'), [11])).toEqual([
      { days: 'Sa', start: '11:00', end: '14:00' },
    ]);
    expect(missingOf(all('Mo-Su 11:00-14:00'), free('Mo-Fr 08:20-15:40'), [11])).toEqual([
      { days: 'Sa,Su', start: '11:00', end: '14:00' },
    ]);
  });

  it('names the least that would have to give: leave nine minutes early', () => {
    // A job that ends 15:45, 24 minutes from where she must be at 16:00.
    expect(missingOf(all('Mo-Fr 09:00-15:45'), free('Mo-Fr 08:00-16:00'), [24])).toEqual([
      { days: 'Mo-Fr', start: '09:00', end: '15:45', earlyBy: 9 },
    ]);
  });

  it('come late, go early, or both', () => {
    expect(missingOf(all('Mo 08:00-12:00'), free('Mo 08:00-13:00'), [10])).toMatchObject([{ lateBy: 10 }]);
    const both = missingOf(all('Mo 08:00-12:00'), free('Mo 08:00-12:00'), [10.2]);
    expect(both).toMatchObject([{ lateBy: 11, earlyBy: 11 }]);
  });

  it('takes the piece of the week with the smallest fix', () => {
    const pieces = free('Mo 05:00-10:00; Mo 10:30-18:00');
    expect(missingOf(all('Mo 10:00-14:00'), pieces, [10])).toEqual([
      { days: 'Mo', start: '10:00', end: '14:00', lateBy: 40 },
    ]);
  });

  it('calls nothing a small fix that takes half of the shift', () => {
    expect(missingOf(all('Mo 08:00-10:00'), free('Mo 09:00-12:00'), [0])).toEqual([
      { days: 'Mo', start: '08:00', end: '10:00' },
    ]);
  });

  it('is nothing where all fits, and nothing by shift inside windows', () => {
    expect(missingOf(all('Mo 09:00-10:00'), free('Mo'), [10])).toEqual([]);
    expect(missingOf(window(10, 60, 'Mo 08:00-20:00'), free('Tu'), [10])).toEqual([]);
  });

  it('a fix of the size told is enough', () => {
    const pieces = free('Mo-Fr 08:07-15:31');
    for (let travel = 0; travel < 30; travel += 1.7) {
      for (const [missing] of [missingOf(all('Mo 08:00-15:30'), pieces, [travel])]) {
        if (!missing) continue;
        const { lateBy = 0, earlyBy = 0 } = missing;
        const shift = { start: 480 + lateBy, end: 930 - earlyBy, day: -1 };
        expect(isFeasible(shift, pieces, [travel])).toBe(true);
      }
    }
  });
});
