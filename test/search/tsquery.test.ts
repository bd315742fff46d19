import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aliasesOf,
  createEdgeSegmenter,
  queryLexemes,
  quoted,
  shippedLexicon,
  tsqueryOf,
} from '../../src/search';

const segmenter = createEdgeSegmenter(shippedLexicon);
const aliases = aliasesOf(shippedLexicon);
const tsquery = (words: string[], except: string[] = []) =>
  tsqueryOf(queryLexemes(words, segmenter), aliases, except);

describe('tsqueryOf', () => {
  it('is a conjunction of quoted lexemes, prefixes for letters', () => {
    expect(tsquery(['文院', 'x1'])).toBe("'文院' & 'x1':*");
    expect(tsquery(["'; drop table jobs; --"])).toBe("'drop':* & 'table':* & 'jobs':*");
    expect(tsquery(["&|!()<->:*\\'"])).toBe('');
  });

  it('takes an occupation for a lexeme of its names', () => {
    expect(tsquery(['刷盘'])).toBe("('刷盘' | '@洗碗工')");
    expect(tsquery(['文院', 'b2'])).toBe("'文院' & ('b2':* | '@送货司机')");
  });

  it('leaves out the occupations it is told to', () => {
    expect(tsquery(['刷盘'], ['洗碗工', "o'x"])).toBe("'刷盘' & !'@洗碗工' & !'@o''x'");
    expect(tsquery([], ['洗碗工'])).toBe('');
  });

  it('is well formed for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom("'", '\\', ':', '&', '@', '洗', '碗') }),
    );
    const own = String.raw`'[\p{L}\p{M}\p{N}]{1,40}'(:\*)?`;
    const one = String.raw`(${own}|\(${own}( \| '@[\p{L}\p{N}]+')+\))`;
    fc.assert(
      fc.property(fc.array(text), (words) => {
        expect(tsquery(words)).toMatch(new RegExp(`^(${one}( & ${one})*)?$`, 'u'));
      }),
    );
  });
});

describe('quoted', () => {
  it('doubles what would end it', () => {
    expect(quoted("a'b\\c")).toBe("'a''b\\\\c'");
  });
});
