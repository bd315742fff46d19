import { describe, expect, it } from 'vitest';
import { differs, indexSettings } from '../../../src/adapters/meilisearch/settings';

describe('differs', () => {
  it.each([
    ['equal values', { a: 1, b: [1, { c: 2 }] }, { a: 1, b: [1, { c: 2 }] }, false],
    ['more than is wanted', { a: 1, b: 2 }, { a: 1 }, false],
    ['more inside', { a: { b: 1, c: 2 } }, { a: { b: 1 } }, false],
    ['another value', { a: 1 }, { a: 2 }, true],
    ['a missing value', {}, { a: 1 }, true],
    ['another order', { a: [1, 2] }, { a: [2, 1] }, true],
    ['a longer list', { a: [1, 2] }, { a: [1] }, true],
    ['null for a list', { a: null }, { a: [] }, true],
    ['null for an object', { a: null }, { a: {} }, true],
  ])('%s', (_, current, wanted, expected) => {
    expect(differs(current, wanted)).toBe(expected);
  });
});

describe('the settings of the index', () => {
  it('can filter by station and place, and lets no typo or foreign word in', () => {
    expect(JSON.stringify(indexSettings.filterableAttributes)).toContain('stationId');
    expect(JSON.stringify(indexSettings.filterableAttributes)).toContain('lat');
    expect(indexSettings.typoTolerance).toEqual({ enabled: false });
    expect(indexSettings.localizedAttributes).toEqual([{ attributePatterns: ['*'], locales: ['cmn'] }]);
  });
});
