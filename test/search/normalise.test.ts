import fc from 'fast-check';
import * as preset from 'opencc-js/preset/t2cn';
import { describe, expect, it } from 'vitest';
import { MAX_QUERY_LENGTH, normalise } from '../../src/search';
import { readQueries } from '../relevance/golden';

/** The left sides of OpenCC's tables: `from to|from to|…`, however they are nested. */
function wordsIn(tables: unknown): string[] {
  if (typeof tables === 'string') return tables.split('|').flatMap((pair) => pair.split(' ')[0] ?? []);
  return tables !== null && typeof tables === 'object' ? Object.values(tables).flatMap(wordsIn) : [];
}

/** Any text, with Han, blanks, joiners and letters far more often than chance would have it. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('洗', '碗', '員', '潔', '裡', ' ', '　', '\u200b', 'Ａ', 'b', '1', '🧹', 'ﬁ'),
  }),
);

describe('normalise', () => {
  it.each([
    ['full width', 'Ｃ１司机　２０块', 'c1司机 20块'],
    ['traditional', '保潔員 鐘點工 護工', '保洁员 钟点工 护工'],
    ['traditional as written in Hong Kong', '鍾點工 後廚 裏外 麵點', '钟点工 后厨 里外 面点'],
    ['rare variants', '妳 甚麼 祇要 舖面', '你 什么 只要 铺面'],
    ['half traditional', '快递員', '快递员'],
    ['emoji', '洗碗🧹🍜日结', '洗碗 日结'],
    ['an emoji made of several', '👨‍👩‍👧保姆❤️1️⃣', '保姆 1'],
    ['zero width and bidi marks', '洗\u200b碗\u202e工\ufeff', '洗碗工'],
    ['control characters', '洗碗\n日结\t\u0000管饭', '洗碗 日结 管饭'],
    ['case', 'KTV 服务员', 'ktv 服务员'],
    ['dictated characters', '洗 碗 工', '洗碗工'],
    ['spaces that separate words', '洗碗  日结 ', '洗碗 日结'],
    ['a lone character beside a word', '找 洗碗 工', '找 洗碗 工'],
    ['half a surrogate pair', '洗碗\ud83d', '洗碗'],
    ['nothing', '  🧹 ', ''],
  ])('reads %s', (_, from, to) => {
    expect(normalise(from)).toBe(to);
  });

  it('cuts to 200 characters without halving one', () => {
    const cut = normalise('𠮷'.repeat(300));
    expect([...cut]).toHaveLength(MAX_QUERY_LENGTH);
    expect(cut).toBe('𠮷'.repeat(MAX_QUERY_LENGTH));
  });

  it('leaves a long text whole when told to', () => {
    expect(normalise('洗碗'.repeat(500), Number.POSITIVE_INFINITY)).toHaveLength(1000);
  });

  it('reads unit by unit what it reads as a whole', () => {
    const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
    const mark = fc.constantFrom(
      '，',
      '。',
      '（',
      '）',
      '、',
      'Ａ',
      'b',
      '1',
      '-',
      '“',
      '甚',
      '么',
      '乾',
      '隆',
    );
    const common = fc.constantFrom(...readQueries().flatMap(({ q }) => [...q]));
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(han, mark, common), maxLength: 30 }), (any) => {
        // What is invisible goes, and needs a look at the whole.
        expect(normalise(any)).toBe(normalise(`${any}\u200b`));
      }),
      { numRuns: 3_000 },
    );
    for (const { q } of readQueries()) expect(normalise(q)).toBe(normalise(`${q}\u200b`));
    // Words in which OpenCC writes a character otherwise than alone.
    const words = wordsIn(preset);
    expect(words.length).toBeGreaterThan(5_000);
    expect(words.filter((word) => normalise(word) !== normalise(`${word}\u200b`))).toEqual([]);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(normalise(normalise(any))).toBe(normalise(any));
      }),
    );
  });

  it('leaves no control, format or double blank characters in any text', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(normalise(any)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]| {2}|^ | $/u);
      }),
    );
  });
});
