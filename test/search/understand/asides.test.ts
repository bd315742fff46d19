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
  it.each(['塔南路附近的活', '解放路 保洁', '人民路上的饭店'])(
    '%s names a street that nobody listed',
    (query) => {
      expect(kindsOf(query)[0]).toMatch(/^\p{Script=Han}{2,3}路上?:place$/u);
      expect(read(query).words.join('')).not.toContain('路');
    },
  );

  it.each(['走路上班', '扫马路', '不走弯路'])('%s names none', (query) => {
    expect(kindsOf(query).join(' ')).not.toContain(':place');
  });

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

describe('what is refused without a word for the contrary', () => {
  it.each([
    ['不在家干的手工', { occupations: ['手工活'], notTraits: ['home'] }],
    ['不想坐着干', { notTraits: ['sitting'] }],
    ['厂里的不要', { refused: ['普工', '打包工'] }],
    ['除开洗碗 后厨啥都能干', { occupations: ['后厨帮工'], refused: ['洗碗工'] }],
    ['除了洗碗、保洁以外都行', { refused: ['洗碗工', '保洁员'] }],
  ])('%s', (query, said) => {
    expect(read(query)).toMatchObject(said);
    expect(read(query).unsure).toEqual([]);
  });

  it.each(['不会骑电车', '没有电动车'])('%s names no way to go', (query) => {
    expect(read(query).near).toBeUndefined();
  });
});

describe('who is looking', () => {
  it.each([
    ['六十五了 看个大门', ['older']],
    ['俺娘五十五', ['older']],
    ['啥手艺也没有', ['no_experience']],
    ['寒假工', ['student']],
    ['腿脚不好', ['light', 'sitting']],
  ])('%s', (query, traits) => {
    expect(read(query).traits).toEqual(traits);
  });

  it.each(['孩子上学了', '二十了', '一天六十了'])('%s says nothing of it', (query) => {
    expect(read(query).traits).toBeUndefined();
  });

  it('is no work when it is what they do themselves', () => {
    expect(read('接送孩子之间能干的零活').occupations).toEqual([]);
    expect(read('接送孩子的活').occupations).toEqual(['接送托管']);
  });
});

describe('a fee before there is work', () => {
  it.each(['打字员 先交押金', '手工活串珠 交材料费', '入职先交服装费体检费', '要付保证金'])(
    '%s is the bait of a fraud',
    (query) => {
      expect(read(query).notice).toBe('fraud');
    },
  );

  it.each(['不交押金', '不用交押金', '手工活 押金', '交不交押金'])('%s is not', (query) => {
    expect(read(query).notice).toBeUndefined();
  });

  it('is no pay', () => {
    expect(read('模特 先拍模卡三千').pay).toBeUndefined();
    expect(read('模特 一天三千').pay).toMatchObject({ min: 3000 });
  });
});

describe('something between verb and object', () => {
  it.each([
    ['看个大门', '保安'],
    ['洗个碗', '洗碗工'],
    ['带个孩子', '育儿嫂'],
  ])('%s → %s', (query, occupation) => {
    expect(read(query).occupations).toEqual([occupation]);
  });

  it.each(['找个工作', '看点书'])('%s is no work', (query) => {
    expect(read(query).occupations).toEqual([]);
  });
});

describe('spelled out', () => {
  it.each([
    ['wanshang xiwan', { occupations: ['洗碗工'], time: { wish: 'Mo-Su 18:00-22:00' } }],
    ['zhou mo jianzhi', { engagement: 'part_time', time: { wish: 'Sa,Su 00:00-24:00' } }],
    ['yeban baoan', { occupations: ['保安'], time: { wish: 'Mo-Su 22:00-06:00' } }],
    ['naichadianjianzhi', { occupations: ['奶茶店员'], engagement: 'part_time' }],
  ])('%s', (query, said) => {
    expect(read(query)).toMatchObject(said);
  });
});
