import type { Lexicon } from '../lexicon';
import { isHan, runs } from '../terms';

/** A word to be looked for as text; UTF-16 offsets. */
export interface RestWord {
  start: number;
  end: number;
  word: string;
}

/**
 * What is left of a text between the stretches that are explained (by start), without stop words
 * and noise at its edges. Lone characters that touch something explained are remains of phrases, and dropped.
 */
export function restWords(
  text: string,
  explained: readonly { start: number; end: number }[],
  lexicon: Pick<Lexicon, 'terms'>,
  isNoise: (run: string) => boolean = () => false,
): RestWord[] {
  const bounds = [...explained, { start: text.length, end: text.length }];
  const touches = explained.length > 0;
  let reached = 0;
  return bounds.flatMap(({ start, end: explainedTo }) => {
    const from = reached;
    reached = Math.max(reached, explainedTo);
    let at = from;
    return runs(text.slice(from, Math.max(from, start))).flatMap((run) => {
      const begin = text.indexOf(run, at);
      at = begin + run.length;
      const word = trimmed(run, lexicon);
      if (word === '' || isNoise(word) || (touches && isHan(word) && [...word].length === 1)) return [];
      const offset = begin + run.indexOf(word);
      return [{ start: offset, end: offset + word.length, word }];
    });
  });
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
