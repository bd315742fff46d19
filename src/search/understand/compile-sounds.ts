import { pinyin } from 'pinyin-pro';
import type { Lexicon } from '../lexicon';
import type { CompiledSounds } from './sounds';
import { openSounds, readingsOf } from './sounds';
import { soundClass } from './syllables';

/** A word of the general dictionary that is at least this frequent is taken for meant, wherever it stands. */
const COMMON = 200;
/** Rarer words are kept only when they sound like a word of the lexicon: it is they that a repair would ruin. */
const KNOWN = 20;
/** Tags of proper names: a name that sounds like work is more often work misspelled, unless all know it. */
const KNOWN_NAME = 500;
const PROPER = /^n(?:r|s|z|t|rt|rfg)/;

/** What {@link compileSounds} draws on. */
export interface SoundSources {
  /** The characters that people write. */
  characters: string;
  /** Lines `word frequency tag` of the dictionary of jieba (MIT licence). */
  dictionary: string;
  /** Words that are right as they are, however like a word of work they sound. */
  everyday: readonly string[];
}

/**
 * How characters and words of the lexicon sound, and the ordinary words that are never repaired. Ordinary words are
 * the everyday ones and, by frequency, those of
 * the dictionary.
 */
export function compileSounds(lexicon: Lexicon, sources: SoundSources): CompiledSounds {
  const words = [...lexicon.terms.values()].filter(({ stop }) => !stop).map(({ word }) => word);
  const characters = new Set([...sources.characters, ...words.join('')].filter(isHan));
  const first: Record<string, string> = {};
  const others: Record<string, string> = {};
  for (const character of [...characters].sort()) {
    const [main, ...more] = [...new Set(plain(character, true))];
    if (!main) continue;
    first[main] = `${first[main] ?? ''}${character}`;
    if (more.length > 0) others[character] = more.join(' ');
  }
  const sounds = openSounds({ first, others, words: {}, ordinary: '' });
  const spoken = words.filter((word) => isHan(word) && word.length > 1).sort();
  const exceptions = spoken.flatMap((word) => {
    const read = plain(word, false);
    const usual = [...word].map((character) => readingsOf(character, sounds)[0]);
    return read.length === usual.length && read.some((one, i) => one !== usual[i])
      ? [[word, read.join(' ')]]
      : [];
  });
  return {
    first,
    others,
    words: Object.fromEntries(exceptions),
    ordinary: ordinaryWords(lexicon, words, sources).join('|'),
  };
}

const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

function plain(text: string, multiple: boolean): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', multiple, v: true }).filter((one) =>
    /^[a-z]+$/.test(one),
  );
}

function ordinaryWords(lexicon: Lexicon, words: readonly string[], sources: SoundSources): string[] {
  const heard = new Set(words.map(keyOf));
  const kept = sources.dictionary
    .split('\n')
    .filter((line) => {
      const [word = '', frequency, tag = ''] = line.trim().split(' ');
      const count = Number(frequency);
      if (!isHan(word) || word.length < 2 || word.length > 4 || count < KNOWN) return false;
      return PROPER.test(tag) ? count >= KNOWN_NAME : count >= COMMON || heard.has(keyOf(word));
    })
    .map((line) => line.slice(0, line.indexOf(' ')));
  return [...new Set([...kept, ...sources.everyday])].filter((word) => !lexicon.terms.has(word)).sort();
}

const keyOf = (word: string) =>
  plain(word, false)
    .map((one) => soundClass(one))
    .join(' ');
