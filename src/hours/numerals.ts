import { DIGITS, TEN } from './clock-words';

/** A number read at a position: its value, where it ends, and the second of a pair such as eight or nine. */
export interface Numeral {
  value: number;
  later: number | null;
  end: number;
  digits: number;
}

const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9';

/**
 * Reads a number of at most two Arabic digits or a Chinese number below 100 that starts at `at`. Longer runs of
 * digits (phone numbers, pay, years) are none.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  return isDigit(text[at]) ? readArabic(text, at) : readHan(text, at);
}

function readArabic(text: string, at: number): Numeral | null {
  if (isDigit(text[at - 1])) return null;
  let end = at;
  while (isDigit(text[end])) end++;
  if (end - at > 2) return null;
  return { value: Number(text.slice(at, end)), later: null, end, digits: end - at };
}

function readHan(text: string, at: number): Numeral | null {
  const first = DIGITS.get(text[at] ?? '');
  if (first === undefined && text[at] !== TEN) return null;
  if (text[at] === TEN) return withUnits(text, at + 1, 10);
  const value = first ?? 0;
  if (text[at + 1] === TEN && value > 0) return withUnits(text, at + 2, value * 10);
  const second = DIGITS.get(text[at + 1] ?? '');
  if (second !== undefined && second === value + 1 && value > 0)
    return { value, later: second, end: at + 2, digits: 0 };
  return { value, later: null, end: at + 1, digits: 0 };
}

function withUnits(text: string, at: number, tens: number): Numeral {
  const units = DIGITS.get(text[at] ?? '');
  if (units === undefined || units === 0) return { value: tens, later: null, end: at, digits: 0 };
  const next = DIGITS.get(text[at + 1] ?? '');
  const later = next !== undefined && next === units + 1 ? tens + next : null;
  return { value: tens + units, later, end: at + (later === null ? 1 : 2), digits: 0 };
}
