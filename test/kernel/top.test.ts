import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FirstOf } from '../../src/kernel/top';

const ascending = (a: number, b: number) => a - b;
function firstOf(items: readonly number[], size: number, compare = ascending): number[] {
  const first = new FirstOf(size, compare);
  for (const item of items) first.add(item);
  return first.sorted();
}

describe('FirstOf', () => {
  it('equals sorting everything and taking the first k', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.nat(60), (items, k) => {
        expect(firstOf(items, k)).toEqual([...items].sort(ascending).slice(0, k));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order in which items come', () => {
    const shuffled = fc
      .uniqueArray(fc.integer(), { maxLength: 40 })
      .chain((items) =>
        fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length }), fc.nat(20)),
      );
    fc.assert(
      fc.property(shuffled, ([items, other, k]) => {
        expect(firstOf(other, k)).toEqual(firstOf(items, k));
      }),
    );
  });

  it('compares far less than a sort when few of many are wanted', () => {
    const items = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_011);
    let compared = 0;
    firstOf(items, 20, (a, b) => {
      compared++;
      return a - b;
    });
    expect(compared).toBeLessThan(3 * items.length);
  });

  it('says beforehand whether an item would be kept', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer(), fc.nat(20), (items, next, k) => {
        const first = new FirstOf(k, ascending);
        for (const item of items) first.add(item);
        const takes = first.takes(next);
        const before = first.sorted();
        first.add(next);
        expect(first.sorted()).toEqual([...items, next].sort(ascending).slice(0, k));
        if (!takes) expect(first.sorted()).toEqual(before);
      }),
    );
  });
});
