/** Words for single days and spans of days, counted from today; `weak` ones need hours or a word of being free. */
export const RELATIVE_DAYS: readonly (readonly [from: number, to: number, weak: boolean, words: string])[] = [
  [0, 0, true, '今天 今儿 今个 今日 今儿个 当天'],
  [1, 1, false, '明天 明儿 明个 赶明 赶明儿 明日 明儿个 赶明个'],
  [2, 2, false, '后天 后儿 后个 后日 后儿个'],
  [3, 3, false, '大后天 大后儿 大后个'],
  [1, 2, false, '明后天 明后两天'],
  [0, 1, false, '今明两天 今明天'],
];
/** Days with their part of the day in one word. */
export const RELATIVE_PARTS: readonly (readonly [day: number, words: string])[] = [
  [0, '今晚 今黑 今儿黑 今夜 今黑了'],
  [1, '明晚 明黑了 明儿黑'],
];
/** A morning of one day: the early part. */
export const RELATIVE_MORNINGS: readonly (readonly [day: number, words: string])[] = [
  [0, '今早'],
  [1, '明早'],
];
/** Whole months from the present one. */
export const MONTHS_AWAY: readonly (readonly [months: number, words: string])[] = [
  [0, '这个月 本月'],
  [1, '下个月 下月'],
];
/** Holidays with a fixed date: month, day, days off as commonly arranged. */
export const FIXED_HOLIDAYS: readonly (readonly [month: number, day: number, days: number, words: string])[] =
  [
    [10, 1, 7, '国庆 国庆节 十一假期 十一长假 十一期间 十一黄金周 国庆期间 国庆假期'],
    [5, 1, 5, '五一 五一节 五一假期 劳动节 五一期间 五一劳动节'],
    [1, 1, 1, '元旦 元旦节 阳历年'],
  ];
/** These take the form of a numeral, too: 十一点, 五一二号楼. */
export const NOT_A_HOLIDAY = /^(?:[\d点點号时:路级个分村街区桥巷镇乡店]|广场|小区|公园|大道|花园|商场|电器)/;
