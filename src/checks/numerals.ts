import characters from '../../law/characters.json' with { type: 'json' };

const DIGIT = new Map<string, string>();
for (const [written, digit] of Object.entries(characters.digits)) {
  for (const one of written) DIGIT.set(one, digit);
}
const { half: HALF, ...units } = characters.numerals;
/** Two digits next to each other that say about how many. */
const ABOUT = new RegExp(characters.about, 'g');
const FIGURES = /^\d+(\.\d+)?$/;
const UNIT = new Map<string, number>(Object.entries(units));

/** The digit that a character stands for: itself, a Chinese one, a letter that looks like one; null for none. */
export function digitOf(character: string): string | null {
  if (character >= '0' && character <= '9') return character;
  return DIGIT.get(character) ?? null;
}

/**
 * The number that is written in digits or in Chinese; a last digit after a hundred or thousand counts its tenth
 * (120 said as one hundred and two).
 * @returns NaN for what is none
 */
export function numberOf(as: string): number {
  if (FIGURES.test(as)) return Number(as);
  // Four or five thousand is said as four-five thousand.
  const written = as.replace(ABOUT, '$1$2');
  if (/^\d[\dol]+$/.test(written)) return Number([...written].map((one) => DIGIT.get(one) ?? one).join(''));
  if (written === HALF) return 0.5;
  if ([...written].every((one) => DIGIT.has(one))) {
    return Number([...written].map((one) => DIGIT.get(one)).join(''));
  }
  let total = 0;
  let pending: number | null = null;
  let last = 0;
  for (const one of written) {
    const unit = UNIT.get(one);
    const digit = digitOf(one);
    if (unit === undefined && digit === null) return Number.NaN;
    if (digit !== null) pending = (pending ?? 0) * 10 + Number(digit);
    else if (unit !== undefined) {
      if (unit === 10_000) total = (total + (pending ?? 0)) * unit;
      else total += (pending ?? 1) * unit;
      pending = null;
      last = unit;
    }
  }
  const tenth = last >= 100 && !/\d/.test(written) && ![...written].some((one) => digitOf(one) === '0');
  return total + (pending ?? 0) * (tenth ? last / 10 : 1);
}
