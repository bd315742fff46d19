/** Signs of numbers as people say them, and the places that they stand for. */
const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  k: 1000,
  w: 10_000,
};

/** Source of a regular expression for a number in figures or in words: 20, 3.5, 2千, 一百二, 两千五. */
export const NUMBER = '(?:\\d{1,6}(?:\\.\\d{1,2})?[百千万kw]?|[零〇一二两俩三仨四五六七八九十百千万]{1,9})';

/** The number of a text; the last place of speech may be left out (一百五 150). NaN for anything else. */
export function numberOf(text: string): number {
  const [, figures, place = ''] = /^(\d+(?:\.\d+)?)([百千万kw]?)$/u.exec(text) ?? [];
  return figures === undefined ? spoken(text) : Number(figures) * (PLACES[place] ?? 1);
}

function spoken(text: string): number {
  let total = 0;
  let digit: number | null = null;
  let last = 1;
  let isWhole = false;
  for (const sign of text) {
    const value = DIGITS[sign];
    const place = PLACES[sign];
    if (value !== undefined && (digit === null || digit === 0)) {
      digit = value;
      isWhole ||= value === 0;
    } else if (place !== undefined && (digit !== null || place === 10)) {
      total = place === 10_000 ? (total + (digit ?? 0)) * place : total + (digit ?? 1) * place;
      digit = null;
      last = place;
      isWhole = false;
    } else return Number.NaN;
  }
  if (digit === null) return text === '' ? Number.NaN : total;
  return total + (last >= 100 && !isWhole ? (digit * last) / 10 : digit);
}
