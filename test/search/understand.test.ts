import { describe, expect, it } from 'vitest';
import { shippedLexicon, understand } from '../../src/search';

const read = (query: string) => understand(query, shippedLexicon);

describe('occupations', () => {
  it.each([
    ['洗碗工', ['洗碗工']],
    ['刷盘子', ['洗碗工']],
    ['谁家要刷碗嘞', ['洗碗工']],
    ['打扫卫生', ['保洁员', '家政钟点工']],
    ['端盘子的活', ['餐厅服务员']],
    ['有没有看店的', ['店员']],
    ['发传单', ['发传单']],
    ['保潔員', ['保洁员']],
    ['酒店客房服务员', ['客房服务员']],
    ['掰玉黍', ['农忙短工']],
    ['招呼老人', ['养老护理员']],
    ['掂勺', ['厨师']],
    ['C1司机', ['送货司机']],
    ['配送', ['送货司机', '外卖骑手']],
    ['洗碗 保洁', ['洗碗工', '保洁员']],
    ['会做饭', ['做饭阿姨']],
    ['贷款', []],
    ['找活', []],
  ])('%s → %j', (query, occupations) => {
    expect(read(query).occupations).toEqual(occupations);
  });

  it('reads letters only where they stand alone', () => {
    expect(read('qc').occupations).toEqual(['质检员']);
    expect(read('qcd').occupations).toEqual([]);
  });
});

describe('conditions', () => {
  it.each([
    ['洗碗 日结', { settlement: 'daily' }],
    ['干一天结一天', { settlement: 'daily' }],
    ['周结也行', { settlement: 'weekly' }],
    ['半个月一结', { settlement: 'biweekly' }],
    ['干完活给钱', { settlement: 'on_completion' }],
    ['管饭', { benefits: ['meals'] }],
    ['包吃住 有社保', { benefits: ['meals', 'lodging', 'insurance'] }],
  ])('%s', (query, expected) => {
    expect(read(query)).toMatchObject({ ...expected, unsure: [] });
  });

  it('does not apply what is negated, and says so', () => {
    const { benefits, unsure } = read('保洁 不管饭 包住');
    expect(benefits).toEqual(['lodging']);
    expect(unsure).toEqual(['不管饭']);
  });

  it('does not choose between settlements that contradict each other', () => {
    const { settlement, unsure } = read('日结周结都行');
    expect(settlement).toBeUndefined();
    expect(unsure).toEqual(['日结', '周结']);
  });

  it('leaves out what was not said', () => {
    expect(read('洗碗')).toEqual({
      text: '洗碗',
      occupations: ['洗碗工'],
      corrections: [],
      unsure: [],
      words: ['洗碗'],
      alternatives: [['洗碗']],
      spans: [{ start: 0, end: 2, kind: 'occupation', value: '洗碗工' }],
      normal: '洗碗',
    });
  });
});

describe('text for the index', () => {
  it.each([
    ['我想找个洗碗的活', '洗碗'],
    ['附近有没有日结的', ''],
    ['临时工', ''],
    ['烙饼 龙源湖', '烙饼'],
    ['洗碗洗碗', '洗碗'],
    ['修手表的', '修手表'],
    ['会计', '会计'],
    ['🧹', '保洁'],
    ['🙂', ''],
    ['', ''],
  ])('%s → "%s"', (query, text) => {
    expect(read(query).text).toBe(text);
  });

  it('asks for either occupation of two, and for nothing else', () => {
    expect(read('修手表 洗碗 端盘子').alternatives).toEqual([['洗碗'], ['端盘子']]);
    expect(read('修手表 洗碗 端盘子').words).toEqual(['修手表', '洗碗', '端盘子']);
  });

  it('asks for all words when none is an occupation', () => {
    expect(read('修手表 吹糖人').alternatives).toEqual([['修手表', '吹糖人']]);
    expect(read('日结').alternatives).toEqual([]);
  });

  it('asks for at most five occupations', () => {
    expect(read('洗碗 保洁 做饭 看店 收银 理货 保安').alternatives).toHaveLength(5);
  });
});
