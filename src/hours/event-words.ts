import type { EventKind, Part } from './tokens';

/** Words of doing; what they say of the day is in events.ts. */
export const EVENT_WORDS: readonly (readonly [EventKind, string])[] = [
  [
    'school',
    '接送 上学的时候 上学期间 在学校的时候 在学校 上学时 上幼儿园的时候 去上学的时候 上课的时候 在幼儿园的时候 上学那会儿 上学这段时间',
  ],
  [
    'gate',
    '到学校门口 到学校 到幼儿园门口 到幼儿园 到校门口 去学校门口 去幼儿园门口 在学校门口 在校门口 在幼儿园门口 学校门口 幼儿园门口 校门口',
  ],
  [
    'send',
    '送 送孩子到学校 送到学校 送到幼儿园 送到学校门口 送到幼儿园门口 送到校门口 上学 去学校 上幼儿园 去幼儿园 进校 进校门 进学校 进教室 进园 入园 到校 送走 送去 送到 送上学 送学校',
  ],
  [
    'fetch',
    '接 放学 下学 接放学 离园 学校接 幼儿园接 去学校接 去幼儿园接 到学校接 到幼儿园接 到学校门口接 学校门口接 接放学 接一下 接回 接回来 下晚自习 下自习',
  ],
  [
    'cook',
    '做饭 烧饭 做晚饭 做午饭 做中午饭 做早饭 做晌午饭 做饭吃 弄饭 煮饭 做顿饭 烧火做饭 做黑饭 下厨 做黑来饭',
  ],
  [
    'feed',
    '送饭 送药 喂饭 喂奶 喂药 喂孩子 喂娃 喂老人 喂猪 喂羊 喂鸡 喂牲口 伺候吃饭 给老人做饭 管老人吃饭',
  ],
  ['bus', '公交 末班车 公交车 赶车 坐车 班车 火车 高铁 赶公交 坐公交 大巴 校车 末班公交 通勤车'],
  ['clinic', '看病 去医院 上医院 医院 复查 透析 输液 打针 吃药 挂号 理疗 体检 换药 针灸 卫生所'],
  ['go', '走 回家 回去 回来 离开 睡觉 睡 收工 回屋 走人 结束 撤 赶回去 赶回家 回 赶回来 家去 回村 回村里'],
  ['home', '到家'],
  ['off', '下班 下了班 下了课 下课 下工 忙完 干完活 交班 下夜班 下了夜班 下大夜 收摊 收工回家 关店门'],
  ['gather', '集合 报到 签到 点名 到岗 到店 到位 进场 开工'],
  ['work', '上班 上课 上工 接班 开会 开店 上中班 上的中班 上正常班 上的早班 上着班 有班上 加班'],
  [
    'meal',
    '睡醒 睡醒了 睡醒以后 睡醒后 睡醒之后 睡起来 起床后 起床以后 睡着以后 睡了以后 睡下以后 睡着后 睡了后 睡下后 睡着之后 睡了之后 睡熟以后 睡着了以后 吃完饭 吃罢饭 吃过饭 吃了饭 吃完早饭 吃罢早饭 吃完午饭 吃罢午饭 吃完晚饭 吃罢晚饭 晚饭后 午饭后 早饭后 晚饭以后 午饭以后 早饭以后 晚饭之后 午饭之后 吃完饭以后 喝罢汤以后 吃罢晚饭以后 晌午饭后 吃罢晌午饭 吃完中午饭',
  ],
];
/** Meals that the business gives: 中午管饭 says nothing about the hours. */
export const MEAL_GIVEN = /^(?:有)?(?:管|包|供|提供|免费)(?:一|两)?(?:顿|餐|吃|饭|住|午|晚|工作餐)/;
/** After these words of wanting or asking, a modal is no duty: 要找, 要一个, 要干. */
export const NO_DUTY =
  /^(?:找|干|一|个|是|能|份|有|多|几|求|会|的|在|想|日|现|\d|人|包|管|离|近|轻|稳|长|短|钱|工|挣|赚|招|帮工|兼|和|先|女|男|不|活|老|年|招工|熟|证)/;
/** What people do at a time beside work; it limits nothing by itself. */
export const OWN_LIFE = /^\s*(?:才|就|能|都|左右)?(?:起床|起(?=[,;。\s了]|$)|起来|睡|醒|到家|开门|天亮|天黑)/;
/** Children are meant though none is named: 送到幼儿园, 去学校接. */
export const SCHOOL_RUN =
  /(?:送|接)[^,;。]{0,4}(?:幼儿园|学校|校门|托班|小学|放学)|(?:幼儿园|学校|小学|托班)(?:门口)?[^,;。]{0,6}(?:送|接)/;
/** 八点送四点接, 周一三五四点接. */
export const TO_AND_FRO =
  /送[^。]{0,24}[点半刻分\d](?:去|要|得|再|来)*接|[点半刻分](?:去|要|得|再)*[接送](?=$|[,;。\s大小]|[上下中早晚周一二三四五六七八九十两\d])/;
/** After work or a meal, in which part of the day what follows lies. */
export const AFTERWARDS: readonly (readonly [Part, RegExp])[] = [
  ['evening', /下了?班|睡(?:了|着|下|熟)|哄睡|晚饭|黑.?饭|喝罢汤|下工/],
  ['afternoon', /午饭|晌午饭/],
  ['forenoon', /早饭/],
];
/** Who works at night is off in the morning. */
export const NIGHT_WORK = /夜班|大夜|通宵/;
/** Before a meal, whose hour is not said. */
export const BEFORE_MEAL =
  '晚饭前 午饭前 早饭前 晌午饭前 饭前 吃饭前 晚饭之前 午饭之前 晚饭以前 吃晚饭前 吃午饭前 黑喽饭前 做饭前 做晚饭前';
/** Leaving the house, which at a clock time begins what follows. */
export const SETTING_OUT = /^(?:出门|出发)$/;
/** Sleeping by day takes that part of it. */
export const SLEEP = /睡|补觉/;
/** Home again, in one character. */
export const BACK = /^回$/;
export const NOT = /不/;
/** One need not: 二四不用接. Before a word of duty the denial alone says so: 不需要接. */
export const NO_NEED = /(?:不用|不必|用不着|甭|不消)(?:去|再)?$/;
export const DENIED_DUTY = /(?:不用|不必|用不着|不)$/;
/** 实在不行: then it means failing that, not being taken. */
export const FAILING = /(?:^|[,;。 ])(?:实在|再|要是|真|如果|要)$/;
/** A child is among those cared for. */
export const CHILD = /[孩娃孙宝甥]|老[大二]/;
/** Work by night. */
export const NIGHT = /夜/;
/** Somebody who is looked after sleeps. */
export const OTHERS_ASLEEP = /(?:[孩娃孙宝]子?女?|老人|[他她])(?:都|们|就|才)*(?:睡着?了|睡着|睡下|睡觉了)/;
/** More to do than hands. */
export const RUSH = /^忙不/;
/** At home again, after a part of the day. */
export const HOMECOMING =
  /^\s*(?:还|就|都)?(?:能|可以)?回(?:自己)?(?:的)?(?:家|屋)(?![做带看接喂,;。 ]?[做喂])/;
/** 得去婆婆家: they go to somebody. */
export const GOING = /去/;
