import { describe, expect, it } from 'vitest';
import { createJiebaSegmenter } from '../../../src/adapters/jieba/segmenter';
import { queryLexemes } from '../../../src/search';

describe('the segmenter over jieba', () => {
  const segmenter = createJiebaSegmenter();

  it.each([
    ['日结', ['日结']],
    ['传菜员', ['传菜', '传菜员']],
    ['月嫂', ['月嫂']],
    ['打包工', ['打包', '包工', '打包工']],
  ])('keeps %s whole, a word of the station', (word, expected) => {
    expect(segmenter.cut(word)).toContain(word);
    expect(expected).toEqual(expect.arrayContaining(segmenter.cut(word)));
  });

  it('knows the words of the language, too', () => {
    expect(segmenter.cut('东边小区楼下')).toEqual(['东边', '小区', '楼下']);
  });

  it('lets a query of several words find them apart', () => {
    expect(queryLexemes(['小区楼下'], segmenter)).toEqual(['小区', '楼下']);
  });

  it('gives back nothing but pieces of the text', () => {
    const text = '急招洗碗工c1司机,ktv 服务员😀𠮷野家';
    for (const word of segmenter.cut(text)) expect(text).toContain(word);
  });
});
