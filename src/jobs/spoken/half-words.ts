const N = '(?:\\d{1,2}|十[一二]?|[一二两三四五六七八九])';
/** An hour without a word for its half of the day before it. */
export const BARE_CLOCK = new RegExp(
  `(?<![\\d一二三四五六七八九十]|[早晚午晨夜晌晓间黑班][上里边来家了儿的是,: ]{0,2})${N}(?:点|:\\d\\d)`,
  'u',
);
/** Words for parts of the day and for shifts, by the one that is put beside an hour. */
export const HALVES: readonly (readonly [half: string, words: RegExp])[] = [
  ['凌晨', /凌晨|天不亮|后半夜/gu],
  ['早上', /早上|早晨|早起|大?清早|清晨|一早|今早|明早|早班|早市|晨练/gu],
  ['上午', /上午|前晌|头晌|上半天|午前/gu],
  ['中午', /中午|晌午|午饭点|午高峰|饭点中午/gu],
  ['下午', /下午|后晌|下半天|午后|放学/gu],
  [
    '晚上',
    /晚上|今晚|明晚|当晚|傍晚|夜里|夜晚|晚间|黄昏|黑[家来了儿喽]|今黑|明黑|晚班|晚市|晚饭点|晚高峰|夜班|夜市/gu,
  ],
];
/** Where only the trade tells the half of the day. */
export const EVENING = '晚上';
/** Trades that open in the evening. */
export const EVENING_TRADE = /夜市|夜宵|宵夜|大排档|烧烤摊|ktv|酒吧|晚宴|晚会|广场舞/u;
/** 晚上,六点半到十点半: the half of the day apart from its hour. */
export const APART = new RegExp(
  `(?<half>早上|早晨|清早|上午|前晌|中午|晌午|下午|后晌|傍晚|晚上|夜里)[,\\s]+(?=${N}(?:点|:\\d\\d))`,
  'gu',
);
