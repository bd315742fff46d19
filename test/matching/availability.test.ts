import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALWAYS, normaliseWeek, WEEK_MINUTES, type Week } from '../../src/kernel/week';
import { isFeasible, prepareWeek } from '../../src/matching';
import { week as anyWeek } from '../properties/arbitraries';
import { HOME } from '../support/builders';

const SAMPLES = 60;

/** Whether every instant of the span is free, looked at on a grid of sixtieths of a minute by plain membership. */
function covered(free: Week, from: number, to: number): boolean {
  const isFree = (at: number) => {
    const minute = ((at % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
    return free.some(([start, end]) => minute >= start && minute < end);
  };
  for (let at = from; at < to; at += 1 / SAMPLES) if (!isFree(at)) return false;
  return true;
}

const feasible = (free: Week, start: number, length: number, journey: number) =>
  isFeasible({ start, end: start + length }, prepareWeek(free, HOME), [journey]);

describe('isFeasible', () => {
  it('says yes exactly when the shift with both journeys is free to the minute, on any turn of the week', () => {
    const free = fc.oneof({ weight: 5, arbitrary: anyWeek }, { weight: 1, arbitrary: fc.constant(ALWAYS) });
    const shift = fc.tuple(
      fc.integer({ min: 0, max: 335 }).map((half) => half * 30),
      fc.integer({ min: 1, max: 20 }).map((half) => half * 30),
    );
    // Half minutes, so that the tolerance of a hundredth never decides.
    const journey = fc.integer({ min: 0, max: 240 }).map((half) => half / 2);
    fc.assert(
      fc.property(free, shift, journey, (week, [start, length], travel) => {
        expect(feasible(week, start, length, travel)).toBe(
          covered(week, start - travel, start + length + travel),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('does not join two pieces with a minute between them', () => {
    const free = normaliseWeek([
      [0, 100],
      [101, 200],
    ]);
    expect(feasible(free, 50, 100, 0)).toBe(false);
    expect(feasible(free, 110, 40, 9)).toBe(true);
    expect(feasible(free, 110, 40, 9.1)).toBe(false);
  });

  it('of a week without a free minute nothing fits, of one without a gap everything', () => {
    expect(feasible([], 0, 1, 0)).toBe(false);
    expect(feasible(ALWAYS, 600, 1440, 120)).toBe(true);
  });

  it('counts the journey out from where the free time begins, and back to where it ends', () => {
    const availability = prepareWeek([[480, 960]], HOME);
    const [time] = availability.times;
    if (!time) throw new Error('no free time');
    const between = { places: [HOME, HOME], times: [{ ...time, from: 1, to: 0 }] };
    expect(isFeasible({ start: 500, end: 900 }, between, [60, 20])).toBe(true);
    expect(isFeasible({ start: 500, end: 901 }, between, [60, 20])).toBe(false);
    expect(isFeasible({ start: 499, end: 900 }, between, [60, 20])).toBe(false);
  });
});
