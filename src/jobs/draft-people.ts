import { COUNTED, DIGITS, PAIRS, SOME_PEOPLE, TEN, WANTED } from './draft-words';

const MOST = 999;

/** How many people are wanted; `unclear` for about so many, null when no number is said. */
export function headcountIn(text: string): number | 'unclear' | null {
  const said = [...text.matchAll(WANTED), ...text.matchAll(COUNTED)].filter(
    ({ groups }) => groups?.unit !== undefined || !/^\d/.test(groups?.low ?? ''),
  );
  const first = said[0]?.groups;
  if (SOME_PEOPLE.test(text)) return 'unclear';
  if (!first) return null;
  if (first.high !== undefined) return 'unclear';
  const count = numberOf(first.low ?? '');
  return count >= 1 && count <= MOST ? count : null;
}

/** A number in figures or in words below a hundred; NaN for anything else. */
export function numberOf(text: string): number {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const pair = PAIRS[text];
  if (pair !== undefined) return pair;
  const ten = text.indexOf(TEN);
  if (ten < 0) return text.length === 1 && DIGITS.includes(text) ? DIGITS.indexOf(text) : Number.NaN;
  const tens = ten === 0 ? 1 : digit(text.charAt(ten - 1));
  return tens * 10 + (text.length > ten + 1 ? digit(text.charAt(ten + 1)) : 0);
}

const digit = (character: string) => PAIRS[character] ?? DIGITS.indexOf(character);
