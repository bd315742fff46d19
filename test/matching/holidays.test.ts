import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfEpochDay, epochDay, weekdayOfEpochDay } from '../../src/kernel/clock';
import { ALWAYS, DAY_MINUTES } from '../../src/kernel/week';
import { parseWeek } from '../../src/kernel/week-syntax';
import {
  type Availability,
  availabilityOf,
  isFeasible,
  type PersonTime,
  timeNotices,
} from '../../src/matching';
import { specialDaysFrom, unannouncedYears } from '../../src/matching/holidays';
import { week as anyWeek } from '../properties/arbitraries';
import { HOME } from '../support/builders';

/** Who is, or is not, free on 法定节假日. */
const TODAY = epochDay('2026-06-01');
type Exceptions = PersonTime['exceptions'];
const personOf = (free: string | null, exceptions: Exceptions) => ({
  origin: HOME,
  free: free === null ? null : parseWeek(free),
  time: { anchors: [], exceptions },
  work: [],
});
const availability = (free: string | null, exceptions: Exceptions, today = TODAY) =>
  availabilityOf(personOf(free, exceptions), today) as Availability;

/** The free pieces of the week; `left` is made of them. */
const weekOf = (time: Availability | null) =>
  time?.times.map(({ from, to, pieces }) => ({ from, to, pieces }));

/** Whether somebody at the door can work from 09:00 to 11:00 on a date. */
function canWork(time: Availability, date: string): boolean {
  const day = epochDay(date);
  const start = weekdayOfEpochDay(day) * DAY_MINUTES + 9 * 60;
  return isFeasible({ start, end: start + 120, day }, time, [0]);
}

describe('the calendar', () => {
  it('has the days off with those in lieu, and the weekends that are worked for them', () => {
    const dates = (days: readonly number[]) =>
      days.map(dateOfEpochDay).filter((date) => date.startsWith('2026'));
    const { holidays, makeupDays } = specialDaysFrom(epochDay('2026-09-01'));
    // 国务院办公厅关于2026年部分节假日安排的通知.
    expect(dates(holidays)).toEqual([
      ...['2026-09-25', '2026-09-26', '2026-09-27'],
      ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
    ]);
    expect(dates(makeupDays)).toEqual(['2026-09-20', '2026-10-10']);
  });

  it('knows which years it does not know', () => {
    expect(unannouncedYears(epochDay('2025-06-01'))).toEqual([]);
    const far = epochDay('2098-12-30');
    expect(unannouncedYears(far)).toEqual([2098, 2099]);
    expect(specialDaysFrom(far)).toEqual({ holidays: [], makeupDays: [] });
  });
});

