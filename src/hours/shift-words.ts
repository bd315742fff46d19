/** Words in which employers write hours. All are matched in folded text. */

/** Names and numbers of shifts that stand beside each other: one of them, or all in turn. */
export const LABEL =
  /[①-⑳❶-❿]|[a-f]\s*班|(?:早|中|晚|白|夜|日|长白|大夜|小夜|正常|行政|午)班(?!倒)|班次\s*[一二三四\d]|第?[一二三]班(?!倒)|头班|二班(?!倒)|方案[一二三123]|时段[一二三123]/g;
export const CHOICE =
  /任选|任意选|可选|自选|选一|择一|选其一|其中一个|任一|自由选择|自主选择|选择其中|随便选|挑一个|都可以选|可加|可另|可选|可只上|也可以只|选一个班|选班|或者|或(?=\s*(?:早|中|晚|上|下|夜|白|\d))/;
/** 任选两个, 至少三天: the number stands in one of the groups. */
export const AT_LEAST =
  /(?:任选|选|至少|不少于|最少|起码|保证|能上|每周|一周)(?:上|干|做|来|能来|保证|出勤|选|选择|到岗)*\s*([一二两三四五六七1-7])\s*(?:个)?(?:班次|时段|段|天|班|次|场)(?:以上|及以上|就行|即可)?/;
/** A choice of that kind must say that more or others are possible. */
export const CHOOSING = /任选|至少|不少于|最少|起码|以上|保证|选/;
export const WEEKEND_OFF = /(?:周末|周六日|周六周日|六日|星期六日|双休日)(?:双休|休息|休)|双休/;
export const TWO_OFF = /[上做]五休二|[上做]5休2|一周休(?:息)?两天|周休(?:二|两|2)|每周休(?:息)?(?:两|二|2)天/;
export const ONE_OFF =
  /单休|[上做](?:六休一|6休1)|周休(?:一|1)|每周休(?:息)?(?:一|1)天|一周休(?:息)?(?:一|1)天|每周单休|做六休一/;
export const BIG_SMALL_WEEK = /大小周|单双休|大小休/;
/** Days off in turn: how many is not said. */
export const ROTA_OFF = /轮休|调休|排休|轮流休/;
/** Hours only for some time of the year, whose dates are not said. */
export const ONLY_THEN =
  /双十一|双11|双十二|双12|618|(?:暑假|寒假|春节|国庆|五一|元旦|中秋|端午|节假日|年前|旺季|展会|会展|农忙|麦收)(?:期间|旺季|里|时)?(?!\s*[照都均正常不可]*(?:休|放假|上班|[三双]倍|福利|礼|有|补))/;
export const MONTH_OFF =
  /月休(?:息)?\s*([一二两三四五六七八\d])(?:\s*(?:到|至|-|~)\s*[一二两三四五六七八\d])?\s*(?:天|日)?|每?(?:个)?月(?:休息|休)\s*([一二两三四五六七八\d])\s*天/;
/** A certain weekday off: 周日休息. */
export const DAY_OFF =
  /(?:固定)?(?:周|星期|礼拜)([一二三四五六日天])(?:固定)?(?:店里?|公|全天)?(?:休息|休|放假|不上班|不营业|关门|打烊|歇业|歇)/g;
export const ROTATION =
  /两班倒|三班倒|二班倒|倒班|轮班|三班制|两班制|二班制|三班两倒|四班三|翻班|轮流|排班|倒一次班|转班|[一两半每][周月]一?[倒换轮](?:班)?|[一两半每]个?(?:星期|礼拜|月)一?[倒换](?:班)?|上\s*24(?:小时)?[休歇]|24[休歇](?:24|48)|[上做干][一二两三四1-4]天?班?[休歇][一二两三四1-4]天?|[上做干]\d{1,2}(?:个?小时|h)[休歇]\d{1,2}|[早白]?中?[晚夜]?三班|[单双][号日数]|两班轮|轮着上|一天隔一天|隔[一两]?天[上班一]|隔日|每隔一天|做一休一|单双周|单双号/;
export const HOURS_A_DAY =
  /(?:每天|一天|每日|日均|每班|一班|工作|上班|满)?\s*(?:工作|干|做)?\s*\d{1,2}(?:\.5)?\s*(?:-\s*\d{1,2})?\s*(?:个)?(?:小时|h)|[一二两三四五六七八九十]个?(?:小时|钟头)|半天班|长白班|白班|夜班|晚班/;
/** Figures after these are not the hours of work. */
export const NOT_WORK =
  /(?:面试|营业|咨询|联系|报名|面谈|截止|发薪|发工资|午休|休息|吃饭|用餐|就餐|门店|接电话|电话|洽谈|办公|考勤|店面)(?:时间|时段|日期|为|是|了|中间|中午|:|\(|\s|段)*(?:上午|下午|早上|中午)?$/;
/** What stands right after a range that is a break. */
export const BREAK_AFTER = /^\s*(?:的)?(?:是)?(?:为)?(?:午休|休息|吃饭|用餐|面试|营业|可面试|可休)/;
/** Where figures without any mark are hours: 上班8-18. */
export const BEFORE_FIGURES =
  /(?:上班|工作|时间|班|两班倒|三班倒|班倒|大小周|双休|单休|点|作息|:|上午|下午|早上|晚上|[①-⑳]|周[一二三四五六日末]|星期[一二三四五六日天]|工作日|每天|\d-\d{1,2})\s*:?\s*$/;
/** Before and after such figures there is an age, a number of people or a wage. */
export const NOT_BEFORE_FIGURES =
  /(?:龄|岁|数|招|人|薪|资|钱|价|价格|到手|身高|[a-z\d.:元块])\s*[:为是]?\s*$/;
export const NOT_AFTER_FIGURES = /^\s*(?:[岁元块人名个位\d.k%]|一?小时|每|\/)/;
/** Hours that change with the season. */
export const SEASONAL = /(?:夏季|夏天|夏令).*(?:冬季|冬天|冬令)|(?:冬季|冬天|冬令).*(?:夏季|夏天|夏令)/s;
export const NAMES_SHIFT = /班$/;
/** 每天一天一换: hours that go around the clock. */
export const AROUND_THE_CLOCK = /24小时|二十四小时/;
export const NUMBER_OF: ReadonlyMap<string, number> = new Map(
  [...'一二三四五六七八'].map((c, i) => [c, i + 1] as const),
).set('两', 2);
export const WEEKDAY_OF: ReadonlyMap<string, number> = new Map(
  [...'一二三四五六日'].map((c, i) => [c, i] as const),
).set('天', 6);

/** 九九六: nine to nine, six days. */
export const NINE_NINE_SIX = /九九六|(?<!\d)996(?!\d)/;
/** One range stands for several shifts: 七点到七点 白班夜班可选. */
export const ONE_OF_SHIFTS = /班.{0,3}(?:可选|任选|自选|随便选)/;
/** Trades of the early morning, and of the hours after school: they tell the half of the day. */
export const MORNING_TRADE = /早餐|早点|早市|晨练|早茶/;
export const AFTER_SCHOOL = /晚托|晚辅|课后|放学|托管/;
/** The end of the hours by name. */
export const CLOSING = /(?:下班|结束|收工)(?:时间)?\s*:?\s*(?:是|为)?\s*$/;
