import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY_MS,
  dateOfEpochDay,
  endOfShanghaiDay,
  epochDay,
  shanghaiDate,
  startOfShanghaiDay,
  weekdayOfEpochDay,
} from '../../src/kernel/clock';

/** The platform's own calendar of the zone, to hold ours against. */
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const since1992 = fc.integer({ min: Date.UTC(1992, 0), max: Date.UTC(2100, 0) });

describe('the Shanghai calendar', () => {
  it("agrees with the platform's since summer time ended", () => {
    fc.assert(
      fc.property(since1992, (ms) => {
        expect(shanghaiDate(ms)).toBe(calendar.format(ms));
      }),
    );
  });

  it('changes the date at 16:00 UTC', () => {
    expect(shanghaiDate(Date.parse('2026-06-01T15:59:59.999Z'))).toBe('2026-06-01');
    expect(shanghaiDate(Date.parse('2026-06-01T16:00:00Z'))).toBe('2026-06-02');
  });

  it('puts every instant into its own day', () => {
    fc.assert(
      fc.property(since1992, (ms) => {
        const date = shanghaiDate(ms);
        expect(startOfShanghaiDay(date)).toBeLessThanOrEqual(ms);
        expect(endOfShanghaiDay(date)).toBeGreaterThan(ms);
        expect(endOfShanghaiDay(date) - startOfShanghaiDay(date)).toBe(DAY_MS);
      }),
    );
  });
});

describe('epoch days', () => {
  it('come back from dates, before 1970 as well', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50_000, max: 50_000 }), (day) => {
        expect(epochDay(dateOfEpochDay(day))).toBe(day);
      }),
    );
  });

  it.each(['2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-6-1', '', 'tomorrow', '20260601'])(
    'there is no date %j',
    (text) => {
      expect(epochDay(text)).toBeNaN();
    },
  );

  it('knows the weekdays: Monday is 0', () => {
    expect(weekdayOfEpochDay(epochDay('2026-06-01'))).toBe(0);
    expect(weekdayOfEpochDay(epochDay('2026-06-07'))).toBe(6);
    expect(weekdayOfEpochDay(epochDay('1969-12-31'))).toBe(2);
    expect(epochDay('2024-02-29')).toBe(epochDay('2024-03-01') - 1);
  });
});
