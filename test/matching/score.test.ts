import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS, type Parts, scoreOf } from '../../src/matching';

/** The score by hand: Σ wᵢ·sᵢ ÷ Σ wᵢ over the parts that are known. */
const parts = (changes: Partial<Parts> = {}): Parts => ({
  fit: Number.NaN,
  freedom: 0,
  minutes: 0,
  limit: 15,
  text: Number.NaN,
  hourlyFen: 2300,
  floorFen: 2300,
  skills: Number.NaN,
  ageDays: 0,
  ...changes,
});
const score = (changes: Partial<Parts> = {}) => scoreOf(parts(changes), DEFAULT_WEIGHTS);

describe('scoreOf', () => {
  it.each<[string, Partial<Parts>, number]>([
    ['at the door, new, at the floor, hours unknown', {}, (0.3 + 0.05) / 0.6],
    ['freedom counts at the smaller weight', { freedom: 1 }, (0.15 + 0.3 + 0.05) / 0.6],
    ['with availability time counts 0.45', { fit: 1 }, (0.45 * 0.9 + 0.3 + 0.05) / 0.9],
    ['fit and freedom together', { fit: 0.5, freedom: 1 }, (0.45 * (0.45 + 0.1) + 0.3 + 0.05) / 0.9],
    ['half-way', { minutes: 7.5 }, (0.15 + 0.05) / 0.6],
    ['at the limit', { minutes: 15 }, 0.05 / 0.6],
    ['beyond the limit is no less than at it', { minutes: 99 }, 0.05 / 0.6],
    ['half over the floor', { hourlyFen: 3450 }, (0.3 + 0.05 + 0.05) / 0.6],
    ['twice the floor', { hourlyFen: 4600 }, (0.3 + 0.1 + 0.05) / 0.6],
    ['far over it', { hourlyFen: 99_999 }, (0.3 + 0.1 + 0.05) / 0.6],
    ['under the floor is no less than at it', { hourlyFen: 100 }, (0.3 + 0.05) / 0.6],
    ['a week old', { ageDays: 7 }, (0.3 + 0.025) / 0.6],
    ['from the future counts as new', { ageDays: -3 }, (0.3 + 0.05) / 0.6],
    ['words covered whole', { text: 1 }, (0.3 + 0.05 + 0.3) / 0.9],
    ['words covered not at all', { text: 0 }, (0.3 + 0.05) / 0.9],
    ['skills', { skills: 1 }, (0.3 + 0.05 + 0.1) / 0.7],
    ['other skills', { skills: 0 }, (0.3 + 0.05) / 0.7],
  ])('%s', (_, changes, expected) => {
    expect(score(changes)).toBeCloseTo(expected, 12);
  });

  it('without any weight is 0, not NaN', () => {
    const none = { time: 0, timeUnknown: 0, travel: 0, text: 0, pay: 0, skills: 0, freshness: 0 };
    expect(scoreOf(parts(), none)).toBe(0);
  });
});
