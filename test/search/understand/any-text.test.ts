import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAX_QUERY_LENGTH,
  normalise,
  shippedLexicon,
  type Understood,
  understand,
} from '../../../src/search';
import { without } from '../../../src/search/understand/undo';

const read = (text: string) => understand(text, shippedLexicon, { today: '2026-06-01' });

const word = fc.constantFrom(...shippedLexicon.terms.keys());
const phrase = fc.constantFrom(
  ...'不要 不想干 除了 以外 都行 没有 有没有 和 、 或者 也 的 吗 20块一小时 一天二百 月薪三千左右 走路十分钟 一公里以内 晚上 周末 下午两点以后 三夏不行'.split(
    ' ',
  ),
  ...'五十多岁 女的 夫妻俩 xiwan xwg gong ri 西碗 保结 福务员 洗 碗 工 工 员 电 饭 1 20 c1 qc <b> \' ; -- % \\ / " 🧹 🙂'.split(
    ' ',
  ),
  ...['\u200b', '\u202e', '\ud83d', '　', ' ', '\n', '\u0000', '\ue000', '鐘', '裡', 'Ａ', 'ﬁ', '𠮷'],
);
const text = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.array(fc.oneof(word, phrase, phrase), { maxLength: 12 }).map((list) => list.join('')),
  },
  { weight: 1, arbitrary: fc.array(fc.oneof(word, phrase), { maxLength: 8 }).map((list) => list.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

/** Fails unless the spans are all of the text, in order. */
function expectCovered({ normal, spans }: Understood): void {
  let at = 0;
  for (const { start, end } of spans) {
    expect(start).toBe(at);
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(at).toBe(normal.length);
}

describe('any text at all', () => {
  it('is accounted for, character by character', () => {
    fc.assert(
      fc.property(text, (any) => expectCovered(read(any))),
      { numRuns: 400 },
    );
  });

  it('means the same as its normal form', () => {
    fc.assert(
      fc.property(text, (any) => {
        const { cut: _, ...understood } = read(any);
        expect(normalise(understood.normal)).toBe(understood.normal);
        expect(read(understood.normal)).toEqual(understood);
      }),
      { numRuns: 400 },
    );
  });

  it('is read the same every time', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(read(any)).toEqual(read(any));
      }),
    );
  });

  it('yields canonical occupations, words that were typed or said to be corrected, and lists of those words', () => {
    fc.assert(
      fc.property(text, (any) => {
        const {
          normal,
          words,
          alternatives,
          occupations,
          refused = [],
          corrections,
          workplaces,
          unsure,
        } = read(any);
        for (const name of [...occupations, ...refused])
          expect(shippedLexicon.occupations.has(name)).toBe(true);
        for (const name of occupations) expect(refused).not.toContain(name);
        const corrected = corrections.reduceRight(
          (all, { start, end, to }) => all.slice(0, start) + to + all.slice(end),
          normal,
        );
        // What is said with a gap in it (看小娃) goes on as the name that it is one way of saying.
        const isName = (word: string) =>
          shippedLexicon.terms.get(word)?.occupations.some((name) => occupations.includes(name)) === true;
        for (const one of words) expect(corrected.includes(one) || isName(one), one).toBe(true);
        for (const one of unsure) expect(normal).toContain(one);
        for (const { from, start, end } of corrections) expect(normal.slice(start, end)).toBe(from);
        for (const list of alternatives) expect(list.length).toBeGreaterThan(0);
        if (!workplaces) for (const one of alternatives.flat()) expect(words).toContain(one);
      }),
      { numRuns: 400 },
    );
  });

  it('says what it says in spans that can be taken away', () => {
    fc.assert(
      fc.property(text, (any) => {
        const understood = read(any);
        for (const span of understood.spans) {
          const rest = without(understood, span);
          expect(rest.length).toBeLessThanOrEqual(understood.normal.length);
          expect(rest).toBe(rest.trim());
          expectCovered(read(rest));
        }
      }),
    );
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['blanks', ' \t\n　'],
    ['pictures that mean nothing', '🙂🙃🎈'],
    ['SQL', "'; DROP TABLE jobs; --"],
    ['HTML', '<script>alert("洗碗")</script>'],
    ['a regular expression', '(((((.*)*)*)*$[洗'],
    ['halves of pairs', '\ud83d洗碗\udc00'],
    ['mixed directions', '\u202e洗\u2067碗\u202c工\u2066'],
    ['letters without end', 'x'.repeat(2000)],
    ['syllables without end', 'xiwangong'.repeat(300)],
    ['digits without end', '9'.repeat(2000)],
    ['units without end', '块小时天月'.repeat(400)],
    ['denials without end', '不要没有除了'.repeat(300)],
    ['unknown characters without end', '饕餮'.repeat(1000)],
  ])('%s is answered', (_, any) => {
    expectCovered(read(any));
  });

  it('is cut where it is too long, and says so', () => {
    const long = read('洗碗 '.repeat(500));
    expect(long).toMatchObject({ occupations: ['洗碗工'], cut: true, words: ['洗碗'] });
    expect([...long.normal].length).toBeLessThanOrEqual(MAX_QUERY_LENGTH);
    expect(read(`${'洗'.repeat(MAX_QUERY_LENGTH)}碗`).cut).toBe(true);
    expect(read('洗'.repeat(MAX_QUERY_LENGTH)).cut).toBeUndefined();
    expect(read('洗碗').cut).toBeUndefined();
  });
});
