import { describe, expect, it } from 'vitest';
import { shippedLexicon, understand } from '../../../src/search';

const read = (query: string) => understand(query, shippedLexicon, { today: '2026-06-01' });

describe('a shift that is refused', () => {
  it.each([
    '别上夜班',
    '别上夜班的',
    '不想上夜班',
    '甭上夜班',
    '夜里不干',
    '普工 别两班倒',
    '保安 可别上夜班',
  ])('%s is avoided, and no hours are asked for', (query) => {
    expect(read(query).avoid).toEqual(['night']);
    expect(read(query).time).toBeUndefined();
  });

  it('is when a person is free, told of themselves', () => {
    const { time } = understand('夜里不干', shippedLexicon, { today: '2026-06-01', about: 'person' });
    expect(time?.free).toBe('Mo-Su 06:00-22:00');
  });

  it.each(['有没有夜班的活', '特别轻松的活', '有没有加班的活'])('%s refuses nothing', (query) => {
    expect([read(query).avoid, read(query).notTraits]).toEqual([undefined, undefined]);
  });

  it('is a wish when it is asked for', () => {
    expect(read('有没有夜班的活').time?.wish).toBe('Mo-Su 22:00-06:00');
  });
});

describe('what is excepted', () => {
  it.each([
    ['除了保安还有啥活', ['保安']],
    ['除了送外卖还有别的没有', ['外卖骑手']],
    ['除了洗碗还能干点什么', ['洗碗工']],
    ['除了保洁还有没有', ['保洁员']],
    ['别给我推服务员', ['餐厅服务员']],
    ['我不会做饭', ['做饭阿姨']],
    ['甭给俺介绍保洁', ['保洁员']],
    ['别给俺推荐送外卖的', ['外卖骑手']],
  ])('%s refuses %j', (query, refused) => {
    expect(read(query)).toMatchObject({ occupations: [], refused });
  });

  it.each([
    ['年前大扫除 擦玻璃', ['家政钟点工', '保洁员']],
    ['除了洗碗我还会做饭', ['洗碗工', '做饭阿姨']],
    ['招不招临时的保洁', ['保洁员']],
    ['拆除工', ['建筑小工']],
  ])('%s asks for %j', (query, occupations) => {
    expect(read(query).occupations).toEqual(occupations);
    expect(read(query).refused).toBeUndefined();
  });

  it('is no denial in 别的', () => {
    expect(read('不想送外卖,别的兼职有没有')).toMatchObject({
      refused: ['外卖骑手'],
      engagement: 'part_time',
      unsure: [],
    });
    expect(read('快递站招不招临时的').engagement).toBe('task');
  });
});

describe('a part of the work that is refused', () => {
  it.each([
    ['不住家保姆', ['保姆'], 'live_in'],
    ['不住家的保姆', ['保姆'], 'live_in'],
    ['给老人做饭,不想住人家家里', ['做饭阿姨'], 'live_in'],
    ['看孩子 不在人家家里住', ['育儿嫂'], 'live_in'],
    ['送货司机,不跑长途', ['送货司机'], 'long_haul'],
    ['开小货车送货 别跑长途', ['送货司机'], 'long_haul'],
  ])('%s still asks for %j', (query, occupations, avoid) => {
    const { refused, ...said } = read(query);
    expect(said.occupations.slice(0, 1)).toEqual(occupations);
    expect([refused, said.avoid]).toEqual([undefined, [avoid]]);
  });

  it('is wished when it is not', () => {
    expect(read('住家保姆').benefits).toEqual(['lodging']);
    expect(read('跑长途的司机').avoid).toBeUndefined();
  });
});

describe('sums as they are said', () => {
  it.each([
    ['一天能拿到一百五就行', { min: 150, unit: 'day' }],
    ['一天能挣个一百就中', { min: 100, unit: 'day' }],
    ['一个月能落个四千', { min: 4000, unit: 'month' }],
    ['日赚500', { min: 500, unit: 'day' }],
    ['日入两百左右', { min: 200, unit: 'day', about: true }],
    ['低于25一小时我不干', { min: 25, unit: 'hour' }],
    ['低于二十不考虑', { min: 20, unit: 'hour' }],
    ['一天不到一百八我不去', { min: 180, unit: 'day' }],
    ['一天没有三百不干', { min: 300, unit: 'day' }],
    ['三千以下免谈', { min: 3000, unit: 'month' }],
    ['一天挣个三四百', { min: 300, unit: 'day' }],
    ['厨师六千到八千', { min: 6000, max: 8000, unit: 'month' }],
    ['不超过30一小时', { max: 30, unit: 'hour' }],
  ])('%s', (query, pay) => {
    expect(read(query).pay).toEqual(pay);
  });

  it.each(['一天没有休息', '不到十分钟的路', '年龄低于五十不要', '没有三天就结的'])('%s is none', (query) => {
    expect(read(query).pay).toBeUndefined();
  });
});

