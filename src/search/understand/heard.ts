import { LOCAL_READINGS } from './local-words';
import type { SoundIndex, SoundingTerm } from './sound-index';
import { readingsOf } from './sounds';
import { soundClass, syllablesAt } from './syllables';

/** One syllable of a text: a Han character, or letters. */
export interface Heard {
  start: number;
  end: number;
  /** The character; empty for letters. */
  character: string;
  syllable: string;
  /** The character has another reading that is more usual. */
  rare: boolean;
}

/** A stretch that sounds like terms. */
export interface Hearing {
  start: number;
  end: number;
  path: readonly Heard[];
  terms: readonly SoundingTerm[];
}

/** Whether there is a letter a–z at a position. */
export function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 97 && code <= 122;
}

const NONE: readonly Heard[] = [];

/**
 * Every stretch from `start` on that sounds like a term, in any dialect: characters by each of their readings,
 * letters by every way of cutting them into syllables, with spaces between letters left out.
 */
export function hearFrom(text: string, start: number, index: SoundIndex): Hearing[] {
  const found: Hearing[] = [];
  const path: Heard[] = [];
  const walk = (at: number, node: number) => {
    const terms = index.at(node);
    if (terms.length > 0 && path.length > 1) found.push({ start, end: at, path: [...path], terms });
    for (const heard of heardAt(text, at, path.length > 0, index)) {
      const next = index.step(node, soundClass(heard.syllable));
      if (next === undefined) continue;
      path.push(heard);
      walk(heard.end, next);
      path.pop();
    }
  };
  walk(start, 0);
  return found;
}

function heardAt(text: string, at: number, within: boolean, index: SoundIndex): readonly Heard[] {
  if (text.charCodeAt(at) > 127) return charactersAt(text, at, index);
  const skips = within && text[at] === ' ' && isLetterAt(text, at - 1) && isLetterAt(text, at + 1);
  const start = skips ? at + 1 : at;
  if (!isLetterAt(text, start)) return NONE;
  return syllablesAt(text, start, index.sounds.syllables).map((syllable) => ({
    start,
    end: start + syllable.length,
    character: '',
    syllable,
    rare: false,
  }));
}

function charactersAt(text: string, at: number, index: SoundIndex): readonly Heard[] {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const readings = readingsOf(character, index.sounds);
  if (readings.length === 0) return NONE;
  const end = at + character.length;
  return readings.map((syllable, i) => ({ start: at, end, character, syllable, rare: i > 0 }));
}

/** How far what was heard is from a term: 0 as written, more the worse, per syllable. */
const COST = { letters: 0.1, lettersDialect: 0.8, sound: 1, dialect: 1.6 } as const;

/** How well a hearing suits a term. */
export interface Likeness {
  /** Characters that would have to be read in an unusual way to sound like the term's: 的 as di. */
  rare: number;
  /** Mean over the syllables, and the rank of the term. */
  score: number;
  /** Characters that are as written. */
  same: number;
  /** Syllables that only dialect makes alike. */
  dialect: number;
}

/** Compares syllable by syllable. */
export function likeness(path: readonly Heard[], { characters, syllables, rank }: SoundingTerm): Likeness {
  let cost = 0;
  let same = 0;
  let dialect = 0;
  let unusual = 0;
  path.forEach(({ character, syllable, rare }, i) => {
    const exact =
      syllable === syllables[i] ||
      syllable === syllables[i]?.replace('v', 'u') ||
      (character !== '' && syllable === LOCAL_READINGS[characters[i] ?? '']);
    if (character !== '' && character === characters[i]) same++;
    else {
      if (!exact) dialect++;
      if (rare) unusual++;
      if (character === '') cost += exact ? COST.letters : COST.lettersDialect;
      else cost += exact ? COST.sound : COST.dialect;
    }
  });
  return { score: cost / path.length + rank, same, dialect, rare: unusual };
}
