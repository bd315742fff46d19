import type { Lexicon } from '../lexicon';
import { isHan, runs } from '../terms';

/** A word to be looked for as text; UTF-16 offsets. */
export interface RestWord {
  start: number;
  end: number;
  word: string;
  /** It stands by itself, and so was likely meant as a word to be found. */
  whole: boolean;
}

/**
 * What is left of a text between the stretches that are explained (in order, without overlap), without stop words
 * at its edges. Lone characters that touch something explained are remains of phrases, and dropped.
 */
export function restWords(
  text: string,
  explained: readonly { start: number; end: number }[],
  lexicon: Pick<Lexicon, 'terms'>,
): RestWord[] {
  const bounds = [...explained, { start: text.length, end: text.length }];
  const touches = explained.length > 0;
  return bounds.flatMap(({ start }, i) => {
    const from = bounds[i - 1]?.end ?? 0;
    let at = from;
    return runs(text.slice(from, Math.max(from, start))).flatMap((run) => {
      const begin = text.indexOf(run, at);
      at = begin + run.length;
      const word = trimmed(run, lexicon);
      if (word === '' || (touches && isHan(word) && [...word].length === 1)) return [];
      const offset = begin + run.indexOf(word);
      const end = offset + word.length;
      const whole = isEdge(text, begin - 1, explained) && isEdge(text, at, explained);
      return [{ start: offset, end, word, whole }];
    });
  });
}

function isEdge(text: string, at: number, explained: readonly { start: number; end: number }[]): boolean {
  const inside = explained.some(({ start, end }) => start <= at && at < end);
  return !inside && !/[\p{L}\p{N}]/u.test(text[at] ?? ' ');
}

/** Takes lone stop words (的, 我, 想) off both ends, but never leaves a single character of a longer word. */
function trimmed(run: string, lexicon: Pick<Lexicon, 'terms'>): string {
  const characters = [...run];
  const stops = characters.map((character) => lexicon.terms.get(character)?.stop === true);
  if (stops.every(Boolean)) return '';
  const first = stops.indexOf(false);
  const last = stops.lastIndexOf(false);
  return first === last && characters.length === 2 ? run : characters.slice(first, last + 1).join('');
}
