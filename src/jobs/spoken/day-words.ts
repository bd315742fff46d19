const N = '(?:\\d{1,2}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])';
const DATE = `(?:${N}月)?${N}[号日]`;

/** When wages are paid, which is no day of work: 每月15号发工资. */
export const PAYDAY = new RegExp(
  `(?:每个?|次|下个?|当)月(?:的)?${N}[号日](?:[左前]右?)?(?:准时)?(?:[发开结]|给)(?:上个?月)?(?:工资|薪水?|钱|支|工钱|账)?`,
  'gu',
);
/** 当天结 says when wages are paid, not on which day the work is. */
export const SAME_DAY_PAY =
  /(?:当[天日]|今[天儿]|每[天日]|天天|一天)(?:就|都)?(?:现?[结清付]|给钱|发钱|算账|拿钱|到账|一[结清])/gu;
/** 周末有空的学生: who is free then is wanted then. */
export const WHO_IS_FREE = /(?:能)?(?:有空|有时间|没课|没事|闲着)(?:儿)?的?(?=[^,。;])/gu;
/** Breaks in turn are no shifts in turn. */
export const BREAK =
  /(?:中间|中午|期间|吃饭|累了)(?:可以|能)?(?:轮(?:[流换]着?|着)|倒换着?|替换着?)(?:[歇休]|吃)(?:息|会儿?|着|饭)?/gu;
/** Days on which there is school or work. */
export const SCHOOL_DAYS =
  /(?:孩子|学生)?(?:只要)?(?:上学|上课|开学|工作|上班)(?:的?(?:日子|日)|期间)(?!的?[时晚早])(?:每天|都|天天)?/gu;
/** Whoever is needed now is needed today. */
export const NOW = /(?:现在|马上|立马|立刻|立即|这会儿|眼下|这就)(?:就|得|要|能|赶紧|过)*来(?:人)?/gu;
/** 从26号干到28号. */
export const BUSY_FROM_TO = new RegExp(
  `(?:从|打|自)?(?<from>${DATE}|腊月${N}|正月${N})(?:开始|起)?,?(?:一直|连着)?(?:干|做|忙|上|用|搞|弄|持续|卖|摆)+(?:到|至)(?<to>${DATE})`,
  'gu',
);
const NEAR_DAY = '(?:今天|今儿|明天|明儿|明个|赶明|大后天|大后儿|后天|后儿)';
/** 从明天开始, 后天起. */
export const FROM_ON = new RegExp(
  `(?:从|打|自)?(?<day>${NEAR_DAY}|${DATE}|下?(?:周|星期|礼拜)[一二三四五六日天])(?:(?<=从.{2,8})|起|开始|开工)`,
  'u',
);
const WEEKDAY = '下?下?(?:周|星期|礼拜)[一二三四五六日天]';
/** 今天明天后天, 下周三下周四: days named one after another. */
export const DAYS_LISTED = new RegExp(
  `(?:${NEAR_DAY}|下(?:周|星期|礼拜)[一二三四五六日天])(?:[、,和跟及]?(?:${NEAR_DAY}|${WEEKDAY})){1,5}`,
  'gu',
);
export const ONE_DAY = new RegExp(`${NEAR_DAY}|${WEEKDAY}`, 'gu');
export const NEXT_WEEK = /^下/u;
/** 12.10-12.15, and 12.24 where the words behind it say that it is a day. */
export const DOTTED =
  /(?<![\d.:])(?<m>1[0-2]|0?[1-9])[./](?<d>[12]\d|3[01]|0?[1-9])(?:[-~到至](?:(?<m2>1[0-2]|0?[1-9])[./])?(?<d2>[12]\d|3[01]|0?[1-9])(?![\d.:]|块|元|小时|天|个)|(?=[号日]|当天|那天|晚上|早上|上午|下午|中午|两天))[号日]?/gu;
