import { buildLexicon, type Understood, understand } from '../../../src/search';

const words = (list: string) => list.split(' ');
const rows = (list: string, value: string) => {
  const [param = '', name = ''] = value.split(' ');
  return words(list).map((word) => ({ word, param, value: name }));
};

/** A lexicon of a few words of every kind, so that what is tested does not change with the tables that ship. */
export const smallLexicon = buildLexicon({
  occupations: words('洗碗工 保洁员 餐厅服务员 保安 搬运工 送货司机 外卖骑手 做饭阿姨 普工 面点师').map(
    (canonical) => ({ canonical, group: '', code2022: '' }),
  ),
  aliases: [
    ...words('洗碗 刷碗 dishwasher').map((alias) => [alias, '洗碗工']),
    ...words('保洁 打扫卫生 打扫 cleaner').map((alias) => [alias, '保洁员']),
    ...words('服务员 端盘子 waiter').map((alias) => [alias, '餐厅服务员']),
    ...words('做饭').map((alias) => [alias, '做饭阿姨']),
    ...words('搬货 卸货').map((alias) => [alias, '搬运工']),
    ...words('夜班保安').map((alias) => [alias, '保安']),
    ...words('送货 配送').flatMap((alias) => [
      [alias, '送货司机'],
      [alias, '外卖骑手'],
    ]),
    ...words('进厂').map((alias) => [alias, '普工']),
  ].map(([alias = '', canonical = '']) => ({ alias, canonical, kind: 'spoken' })),
  workplaces: [
    ['饭店', '餐厅服务员', '0.9'],
    ['饭店', '洗碗工', '0.6'],
    ['饭店', '保安', '0.2'],
    ['火锅店', '餐厅服务员', '0.9'],
    ['早餐店', '面点师', '0.8'],
    ['超市', '搬运工', '0.4'],
  ].map(([place = '', occupation = '', degree = '']) => ({ place, occupation, degree })),
  related: [],
  constraints: [
    ...rows('日结 当天结', 'settlement daily'),
    ...rows('周结', 'settlement weekly'),
    ...rows('管饭 包吃 包吃住 中午管饭', 'benefits meals'),
    ...rows('包住 包吃住', 'benefits lodging'),
    ...rows('兼职 parttime', 'engagement part_time'),
    ...rows('part', 'engagement part_time').map((row) => ({ ...row, word: 'part time' })),
    ...rows('全职', 'engagement full_time'),
    ...rows('干几天', 'duration days'),
    ...rows('长期', 'duration long'),
    ...rows('附近 离家近', 'near any'),
    ...rows('家门口', 'near next_door'),
    ...rows('骑电车', 'mode ebike'),
    ...rows('工资高', 'pay high'),
    ...rows('轻松 轻松点', 'trait light'),
    ...rows('重活 累', 'trait heavy'),
    ...rows('坐着干', 'trait sitting'),
    ...rows('在家干', 'trait home'),
    ...rows('室外', 'trait outdoor'),
    ...rows('大学生', 'trait student'),
    ...rows('不识字', 'trait no_literacy'),
    ...rows('夜班 熬夜 不熬夜', 'avoid night'),
    ...rows('中介', 'avoid agency'),
    ...rows('押金 免押金', 'avoid fee'),
    ...rows('推销', 'avoid sales'),
    ...rows('加班', 'avoid overtime'),
    ...rows('喝酒', 'avoid drinking'),
  ],
  notices: [
    ['租房', 'no_such_job'],
    ['贷款', 'no_such_job'],
    ['刷单', 'fraud'],
  ].map(([word = '', code = '']) => ({ word, code })),
  places: [
    { name: '王褚街道', kind: 'street', lat: '35.2290', lng: '113.2060', aliases: '王褚' },
    { name: '龙源湖', kind: 'landmark', lat: '35.2040', lng: '113.2610', aliases: '龙源湖公园' },
    { name: '北石涧村', kind: 'village', lat: '', lng: '', aliases: '' },
  ],
  stopwords: words(
    '的 了 吗 我 想 找 要 个 的活 找个 想找 有没有 都行 也行 能干啥 能干的 或者 和 只要 最好 一起 都可以',
  ).map((word) => ({ word })),
});

/** Reads with the small lexicon, on a Monday. */
export const read = (text: string): Understood => understand(text, smallLexicon, { today: '2026-06-01' });
