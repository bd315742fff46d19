import type { Lexicon } from './lexicon';

/**
 * User dictionary of jieba: every word for an occupation, a workplace, a condition, a time or a place, as lines `word frequency tag`,
 * without the comments and blank lines that jieba cannot read.
 */
export function jiebaDictionary(lexicon: Lexicon): string {
  const said = [...lexicon.terms.values()].filter(({ stop, time }) => !stop || time);
  const words = said
    .map(({ word }) => word)
    .filter(isDictionaryWord)
    .sort();
  return words.map((word) => `${word} ${FREQUENCY} n\n`).join('');
}

/** High enough for jieba to prefer the word over any way of cutting it that its own dictionary knows. */
const FREQUENCY = 100_000;

/** Longer phrases (去人家打扫) would hide the words inside them. */
const isDictionaryWord = (word: string): boolean => /^\p{Script=Han}{2,4}$/u.test(word);
