import type { Part, Season } from './tokens';

/** Words for parts of the day, Mandarin first, then how people of northern Henan say it. */
export const PART_WORDS: readonly (readonly [Part, string])[] = [
  ['dark', '天黑 天黑了 天黑透'],
  ['dawn', '凌晨 后半夜 下半夜 五更 起五更 鸡叫 天不明 天不亮 天没亮 天还没亮 天没明 天蒙蒙亮'],
  [
    'early',
    '天明 天亮 天一亮 天刚亮 天一明 早上 早晨 清晨 清早 一早 一大早 大早上 大清早 一清早 清早起 清早上 清起 清起来 早起 赶早 早清 早间 早头 起早 晨间',
  ],
  ['forenoon', '上午 前晌 头晌 头晌午 前半晌 上半天 早半晌 前半天 晌午前 上半晌'],
  ['noon', '午饭点 晌午饭点 中午饭点 午饭那会儿 中午 晌午 正午 晌午头 晌午头儿 大中午 午间 晌午顶'],
  ['afternoon', '下午 后晌 后半晌 过晌 午后 下半天 后半天 晌午后 半后晌 下半晌 大下午'],
  ['dusk', '晚饭点 晚饭那会儿 傍晚 傍黑 擦黑 黄昏 天擦黑 擦黑儿 临黑 傍晌黑'],
  [
    'evening',
    '晚上 晚间 黑了 黑喽 黑来 黑地 黑里 黑家 黑价 黑夜里 今黑 大晚上 夜晚 喝罢汤 晚黑 前半夜 上半夜',
  ],
  ['night', '夜里 夜间 半夜 深夜 通宵 夜里头 后夜 大半夜 三更半夜 深更半夜 黑夜 一夜 整夜'],
  ['day', '白天 白日 大白天 白里 白儿里 白儿 白天里 日里'],
  ['all', '全天 整天 一整天 全天候 成天 一天到晚 从早到晚 从早干到晚 从早忙到晚 二十四小时 24小时 整日'],
  ['halves', '上下午 上午下午'],
  ['thrice', '早中晚 早晌午黑了'],
  ['ends', '早晚 一早一晚 早晚两头'],
];
/** Shifts by name stand for the part of the day in which they lie. */
export const SHIFT_WORDS: readonly (readonly [Part, string])[] = [
  ['night', '夜班 大夜班 小夜班 晚夜班 大夜'],
  ['day', '白班 长白班 日班 常白班'],
  ['evening', '晚班'],
  ['early', '早班'],
];
/** Working such a shift: taken, where it is the speaker's own work. */
export const OWN_SHIFT_WORDS: readonly (readonly [Part, string])[] = [
  ['night', '上的是夜班 上夜班 上的夜班 上大夜 值夜班 上晚夜班 是夜班 上着夜班'],
  ['day', '上的是白班 上白班 上长白班 上的白班 是白班 上日班'],
  ['evening', '上晚班 是晚班 上的晚班'],
  ['early', '上早班 是早班 上的早班'],
];
/** One character, a part of the day only right before a number: 早8, 晚6点. */
export const SHORT_PARTS: readonly (readonly [Part, string])[] = [
  ['early', '早 朝 晨 早起'],
  ['evening', '晚 黑'],
  ['forenoon', '上'],
  ['noon', '午'],
  ['night', '夜'],
];

