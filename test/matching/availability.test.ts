import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDay, weekdayOfEpochDay } from '../../src/kernel/clock';
import { ALWAYS, normaliseWeek, WEEK_MINUTES, type Week } from '../../src/kernel/week';
import { parseWeek } from '../../src/kernel/week-syntax';
import {
  type Availability,
  type DatedStop,
  isFeasible,
  prepareAvailability,
  prepareWeek,
} from '../../src/matching';
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
  isFeasible({ start, end: start + length, day: -1 }, prepareWeek(free, HOME), [journey]);

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
    const between = {
      places: [HOME, HOME],
      times: [{ ...time, from: 1, to: 0 }],
      assumed: false,
      days: new Map(),
    };
    expect(isFeasible({ start: 500, end: 900, day: -1 }, between, [60, 20])).toBe(true);
    expect(isFeasible({ start: 500, end: 901, day: -1 }, between, [60, 20])).toBe(false);
    expect(isFeasible({ start: 499, end: 900, day: -1 }, between, [60, 20])).toBe(false);
  });
});

const SCHOOL = { lat: HOME.lat + 0.01, lng: HOME.lng };
const SHOP = { lat: HOME.lat, lng: HOME.lng + 0.01 };

describe('a day with places to be at', () => {
  /** A job of one shift, free time of one day, and moments or hours at three places; minutes of a Wednesday. */
  const day = fc.record({
    free: fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 4, max: 60 })),
    stops: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 95 }),
        length: fc.constantFrom(0, 0, 4, 12),
        place: fc.constantFrom(HOME, SCHOOL, SHOP),
      }),
      { maxLength: 4 },
    ),
    shift: fc.tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 16 })),
    journeys: fc.tuple(fc.nat(90), fc.nat(90), fc.nat(90)),
  });
  const BASE = 2 * 1440;

  it('accepts a shift exactly when nobody would be late anywhere, over ten thousand days', () => {
    fc.assert(
      fc.property(day, ({ free, stops, shift, journeys }) => {
        const [from, to] = [BASE + free[0] * 15, BASE + Math.min(96, free[0] + free[1]) * 15];
        // Nobody is at two places at once.
        const apart = stops
          .map(({ at, length, place }) => ({ start: BASE + at * 15, end: BASE + (at + length) * 15, place }))
          .sort((a, b) => a.start - b.start)
          .filter((stop, i, all) => all.slice(0, i).every((other) => other.end < stop.start));
        const [start, end] = [BASE + shift[0] * 15, BASE + (shift[0] + shift[1]) * 15];
        const availability = prepareAvailability({ free: [[from, to]], home: HOME, stops: apart });
        const minutesTo = (place: { lat: number; lng: number }) =>
          place === SCHOOL ? journeys[1] : place === SHOP ? journeys[2] : journeys[0];
        const byPlace = availability.places.map((place) =>
          minutesTo(
            [HOME, SCHOOL, SHOP].find(({ lat, lng }) => lat === place.lat && lng === place.lng) ?? HOME,
          ),
        );

        const busy = apart.some((stop) => stop.start < end && stop.end > start);
        const inside = apart.some(
          (stop) => stop.start === stop.end && stop.start > start && stop.start < end,
        );
        const before = apart.filter((stop) => stop.end <= start && stop.end >= from).at(-1);
        const after = apart.find((stop) => stop.start >= end && stop.start <= to);
        const leaves = before ? before.end + minutesTo(before.place) : from + journeys[0];
        const arrives = end + (after ? minutesTo(after.place) : journeys[0]);
        const inTime = leaves <= start && arrives <= (after ? after.start : to);
        const within = start >= from && end <= to;
        expect(isFeasible({ start, end, day: -1 }, availability, byPlace)).toBe(
          within && !busy && !inside && inTime,
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('the school run: leaving from the gate at eight, back there at four', () => {
    const stops = [0, 1, 2, 3, 4].flatMap((weekday) =>
      [480, 960].map((at) => ({ start: weekday * 1440 + at, end: weekday * 1440 + at, place: SCHOOL })),
    );
    const availability = prepareAvailability({ free: parseWeek('Mo-Fr 08:00-16:00'), home: HOME, stops });
    const journeys = availability.places.map(({ lat }) => (lat === SCHOOL.lat ? 24 : 5));
    const ends = (minute: number) => isFeasible({ start: 600, end: minute, day: -1 }, availability, journeys);
    expect([ends(930), ends(936), ends(937), ends(945)]).toEqual([true, true, false, false]);
  });

  it('a week without gaps is cut where somebody has to be', () => {
    const stops = [{ start: 600, end: 600, place: SCHOOL }];
    const availability = prepareAvailability({ free: ALWAYS, home: HOME, stops });
    const journeys = availability.places.map(() => 10);
    const can = (start: number, end: number) => isFeasible({ start, end, day: -1 }, availability, journeys);
    expect([can(540, 590), can(540, 591), can(610, 700), can(609, 700), can(590, 610)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(can(WEEK_MINUTES - 60, WEEK_MINUTES + 60)).toBe(true);
    expect(can(WEEK_MINUTES - 60, WEEK_MINUTES + 591)).toBe(false);
  });

  it('work that was accepted blocks its hours, and the way leads from one to the next', () => {
    const stops = [{ start: 540, end: 720, place: SHOP }];
    const availability = prepareAvailability({ free: parseWeek('Mo 08:00-18:00'), home: HOME, stops });
    const journeys = availability.places.map(({ lng }) => (lng === SHOP.lng ? 5 : 40));
    const can = (start: number, end: number) => isFeasible({ start, end, day: -1 }, availability, journeys);
    expect([can(725, 1000), can(724, 1000), can(725, 1040), can(725, 1041)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([can(520, 535), can(519, 534), can(530, 545)]).toEqual([true, false, false]);
  });
});

describe('dates unlike their weekday', () => {
  // 2026-06-03 is a Wednesday.
  const WEDNESDAY = epochDay('2026-06-03');
  const shift = (day: number, start: number, end: number) => ({
    start: weekdayOfEpochDay(day) * 1440 + start,
    end: weekdayOfEpochDay(day) * 1440 + end,
    day,
  });
  const given = (exceptions: [number, [number, number][]][], dated: DatedStop[] = []) =>
    prepareAvailability({
      free: parseWeek('Mo-Su 08:00-18:00'),
      home: HOME,
      exceptions: new Map(exceptions),
      dated,
    });
  const can = (availability: Availability, ...args: Parameters<typeof shift>) =>
    isFeasible(
      shift(...args),
      availability,
      availability.places.map(() => 10),
    );

  it('hold for the shifts of that date only, and leave the week as it is', () => {
    const availability = given([[WEDNESDAY, []]]);
    expect(can(availability, WEDNESDAY, 600, 700)).toBe(false);
    expect(can(availability, WEDNESDAY + 1, 600, 700)).toBe(true);
    expect(can(availability, WEDNESDAY + 7, 600, 700)).toBe(true);
    expect(isFeasible({ start: 2 * 1440 + 600, end: 2 * 1440 + 700, day: -1 }, availability, [10])).toBe(
      true,
    );
  });

  it('may be freer than the weekday, over midnight too', () => {
    const availability = given([
      [WEDNESDAY, [[480, 1440]]],
      [WEDNESDAY + 1, [[0, 480]]],
    ]);
    expect(can(availability, WEDNESDAY, 1320, 1800)).toBe(true);
    expect(can(availability, WEDNESDAY - 1, 1320, 1800)).toBe(false);
    // Thursday: free from midnight on to 8:00 by the exception, so that Wednesday's night is the last that fits.
    expect(can(availability, WEDNESDAY + 1, 420, 480)).toBe(false);
    expect(can(availability, WEDNESDAY + 1, 400, 470)).toBe(true);
  });

  it('hold over the end of the week', () => {
    const sunday = epochDay('2026-06-07');
    const availability = given([
      [sunday, [[1200, 1440]]],
      [sunday + 1, [[0, 600]]],
    ]);
    expect(can(availability, sunday, 1320, 1800)).toBe(true);
    expect(can(availability, sunday + 1, 60, 500)).toBe(true);
  });

  it('work on one date keeps that date, and the same hours of weekly work', () => {
    const availability = given(
      [],
      [{ day: WEDNESDAY, start: 2 * 1440 + 600, end: 2 * 1440 + 720, place: SHOP }],
    );
    expect(can(availability, WEDNESDAY, 630, 700)).toBe(false);
    expect(can(availability, WEDNESDAY, 730, 800)).toBe(true);
    expect(can(availability, WEDNESDAY + 7, 630, 700)).toBe(false);
    expect(can(availability, WEDNESDAY + 1, 630, 700)).toBe(true);
  });
});
