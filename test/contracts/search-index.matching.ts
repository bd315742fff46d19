import { expect, it } from 'vitest';
import { shippedLexicon, understand } from '../../src/search';
import { type Asking, document, HERE, idOf, NORTH, OTHER, STATION } from './search-index.documents';

/** What a SearchIndex answers. */
export function matchingContract(ask: Asking): void {
  it('finds what was put, by any of its fields, with the coverage as the score', async () => {
    await ask.index.put([
      document(1, { title: '急招洗碗工' }),
      document(2, { title: '后厨帮工', business: '洗碗大王' }),
      document(3, { title: '服务员', description: '忙时洗碗' }),
      document(4, { title: '招人', occupation: '洗碗工' }),
      document(5, { title: '保安' }),
    ]);
    expect(await ask.match(['洗碗'])).toEqual([
      { id: idOf(1), score: 1 },
      { id: idOf(4), score: 1 },
      { id: idOf(2), score: 0.8 },
      { id: idOf(3), score: 0.6 },
    ]);
  });

  it.each([
    ['a part of a longer word', '打包', '打包工'],
    ['a word the dictionaries cut otherwise', '绿化', '绿化工'],
    ['a lone character', '焊', '电焊工'],
    ['pinyin', 'xiwan', '急招洗碗工'],
    ['initials', 'xwg', '急招洗碗工'],
    ['letters and digits', 'c1', 'C1司机'],
    ['the beginning of letters', 'kt', 'KTV服务员'],
    ['words in another order', '保洁洗碗', '洗碗兼保洁'],
    ['a piece no dictionary knows', '文院', '招文院人员'],
  ])('finds %s', async (_, asked, title) => {
    await ask.index.put([document(1, { title }), document(2, { title: '月嫂', business: '悦来' })]);
    expect(await ask.idsOf([asked])).toEqual([idOf(1)]);
  });

  it('finds a posting by other words for its occupation', async () => {
    await ask.index.put([
      document(1, { title: '洗碗工', occupation: '洗碗工' }),
      document(2, { title: '保安' }),
    ]);
    for (const query of ['刷碗', '刷盤子', '涮碗嘞']) {
      const [words = []] = understand(query, shippedLexicon).alternatives;
      expect(await ask.idsOf(words), query).toEqual([idOf(1)]);
    }
  });

  it('finds each word in the text or in the other words for the occupation', async () => {
    await ask.index.put([
      document(1, { title: '早班', occupation: '洗碗工', description: '管饭' }),
      document(2, { title: '刷碗', occupation: '保安', description: '管饭' }),
      document(3, { title: '早班', occupation: '洗碗工', description: '日结' }),
      document(4, { title: '早班', occupation: '保安', description: '管饭' }),
      document(5, { title: '刷碗管饭', occupation: '洗碗工' }),
    ]);
    expect(await ask.idsOf(['刷碗', '管饭'])).toEqual([idOf(1), idOf(2), idOf(5)]);
    expect(await ask.match(['刷碗', '管饭'])).toContainEqual({ id: idOf(1), score: 0.8 });
    expect(await ask.match(['刷碗'], { limit: 3 })).toHaveLength(3);
  });

  it('finds letters of other words for the occupation by their beginning', async () => {
    await ask.index.put([document(1, { title: '开车', occupation: '送货司机' }), document(2)]);
    for (const asked of ['b2', 'b']) expect(await ask.match([asked])).toEqual([{ id: idOf(1), score: 1 }]);
    expect(await ask.match(['b21'])).toEqual([]);
  });

  it('leaves out the occupations it is told to, and no other posting', async () => {
    await ask.index.put([
      document(1, { title: '洗碗工', occupation: '洗碗工' }),
      document(2, { title: '洗碗兼保洁', occupation: '保洁员' }),
      document(3, { title: '洗碗', occupation: null }),
      document(4, { title: '早班', occupation: '洗碗工' }),
      document(5, { title: '洗碗保安', occupation: '保安' }),
    ]);
    const except = (...exceptOccupations: string[]) => ask.idsOf(['洗碗'], { exceptOccupations });
    expect(await except()).toEqual([1, 2, 3, 4, 5].map(idOf));
    expect(await except('洗碗工')).toEqual([2, 3, 5].map(idOf));
    expect(await except('洗碗工', '保洁员')).toEqual([3, 5].map(idOf));
    expect(await except('没有这一行', `' | '"] OR "`)).toEqual([1, 2, 3, 4, 5].map(idOf));
    expect(await ask.match(['洗碗'], { exceptOccupations: ['洗碗工'] })).toContainEqual({
      id: idOf(3),
      score: 1,
    });
  });

  it.each(['@洗碗工', '@', '洗碗工 @'])('takes no occupation out of what people write: %j', async (word) => {
    await ask.index.put([
      document(1, { title: '早班', occupation: '洗碗工', business: '' }),
      document(2, { title: '@洗碗工', occupation: '保安' }),
      document(3, { title: '@@@', occupation: '保安' }),
    ]);
    expect(await ask.idsOf([word])).toEqual(word === '@' ? [] : [idOf(1), idOf(2)]);
    expect(await ask.idsOf(['刷碗'])).toEqual([idOf(1)]);
  });

  it('asks for every word, and scores by more words when told to', async () => {
    await ask.index.put([
      document(1, { title: '洗碗工', description: '日结' }),
      document(2, { title: '洗碗工' }),
    ]);
    expect(await ask.idsOf(['洗碗', '日结'])).toEqual([idOf(1)]);
    expect(await ask.match(['洗碗'], { scored: ['洗碗', '日结'] })).toEqual([
      { id: idOf(1), score: 0.8 },
      { id: idOf(2), score: 0.5 },
    ]);
  });

  it('does not take single characters for the word', async () => {
    await ask.index.put([document(1, { title: '工厂洗涤员', description: '自带碗筷' })]);
    expect(await ask.match(['洗碗'])).toEqual([]);
    expect(await ask.match(['月嫂'])).toEqual([]);
  });

  it.each([
    ['nonsense', ['锟斤拷烫烫烫']],
    ['nonsense in letters', ['zzqqxx']],
    ['no words', []],
    ['blank words', ['', ' ']],
    ['punctuation', ['&|!()<->:*', `'"\\`, '%_']],
    ['an emoji', ['🧹']],
  ])('matches nothing for %s', async (_, words) => {
    await ask.index.put([document(1)]);
    expect(await ask.match(words)).toEqual([]);
  });

  it.each([`洗碗' | 'x`, '洗碗 & !工', '"洗碗"', '-洗碗', '洗碗\\', '洗碗:*', '洗碗\u0000'])(
    'reads %j as text, not as syntax',
    async (word) => {
      await ask.index.put([document(1), document(2, { title: '保安' })]);
      const found = await ask.idsOf([word]);
      expect(found).not.toContain(idOf(2));
    },
  );

  it('survives texts of every kind', async () => {
    const title = `洗碗 ' " \\ \u0000 😀 𠮷 ${'x'.repeat(5000)} <b>&amp;</b> %s {{}}`;
    await ask.index.put([document(1, { title, description: '日结'.repeat(2000) })]);
    expect(await ask.idsOf(['洗碗'])).toEqual([idOf(1)]);
    expect(await ask.idsOf(['x'.repeat(100)])).toEqual([idOf(1)]);
  });

  it('answers long queries', async () => {
    await ask.index.put([document(1, { description: '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥' })]);
    expect(await ask.idsOf(['甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'])).toEqual([idOf(1)]);
    expect(await ask.match(['甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌甲'])).toEqual([]);
    expect(await ask.idsOf(['洗碗'.repeat(100)])).toEqual([idOf(1)]);
  });

  it('shows a station nothing of another', async () => {
    await ask.index.put([document(1), document(2, { stationId: OTHER })]);
    expect(await ask.idsOf(['洗碗'])).toEqual([idOf(1)]);
    expect(await ask.idsOf(['洗碗'], { stationId: OTHER })).toEqual([idOf(2)]);
  });

  it.each(['" OR stationId != "', `${STATION}" OR "1" = "1`, '\\', `' or '1'='1`, ''])(
    'finds nothing at a station called %j',
    async (stationId) => {
      await ask.index.put([document(1)]);
      // An engine may refuse what is no id at all, but never answers with another station's postings.
      expect(await ask.match(['洗碗'], { stationId }).catch(() => [])).toEqual([]);
    },
  );

  it('finds inside the circle only', async () => {
    await ask.index.put([document(1), document(2, { place: NORTH }), document(3, { place: null })]);
    expect(await ask.idsOf(['洗碗'], { circle: { ...HERE, radiusMetres: 1050 } })).toEqual([idOf(1)]);
    expect(await ask.idsOf(['洗碗'], { circle: { ...HERE, radiusMetres: 1150 } })).toEqual([
      idOf(1),
      idOf(2),
    ]);
    expect(await ask.idsOf(['洗碗'])).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  it('answers at most as many as asked for', async () => {
    await ask.index.put(Array.from({ length: 8 }, (_, n) => document(n)));
    expect(await ask.match(['洗碗'], { limit: 5 })).toHaveLength(5);
  });

  it('does not change the score of one posting when another comes', async () => {
    await ask.index.put([document(1, { title: '洗碗工兼保洁' })]);
    const before = await ask.match(['洗碗', '保洁']);
    await ask.index.put(Array.from({ length: 20 }, (_, n) => document(n + 2, { title: '洗碗保洁' })));
    expect(await ask.match(['洗碗', '保洁'])).toContainEqual(before[0]);
  });

  it('stops at an abort', async () => {
    await ask.index.put([document(1)]);
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(
      ask.index.match({ stationId: STATION, words: ['洗碗'], circle: null, limit: 5 }, signal),
    ).rejects.toThrow();
  });
}