describe('what somebody says of their own days', () => {
  it.each([
    ['服务员可以,晚上得看孩子', ['餐厅服务员']],
    ['我得看孙子,想找个扫地的活', ['保洁员']],
    ['还得伺候婆婆 手工活', ['手工活']],
    ['住家保姆,休息日另算钱', ['保姆']],
    ['加班双倍的保安', ['保安']],
    ['洗碗 晚上能回家', ['洗碗工']],
    ['晚上睡不着,看仓库', ['仓管员']],
    ['接送孩子不耽误的手工', ['手工活']],
    ['不耽误上课的家教', ['家教']],
    ['我得伺候他,想做手工', ['手工活']],
    ['我在家带孩子 想找点手工活', ['手工活']],
    ['厂里普工 管接送', ['普工']],
    ['孩子上大学了,想干保洁', ['保洁员']],
  ])('%s asks for %j and no hours', (query, occupations) => {
    expect(read(query).occupations).toEqual(occupations);
    expect(read(query).time).toBeUndefined();
  });

  it.each([
    ['想看孩子的活', ['育儿嫂']],
    ['需要照顾老人的活', ['养老护理员']],
    ['接送孩子', ['接送托管']],
    ['周末带孩子的活', ['育儿嫂']],
  ])('%s names work', (query, occupations) => {
    expect(read(query).occupations).toEqual(occupations);
  });

  it.each([
    ['下了夜班早上八点以后', 'Mo-Su 08:00-24:00'],
    ['白天上班,晚上想跑会儿外卖', 'Mo-Su 18:00-22:00'],
    ['店里周末忙不过来,找个端菜的', 'Sa,Su 00:00-24:00'],
    ['休息日上班的活', 'Sa,Su 00:00-24:00'],
    ['白天上班的', 'Mo-Su 08:00-18:00'],
    ['周未兼职', 'Sa,Su 00:00-24:00'],
  ])('%s wishes %s', (query, wish) => {
    expect(read(query).time?.wish).toBe(wish);
  });

  it('is time and hours a day: 上午两个小时', () => {
    expect(read('鐘點工 上午兩個小時')).toMatchObject({
      occupations: ['家政钟点工'],
      hoursADay: 2,
      time: { wish: 'Mo-Su 08:00-12:00' },
    });
  });
});

describe('how old somebody is', () => {
  it.each([
    '六十一了找个看仓库的',
    '我六十三了还能干点啥',
    '六十多了想给人做饭',
    '老头六十七,公园浇花',
    '帮我妈找个活,她五十六了',
    '俺爹今年六十六,会剪枝',
    '快七十了还有人要不',
    '五六十岁的',
    '大爷 看停车场',
    '年龄偏大 想看门',
  ])('%s', (query) => {
    expect(read(query).traits).toContain('older');
  });

  it.each([
    '我五十一天就干',
    '给我五十',
    '店里有五十个人',
    '干到六十了就退',
    '女的 五十',
    '给老头老婆儿做饭',
    '照顾大爷',
    '请人照顾八十岁老母亲',
    '婆婆七十了 想请个保姆',
    '招六十岁以下的保安',
  ])('%s says nothing of it', (query) => {
    expect(read(query).traits).toBeUndefined();
  });

  it.each(['我上中专,周末有空', '焦作师专的,下午想发传单', '师范生想当家教', '大学生家教'])(
    '%s: a student',
    (query) => {
      expect(read(query).traits).toEqual(['student']);
    },
  );
});

describe('places of work and places', () => {
  it.each([
    ['学校门口有没有奶茶店招人', ['奶茶店员'], ['奶茶店']],
    ['医院对面的超市 收银', ['收银员'], ['超市']],
    ['想去理发店当学徒', ['美发助理'], ['理发店']],
    ['蛋糕店当学徒', ['烘焙师'], ['蛋糕店']],
    ['家里装修找个水电师傅', ['水电工'], undefined],
    ['家里老人瘫痪,想找个人白天来照顾', ['养老护理员'], undefined],
    ['俺妈住院了,想找个人夜里陪护', ['护工'], undefined],
    ['找人照顾住院老人', ['护工'], undefined],
    ['请人一周来打扫两次', ['家政钟点工'], undefined],
    ['厂里食堂还招炊事员吗', ['厨师', '做饭阿姨'], ['厂里', '食堂']],
  ])('%s → %j', (query, occupations, workplaces) => {
    expect(read(query)).toMatchObject({ occupations, ...(workplaces ? { workplaces } : {}) });
  });

  it.each([
    ['jiefanglu fuwuyuan', '解放路'],
    ['gaoxinqu pugong', '高新区'],
    ['wuzhi baoan', '武陟'],
  ])('%s: %s', (query, place) => {
    const { spans, normal } = read(query);
    expect(spans.map(({ start, end, kind }) => `${kind} ${normal.slice(start, end)}`)[0]).toBe(
      `place ${place}`,
    );
  });

  it.each([
    ['家里下水道堵了', '管道疏通'],
    ['楼道灯坏了找人修', '水电工'],
    ['空调不制冷', '家电维修'],
  ])('hears what is broken: %s', (query, occupation) => {
    expect(read(query).occupations).toEqual([occupation]);
  });

  it('repairs the name of a place beside a word of nearness', () => {
    expect(read('收银员 王楮附近').place?.name).toBe('王褚街道');
  });
});

describe('bait of frauds that are known', () => {
  it.each([
    '宝妈在家日赚500 不用技术',
    '宝妈带娃在家兼职日赚500,不用技术',
    '抖音关注一个账号给五块',
    '加群领任务',
    '把微信号租给别人用一天两百',
    '银行卡租给别人 一天500',
    '出借支付宝账号',
    '去柬埔寨打字月薪三万,包机票',
    '去缅甸做客服月入五万',
    '帮人收款转账 走一下给提成',
    '交会员费就派单的兼职',
    '先交服装费才能上岗',
    '注册账号给三十',
    '在家抄写 日结三百',
  ])('%s', (query) => {
    expect(read(query)).toMatchObject({ notice: 'fraud', occupations: [] });
  });

  it.each([
    '帮老板收银',
    '卖手机卡的兼职',
    '国外回来找工作',
    '泰国菜馆服务员',
    '海外仓打包',
    '电焊工一天赚400 不用经验',
    '在家手工活 一天赚80',
    '不交押金就上岗',
    '租车跑网约车',
    '一天能挣三百',
  ])('%s is none', (query) => {
    expect(read(query).notice).toBeUndefined();
  });
});
