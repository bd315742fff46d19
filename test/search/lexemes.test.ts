import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentLexemes, documentWords, shippedLexicon, toDocument } from '../../src/search';

describe('documentLexemes', () => {
  it('are all words of the document, for any text and any occupation', () => {
    const text = fc
      .array(
        fc.constantFrom(
          '洗',
          '碗',
          '工',
          '保洁',
          'c1',
          'KTV',
          '24',
          ' ',
          '，',
          "'",
          '\\',
          '😀',
          '臺',
          'ß',
          'é',
        ),
      )
      .map((parts) => parts.join(''));
    const occupations = fc.constantFrom(null, ...shippedLexicon.occupations.keys());
    fc.assert(
      fc.property(text, text, text, occupations, (title, business, description, occupation) => {
        const base = { id: 'a', stationId: 's', place: null, version: 1 };
        const document = toDocument({ ...base, title, business, description, occupation });
        const { a, b, c } = documentWords(document);
        expect(new Set(documentLexemes(document))).toEqual(new Set([...a, ...b, ...c]));
      }),
    );
  });
});
