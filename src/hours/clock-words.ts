/** Characters and words in which people say numbers and clock times, in Mandarin and in northern Henan. */
export const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九'].map((digit, value) => [digit, value] as const),
)
  .set('〇', 0)
  .set('两', 2)
  .set('俩', 2);
export const TEN = '十';
export const HOUR_MARKS = '点點时時';
export const O_CLOCK = '点點';
export const HALF = '半';
export const QUARTER = '刻';
export const MINUTE = '分';
export const LACKING = '差';
export const ZERO_MARKS = '零〇过';
export const ONE = '一';
/** After 时 they make another word (时间, 时候); after 点 they make a list or a thing (两点要求). */
export const NOT_AFTER_HOUR = /^(?:间|候|段|常|薪|工|不时|尚|代|机)/;
export const NOT_AFTER_POINT = /^(?:要求|建议|原因|说明|注意|[评心赞菜餐单名歌钱击])/;
/** What may be said after a clock time without changing it. */
export const AROUND = /^(?:整|来钟|多钟|钟|多|左右|上下|前后|许|的时候|那会儿|那会|这会儿|开外)*/;
/** Units after a number: then it is an amount, no clock time. */
export const UNITS =
  /^\s*(?:[%kw岁元块毛角分钱人个名位件天年号楼栋层室米里公斤克吨升套台辆份次只张间万千百亿倍度级折路线年斤箱盒袋页桌床站期批]|月(?!休|薪|结)|单(?!休|双|位)|条(?!件)|班(?!倒|制)|小时|钟头|分钟|多[块元个])/;
export const DURATION = /^(?:多|来)?(?:个)?(?:多|半)?(?:小时|钟头|点钟头)/;
/** 一点 is a clock time only before these, or after a part of the day: 轻松一点, 近一点. */
export const AFTER_ONE =
  /^(?:半|[一三]刻|钟|整|多|左右|到|至|-|以后|之后|往后|以前|之前|前|后|开始|起|下班|上班|得|要|接|送|就|[0-9零二三四五])/;
export const MONTH = '月';
export const DAY_OF_MONTH = '号日';
/** Before a number with 号 it is that of a house: 人民路18号. */
export const STREET = /(?:[路街巷弄道栋幢座]|胡同)(?:东|西|南|北|中)?(?:段|头)?\s?$/;
export const MONTH_PART = /^份/;
/** After 号 or 日 they make another word (2号楼, 3号线, 日结). */
export const NOT_AFTER_DAY =
  /^(?:楼|线|院|库|店|机|门|地|车|柜|厂|桌|窗|码|仓|口|摊|铺|台|结|薪|均|子|工|用)/;
export const SEASONED = /^(?:初|底|末|中旬|上旬|下旬)/;
export const WEEK_WORDS = ['星期', '礼拜', '周', '週'] as const;
export const WEEK_DAYS: ReadonlyMap<string, number> = new Map(
  [...'一二三四五六日'].map((day, index) => [day, index] as const),
)
  .set('天', 6)
  .set('1', 0)
  .set('2', 1)
  .set('3', 2)
  .set('4', 3)
  .set('5', 4)
  .set('6', 5)
  .set('7', 6);
/** After a weekday 一 may begin another word: 礼拜天一整天. */
export const NOT_MONDAY = /^一[整早晚天直般起]/;
export const WEEK_END = '末';
export const WEEK_INSIDE = '内中';
export const DAY_JOINS = '、和跟与及';
export const DAY_RANGES = '到至-';
/** 周五天 after 一 or 每 counts days: 一周五天. */
export const COUNTING = /[一每两几]$/;
export const COUNTED = /^(?:天|次|个|回|休|日?\s*\d*个?小时)/;
/** What makes the numeral before it something else than a weekday: 周五六点, 周日结. */
export const NOT_A_WEEKDAY = /^(?:[点點时十百千块元岁号个]|结|薪|小时)/;
/** Days named by a character each after other days (周一三五下午 二四上午): in rising order, and a time or a word of being free follows. */
export const MORE_DAYS = /^[一二三四五六](?:[、,和跟及到至-]?(?:周|星期|礼拜)?[一二三四五六日])*/;
/** 一、三、五晚上: such a list needs no word for week. */
export const LISTED_DAYS = /^[一二三四五六]、[一二三四五六日天]/;
export const AFTER_MORE_DAYS =
  /^\s*(?:上午|下午|中午|晚|早|白天|全天|整天|一天|不用|不必|黑|[前后头]晌|晌午|都|也|只|就|不行|不中|不能|没|有|能|可以|行|中(?!午)|除外|休|$|\d{1,2}[-:点]|[,;。])/;
