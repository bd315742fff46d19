import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { union } from '../../src/kernel/week';
import { evaluate, GATE, prepareWeek } from '../../src/matching';
import { HOME } from '../support/builders';
import { boardRow, searchOf, terms, week } from './arbitraries';

/** What must hold of the score whatever the posting, the person and the station's weights. */
const ROUNDING = 1e-12;
const runs = { numRuns: 500 };

describe('the score', () => {
  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(boardRow, searchOf, terms, (row, search, given) => {
        const { score, fit, freedom } = evaluate(row, search, given);
        for (const figure of [score, freedom, fit ?? 0]) {
          expect(figure).toBeGreaterThanOrEqual(0);
          expect(figure).toBeLessThanOrEqual(1 + ROUNDING);
        }
      }),
      runs,
    );
  });

  it('is never lowered by being nearer', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(boardRow, searchOf, terms, share, (row, search, given, by) => {
        const nearer = {
          ...row,
          lat: HOME.lat + (row.lat - HOME.lat) * by,
          lng: HOME.lng + (row.lng - HOME.lng) * by,
        };
        const [far, near] = [evaluate(row, search, given), evaluate(nearer, search, given)];
        expect(near.minutes).toBeLessThanOrEqual(far.minutes + ROUNDING);
        if (far.failed === 0) {
          expect(near.failed).toBe(0);
          expect(near.score).toBeGreaterThanOrEqual(far.score - ROUNDING);
        }
      }),
      runs,
    );
  });

  it('is never lowered by more free time', () => {
    fc.assert(
      fc.property(boardRow, searchOf, terms, week, week, (row, search, given, free, more) => {
        const before = evaluate(row, { ...search, availability: prepareWeek(free, HOME) }, given);
        const after = evaluate(row, { ...search, availability: prepareWeek(union(free, more), HOME) }, given);
        expect(after.fit ?? 0).toBeGreaterThanOrEqual((before.fit ?? 0) - ROUNDING);
        if (before.failed === 0) {
          expect(after.failed).toBe(0);
          expect(after.score).toBeGreaterThanOrEqual(before.score - ROUNDING);
        }
      }),
      runs,
    );
  });

  it('is never lowered by more pay', () => {
    fc.assert(
      fc.property(boardRow, searchOf, terms, fc.nat(100_000), (row, search, given, raise) => {
        const before = evaluate(row, search, given);
        const after = evaluate({ ...row, hourlyFen: row.hourlyFen + raise }, search, given);
        if (before.failed === 0) expect(after.score).toBeGreaterThanOrEqual(before.score - ROUNDING);
        expect(after.failed & ~GATE.pay).toBe(before.failed & ~GATE.pay);
      }),
      runs,
    );
  });

  it('is never lowered by being newer, nor by covering more of the words', () => {
    const coverage = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(boardRow, searchOf, terms, coverage, coverage, (row, search, given, a, b) => {
        const text = (score: number) => ({ ...search, text: new Map([[row.id, score]]) });
        const [low, high] = [
          evaluate(row, text(Math.min(a, b)), given),
          evaluate(row, text(Math.max(a, b)), given),
        ];
        if (low.failed === 0) expect(high.score).toBeGreaterThanOrEqual(low.score - ROUNDING);
        const newer = evaluate({ ...row, publishedAt: row.publishedAt + 3_600_000 }, text(a), given);
        const older = evaluate(row, text(a), given);
        if (older.failed === 0) expect(newer.score).toBeGreaterThanOrEqual(older.score - ROUNDING);
      }),
      runs,
    );
  });

  it('depends on nothing else: the same values give the same result', () => {
    fc.assert(
      fc.property(boardRow, searchOf, terms, (row, search, given) => {
        expect(evaluate({ ...row }, { ...search }, { ...given })).toEqual(evaluate(row, search, given));
      }),
    );
  });
});
