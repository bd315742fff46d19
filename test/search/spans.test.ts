import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLexicon, shippedLexicon } from '../../src/search';
import { readSpans } from '../../src/search/spans';

const words = (...aliases: string[]) =>
  buildLexicon({
    occupations: [{ canonical: '某工', group: '', code2022: '' }],
    aliases: aliases.map((alias) => ({ alias, canonical: '某工', kind: 'spoken' })),
    related: [],
    constraints: [],
    places: [],
    stopwords: [{ word: '的' }, { word: '的活' }],
  });

const read = (text: string, ...aliases: string[]) =>
  readSpans(text, words(...aliases)).map(({ term }) => term.word);

describe('readSpans', () => {
  it('prefers the longest name', () => {
    expect(read('客房服务员', '客房', '服务员', '客房服务员')).toEqual(['客房服务员']);
  });

  it('explains as many characters as it can where names overlap', () => {
    expect(read('甲乙丙丁', '甲乙', '乙丙', '丙丁')).toEqual(['甲乙', '丙丁']);
    expect(read('甲乙丙', '甲乙', '乙丙')).toEqual(['乙丙']);
  });

  it('would rather read a name than a stop phrase that overlaps it', () => {
    expect(read('干的活动', '活动')).toEqual(['活动']);
    expect(read('干的活', '活动')).toEqual(['的活']);
  });

  it('leaves lone stop characters to the caller', () => {
    expect(read('甲乙的', '甲乙')).toEqual(['甲乙']);
  });

  it('never overlaps, keeps order, and finds what the text says there', () => {
    const piece = fc.constantFrom(...shippedLexicon.terms.keys(), '的', '工', ' ', 'a');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end, term } of readSpans(text, shippedLexicon)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(text.slice(start, end)).toBe(term.word);
          at = end;
        }
      }),
    );
  });
});