const MO_FR = [0, 1, 2, 3, 4];
const WEEKEND = [5, 6];
const EVERY = [0, 1, 2, 3, 4, 5, 6];
/** Sets of days; weak ones say nothing by themselves (天天结账, 平时在家). */
export const DAY_WORDS: readonly (readonly [readonly number[], boolean, string])[] = [
  [WEEKEND, false, '双休日 大礼拜 六日 休息日'],
  [MO_FR, false, '工作日 上班日 周内 上学日'],
  [MO_FR, true, '平时 平常 平日 平常日子 平常时候'],
  [EVERY, true, '每天 天天 每日 一天天 每一天 天天都 成天家 见天 成年 一年四季 一周七天 每周七天 常年'],
  [[0, 2, 4], false, '一三五'],
  [[0, 1, 2, 3, 4], false, '一到五 一至五'],
  [[0, 1, 2, 3, 4, 5], false, '一到六 一至六'],
  [[1, 3, 5], false, '二四六'],
];
/** Alternation that a person lives by; `own` ones also describe the pattern of a job. */
export const CYCLE_WORDS: readonly (readonly [boolean, string])[] = [
  [
    false,
    '隔一天一次 隔一天 隔天 隔日 逢单 逢双 逢单号 逢双号 单号有空 双号有空 单号能干 双号能干 单号行 双号行 单日 双日 单双日 单双号 一天隔一天 隔一天去一次 隔三差五 隔几天 隔两天 隔三天 一替一天 一递一天 单号 双号 单数 双数 逢单 逢双 单周 双周 单双周 小礼拜 大小礼拜 隔周 隔一周 隔一个星期 隔一星期 隔个星期 隔一礼拜 隔个礼拜 隔礼拜 隔星期 逢集 逢会 集日 逢五逢十 一周隔一周 间隔一天 隔一日 每隔一天 每隔一周 每隔两天 轮着来 倒着来 两天一次 三天一次 两天一趟',
  ],
  [
    true,
    '大小周 倒班 三班倒 两班倒 三班两倒 四班三倒 四班三运转 轮班 轮休 两班制 三班制 上一天休一天 上一天歇一天 干一天歇一天 做一休一 上24休24 上24休48 上24歇24 上24歇48 24休24 24休48 翻班 四班倒 大小班',
  ],
];
/** 上四休二, 做六休一: the two numbers stand between. */
export const CYCLE_SHAPE =
  /^[上做干](?:[一二两三四五六七1-7])(?:天)?(?:班)?[休歇](?:[一二两三四五六七1-7])(?:天)?|^这周[白早]班[,\s]?下周[夜晚]班|^一[周个]?(?:星期|礼拜)?[白早]班[,\s]?一[周个]?(?:星期|礼拜)?[夜晚]班|^(?:半个?月|一个?(?:周|星期|礼拜|月)|[一两三]天|十天)一[倒换轮]|^逢[一二三四五六七八九十\d][、,]?逢?[一二三四五六七八九十\d]?/;
export const SEASON_WORDS: readonly (readonly [Season, boolean, string])[] = [
  [
    'summer_harvest',
    true,
    '三夏 麦收 收麦 割麦 打麦 夏收 麦季 过麦 麦天 麦忙 麦忙天 收麦子 麦罢前 焦麦天 收麦天',
  ],
  ['autumn_harvest', true, '三秋 秋收 收秋 秋忙 掰玉米 收玉米 种麦'],
  [
    'farm_work',
    true,
    '浇地 浇麦 浇麦子 打药 施肥 收花生 收大豆 种玉米 种麦子 收蒜 栽红薯 刨红薯 农忙 农忙季节 地里活忙 地里忙 地里有活',
  ],
  ['winter_holiday', false, '寒假 放寒假'],
  ['summer_holiday', false, '暑假 放暑假 暑期'],
  ['before_spring_festival', false, '年前 春节前 过年前 年跟前 腊月 年关'],
  ['spring_festival', false, '春节 过年 大年 新年 过大年 春节期间 年下 正月'],
  ['after_spring_festival', false, '年后 过完年 过罢年 过了年 春节后'],
  ['qingming', false, '清明 清明节'],
  ['dragon_boat', false, '端午 端午节 五月端午'],
  ['mid_autumn', false, '中秋 中秋节 八月十五'],
  ['month_start', true, '月初 下月初 下个月初'],
  ['month_middle', true, '月中旬 下月中旬 下个月中旬 月中'],
  ['month_end', true, '月底 月末 下月底 下个月底 这个月底 这月底 本月底'],
  [
    'holidays',
    true,
    '节假日 逢年过节 过节 法定节假日 小长假 放假期间 放假的时候 放假时候 放假以后 放假后 放了假 放假那几天 假期 假期里 放长假',
  ],
  ['spring', true, '春天 春季'],
  ['summer', true, '夏天 夏季 伏天'],
  ['autumn', true, '秋天 秋季'],
  ['winter', true, '冬天 冬季 冬里'],
  ['rainy_days', true, '下雨天 雨天 下雨'],
  ['these_days', true, '这两天 这几天 最近几天 近几天 这阵子 这一阵'],
];
/** After a part of the day: the two name a thing (晌午觉, 晚市). */
export const THING_OF_PART = /^(?:觉|餐|饭(?!后|前|以|之)|茶(?!后)|操|报|读|集|市|课)/;
/** After a part of the day: it is not about when, but about what is not done then. */
export const UNTOUCHED = /^\s*(?:也|都)?不(?:休|回|停|歇|午休|睡|打烊)/;
/** School holidays of both seasons in one word. */
export const BOTH_HOLIDAYS = '寒暑假 寒假暑假 寒假和暑假 暑假寒假';
/** One of the days that were said. */
export const ONE_OF_DAYS =
  '其中一天 任意一天 随便一天 任选一天 挑一天 选一天 二选一 其中的一天 随便哪天 各选一天';
