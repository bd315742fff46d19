import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenFromYuan, hourlyFen, yuanFromFen } from '../../src/kernel/money';

describe('yuan and fen', () => {
  it('come back from each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (fen) => {
        expect(fenFromYuan(yuanFromFen(fen))).toBe(fen);
      }),
    );
  });

  it('reads what was typed, digit by digit', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(99), (yuan, cents) => {
        expect(fenFromYuan(Number(`${yuan}.${String(cents).padStart(2, '0')}`))).toBe(yuan * 100 + cents);
      }),
    );
  });

  it('rounds half a fen up, as it was written', () => {
    expect([23.005, 1.005, 0.015, 0.014].map(fenFromYuan)).toEqual([2301, 101, 2, 1]);
  });
});

describe('hourlyFen', () => {
  it.each([
    ['by the hour', 2400, 'hour', undefined, 2400],
    ['a day of eight hours', 20_000, 'day', 8, 2500],
    ['a month of 174 hours', 400_000, 'month', 174, 2298],
    ['a piece of three minutes', 130, 'piece', 0.05, 2600],
    ['hours not said', 20_000, 'day', undefined, null],
    ['no hours', 20_000, 'day', 0, null],
    ['hours below nothing', 20_000, 'day', -8, null],
  ] as const)('%s', (_, amount, unit, hours, fen) => {
    expect(hourlyFen(amount, unit, hours)).toBe(fen);
  });

  it('never rounds up to a floor', () => {
    expect(hourlyFen(18_399, 'day', 8)).toBe(2299);
    expect(hourlyFen(18_400, 'day', 8)).toBe(2300);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: 744 }), (fen, hours) => {
        const hourly = hourlyFen(fen, 'month', hours) ?? Number.NaN;
        expect(hourly * hours).toBeLessThanOrEqual(fen);
        expect((hourly + 1) * hours).toBeGreaterThan(fen);
      }),
    );
  });
});