describe('holidays of a person', () => {
  const off: Exceptions = [{ holidays: true, free: '' }];

  it('take the day from who is off, and give it to who is free then', () => {
    expect(canWork(availability('Mo-Fr 08:00-12:00', []), '2026-10-01')).toBe(true);
    expect(canWork(availability('Mo-Fr 08:00-12:00', off), '2026-10-01')).toBe(false);
    expect(canWork(availability('Mo-Fr 18:00-22:00', off), '2026-10-01')).toBe(false);
    const only: Exceptions = [{ holidays: true, free: '08:00-12:00' }];
    expect(canWork(availability('Mo-Fr 18:00-22:00', only), '2026-10-01')).toBe(true);
    expect(canWork(availability('Mo-Fr 18:00-22:00', only), '2026-10-08')).toBe(false);
    // Also whose hours are not known: who is off is off.
    expect(canWork(availability(null, off), '2026-10-02')).toBe(false);
    expect(canWork(availability(null, off), '2026-10-08')).toBe(true);
  });

  it('have the days in lieu with them; a weekend that is worked stays the weekend that it is', () => {
    const weekdays = availability('Mo-Fr 08:00-12:00', off);
    expect(canWork(weekdays, '2026-10-07')).toBe(false);
    expect(canWork(weekdays, '2026-10-10')).toBe(false);
    expect(canWork(availability('Sa 08:00-12:00', off), '2026-10-10')).toBe(true);
  });

  it('leave the weekends that are worked to those who speak of them', () => {
    const makeup: Exceptions = [{ makeupDays: true, free: '08:00-12:00' }];
    expect(canWork(availability('Mo-Fr 08:00-12:00', makeup), '2026-10-10')).toBe(true);
    expect(canWork(availability('Mo-Fr 08:00-12:00', makeup), '2026-10-17')).toBe(false);
    expect(canWork(availability('Mo-Fr 08:00-12:00', makeup), '2026-10-01')).toBe(true);
    expect(canWork(availability('Sa 08:00-12:00', [{ makeupDays: true, free: null }]), '2026-10-10')).toBe(
      false,
    );
  });

  it.each([[0], [1]])('are beaten by a date that was named, wherever it stands (%s)', (at) => {
    const named = { date: '2026-10-02', free: '08:00-12:00' };
    const list = at === 0 ? [named, ...off] : [...off, named];
    expect(canWork(availability('Mo-Fr 08:00-12:00', list), '2026-10-02')).toBe(true);
    expect(canWork(availability('Mo-Fr 08:00-12:00', list), '2026-10-01')).toBe(false);
  });

  it('that are over are of no interest', () => {
    const after = availability('Mo-Fr 08:00-12:00', off, epochDay('2026-10-08'));
    expect(after.days.get(epochDay('2026-10-01'))).toBeUndefined();
    // A night shift of the last day off may still run.
    expect(after.days.get(epochDay('2026-10-07'))).toBeDefined();
  });

  it('never change the ordinary week, whatever else a person says', () => {
    const exception = fc.record({
      kind: fc.constantFrom('holidays' as const, 'makeupDays' as const),
      free: fc.constantFrom('', null, '08:00-12:00', '22:00-06:00', 'Sa 09:00-24:00'),
    });
    const anchors = fc.array(
      fc.record({
        at: fc.constantFrom('08:00', '12:30', '16:00'),
        days: fc.constantFrom('Mo-Fr', 'Mo-Su', 'Sa'),
        kind: fc.constant('be_at' as const),
      }),
      { maxLength: 2 },
    );
    const someWeek = fc.oneof(
      { weight: 4, arbitrary: anyWeek },
      { weight: 1, arbitrary: fc.constant(ALWAYS) },
    );
    fc.assert(
      fc.property(
        someWeek,
        anchors,
        fc.array(exception, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: epochDay('2025-01-01'), max: epochDay('2028-01-01') }),
        (free, at, said, today) => {
          const exceptions = said.map(({ kind, free }) => ({ [kind]: true as const, free }));
          const person = { origin: HOME, free, work: [] };
          const plain = availabilityOf({ ...person, time: { anchors: at, exceptions: [] } }, today);
          const other = availabilityOf({ ...person, time: { anchors: at, exceptions } }, today);
          expect(weekOf(other)).toEqual(weekOf(plain));
          expect(other?.places).toEqual(plain?.places);
          const { holidays, makeupDays } = specialDaysFrom(today - 1);
          const touched = new Set([...holidays, ...makeupDays].flatMap((day) => [day - 1, day, day + 1]));
          for (let day = today; day < today + 400; day++) {
            if (!touched.has(day)) expect(other?.days.get(day)).toBeUndefined();
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('what nobody can know yet', () => {
  it('is told to who speaks of holidays, and to nobody else', () => {
    const far = epochDay('2098-03-01');
    const told = (exceptions: Exceptions) =>
      timeNotices({ anchors: [], exceptions }, far).map(({ year }) => year);
    expect(told([{ holidays: true, free: '' }])).toEqual([2098, 2099]);
    expect(told([{ makeupDays: true, free: '' }])).toEqual([2098, 2099]);
    expect(told([{ date: '2098-10-01', free: '' }])).toEqual([]);
    expect(timeNotices(null, far)).toEqual([]);
  });
});
