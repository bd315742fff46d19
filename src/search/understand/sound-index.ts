import type { Lexicon, Term } from '../lexicon';
import { LOCAL, LOCAL_READINGS } from './local-words';
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
  /** Terms of three characters and more that begin or end as a word does: any that differs by one slip is there. */
  sharing(word: string): readonly Term[];
}

/** Longer phrases are misspelled in one of their words. */
const LONGEST = 5;
/** More classes of syllables than there are. */
const CLASSES = 1024;

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
  const heard = [...lexicon.terms.values()].filter(isHeard);
  const ids = new Map<string, number>();
  const idOf = (sound: string) => {
    const id = ids.get(sound) ?? ids.size;
    ids.set(sound, id);
    return id;
  };
  const steps = new Map<number, number>();
  const ends = new Map<number, Term[]>();
  let nodes = 0;
  const below = (node: number, id: number) => {
    const key = node * CLASSES + id;
    const known = steps.get(key);
    if (known !== undefined) return known;
    steps.set(key, ++nodes);
    return nodes;
  };
  const usual = usualClasses(sounds, idOf);
  for (const term of heard) {
    const { word } = term;
    const spoken = sounds.words.get(word);
    let node = 0;
    if (spoken) for (const syllable of spoken) node = below(node, idOf(soundClass(syllable)));
    else
      for (let i = 0; i < word.length && node >= 0; i++) {
        const id = usual[word.charCodeAt(i)] ?? -1;
        node = id < 0 ? -1 : below(node, id);
      }
    if (node >= 0) push(ends, node, term);
    if (!LOCAL.test(word)) continue;
    node = 0;
    for (let i = 0; i < word.length && node >= 0; i++) {
      const local = LOCAL_READINGS[word.charAt(i)];
      const id = local ? idOf(soundClass(local)) : (usual[word.charCodeAt(i)] ?? -1);
      node = id < 0 ? -1 : below(node, id);
    }
    if (node >= 0) push(ends, node, term);
  }
  const sounding = soundingOnce(sounds);
  const byInitials = onceNeeded(heard, (term) => [initialsOf(syllablesOf(term.word, sounds))]);
  const bySpelling = onceNeeded(heard, (term) => [spellingOf(syllablesOf(term.word, sounds))]);
  const sharing = onceNeeded(heard, (term) => partsOf(term.word));
  return {
    sounds,
    step: (node, sound) => {
      const id = ids.get(sound);
      return id === undefined ? undefined : steps.get(node * CLASSES + id);
    },
    at: (node) => sounding(ends.get(node)),
    byInitials: (initials) => sounding(byInitials(initials)),
    bySpelling: (letter, length) => sounding(bySpelling(`${letter}${length}`)),
    sharing: (word) => [...new Set(partsOf(word).flatMap((part) => sharing(part) ?? []))],
  };
}

/** The class of the usual reading of every character, by its UTF-16 unit; -1 for none. */
function usualClasses(sounds: Sounds, idOf: (sound: string) => number): Int16Array {
  const classes = new Int16Array(0x10000).fill(-1);
  for (const [character, [usual = '']] of sounds.readings)
    if (character.length === 1) classes[character.charCodeAt(0)] = idOf(soundClass(usual));
  return classes;
}

/** Lists by key, made when the first is asked for: most queries are spelled right. */
function onceNeeded(
  all: readonly Term[],
  keysOf: (term: Term) => readonly string[],
): (key: string) => readonly Term[] | undefined {
  let lists: Map<string, Term[]> | null = null;
  return (key) => {
    if (lists === null) {
      lists = new Map();
      for (const term of all) for (const own of keysOf(term)) push(lists, own, term);
    }
    return lists.get(key);
  };
}

/** Terms as they sound, worked out for those that are ever near to something. */
function soundingOnce(sounds: Sounds): (terms: readonly Term[] | undefined) => readonly SoundingTerm[] {
  const known = new Map<Term, SoundingTerm>();
  const sounding = (term: Term): SoundingTerm => {
    const made = known.get(term) ?? soundingTerm(term, syllablesOf(term.word, sounds) ?? []);
    known.set(term, made);
    return made;
  };
  return (terms) => terms?.map(sounding) ?? NONE;
}

const initialsOf = (syllables: readonly string[] | null) =>
  syllables?.map((one) => one.charAt(0)).join('') ?? '';

function spellingOf(syllables: readonly string[] | null): string {
  const length = syllables?.reduce((sum, one) => sum + one.length, 0) ?? 0;
  return `${syllables?.[0]?.charAt(0) ?? ''}${length}`;
}

/** What one slip leaves of a word: its first two characters or its last two, or the ends of three. */
function partsOf(word: string): string[] {
  if (word.length < 3) return [];
  const ends = word.length === 3 ? [`${word[0]}-${word[2]}`] : [];
  return [`${word.slice(0, 2)}-`, `-${word.slice(-2)}`, ...ends];
}

function isHeard({ word, stop, occupations, constraints, workplace, place }: Term): boolean {
  if (stop || word.length < 2 || word.length > LONGEST) return false;
  return occupations.length > 0 || constraints.length > 0 || workplace.length > 0 || place !== null;
}

function soundingTerm(term: Term, syllables: readonly string[]): SoundingTerm {
  return {
    term,
    characters: [...term.word],
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
  // 兼职 before 剪纸: it is what most searches say.
  if (constraints.some(({ param }) => param === 'engagement')) return RANK.canonical;
  if (constraints.some(({ param }) => param === 'settlement' || param === 'benefits')) return RANK.paid;
  if (workplace.length > 0) return RANK.workplace;
  return constraints.length > 0 ? RANK.other : RANK.place;
}

function senseOf({ occupations, constraints, workplace, place, word }: Term): string {
  if (occupations.length > 0) return occupations.join(' ');
  if (constraints.length > 0) return constraints.map(({ param, value }) => `${param} ${value}`).join(' ');
  return workplace.length > 0 ? word : (place?.name ?? word);
}

function push<K>(lists: Map<K, Term[]>, key: K, one: Term): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}
