const N = '(?:\\d{1,2}|十[一二]?|二十[一二三四]?|[一二两三四五六七八九])';
const HOUR = `${N}(?:点(?:半|一刻|三刻)?|:\\d\\d)`;
const LATER = '(?:第二天|次日|当天|早上|凌晨|上午|中午|下午|傍晚|晚上|夜里|半夜)*';
const DOING = '(?:干|做|忙|看|陪|带|守|弄|玩|卖|站|待|呆|伺候|照顾|盯|顶|值|辅导|教|上|收|摆)';

/** 四点接孩子放学,看到六点; 五点开始一直忙到九点: a beginning, and an end behind a word of doing. */
export const DONE_UNTIL = new RegExp(
  `(?<from>${HOUR})(?:钟)?(?<between>[^。;\\d点]{0,14}?)${DOING}到(?<to>${LATER}${HOUR})`,
  'u',
);
/** 两点开始, 九点来: one hour that work begins at. */
export const ONE_HOUR = new RegExp(
  `(?<hour>${N})(?:点(?<half>半|一刻|三刻)?|:(?<minutes>\\d\\d))(?:钟)?(?:开始|起|开工|上工|上班|来|到岗|到|过来|开干)?`,
  'gu',
);
/** How many hours it takes: 干三个小时, 俩钟头. */
export const TAKES =
  /(?<![\d一每/])(?<hours>\d{1,2}(?:\.\d)?|十[一二]?|[一二两三四五六七八九俩仨])个?(?<half>半)?(?:小时|钟头|钟(?!点))(?<more>半)?/gu;
export const QUARTERS: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };
/** Hours after these are of the second half of the day. */
export const SECOND_HALF = /(?:下午|后晌|傍晚|晚上?|今晚|明晚|夜里?|黑[家来了儿])[,\s]?$/u;
/** A minute of the day, in words that leave the half of the day open. */
export const clockWords = (minute: number) =>
  `${Math.floor(minute / 60)}点${minute % 60 === 30 ? '半' : minute % 60 === 0 ? '' : `${minute % 60}分`}`;
/** From one hour to another. */
export const fromTo = (from: string, to: string) => `${from}到${to}`;
