import { describe, expect, it } from 'vitest';
import { read } from './small-lexicon';

describe('places', () => {
  it.each([
    ['王褚 普工', '王褚街道', ['普工']],
    ['龙源湖旁边饭店', '龙源湖', ['餐厅服务员', '洗碗工']],
    ['龙源湖附近 保洁', '龙源湖', ['保洁员']],
    ['保洁 王褚街道', '王褚街道', ['保洁员']],
  ])('%s: search around that place', (query, name, occupations) => {
    const { place, words, occupations: read1 } = read(query);
    expect(place).toMatchObject({ name, lat: expect.any(Number), lng: expect.any(Number) });
    expect(words).not.toContain(name);
    expect(read1).toEqual(occupations);
  });

  it('without a position are looked for as text', () => {
    expect(read('北石涧村 保洁')).toMatchObject({ words: ['北石涧村', '保洁'], alternatives: [['保洁']] });
    expect(read('北石涧村')).toMatchObject({ alternatives: [['北石涧村']] });
    expect(read('北石涧村').place).toBeUndefined();
  });
});

describe('workplaces', () => {
  it('stand for their likeliest occupations, and are text as well', () => {
    expect(read('饭店')).toMatchObject({
      workplaces: ['饭店'],
      occupations: ['餐厅服务员', '洗碗工'],
      words: ['饭店'],
      alternatives: [['饭店'], ['餐厅服务员'], ['洗碗工']],
    });
  });

  it('only order what is found when an occupation is named', () => {
    expect(read('火锅店洗碗')).toMatchObject({
      workplaces: ['火锅店'],
      occupations: ['洗碗工'],
      words: ['火锅店', '洗碗'],
      alternatives: [['洗碗']],
    });
  });

  it('keep the time that is in their name', () => {
    expect(read('早餐店')).toMatchObject({ workplaces: ['早餐店'] });
    expect(read('早餐店').time).toBeUndefined();
  });
});

describe('time beside words', () => {
  it.each([
    ['夜班保安', { occupations: ['保安'], time: { wish: 'Mo-Su 22:00-06:00' } }],
    ['中午管饭', { benefits: ['meals'], time: undefined }],
    ['当天结', { settlement: 'daily', time: undefined }],
    ['周结', { settlement: 'weekly', time: undefined }],
    ['周末 洗碗', { occupations: ['洗碗工'], time: { wish: 'Sa,Su 00:00-24:00' } }],
  ])('%s', (query, expected) => {
    const { occupations, benefits, settlement, time } = read(query);
    expect({ occupations, benefits, settlement, time }).toMatchObject(expected);
    expect(time).toEqual(expected.time);
  });

  it('is when the person is free where the text says so, or is about a person', async () => {
    const { understand } = await import('../../../src/search');
    const { smallLexicon } = await import('./small-lexicon');
    expect(read('我周末有空').time).toEqual({ free: 'Sa,Su 00:00-24:00' });
    expect(understand('周末', smallLexicon, { about: 'person' }).time).toEqual({ free: 'Sa,Su 00:00-24:00' });
  });
});

describe('several occupations', () => {
  it.each([
    ['洗碗 保洁', ['洗碗工', '保洁员']],
    ['洗碗保洁都行', ['洗碗工', '保洁员']],
    ['洗碗、保洁、保安', ['洗碗工', '保洁员', '保安']],
    ['保洁或者洗碗', ['保洁员', '洗碗工']],
    ['配送', ['送货司机', '外卖骑手']],
    ['waiter or cleaner', ['餐厅服务员', '保洁员']],
    ['dishwasher part time', ['洗碗工']],
  ])('%s', (query, occupations) => {
    expect(read(query).occupations).toEqual(occupations);
  });
});

describe('what is left is looked for as text', () => {
  it.each([
    ['修手表', [['修手表']]],
    ['我想找个修手表的活', [['修手表']]],
    ['晚上 修手表', [['修手表']]],
    ['修手表 养蜜蜂', [['修手表', '养蜜蜂']]],
    ['洗碗 修手表', [['洗碗']]],
    ['有没有', []],
    ['', []],
    ['。。。', []],
  ])('%s', (query, alternatives) => {
    expect(read(query).alternatives).toEqual(alternatives);
  });

  it('asks for nothing of a story that comes with conditions', () => {
    const { alternatives, settlement } = read('日结 最近家里出了点事情手头比较紧张想多挣些');
    expect({ alternatives, settlement }).toEqual({ alternatives: [], settlement: 'daily' });
  });
});

describe('what is no job', () => {
  it.each([
    ['租房', 'no_such_job'],
    ['想贷款', 'no_such_job'],
    ['刷单 日结', 'fraud'],
    ['贷款 洗碗', undefined],
    ['不要刷单', undefined],
  ])('%s', (query, notice) => {
    expect(read(query).notice).toBe(notice);
  });
});
