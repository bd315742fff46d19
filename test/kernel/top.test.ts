import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topK } from '../../src/kernel/top';

const ascending = (a: number, b: number) => a - b;

describe('topK', () => {
  it('equals sorting everything and taking the first k', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.nat(60), (items, k) => {
        expect(topK(items, k, ascending)).toEqual([...items].sort(ascending).slice(0, k));
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
        expect(topK(other, k, ascending)).toEqual(topK(items, k, ascending));
      }),
    );
  });

  it('compares far less than a sort when few of many are wanted', () => {
    const items = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 20_011);
    let compared = 0;
    topK(items, 20, (a, b) => {
      compared++;
      return a - b;
    });
    expect(compared).toBeLessThan(3 * items.length);
  });
});
