import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createEdgeSegmenter,
  documentWords,
  holdsAll,
  isHan,
  queryLexemes,
  shippedLexicon,
  toDocument,
} from '../../src/search';
import { bigrams, runs, tokens, unigrams } from '../../src/search/terms';

const segmenter = createEdgeSegmenter(shippedLexicon);
const source = {
  id: 'a',
  stationId: 's',
  title: '洗碗工',
  occupation: null,
  business: '',
  description: '',
  place: null,
  version: 1,
};

describe('units of a text', () => {
  it('are runs of Han and of other letters', () => {
    expect(runs('c1司机,夜班 20块!')).toEqual(['c1', '司机', '夜班', '20', '块']);
    expect(tokens('c1司机 20块')).toEqual(['c1', '20']);
  });

  it('are pairs and characters of Han, never across a run', () => {
    expect(bigrams('洗碗工 日结a包住')).toEqual(['洗碗', '碗工', '日结', '包住']);
    expect(unigrams('洗碗 c1 工')).toEqual(['洗', '碗', '工']);
  });

  it('hold whole characters outside the basic plane', () => {
    expect(bigrams('𠮷野家')).toEqual(['𠮷野', '野家']);
  });

  it('are at most forty characters of letters', () => {
    expect(tokens('x'.repeat(90)).map((token) => token.length)).toEqual([40, 40, 10]);
  });
});

describe('documentWords', () => {
  it('sorts lexemes by field', () => {
    const words = documentWords(
      toDocument({
        ...source,
        title: '急招c1司机',
        business: '老杨',
        description: '送货 ab',
      }),
    );
    expect(words.a).toEqual(
      expect.arrayContaining(['急', '司', '急招', '司机', 'c1', 'jizhaosiji', 'siji', 'sj']),
    );
    expect(words.b).not.toContain('老');
    expect(words.b).toEqual(['老杨']);
    expect(words.c).toEqual(['送货', 'ab']);
  });
});

describe('queryLexemes', () => {
  it.each([
    [['洗碗'], ['洗碗']],
    [['洗碗工'], ['洗碗', '碗工']],
    [['焊'], ['焊']],
    [
      ['c1', '司机'],
      ['c1', '司机'],
    ],
    [['瓷砖保洁'], ['瓷砖', '保洁']],
    [['保洁', '保洁'], ['保洁']],
    [['!!'], []],
    [[], []],
  ])('%j → %j', (words, expected) => {
    expect(queryLexemes(words, segmenter)).toEqual(expected);
  });

  it('asks for the pairs inside words, not for those between them', () => {
    const words = { cut: () => ['贴', '瓷砖', '师傅'] };
    expect(queryLexemes(['贴瓷砖师傅'], words)).toEqual(['瓷砖', '师傅']);
  });

  it('asks for all pairs of what is no sequence of words', () => {
    const scattered = { cut: () => ['文', '院', '街道'] };
    expect(queryLexemes(['文院街道'], scattered)).toEqual(['文院', '院街', '街道']);
    expect(queryLexemes(['文院街道'], { cut: () => [] })).toEqual(['文院', '院街', '街道']);
  });
});

describe('what a query finds', () => {
  const han = fc.string({
    unit: fc.constantFrom('洗', '碗', '工', '保', '洁', '员', '的'),
    minLength: 1,
    maxLength: 9,
  });
  const other = fc.constantFrom('', ' ', 'c1', ',', 'ktv ');

  const inVector = (lexemes: string[], all: string[]) =>
    lexemes.length > 0 &&
    lexemes.every((lexeme) =>
      isHan(lexeme) ? all.includes(lexeme) : all.some((word) => word.startsWith(lexeme)),
    );

  it('is every posting whose title holds it, whichever segmenter cut the query', () => {
    const cutters = [segmenter, { cut: (run: string) => [...run] }, { cut: (run: string) => [run] }];
    fc.assert(
      fc.property(han, other, other, fc.constantFrom(...cutters), (asked, before, after, cutter) => {
        const { a } = documentWords(toDocument({ ...source, title: `${before}${asked}${after}` }));
        expect(inVector(queryLexemes([asked], cutter), a)).toBe(true);
      }),
    );
  });

  it('is the same by lexemes as by text', () => {
    const field = fc.array(fc.oneof(han, other)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(han, other)),
        field,
        field,
        field,
        (words, title, business, description) => {
          const document = toDocument({ ...source, title, business, description });
          const { a, b, c } = documentWords(document);
          const lexemes = queryLexemes(words, segmenter);
          expect(holdsAll(lexemes, document, { textOf: () => '' })).toBe(
            inVector(lexemes, [...a, ...b, ...c]),
          );
        },
      ),
    );
  });
});
