import characters from '../../law/characters.json' with { type: 'json' };
import type { Folded } from './fold';
import { digitOf } from './numerals';

/** A span of a folded text, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

const BETWEEN = new Set([...characters.separators].map((one) => one.charCodeAt(0)));
/** Marks between the digits of one number; more is another number. */
const MOST_BETWEEN = 3;
const CALL = new RegExp(`${characters.callWords}[^0-9,。;!?\\n]{0,6}$`);

/**
 * Telephone numbers in a folded text, in digits or Chinese, whatever stands between: mobile (11 digits), with area
 * code, 400 and 800, and any of 7 digits or more behind a word for calling.
 */
export function numbersToCall({ text }: Folded): Span[] {
  const spans: Span[] = [];
  let run = { digits: '', start: 0, end: 0 };
  const close = () => {
    const { digits, start, end } = run;
    if (isToCall(digits, text.slice(Math.max(0, start - 12), start))) spans.push({ start, end });
    run = { digits: '', start: 0, end: 0 };
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const digit = code > 47 && code < 58 ? text[i] : digitOf(text.charAt(i));
    if (digit === null || digit === undefined) {
      if (run.digits && (!BETWEEN.has(code) || i - run.end >= MOST_BETWEEN)) close();
      continue;
    }
    run = { digits: run.digits + digit, start: run.digits ? run.start : i, end: i + 1 };
  }
  close();
  return spans;
}

function isToCall(digits: string, lead: string): boolean {
  if (digits.length < 7) return false;
  if (/^(86|086|0086)?1[3-9]\d{9}$/.test(digits)) return true;
  if (/^0(10|2\d|[3-9]\d{2})[2-8]\d{6,7}$/.test(digits)) return true;
  if (/^[48]00\d{7}$/.test(digits)) return true;
  return digits.length <= 12 && CALL.test(lead);
}
