import { describe, expect, it } from 'vitest';
import { numberOf } from '../../../src/search/understand/number-words';
import { read } from './small-lexicon';

describe('numerals', () => {
  it.each([
    ['20', 20],
    ['4.5', 4.5],
    ['5千', 5000],
    ['3.5k', 3500],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['二百多', 200],
    ['一百五', 150],
    ['一百零五', 105],
    ['两千五', 2500],
    ['三千', 3000],
    ['一万二', 12_000],
    ['两万五千', 25_000],
    ['十万', 100_000],
    ['三十万', 300_000],
    ['一百百', null],
    ['半', null],
    ['二三', 2],
    ['三四千', 3000],
    ['三二', null],
    ['', null],
  ])('%s is %s', (figure, value) => {
    expect(numberOf(figure)).toBe(value);
  });
});

describe('pay', () => {
  it.each([
    ['20块一小时以上', { min: 20, unit: 'hour' }],
    ['二十块钱一个小时', { min: 20, unit: 'hour' }],
    ['25元/时', { min: 25, unit: 'hour' }],
    ['25/小时', { min: 25, unit: 'hour' }],
    ['时薪25+', { min: 25, unit: 'hour' }],
    ['一个钟20', { min: 20, unit: 'hour' }],
    ['一小时不低于22块', { min: 22, unit: 'hour' }],
    ['20-25一小时', { min: 20, max: 25, unit: 'hour' }],
    ['15到20块', { min: 15, max: 20, unit: 'hour' }],
    ['20块以上', { min: 20, unit: 'hour' }],
    ['一天200', { min: 200, unit: 'day' }],
    ['一天二百多', { min: 200, unit: 'day' }],
    ['一天至少一百五', { min: 150, unit: 'day' }],
    ['200一天', { min: 200, unit: 'day' }],
    ['180块钱一天', { min: 180, unit: 'day' }],
    ['日薪不低于180', { min: 180, unit: 'day' }],
    ['一天两百块左右', { min: 200, unit: 'day', about: true }],
    ['月薪三千左右', { min: 3000, unit: 'month', about: true }],
    ['一个月三千', { min: 3000, unit: 'month' }],
    ['每月4500以上', { min: 4500, unit: 'month' }],
    ['两千五', { min: 2500, unit: 'month' }],
    ['5千-8千', { min: 5000, max: 8000, unit: 'month' }],
    ['4-6k', { min: 4000, max: 6000, unit: 'month' }],
    ['工资5000以上', { min: 5000, unit: 'month' }],
    ['工资不低于3000', { min: 3000, unit: 'month' }],
    ['一晚150', { min: 150, unit: 'shift' }],
    ['一单5块', { min: 5, unit: 'piece' }],
    ['５０００元一个月', { min: 5000, unit: 'month' }],
  ])('%s', (query, pay) => {
    const { pay: said, words, spans, time } = read(query);
    expect({ said, words, time }).toEqual({ said: pay, words: [], time: undefined });
    expect(spans.map(({ kind }) => kind)).toEqual(['pay']);
  });

  it('stands beside everything else', () => {
    expect(read('洗碗 20块一小时以上 日结')).toMatchObject({
      occupations: ['洗碗工'],
      settlement: 'daily',
      pay: { min: 20, unit: 'hour' },
      words: ['洗碗'],
    });
    expect(read('工资高 一天200')).toMatchObject({ pay: { min: 200, unit: 'day', high: true } });
  });

  it.each([
    '8点到12点',
    '一天8小时',
    '一天干4小时',
    '18岁',
    '2公里',
    '十分钟',
    '3楼',
    '2个人',
    'c1',
    '洗碗一千个',
    '5人',
  ])('is not read out of %s', (query) => {
    expect(read(query).pay).toBeUndefined();
  });
});

describe('nearness', () => {
  it.each([
    ['走路就能到', { mode: 'walk' }],
    ['走着能到的', { mode: 'walk' }],
    ['走路十五分钟', { mode: 'walk', minutes: 15 }],
    ['步行一刻钟以内', { mode: 'walk', minutes: 15 }],
    ['骑电车十分钟以内', { mode: 'ebike', minutes: 10 }],
    ['骑电动车20分钟能到', { mode: 'ebike', minutes: 20 }],
    ['骑车半小时', { mode: 'bike', minutes: 30 }],
    ['坐公交两站', { mode: 'car', metres: 1600 }],
    ['十五分钟以内', { minutes: 15 }],
    ['别超过十分钟', { minutes: 10 }],
    ['半个小时能到', { minutes: 30 }],
    ['一公里以内', { metres: 1000 }],
    ['不超过三公里', { metres: 3000 }],
    ['离家500米', { metres: 500 }],
    ['5km以内', { metres: 5000 }],
    ['三里地', { metres: 1500 }],
    ['两站地', { metres: 1600 }],
    ['附近', {}],
    ['家门口', { nextDoor: true }],
    ['骑电车', { mode: 'ebike' }],
  ])('%s', (query, near) => {
    expect(read(query)).toMatchObject({ near, words: [] });
    expect(read(query).near).toEqual(near);
  });

  it('is put together from what is said in several places', () => {
    expect(read('附近 骑电车 一公里以内').near).toEqual({ mode: 'ebike', metres: 1000 });
  });

  it.each(['干半小时', '每次十分钟', '走路', '有电车想送货', '家里'])('is not read out of %s', (query) => {
    expect(read(query).near).toBeUndefined();
  });
});
