import type { Lexicon, Term } from '../lexicon';
import { type Sounds, syllablesOf } from './sounds';
import { soundClass } from './syllables';

/** A term with how it is written and said. */
export interface SoundingTerm {
  term: Term;
  characters: readonly string[];
  syllables: readonly string[];
  /** Its syllables without spaces. */
  spelled: string;
  /** Small differences that decide between words that are as near: occupations by their own name first. */
  rank: number;
  /** Terms of one sense say the same. */
  sense: string;
}

/** The words of a lexicon by sound. */
export interface SoundIndex {
  sounds: Sounds;
  /** The node of a class of syllables below a node; the root is 0, undefined: no term goes on like this. */
  step(node: number, syllableClass: string): number | undefined;
  /** The terms that end at a node. */
  at(node: number): readonly SoundingTerm[];
  /** By the initials of the syllables (xwg), zh as z. */
  byInitials(initials: string): readonly SoundingTerm[];
  /** By the first letter and the number of letters of `spelled`. */
  bySpelling(letter: string, length: number): readonly SoundingTerm[];
  /** Terms of three characters and more by what is left of them without one character. */
  withoutOne(rest: string): readonly SoundingTerm[];
}

const LONGEST = 8;
/** More classes of syllables than there are. */
const CLASSES = 1024;
/** A word this long can be guessed without one of its characters. */
const LONG = 3;

const RANK = {
  canonical: 0,
  within: 0.01,
  occupation: 0.02,
  paid: 0.02,
  workplace: 0.04,
  other: 0.05,
  place: 0.06,
} as const;
const NONE: readonly SoundingTerm[] = [];

/** Indexes the words of a lexicon by sound. Takes some ten milliseconds: once for a lexicon. */
export function indexSounds(lexicon: Lexicon, sounds: Sounds): SoundIndex {
  const ids = new Map<string, number>();
  const steps = new Map<number, number>();
  const ends = new Map<number, SoundingTerm[]>();
  const all: SoundingTerm[] = [];
  let nodes = 0;
  for (const term of lexicon.terms.values()) {
    const one = sounding(term, sounds);
    if (!one) continue;
    let node = 0;
    for (const syllable of one.syllables) {
      const sound = soundClass(syllable);
      const id = ids.get(sound) ?? ids.size;
      ids.set(sound, id);
      const next = steps.get(node * CLASSES + id) ?? ++nodes;
      steps.set(node * CLASSES + id, next);
      node = next;
    }
    push(ends, node, one);
    all.push(one);
  }
  const byInitials = onceNeeded(all, ({ syllables }) => [syllables.map((one) => one.charAt(0)).join('')]);
  const bySpelling = onceNeeded(all, ({ spelled }) => [`${spelled.charAt(0)}${spelled.length}`]);
  const withoutOne = onceNeeded(all, ({ term, characters }) =>
    characters.length >= LONG ? withoutEach(term.word) : [],
  );
  return {
    sounds,
    step: (node, sound) => {
      const id = ids.get(sound);
      return id === undefined ? undefined : steps.get(node * CLASSES + id);
    },
    at: (node) => ends.get(node) ?? NONE,
    byInitials,
    bySpelling: (letter, length) => bySpelling(`${letter}${length}`),
    withoutOne,
  };
}

/** Lists by key, made when the first is asked for: most queries are spelled right. */
function onceNeeded(
  all: readonly SoundingTerm[],
  keysOf: (one: SoundingTerm) => readonly string[],
): (key: string) => readonly SoundingTerm[] {
  let lists: Map<string, SoundingTerm[]> | null = null;
  return (key) => {
    if (lists === null) {
      lists = new Map();
      for (const one of all) for (const own of keysOf(one)) push(lists, own, one);
    }
    return lists.get(key) ?? NONE;
  };
}

/** A word without each of its characters in turn. */
export function withoutEach(word: string): string[] {
  const characters = [...word];
  return [...new Set(characters.map((_, i) => characters.toSpliced(i, 1).join('')))];
}

function sounding(term: Term, sounds: Sounds): SoundingTerm | null {
  const characters = [...term.word];
  const says = term.occupations.length + term.constraints.length + term.workplace.length > 0 || term.place;
  if (term.stop || !says || characters.length < 2 || characters.length > LONGEST) return null;
  const syllables = syllablesOf(term.word, sounds);
  if (!syllables || syllables.length !== characters.length) return null;
  return {
    term,
    characters,
    syllables,
    spelled: syllables.join(''),
    rank: rankOf(term),
    sense: senseOf(term),
  };
}

/** Terms of at most this rank are names of occupations by themselves. */
export const NAME_RANK = RANK.within;

function rankOf({ word, occupations, constraints, workplace }: Term): number {
  if (occupations.includes(word)) return RANK.canonical;
  // 钟点工 is as good as 家政钟点工.
  if (occupations.some((name) => name.includes(word))) return RANK.within;
  if (occupations.length > 0) return RANK.occupation;
  if (constraints.some(({ param }) => param === 'settlement' || param === 'benefits')) return RANK.paid;
  if (workplace.length > 0) return RANK.workplace;
  return constraints.length > 0 ? RANK.other : RANK.place;
}

function senseOf({ occupations, constraints, workplace, place, word }: Term): string {
  if (occupations.length > 0) return occupations.join(' ');
  if (constraints.length > 0) return constraints.map(({ param, value }) => `${param} ${value}`).join(' ');
  return workplace.length > 0 ? word : (place?.name ?? word);
}

function push<K>(lists: Map<K, SoundingTerm[]>, key: K, one: SoundingTerm): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}
