import { describe, expect, it } from 'vitest';
import { read } from './small-lexicon';

describe('conditions', () => {
  it.each<[string, object]>([
    ['兼职', { engagement: 'part_time' }],
    ['part time', { engagement: 'part_time' }],
    ['干几天', { duration: 'days' }],
    ['长期', { duration: 'long' }],
    ['包吃住', { benefits: ['meals', 'lodging'] }],
    ['工资高', { pay: { high: true } }],
    ['轻松点', { traits: ['light'] }],
    ['坐着干', { traits: ['sitting'] }],
    ['在家干', { traits: ['home'] }],
    ['大学生', { traits: ['student'] }],
    ['不识字', { traits: ['no_literacy'] }],
    ['不熬夜', { avoid: ['night'] }],
    ['免押金', { avoid: ['fee'] }],
    ['没有健康证', { traits: ['no_certificate'] }],
    ['没办健康证', { traits: ['no_certificate'] }],
    ['不用健康证', { traits: ['no_certificate'] }],
    ['没经验', { traits: ['no_experience'] }],
    ['不要求经验', { traits: ['no_experience'] }],
    ['晚上', { time: { wish: 'Mo-Su 18:00-22:00' } }],
  ])('%s', (query, expected) => {
    expect(read(query)).toMatchObject({ ...expected, unsure: [], text: '', words: [], alternatives: [] });
  });

  it('stand together', () => {
    expect(read('晚上能干的活 日结 管饭 离家近')).toMatchObject({
      time: { wish: 'Mo-Su 18:00-22:00' },
      settlement: 'daily',
      benefits: ['meals'],
      near: {},
      alternatives: [],
    });
  });

  it.each([
    ['日结周结都行', ['日结', '周结']],
    ['兼职全职都行', ['兼职', '全职']],
  ])('that contradict each other are not chosen from: %s', (query, unsure) => {
    const { settlement, engagement, ...read1 } = read(query);
    expect({ settlement, engagement }).toEqual({ settlement: undefined, engagement: undefined });
    expect(read1.unsure).toEqual(unsure);
  });
});

describe('what is refused', () => {
  it.each([
    ['不上夜班', ['night']],
    ['不要夜班', ['night']],
    ['不想上夜班', ['night']],
    ['夜班不上', ['night']],
    ['夜班不行', ['night']],
    ['不要中介', ['agency']],
    ['中介勿扰', ['agency']],
    ['中介别来', ['agency']],
    ['没有押金', ['fee']],
    ['不交押金', ['fee']],
    ['不加班', ['overtime']],
    ['不用喝酒', ['drinking']],
    ['不干重活', ['heavy']],
    ['干不动重活', ['heavy']],
    ['重活干不了', ['heavy']],
    ['别太累', ['heavy']],
    ['不要中介和押金', ['agency', 'fee']],
    ['不要夜班、加班', ['night', 'overtime']],
    ['不上夜班也不要加班', ['night', 'overtime']],
    ['夜班和加班不要', ['night', 'overtime']],
  ])('%s', (query, avoid) => {
    expect(read(query)).toMatchObject({ avoid, words: [], unsure: [] });
    expect(read(query).time).toBeUndefined();
  });

  it.each([
    ['不是洗碗', '洗碗工'],
    ['不要洗碗', '洗碗工'],
    ['不想干洗碗', '洗碗工'],
    ['不洗碗', '洗碗工'],
    ['洗碗不干', '洗碗工'],
    ['洗碗的活不干', '洗碗工'],
    ['除了洗碗', '洗碗工'],
    ['除了洗碗都行', '洗碗工'],
    ['除洗碗以外', '洗碗工'],
    ['洗碗除外', '洗碗工'],
    ['不会做饭', '做饭阿姨'],
    ['不进厂', '普工'],
    ['别给我推荐保安', '保安'],
  ])('%s: the occupation is not asked for', (query, occupation) => {
    const { occupations, refused, words, alternatives } = read(query);
    expect({ occupations, refused, words, alternatives }).toEqual({
      occupations: [],
      refused: [occupation],
      words: [],
      alternatives: [],
    });
  });

  it.each([
    ['不要洗碗 想做保洁', ['保洁员'], ['洗碗工']],
    ['保洁 不要洗碗', ['保洁员'], ['洗碗工']],
    ['不是洗碗是保洁', ['保洁员'], ['洗碗工']],
    ['除了洗碗和保洁都行', [], ['洗碗工', '保洁员']],
    ['不想洗碗或者打扫', [], ['洗碗工', '保洁员']],
  ])('reaches so far and no further: %s', (query, occupations, refused) => {
    expect(read(query)).toMatchObject({ occupations, refused });
  });

  it.each([
    ['有没有洗碗的', ['洗碗工']],
    ['要不要洗碗工', ['洗碗工']],
    ['没有洗碗的吗', ['洗碗工']],
    ['招不招保安', ['保安']],
    ['不光洗碗', ['洗碗工']],
    ['除了洗碗还会做饭', ['洗碗工', '做饭阿姨']],
    ['没干过保洁', ['保洁员']],
    ['不管洗碗还是保洁', ['洗碗工', '保洁员']],
  ])('asking and adding refuse nothing: %s', (query, occupations) => {
    expect(read(query).occupations).toEqual(occupations);
    expect(read(query).refused).toBeUndefined();
  });

  it.each([
    ['不管饭也行', ['不管饭也行']],
    ['管不管饭都行', ['管不管饭都行']],
    ['不包住', ['不包住']],
    ['不要日结', ['不要日结']],
  ])('conditions are left open: %s', (query, unsure) => {
    const { benefits, settlement, ...rest } = read(query);
    expect({ benefits, settlement }).toEqual({ benefits: undefined, settlement: undefined });
    expect(rest.unsure).toEqual(unsure);
  });

  it('says what it is not afraid of', () => {
    expect(read('不怕累').traits).toEqual(['heavy']);
    expect(read('不怕加班').avoid).toBeUndefined();
  });

  it('does not choose a workplace or place that is refused', () => {
    expect(read('不去饭店')).toMatchObject({ occupations: [], words: [] });
    expect(read('不去饭店').workplaces).toBeUndefined();
    expect(read('不去王褚').place).toBeUndefined();
  });

  it('wishes the contrary where there is one', () => {
    expect(read('不要室外').traits).toEqual(['indoor']);
  });
});

describe('who is looking', () => {
  it.each([
    ['五十多岁女的能干啥', ['older']],
    ['58岁', ['older']],
    ['五十多的妇女', ['older']],
    ['今年60岁了', ['older']],
    ['22岁', undefined],
    ['女的', undefined],
    ['夫妻俩一起', undefined],
    ['我和我对象', undefined],
    ['有健康证', undefined],
    ['没有驾照', undefined],
    ['有电车', undefined],
  ])('%s is nobody refused for', (query, traits) => {
    const understood = read(query);
    expect(understood.traits).toEqual(traits);
    expect(understood).toMatchObject({ words: [], alternatives: [], occupations: [], unsure: [] });
  });
});
