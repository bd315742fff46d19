import { NUMBER } from './number-words';

/** What a sum is for: a unit of pay, each person, the whole of the work, or a time that no posting is paid by, such as a week. */
export type SumFor = 'hour' | 'day' | 'month' | 'shift' | 'piece' | 'person' | 'whole' | 'other';

/** What is made, carried, washed or served by number. */
const PIECES =
  '件|单|票|斤|公斤|亩|分地|车|户|家|平方?米?|平|桶|束|箱|袋|吨|方|米|棵|株|盆|套|包|筐|篓|桌|壶|瓶|块砖?|张|份|页|间|层|扇|捆|把|条|只|头|匹|双|床|串|盒|篮|千字|百个|百件|千个|本|幅|台|辆|位客人?';
const UNITS: readonly (readonly [SumFor, string])[] = [
  ['hour', '个?(?:小时|钟头|钟点|钟|时)|h'],
  ['month', '个?月'],
  ['other', '个?(?:周|星期|礼拜)'],
  ['day', '整?天|日|白天|个?工'],
  [
    'shift',
    '个?(?:夜|晚|白|早|大|中)?班|晚上?|夜(?:里|晚)?|宿|黑(?:家|来|夜)?|早(?:上|起|晨)?|清早|(?:上|前|下|后)(?:午|晌)|晌午|中午|半天|次|场|趟|回|节课?|堂课?|课时?|个来回|顿饭?|个?饭点',
  ],
  ['person', '个?人|位|名|人头'],
  ['piece', PIECES],
];
/** A kind of thing that is paid by number: 搓一个七块, 一个娃娃两块. */
const EACH = '个';
const NAMES: readonly (readonly [SumFor, string])[] = [
  ['hour', '时薪|计时(?:工资)?|小时工资|每?小时费|钟点费|小时工?价'],
  ['day', '日薪|日工资|天工资|日工钱'],
  ['month', '月薪|月工资|月收入|底薪|月钱|保底工资'],
  ['person', '人均'],
  ['whole', '总共|一共|统共|拢共|合计|总价|包干价|一口价|包工|大包'],
];

const named = (list: readonly (readonly [SumFor, string])[]) =>
  list.map(([unit, words]) => `(?<${unit}>${words})`).join('|');

const YUAN = '(?:块钱?|元钱?|圆|大洋)';
/** What may stand between a unit and its sum: 一天给120, 一件提两毛, 每小时工资15. */
const VERBS = '(?:能?(?:给到|给|开|挣|拿|发|付|提成?|算|有|得)|工资|工钱|价钱|价格|钱|是|[:为按就才只])';
const BEHIND = '(?:多|来|左右|上下|起步?|以上|往上)?';
/** 20块, 三块五, 一毛五, 15-18, 一百二. Letters tell which figure of the expression it is. */
const sum = (n: string, lazy = '') =>
  `(?<low${n}>${lazy === '' ? NUMBER : NUMBER.replaceAll('}', `}${lazy}`)})(?:块(?<dimes${n}>[一二两三四五六七八九\\d])(?=[毛角]|$|[,。;、!\\s]|[一每/]个?[小钟件斤单天个])[毛角]?|(?<coin${n}>[毛角分])(?:(?<cents${n}>[一二三四五六七八九\\d])(?=分|$|[,。;、!\\s])分?)?|(?:${YUAN})?(?:[-~到至](?<high${n}>${NUMBER}))?${BEHIND}(?:${YUAN})?${BEHIND})钱?`;
/** A number that goes on is something else: 一天8小时, 一人两件, 一天三班. */
const NO_SUM =
  '(?![\\d.:点%+])(?<!\\d(?=\\d))(?<![零一二两三四五六七八九十百千万\\d](?=[个名位人口天号点时小分岁年月周顿班次回趟件斤米平公里楼层套间桌车单箱袋碗日双份道样种辆台遍边头成手条张辈代]))';
const FRONT = '(?<![\\d一二两三四五六七八九十百千万第.年])';
/** 一天一结, 每月15号发: how it is settled, not what it is for. */
const NOT_SETTLED = '(?!一?[结清]|一发|\\d{1,2}[号日])';

