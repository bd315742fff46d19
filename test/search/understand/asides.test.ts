import { describe, expect, it } from 'vitest';
import { shippedLexicon, understand } from '../../../src/search';

const read = (query: string) => understand(query, shippedLexicon, { today: '2026-06-01' });
const kindsOf = (query: string) => {
  const { spans, normal } = read(query);
  return spans.map(({ start, end, kind }) => `${normal.slice(start, end)}:${kind}`);
};

describe('how much somebody wants to work', () => {
  it.each([
    ['每天只干三小时', { hoursADay: 3 }],
    ['一天不超过四个钟头 管饭', { hoursADay: 4, benefits: ['meals'] }],
    ['最多干5小时', { hoursADay: 5 }],
    ['一周干两天', { daysAWeek: 2 }],
    ['每个星期只来3天', { daysAWeek: 3 }],
  ])('%s → %j', (query, said) => {
    expect(read(query)).toMatchObject(said);
    expect(read(query).alternatives).toEqual([]);
  });

  it.each(['一天8小时200', '一天两百', '三天后能去', '一周一结'])('%s says nothing of it', (query) => {
    const { hoursADay, daysAWeek } = read(query);
    expect([hoursADay, daysAWeek]).toEqual([undefined, undefined]);
  });
});

describe('names of streets', () => {
  it.each(['保安街附近有活吗', '保安路', '厨师巷口'])('%s names no work', (query) => {
    expect(read(query).occupations).toEqual([]);
    expect(kindsOf(query)[0]).toMatch(/:place$/);
  });

  it.each([
    ['扫马路', ['环卫工']],
    ['保安 路上别太远', ['保安']],
    ['扫大街', ['环卫工']],
  ])('%s → %j', (query, occupations) => {
    expect(read(query).occupations).toEqual(occupations);
  });
});

describe('what is left open, conceded or asked', () => {
  it('takes either way for no condition', () => {
    const { benefits, occupations } = read('管饭不管饭无所谓 保洁');
    expect([benefits, occupations]).toEqual([undefined, ['保洁员']]);
  });

  it('hears a wish in 有没有, a question in 管不管', () => {
    expect(read('有没有管住的').benefits).toEqual(['lodging']);
    expect(read('管不管住').benefits).toBeUndefined();
  });

  it('shuts nothing out when hours are said with an also', () => {
    expect(read('我会开叉车,夜里也能上班')).toMatchObject({ occupations: ['叉车司机'] });
    expect(read('我会开叉车,夜里也能上班').time).toBeUndefined();
    expect(read('我会开叉车,只有夜里能上班').time?.free).toBe('Mo-Su 22:00-06:00');
  });

  it('reads a part of the work that is refused as what is avoided', () => {
    expect(read('护工 不陪夜')).toMatchObject({ occupations: ['护工'], avoid: ['night'] });
  });
});

describe('hours that go with other words', () => {
  it.each([
    ['凌晨三四点起来干的活', { wish: 'Mo-Su 03:00-09:00' }],
    ['十点以后半夜的班', { wish: 'Mo-Su 22:00-06:00' }],
    ['下了班六点半以后', { free: 'Mo-Su 18:30-24:00' }],
    ['送外卖 半夜不送', { free: 'Mo-Su 06:00-22:00' }],
    ['night shift', { wish: 'Mo-Su 22:00-06:00' }],
    ['waiter on weekends', { wish: 'Sa,Su 00:00-24:00' }],
  ])('%s → %j', (query, time) => {
    expect(read(query).time).toMatchObject(time);
  });
});

describe('words with something between, skills and letters', () => {
  it.each([
    ['security guard', ['保安']],
    ['dishwasher', ['洗碗工']],
    ['我有焊工证', ['电焊工']],
    ['刚拿了驾照', ['送货司机', '代驾', '网约车司机']],
    ['代价师傅', ['代驾']],
    ['电煤工', ['电焊工']],
    ['往电脑里敲字的活', ['打字录入']],
    ['带八个月的宝宝', ['育儿嫂']],
    ['伺候半瘫老人', ['养老护理员']],
  ])('%s → %j', (query, occupations) => {
    expect(read(query).occupations).toEqual(occupations);
  });

  it('warns of fraud in letters, too, and repairs it to nothing else', () => {
    expect(read('shuadan')).toMatchObject({ notice: 'fraud', corrections: [] });
  });
});
