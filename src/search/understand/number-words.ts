const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
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
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, k: 1000, w: 10_000 };

/** Source of a regular expression for one figure: 20, 4.5, 5千, 3k, 二百多, 两千五, 十几. */
export const FIGURE =
  '(?:\\d{1,6}(?:\\.\\d{1,2})?[百千万kw]?[多来几]?|[〇零一二两俩三仨四五六七八九十百千万]{1,12}[多来几]?)';

/**
 * The number of a figure, or null when it is none: digits, digits with a unit (5千, 3.5k), or Chinese numerals with
 * the elliptic last place of speech (两千五 2500, 一百五 150). What is more than said (二百多) counts as what is said.
 */
export function numberOf(figure: string): number | null {
  const exact = figure.replace(/[多来几]$/u, '');
  const written = /^(\d+(?:\.\d+)?)([百千万kw]?)$/u.exec(exact);
  if (written) return Number(written[1]) * (UNITS[written[2] ?? ''] ?? 1);
  return spokenNumber(exact);
}

function spokenNumber(text: string): number | null {
  let total = 0;
  let digit: number | null = null;
  let unit = 0;
  let zero = false;
  for (const character of text) {
    const value = DIGITS[character];
    const place = UNITS[character];
    if (value !== undefined) {
      // 两三站, 三四千: of two in a row the smaller is sure.
      if (digit !== null && digit !== 0 && value === digit + 1 && digit < 9) continue;
      if (digit !== null && digit !== 0) return null;
      digit = value;
      if (value === 0) zero = true;
    } else if (place !== undefined) {
      // 千 and 百 by themselves are parts of names (千岛湖).
      if (digit === null && place !== 10 && (total === 0 || place !== 10_000)) return null;
      // 十万: what was counted so far is counted in ten thousands, and nothing more.
      const times = digit ?? (total === 0 || place === 10 ? 1 : 0);
      total = place === 10_000 ? (total + times) * place : total + times * place;
      digit = null;
      unit = place;
      zero = false;
    } else return null;
  }
  if (digit === null) return text === '' ? null : total;
  return total + (unit >= 100 && !zero ? (digit * unit) / 10 : digit);
}
