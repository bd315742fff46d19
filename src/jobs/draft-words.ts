import type { Certificate } from '../kernel/vocabulary';

/** Numbers below a hundred as people say them; 俩 and 仨 hold their own measure word. */
const NUMBER = '\\d{1,3}|[一二三四五六七八九两]?十[一二三四五六七八九]?|[一二三四五六七八九两俩仨]';
const PEOPLE =
  '(?:个|名|位)?(?:人|员工|工人|阿姨|大姐|大哥|师傅|小伙|姑娘|劳力|壮劳力|小工|大工|帮手|服务员|学生)|名|位|口';
/** What makes a number one of something else: 3个小时, 两个月, 5天, 2点. */
const NO_PEOPLE = '(?!小时|钟|月|班|点|天|星期|礼拜|晚|早|半|证|多?[块元号日])';

/** 缺俩, 招3个, 要5个人, 再来两名. */
export const WANTED = new RegExp(
  `(?:缺|招聘?|找|要|用|来|差|聘|需要?|雇|请)(?:上|到|着)?(?<low>${NUMBER})(?:[-~到至](?<high>${NUMBER}))?(?<unit>个|名|位|人|口)?${NO_PEOPLE}`,
  'gu',
);
/** 保安两名, 4个壮劳力, 收银员1人. */
export const COUNTED = new RegExp(
  `(?<![\\d一每.])(?<low>${NUMBER})(?:[-~到至](?<high>${NUMBER}))?(?<unit>${PEOPLE})(?![均每一\\d])`,
  'gu',
);
/** 三五个, 两三个, 十来个: nobody knows how many. */
export const SOME_PEOPLE =
  /(?:(?:[一二两三四五六七八](?=[二三四五六七八九])[二三四五六七八九]|十[来几多]|几)(?:个|名|位)(?!小时|钟|月)|几人|十来人)/u;
/** Digits by their value, and the sign for ten. */
export const DIGITS = '〇一二三四五六七八九';
export const TEN = '十';
/** 两 and words that stand for a number together with its measure. */
export const PAIRS: Readonly<Record<string, number>> = { 两: 2, 俩: 2, 仨: 3 };

const CERTIFICATE_WORDS: readonly (readonly [Certificate, RegExp])[] = [
  ['health', /健康证|卫生证|体检证/gu],
  ['driver', /驾驶?证|驾照|驾驶执照|[abc][123]驾?[照证本]/giu],
  ['electrician', /电工证|电工本/gu],
  ['welder', /焊工证|电焊证|焊工本/gu],
  ['forklift', /叉车证|叉车本/gu],
  ['security', /保安证|保安员证/gu],
];
/** Before or behind a certificate: it is not asked for, or would only be nice to have. */
const NOT_ASKED_BEFORE = /(?:不用|不要|不需要?|无需|免|没有?|无)(?:办|有|要求)?$/u;
const NOT_ASKED_AFTER = /^(?:者|的)?(?:优先|更好|最好|不要|都行|也行|没有也|可以?不|不用|无所谓|没有都)/u;

/** Certificates that a text asks for. */
export function certificatesIn(text: string): Certificate[] {
  return CERTIFICATE_WORDS.flatMap(([code, words]) => {
    const asked = [...text.matchAll(words)].some(
      ({ 0: word, index }) =>
        !NOT_ASKED_BEFORE.test(text.slice(0, index)) &&
        !NOT_ASKED_AFTER.test(text.slice(index + word.length)),
    );
    return asked ? [code] : [];
  });
}

/** Whether the words of a figure of pay say what it is for; 100块 alone does not. */
export const SAYS_UNIT =
  /时|钟|天|日薪|日工资|[/每一]日|个?工$|月|薪|班|晚|夜|次|场|趟|单|件|[/每一]个|斤|亩|车|户|家|平|h$/iu;
/** A sum for the whole of the work, or for each person: 给80, 一人150, 总共200. */
export const SUM =
  /(?<![\d点:.])(?:一个?人|每人|每位|一位|人均|给|开|出|工钱|工资|总共|一共|共|统共)?(?<sum>\d{2,5})(?:块钱?|元钱?|圆)?(?![\d.:点号日月年岁斤个名位人小时分天米平%公件单])/gu;
export const SUM_PER_PERSON = /一个?人|每人|每位|一位|人均/u;

/** A length of work: 干3个小时, 俩钟头, 两个半小时. */
export const LENGTH =
  /(?<![\d一每/])(?<hours>\d{1,2}(?:\.\d)?|[一二两三四五六七八九十俩仨])个?(?<half>半)?(?:小时|钟头|钟(?!点))/gu;
/** 干一天歇一天, 隔天, 上一休一: on which days is not said. */
export const ALTERNATING = /[干上做]一[天休].{0,2}[歇休停]?一天?|隔[一天日]|倒班|轮[班休着]/u;
/** Hours that come again and again. */
export const RECURRING = /每|逢|天天|都|固定|长期|一直|常年|平时|长白班|月/u;
/** 周六, 星期三, 礼拜天, with no other day beside it. */
export const LONE_DAY = /(?:周|星期|礼拜)[一二三四五六日天](?![一二三四五六日天、,到至和-])/gu;
/** Joins two kinds of work: two postings. */
export const BETWEEN_JOBS = /和|跟|、|与|或|及|还有|以及|[兼带]/u;
/** A mobile number, which belongs to the contact and not into the text. */
export const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/u;
export const PHONE_WITH_LABEL =
  /(?:(?:联系)?电话|手机号?|微信|联系方式|号码)?\s*(?:是|[:：])?\s*(?<!\d)1[3-9]\d{9}(?!\d)/gu;
/** Where the work is, behind the name of a place: 龙源湖旁边, 火车站附近. */
export const BESIDE = /^(?:的|旁边|旁|附近|对面|门口|里面?|东门|西门|南门|北门|边上|那边|这边)+/u;
/** How many days a week are enough: 一周来三天就行. */
export const DAYS_A_WEEK =
  /(?:一|每|1)个?(?:周|星期|礼拜)(?:至少|最少)?(?:来|干|上|做|到)?够?(?<days>[一二两三四五六1-6])天/u;
/** Days off. */
export const DAYS_OFF = /休[一二两三四五六\d]+天|[月周轮调]休|单休/u;
/** What stands between the kind of business and whom it wants: 足浴店招前台. */
export const WANTING = /[招缺找要聘雇]/u;
/** Says no more than that somebody works there. */
export const ANY_WORK: ReadonlySet<string> = new Set(['普工']);
