import { describe, expect, it } from 'vitest';
import { jobDraft } from '../support/builders';
import { yuan } from './conditions';
import type { Conditions, GoldenPosting, Label } from './golden';
import { gradeOf } from './grade';
import { canAvoid, daysNeeded, hoursOf, longestDay, nightOf, shareIn } from './hours';
import { dcg, ndcg } from './ndcg';

type Changes = Parameters<typeof jobDraft>[0];

function posting(changes: Changes = {}, label: Partial<Label> = {}): GoldenPosting {
  return {
    draft: jobDraft(changes),
    label: { externalId: 'x', occupations: ['洗碗工'], traits: [], ...label },
  };
}
const shifts = (
  start: string,
  end: string,
  days = 'Mo-Fr',
  commitment: 'all' | { atLeast: number } = 'all',
) => hoursOf(jobDraft({ schedule: { kind: 'shifts', commitment, shifts: [{ days, start, end }] } }));
const wants = (constraints: Conditions = {}, occupations2 = ['洗碗工'], occupations1 = ['后厨帮工']) => ({
  occupations2,
  occupations1,
  constraints,
});

describe('grades', () => {
  it('are 3 with every condition met, 2 with one unmet, 1 for what would do, else 0', () => {
    const daily: Conditions = { settlement: ['daily'] };
    expect(gradeOf(posting(), wants(daily))).toBe(3);
    expect(gradeOf(posting(), wants({ settlement: ['weekly'] }))).toBe(2);
    expect(gradeOf(posting({}, { occupations: ['后厨帮工'] }), wants(daily))).toBe(1);
    expect(gradeOf(posting({}, { occupations: ['保安'] }), wants(daily))).toBe(0);
    expect(gradeOf(posting({}, { occupations: ['保安', '洗碗工'] }), wants(daily))).toBe(2);
  });

  it('without an occupation go by the conditions alone', () => {
    const grade = (constraints: Conditions) => gradeOf(posting(), wants(constraints, ['*'], []));
    expect(grade({})).toBe(3);
    expect(grade({ settlement: ['daily'] })).toBe(3);
    expect(grade({ settlement: ['weekly'] })).toBe(0);
    expect(grade({ settlement: ['daily'], benefits: ['meals'] })).toBe(1);
    expect(grade({ time: 'Mo-Th 00:00-24:00' })).toBe(2);
    expect(grade({ time: 'Sa,Su 00:00-24:00' })).toBe(0);
  });

  it('are 0 for what was refused, whatever else is met', () => {
    expect(gradeOf(posting(), wants({ excludeOccupations: ['洗碗工'] }))).toBe(0);
    expect(gradeOf(posting({}, { traits: ['heavy'] }), wants({ excludeTraits: ['heavy'] }))).toBe(0);
    expect(gradeOf(posting({ benefits: ['lodging'] }), wants({ excludeBenefits: ['lodging'] }))).toBe(0);
    expect(gradeOf(posting(), wants({ avoidNight: true, excludeTime: '18:00-22:00' }))).toBe(3);
  });
});

describe('hours', () => {
  it('count shifts that lie inside, whole or for the share that is enough', () => {
    expect(shareIn(shifts('17:30', '21:00'), '18:00-22:00')).toBe(0);
    expect(shareIn(shifts('17:30', '21:00'), '18:00-22:00', 0.6)).toBe(1);
    expect(shareIn(shifts('09:00', '12:00', 'Mo-Sa'), 'Mo-Fr 08:00-12:00')).toBeCloseTo(5 / 6);
    expect(shareIn(shifts('09:00', '12:00', 'Mo-Su', { atLeast: 2 }), 'Sa,Su 00:00-24:00')).toBe(1);
  });

  it('know night work, and what can be avoided', () => {
    expect(nightOf(shifts('22:00', '02:00'))).toBe('all');
    expect(nightOf(shifts('18:00', '22:30'))).toBe('none');
    expect(nightOf(shifts('04:00', '07:00'))).toBe('none');
    expect(canAvoid(shifts('16:00', '20:00'), '18:00-22:00')).toBe(true);
    expect(canAvoid(shifts('18:00', '21:00'), '18:00-22:00')).toBe(false);
  });

  it('count days and the hours of a day', () => {
    expect(longestDay(shifts('08:00', '12:30'))).toBe(4.5);
    expect(daysNeeded(shifts('08:00', '12:30', 'Mo-Su', { atLeast: 2 }))).toBe(2);
  });

  it('make pay by the day and by the month', () => {
    const paid = jobDraft({ pay: { amount: 25, unit: 'hour', settlement: 'daily' } });
    expect(yuan(paid, 'day')).toBe(100);
    expect(yuan(paid, 'month')).toBeCloseTo((25 * 20 * 52) / 12);
  });
});

describe('nDCG@10', () => {
  it('is 1 for the best order, whatever the order of equals, and null when nothing could be good', () => {
    expect(ndcg([3, 3, 2, 1, 0], [0, 1, 2, 3, 3])).toBe(1);
    expect(ndcg([], [0, 0])).toBeNull();
    expect(ndcg([], [1])).toBe(0);
  });

  it('follows its formula', () => {
    expect(dcg([3, 2])).toBeCloseTo(7 + 3 / Math.log2(3));
    expect(ndcg([0, 3], [3])).toBeCloseTo(1 / Math.log2(3));
    expect(dcg(Array.from({ length: 12 }, () => 1))).toBe(dcg(Array.from({ length: 10 }, () => 1)));
  });
});