/** 八点来第二天六点走: over the night. */
export const OVER_NIGHT = new RegExp(
  `(?<![上午晚晨后夜班里])(?<from>${N}点(?:半)?)(?<between>[^。;\\d点]{0,6}?)(?:第二天|次日|转天|隔天)(?:早上|早晨|清早|早)?(?<to>${N}点(?:半)?)`,
  'u',
);
export const overNight = (from: string, to: string) => `晚上${from}到早上${to}`;
/** 明天来干两天: the day by itself, where so many days of work are said. */
export const NEAR = new RegExp(`(?<day>${NEAR_DAY})`, 'u');
/** 28号29号, 28、29、30号: days beside each other. */
export const DATES_LISTED = new RegExp(
  `(?<first>(?:${N}月)?${N})[号日]?(?:[、,和跟及]?${N}[号日]?){0,5}?[、,和跟及]?(?<last>${N})[号日]`,
  'gu',
);
/** 干三天, 连着干五天, 用人两天. */
export const RUN = new RegExp(
  `(?:(?:连着?|连续|一共|总共|大概|得|需要?|先)?(?:干|做|忙|要|用人?|来|帮|搞|连|连着|连续|一共|总共)+(?:个)?|(?<=[,。;\\s]))(?<days>${N})天(?!一?[结清休歇换]|工资|的?[工薪]|就?休)`,
  'u',
);
/** A date in figures: no feast tells the day then. */
export const OTHER_DATE = /\d月\d{1,2}|\d{1,2}[号日]/u;
/** Feasts of the sun's calendar. */
export const FESTIVALS: readonly (readonly [words: string, date: string])[] = [
  ['情人节', '2月14号'],
  ['三八妇女节|妇女节|三八节?', '3月8号'],
  ['植树节', '3月12号'],
  ['清明节?', '4月5号'],
  ['五四青年节|青年节', '5月4号'],
  ['六一儿童节|儿童节|六一', '6月1号'],
  ['教师节', '9月10号'],
  ['双十一|双11', '11月11号'],
  ['双十二|双12', '12月12号'],
  ['平安夜', '12月24号'],
  ['圣诞节?', '12月25号'],
  ['跨年夜?', '12月31号'],
];
export const FESTIVAL_DAY = '(?:那天|当天|当日|这天|那一?天|当晚|(?=晚上|那?晚|上午|下午|中午|早上))';
/** A time of day. */
export const CLOCK = new RegExp(`(?:\\d{1,2}[::]\\d{2}|${N}点(?:半|一刻|三刻|${N}分?)?)`, 'gu');
/** Comes once: the weekend of it is the next one. */
export const EVENT =
  /活动|[搞做办](?:个|点|着|一次)?(?:促销|特卖|抽奖)|大促|特卖会?|出嫁|娶|嫁闺女|开业|开张|店庆|周年庆|大酬宾|清仓|婚[宴礼]|结婚|办(?:喜|白|红|丧)?事|[喜白丧]事|酒席|喜宴|寿宴|满月酒|升学宴|生日(?:会|宴|席)|过寿|包了?[\d一二三四五六七八九十]+桌|[一二三四五六七八九十\d]+桌(?:席|客|酒)|展会|展销|庙会|演出|晚会|比赛|运动会|考试|招聘会|搬家|搬店|挪店|装修|盘点|盘货|大扫除|年会|团建|典礼|发布会|路演|入伙|开盘|收麦|收玉米|上梁|浇筑|封顶/u;
/** This weekend, not any. */
export const THIS_WEEKEND = /(?:这个?|本|下个?)(?:周末|礼拜|星期)|[这本]周[一二三四五六日天末]/u;
/** What days of school or work, and now, are read as. */
export const WORKDAYS = '周一到周五';
export const TODAY = '今天来';
/** The numbers of listed dates, without those of months. */
export const DAY_NUMBERS =
  /(?<![\d一二三四五六七八九十])[\d一二三四五六七八九十]+(?![\d一二三四五六七八九十月])/gu;
export const STARTS_WITH_NUMBER = /^[一二两三四五六七八九十\d]/u;
export const spanOfDays = (first: string, last: string) => `${first}号到${last}号`;
/** Between dates that are listed. */
export const LIST_MARK = '、';
