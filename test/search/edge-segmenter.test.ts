import { describe, expect, it } from 'vitest';
import { createEdgeSegmenter, shippedLexicon } from '../../src/search';

describe('the segmenter for the edge', () => {
  const segmenter = createEdgeSegmenter(shippedLexicon);

  it.each([
    ['洗碗工', ['洗碗工']],
    ['东边门牌保洁', ['东边', '边门', '门牌', '保洁']],
    ['保洁瓷砖', ['保洁', '瓷砖']],
    ['日结洗碗', ['日结', '洗碗']],
    ['', []],
  ])('%s → %j', (text, words) => {
    expect(segmenter.cut(text)).toEqual(words);
  });
});