/** Prefixes of one certain week, with the number of weeks from now. */
export const WEEK_OFFSETS: readonly (readonly [string, number])[] = [
  ['下下个', 2],
  ['下下', 2],
  ['下个', 1],
  ['下', 1],
  ['这个', 0],
  ['这', 0],
  ['本', 0],
];
export const LUNAR =
  /^(?:(?:农历|阴历|老历)(?:[一二三四五六七八九十冬]+月)?|腊月|正月|冬月|闰[一二三四五六七八九十]+月)(?:初|十|廿|二十|三十)[一二三四五六七八九十]?|^(?:大年)?(?:年三十|年二十[一-九]|初[一二三四五六七八九十])(?!中|级|次)|^大年三十|^除夕|^(?:腊月)?小年(?!轻)/;
/** Month and day with a dot or slash: 12.24-12.26三天, 12.24号, 12/24. */
export const DOTTED_DATE =
  /^(\d{1,2})(?:([.])(?=\d{1,2}(?:号|日|[-到至]\d{1,2}[.]\d{1,2}(?:号|日|[^\d]{0,2}[一二两三四五六七八九十\d]+天)|[一二两三四五六七八九十]天))|\/)(\d{1,2})(?![\d:/.]|个|元)/;
/** Some days of every month. */
export const EVERY_MONTH =
  /^每个?月(?:的)?(?:头|前|后|最后|上|中|下)(?:[一二两三四五六七八九十\d]*(?:天|旬|几天)|旬)/;
/** After a further day of the month. */
export const AFTER_NEXT_DATE =
  /^(?:[两三四五六]天|[、,和\s]|$|都|不|没|上午|下午|晚上|全天|[\d一二三四五六七八九十]+天)/;
/** So many days, right behind the first of them. */
export const DAYS_LONG = /^(?:开始|起|放假|假期|这|那)?([二两三四五六七八九十]|\d{1,2})天(?!一)/;
export const TO_DATE = /^\s*(?:起|开始|号起)?\s*(?:-|到|至|直到|一直到)\s*/;
/** So many days a week, which ones not said. */
export const DAYS_A_WEEK =
  /^(?:一周|每周|一星期|一个星期|每星期|一礼拜|一个礼拜|每个星期|一个月|每个月|每月|一月)(?:我|大概|就|只|最多|也|都|有|能|可以|想|干|做|上|来|去|休|个)*(?:二?十[一二三四五]?|[12]\d|[一二两三四五六1-6](?:[到至、-]?[一二两三四五六七1-7])?)(?:来|多|几)?(?:天|次|回|个(?=上午|下午|晚上|半天|白天|半晌))/;
/** 一到五 and 一至五 are weekdays before hours. */
export const NUMERAL_BEFORE = /[\d零一二三四五六七八九十百千万]$/;
/** Every number, clock time, weekday and date begins with one of these. */
export const FIGURE_STARTS: ReadonlySet<string> = new Set(
  '0123456789零〇一二两俩三四五六七八九十差周週星礼下这本每上做干逢起来去走出回赶腾抽脱离顾弄忙动分匀过到在农阴老腊正冬闰大年初除半昨前mtwfs',
);

const ENGLISH = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Weekdays in English, one or a range. */
export const ENGLISH_DAYS = new RegExp(
  `^(${ENGLISH.join('|')})[a-z]{0,6}(?:\\s?(?:-|到|至|to)\\s?(${ENGLISH.join('|')})[a-z]{0,6})?(?![a-z])`,
);
export const englishDay = (word: string): number => ENGLISH.indexOf(word);
/** What is over: 上周有空, 去年. */
export const PAST =
  /^(?:上个?(?:周|星期|礼拜)(?:[一二三四五六日末]|天(?!天))?|上个?月|昨[天儿晚日]|前天(?!天)|前儿个|去年|前年|上[次回]|前[两几]天|前段时间|前[一]?阵子?)/;
/** 怎么也得一点: one o'clock at the earliest. */
export const AT_LEAST_ONE = /(?:[也都]|最少|最快|少说|起码|至少)(?:得|要)$/;
/** Tuesday and Thursday in two characters: 我二四值班. */
export const TWO_FOUR =
  /^二四(?:值|上[午班课]|下午|晚上|白天|前晌|后晌|得|要|有|没|不|都|能|可|看|接|全|在|休|去)/;
/** Characters with which what is over begins, and those with which no figure does. */
export const PAST_STARTS: ReadonlySet<string> = new Set('上昨前去');
export const NEVER_FIGURES: ReadonlySet<string> = new Set('在昨前分匀');
export const AT = '在';
/** Between a verb and what comes of it. */
export const CAN = '得';
