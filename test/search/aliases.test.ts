import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasesOf, buildLexicon, holdsAll, readingsOf, type ScoredText } from '../../src/search';

const named = (canonical: string, ...aliases: string[]) => ({ canonical, aliases });
const OCCUPATIONS = [
  named('洗碗工', '刷盘子', '刷碗', 'ktv洗杯'),
  named('保洁员', '扫地', '刷碗', 'kt'),
  named('保安'),
];
const aliases = aliasesOf(
  buildLexicon({
    occupations: OCCUPATIONS.map(({ canonical }) => ({ canonical, group: '', code2022: '' })),
    aliases: OCCUPATIONS.flatMap((one) =>
      one.aliases.map((alias) => ({ alias, canonical: one.canonical, kind: 'spoken' })),
    ),
    related: [],
    constraints: [],
    places: [],
    stopwords: [],
  }),
);

describe('aliasesOf', () => {
  it('knows the names of an occupation', () => {
    expect(aliases.textOf('洗碗工')).toBe('刷盘子\n刷碗\nktv洗杯');
    expect([aliases.textOf('保安'), aliases.textOf('没有'), aliases.textOf(null)]).toEqual(['', '', '']);
  });

  it.each([
    ['盘子', ['洗碗工']],
    ['刷碗', ['洗碗工', '保洁员']],
    ['子刷', []],
    ['刷', []],
    ['kt', ['洗碗工', '保洁员']],
    ['ktv', ['洗碗工']],
    ['tv', []],
    ['洗碗', []],
    ['', []],
  ])('knows the occupations of %j', (lexeme, expected) => {
    expect(aliases.occupationsOf(lexeme)).toEqual(expected);
  });
});

describe('readingsOf', () => {
  it('asks the text for all, and each set of occupations for the rest', () => {
    expect(readingsOf(['盘子', '刷碗', '管饭'], aliases)).toEqual([
      { lexemes: ['盘子', '刷碗', '管饭'], occupations: null },
      { lexemes: ['管饭'], occupations: ['洗碗工'] },
      { lexemes: ['盘子', '管饭'], occupations: ['保洁员'] },
    ]);
  });

  it('puts occupations together whose names hold the same', () => {
    expect(readingsOf(['刷碗'], aliases)).toEqual([
      { lexemes: ['刷碗'], occupations: null },
      { lexemes: [], occupations: ['洗碗工', '保洁员'] },
    ]);
  });

  it('leaves out occupations that are not asked for', () => {
    expect(readingsOf(['刷碗'], aliases, ['洗碗工', '保洁员'])).toEqual([
      { lexemes: ['刷碗'], occupations: null },
    ]);
  });

  it('are together what the scores take for a match', () => {
    const lexeme = fc.constantFrom('盘子', '刷碗', '扫地', '管饭', 'kt', 'ktv', '洗', '保安');
    const posting = fc.record({
      title: fc.constantFrom('', '刷碗', '管饭', '扫地管饭', 'ktv'),
      occupation: fc.constantFrom(null, ...OCCUPATIONS.map(({ canonical }) => canonical)),
      business: fc.constantFrom('', '盘子'),
      description: fc.constantFrom('', '管饭', 'kt'),
    });
    const bare = { textOf: () => '' };
    const holdsText = (lexemes: readonly string[], text: ScoredText) =>
      lexemes.length === 0 || holdsAll(lexemes, text, bare);
    fc.assert(
      fc.property(fc.uniqueArray(lexeme, { minLength: 1, maxLength: 5 }), posting, (lexemes, text) => {
        const found = readingsOf(lexemes, aliases).some(
          (reading) =>
            holdsText(reading.lexemes, text) &&
            (reading.occupations === null || reading.occupations.includes(text.occupation ?? '')),
        );
        expect(found).toBe(holdsAll(lexemes, text, aliases));
      }),
    );
  });
});
