import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, type ScoredText } from '../../src/search';

const NAMES: Record<string, string> = { 洗碗工: '刷盘子\n刷碗', 杂工: '刷碗\n工人' };
const aliases = { textOf: (occupation: string | null) => NAMES[occupation ?? ''] ?? '' };

const posting = (fields: Partial<ScoredText>): ScoredText => ({
  title: '',
  occupation: null,
  business: '',
  description: '',
  ...fields,
});

describe('coverage', () => {
  it.each([
    ['the whole title', ['洗碗工'], { title: '急招洗碗工' }, 1],
    ['an occupation', ['洗碗'], { occupation: '洗碗工' }, 1],
    ['an alias', ['刷碗'], { occupation: '洗碗工' }, 1],
    ['an alias of another occupation', ['刷盘子'], { occupation: '杂工' }, 0],
    ['a business', ['烩面'], { business: '老杨烩面馆' }, 0.8],
    ['a description', ['端菜'], { description: '负责端菜' }, 0.6],
    ['the best of several fields', ['洗碗'], { title: '洗碗', description: '洗碗' }, 1],
    ['two of three characters', ['洗碗工'], { title: '洗碗' }, 2 / 3],
    ['one of two words', ['洗碗', '日结'], { title: '洗碗工' }, 0.5],
    ['no pair, only a character', ['碗筷'], { title: '洗碗工' }, 0],
    ['a lone character of the title', ['焊'], { title: '电焊工' }, 1],
    ['a lone character of the description', ['焊'], { description: '会电焊' }, 0],
    ['a pair across two aliases', ['碗工'], { occupation: '杂工' }, 0],
    ['letters as a prefix', ['c1'], { title: 'c1e司机' }, 1],
    ['letters inside a word', ['c1'], { title: 'abc1' }, 0],
    ['pinyin from any syllable', ['wangong'], { pinyin: 'xiwangong wangong gong' }, 1],
    ['letters as much as a word of two', ['c1', '司机'], { title: '司机' }, 0.5],
    ['nothing asked', [], { title: '洗碗工' }, 0],
    ['punctuation only', ['!?'], { title: '!?' }, 0],
  ])('%s', (_, words, fields, expected) => {
    expect(coverage(words, posting(fields), aliases)).toBeCloseTo(expected, 10);
  });

  const word = fc.string({
    unit: fc.constantFrom('洗', '碗', '工', '保', '洁', 'c', '1', ' ', ','),
    maxLength: 8,
  });
  const words = fc.array(word, { maxLength: 4 });
  const text = fc.record({
    title: word,
    occupation: fc.option(fc.oneof(word, fc.constantFrom(...Object.keys(NAMES)))),
    business: word,
    description: word,
    pinyin: word,
  });

  it('lies between 0 and 1', () => {
    fc.assert(
      fc.property(words, text, (query, any) => {
        expect(coverage(query, any, aliases)).toBeGreaterThanOrEqual(0);
        expect(coverage(query, any, aliases)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never falls when a posting says more', () => {
    fc.assert(
      fc.property(words, text, word, (query, any, more) => {
        const longer = { ...any, description: `${any.description} ${more}` };
        expect(coverage(query, longer, aliases)).toBeGreaterThanOrEqual(coverage(query, any, aliases));
      }),
    );
  });

  it('is whole when the title says what was asked', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[洗碗工保洁]{1,6}$/u), word, word, (asked, before, after) => {
        expect(coverage([asked], posting({ title: `${before}${asked}${after}` }), aliases)).toBe(1);
      }),
    );
  });

  it('does not depend on the order of the words', () => {
    fc.assert(
      fc.property(words, text, (query, any) => {
        expect(coverage(query.toReversed(), any, aliases)).toBeCloseTo(coverage(query, any, aliases), 10);
      }),
    );
  });
});