/** 20块一小时, 200/天, 三千一个月, 一百一人. */
export const SUM_FIRST = new RegExp(
  `${FRONT}[¥￥]?${sum('', '?')}\\s?(?:[/每按]一?|[一1])(?:${named(UNITS)}|(?<each>${EACH})(?![月小钟礼星班饭]))${NOT_SETTLED}`,
  'gu',
);
/** 一天200, 每件三块五, 一人给一百, 一早上五十. */
export const UNIT_FIRST = new RegExp(
  `(?<![\\d二两三四五六七八九十第])(?:[每按/]一?个?|[一1]个?)(?:${named(UNITS)}|(?<each>(?<=个)))\\s?${VERBS}{0,3}[¥￥]?${sum('')}${NO_SUM}`,
  'gu',
);
/** 一把签子三毛五, 一箱苹果两块: with the thing itself between, and a word of money. */
export const THING_FIRST = new RegExp(
  `(?<![\\d二两三四五六七八九十第])[每一1](?:${PIECES})(?:(?![零〇一二两俩三仨四五六七八九十百千万块元毛角分])[一-龥]){1,3}?(?:给|提)?${sum('')}${NO_SUM}`,
  'gu',
);
/** 月薪3500, 人均150, 总共二百. */
export const NAME_FIRST = new RegExp(`(?:${named(NAMES)})${VERBS}{0,2}[¥￥]?${sum('')}${NO_SUM}`, 'gu');
/** 干完给三百, 搬完三百块, 五百包工: for the whole of the work. */
export const WHOLE = new RegExp(
  `完(?:了|事|活|工)?(?:以?后|之后)?(?:就|立马|马上|当场|现|一共|总共)?(?<gives>给|付|开|结|发)?[¥￥]?${sum('')}${NO_SUM}|${FRONT}${sum('2')}(?:包工|包圆|包干|全包|包下来?|拿下|搞定)`,
  'gu',
);
/** 件, 吨 with a sum and no word for one: 千字5块, 计件三毛, 计件一个三毛. */
export const PIECEWORK = new RegExp(`(?:千字|计件|按件)(?:一?[个件])?${VERBS}{0,2}${sum('')}${NO_SUM}`, 'gu');
/** 80块钱, 给四十, 工资2600, and a sum that stands alone between commas. */
export const BARE = new RegExp(
  `(?<!\\d)(?:(?<said>给|开|出|付|都是?|全是|一律|统一|每人都?是|报酬|工钱|工资|薪资|待遇|酬劳|辛苦费|价钱)${VERBS}{0,2}|(?<alone>(?<=^|[,。;\\s]|小时|钟头))|(?<=[¥￥])|${FRONT})[¥￥]?${sum('')}${NO_SUM}`,
  'gu',
);

/** Before a sum: what somebody else pays, or what comes on top of a wage. */
export const NO_WAGE_BEFORE =
  /(?:押金?|保证金|定金|[装训检料会险伙住]费|先?交|罚款?|扣|奖金?|全勤奖?|满勤奖?|补[贴助]?|餐补|饭补|房补|车补|油补|路费|车费|油费|话费|话补|提成|抽成|满|减|便宜|卖|优惠|电话|微信|qq|租金|消费|小费|另加|外加|加班费?)(?:一?[天月次单个]{0,2})?(?:每[天月次])?(?:给|是|有|:)?[¥￥]?$/u;
/** Behind a sum: the same, or that the figure is something else. */
export const NO_WAGE_AFTER =
  /^(?:的?)(?:[餐饭房车油话高][补贴温]|补[贴助]|奖金?|全勤|路费|车费|押金|保证金|米|公里|里地|公斤|平方?|号楼|号院|单元|楼|路车?|桌|个?座位|多?平米)/u;
/** A figure with one of these is money. */
export const MONEY = /[块元圆毛角¥￥]|大洋/u;
/** 26天 8800: for so many days. */
export const DAYS_BEFORE = /(?:[2-9]|\d\d|[二两三四五六七八九十])天\s?$/u;
/** A hundredth of a yuan; the other coin is a tenth. */
export const CENT = '分';
/** The end of a clause. */
export const CLOSES = /^(?:$|[,。;!\s加另外+])/u;
