import { describe, expect, it } from 'vitest';
import { shippedLexicon as lexicon, suggest } from '../../src/search';

const texts = (typed: string) => suggest(typed, lexicon).map(({ text }) => text);
const canonicals = (typed: string) => suggest(typed, lexicon).map(({ canonical }) => canonical);

describe('completions', () => {
  it.each([
    ['characters', '洗碗', '洗碗工'],
    ['another name', '刷盘', '洗碗工'],
    ['full pinyin', 'xiwan', '洗碗工'],
    ['pinyin of the whole word', 'xiwangong', '洗碗工'],
    ['initials', 'xwg', '洗碗工'],
    ['initials of two letters', 'bj', '保洁员'],
    ['characters and initials', '洗wg', '洗碗工'],
    ['characters and a letter', '洗碗g', '洗碗工'],
    ['pinyin and characters', 'xi碗', '洗碗工'],
    ['pinyin with spaces', 'bao jie', '保洁员'],
    ['capital letters', 'XWG', '洗碗工'],
    ['traditional characters', '鐘點', '家政钟点工'],
    ['characters that sound alike', '保结', '保洁员'],
    ['a condition', '管f', '管饭'],
    ['a condition by initials', 'rj', '日结'],
    ['a place', '龙源', '龙源湖'],
    ['a word of time', '周m', '周末'],
  ])('by %s', (_, typed, expected) => {
    expect(canonicals(typed)[0]).toBe(expected);
  });

  it('also find what stands inside of a word, after what begins with it', () => {
    const found = texts('钟点');
    const beginning = found.filter((text) => text.startsWith('钟点'));
    expect(found.slice(0, beginning.length)).toEqual(beginning);
    expect(found.length).toBeGreaterThan(beginning.length);
  });

  it('give starters when nothing is typed, or nothing that says anything', () => {
    expect(suggest('', lexicon).length).toBeGreaterThan(5);
    expect(suggest(' 😀 ', lexicon)).toEqual(suggest('', lexicon));
  });

  it('are ten at most, and name each thing once', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    for (const typed of [...letters, ...letters.map((one) => `${one}h`), '工', '员', '不', '晚']) {
      const items = suggest(typed, lexicon);
      expect(items.length).toBeLessThanOrEqual(10);
      expect(new Set(items.map(({ kind, canonical }) => `${kind} ${canonical}`)).size).toBe(items.length);
    }
  });

  it('never offer what nobody should look for, nor what is only avoided', () => {
    expect(texts('刷单')).toEqual([]);
    expect(texts('押金')).not.toContain('押金');
  });

  it('are answered for anything', () => {
    for (const typed of ['"', "' or 1=1", '<b>', 'a'.repeat(5000), '\ud800', '?q=', '๛']) {
      expect(Array.isArray(suggest(typed, lexicon))).toBe(true);
    }
  });

  it('find every occupation by its name', () => {
    const lost = [...lexicon.occupations.keys()].filter(
      (name) => suggest(name, lexicon)[0]?.canonical !== name,
    );
    expect(lost).toEqual([]);
  });
});
