export const MONTHS: Readonly<Record<string, number>> = { 正月: 1, 冬月: 11, 腊月: 12 };
const DAY = `(?:初[一二三四五六七八九十]|(?:二十|廿|三十|十)[一二三四五六七八九]?|[二三]十)`;
/** 腊月二十三, 腊月二十三到二十八, 正月初六, 八月十五中秋, 农历二月二, 大年初二. */
export const LUNAR = new RegExp(
  `(?:(?:农历|阴历|旧历)(?<plain>[一二三四五六七八九十]{1,2}月)|(?<month>正月|冬月|腊月)|(?:大年|过年|年)(?=初|三十))(?<day>${DAY}|[一二三四五六七八九])(?:[到至-](?:(?<later>正月|腊月)|大年)?(?<until>${DAY}))?(?!点|块|元|个|斤)`,
  'gu',
);
/** Days of the moon's calendar that have a name. */
export const NAMED: readonly (readonly [words: RegExp, month: number, day: number])[] = [
  [/元宵节?|正月十五(?!到)/gu, 1, 15],
  [/端午节?(?!期间|前|后|放)/gu, 5, 5],
  [/七夕/gu, 7, 7],
  [/中秋节?(?!期间|前|后|放)/gu, 8, 15],
  [/重阳节?/gu, 9, 9],
  [/腊八节?/gu, 12, 8],
  [/小年(?!轻)/gu, 12, 23],
];
/** Without one of these there is nothing of the moon's calendar in a text. */
export const MAY_BE_LUNAR = new RegExp(
  `[正冬腊农阴旧]|年(?:初|三十)|${NAMED.map(([words]) => words.source).join('|')}`,
  'u',
);
/** The first days of a month, and short signs of tens. */
export const FIRST_DAYS = '初';
export const SHORT_TENS: readonly (readonly [short: string, plain: string])[] = [
  ['廿', '二十'],
  ['卅', '三十'],
];
/** A date and a span of dates as they are read everywhere. */
export const dateWords = (month: number, day: number) => `${month}月${day}号`;
export const spanWords = (from: string, to: string) => `${from}到${to}`;
