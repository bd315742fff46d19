import { avoidsByItself, type Lexicon } from './lexicon';
import { soundsOf } from './understand/shipped-sounds';
import { type Sounds, syllablesOf } from './understand/sounds';

/** What a suggestion names. */
export type SuggestionKind = 'occupation' | 'place' | 'constraint';

/** A word that can be suggested, with how it is said. */
export interface SuggestionEntry {
  text: string;
  kind: SuggestionKind;
  /** Occupation, official name of a place, or the usual word for a condition. */
  canonical: string;
  /** One toneless syllable a character; the character itself where it is no Han. */
  syllables: readonly string[];
  /** What speaks against it between words that fit as well. */
  burden: number;
}

/** Words by their beginnings. */
export interface SuggestionIndex {
  /** In the order of UTF-16 units. */
  sorted: readonly SuggestionEntry[];
  /** By the first letter of the first syllable. */
  byLetter: ReadonlyMap<string, readonly SuggestionEntry[]>;
  /** Every text, each behind a line break, and where it starts: for what is inside of a word. */
  joined: string;
  starts: readonly number[];
  /** For those who have typed nothing yet. */
  starters: readonly SuggestionEntry[];
  /** Answers to the shortest beginnings, as they were first asked for. */
  short: Map<string, readonly SuggestionEntry[]>;
}

const INDEXES = new WeakMap<Lexicon, SuggestionIndex>();

/** The index of a lexicon, made when it is first asked for. */
export function suggestionsOf(lexicon: Lexicon): SuggestionIndex {
  const index = INDEXES.get(lexicon) ?? indexed(entriesOf(lexicon), lexicon);
  INDEXES.set(lexicon, index);
  return index;
}

/** Weights of `burden`, in the measure of one character of length = 1. */
const ALIAS = 2.5;
const PLACE = 1.5;
/** One that nobody has measured is looked for in texts only. */
const PLACE_NAME = 2.5;
const TIME = 2;
const CONDITION = 1;
/** Conditions that nearly everybody has. */
const PAID = new Set(['settlement', 'benefits', 'near']);
/** The last occupation of the table, which begins with the commonest, is as heavy as this. */
const RARE = 2;

function entriesOf(lexicon: Lexicon): SuggestionEntry[] {
  const { sounds } = soundsOf(lexicon);
  const entries = new Map<string, SuggestionEntry>();
  const add = (text: string, kind: SuggestionKind, canonical: string, burden: number) => {
    const key = `${kind} ${text}`;
    if (!entries.has(key))
      entries.set(key, {
        text,
        kind,
        canonical,
        syllables: soundOf(text, sounds),
        burden: burden + (text === canonical ? 0 : ALIAS),
      });
  };
  const names = [...lexicon.occupations.keys()];
  names.forEach((name) => {
    add(name, 'occupation', name, 0);
  });
  const rarity = new Map(names.map((name, i) => [name, (i / names.length) * RARE]));
  const usual = new Map<string, string>();
  for (const { word, occupations, constraints, time } of lexicon.terms.values()) {
    const [occupation] = occupations;
    if (occupation) add(word, 'occupation', occupation, rarity.get(occupation) ?? RARE);
    for (const { param, value } of occupation ? [] : constraints) {
      // A noun that is only avoided when negated must not be offered as a wish.
      if (param === 'avoid' && !avoidsByItself(word)) continue;
      const key = `${param} ${value}`;
      const canonical = usual.get(key) ?? word;
      usual.set(key, canonical);
      add(word, 'constraint', canonical, PAID.has(param) ? 0 : CONDITION);
      break;
    }
    if (time && constraints.length === 0 && !occupation) add(word, 'constraint', word, TIME);
  }
  for (const { name, aliases } of lexicon.places)
    for (const text of [name, ...aliases]) add(text, 'place', name, PLACE);
  for (const { name, aliases } of lexicon.placeNames)
    for (const text of [name, ...aliases]) add(text, 'place', name, PLACE_NAME);
  return [...entries.values()];
}

function soundOf(text: string, sounds: Sounds): readonly string[] {
  return syllablesOf(text, sounds) ?? [...text].map((one) => syllablesOf(one, sounds)?.[0] ?? one);
}

function indexed(entries: readonly SuggestionEntry[], lexicon: Lexicon): SuggestionIndex {
  const sorted = [...entries].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  const byLetter = new Map<string, SuggestionEntry[]>();
  const starts: number[] = [];
  let joined = '';
  for (const entry of sorted) {
    joined += '\n';
    starts.push(joined.length);
    joined += entry.text;
    const letter = entry.syllables[0]?.charAt(0) ?? '';
    const list = byLetter.get(letter);
    if (list) list.push(entry);
    else byLetter.set(letter, [entry]);
  }
  return { sorted, byLetter, joined, starts, starters: startersOf(entries, lexicon), short: new Map() };
}

/** Conditions that most people have. */
const STARTING = ['settlement daily', 'benefits meals', 'near any'];
const STARTING_OCCUPATIONS = 6;

/** The first occupation of each group, then the usual words for what most people want, and the weekend. */
function startersOf(entries: readonly SuggestionEntry[], lexicon: Lexicon): SuggestionEntry[] {
  const groups = new Map<string, string>();
  for (const { group, canonical } of lexicon.occupations.values())
    if (!groups.has(group)) groups.set(group, canonical);
  const terms = [...lexicon.terms.values()];
  const conditions = STARTING.flatMap((key) => {
    const found = terms.find(({ constraints }) =>
      constraints.some((one) => `${one.param} ${one.value}` === key),
    );
    return found ? [found.word] : [];
  });
  const week = terms.find(({ time }) => time === 'week')?.word;
  const words = [
    ...[...groups.values()].slice(0, STARTING_OCCUPATIONS),
    ...conditions,
    ...(week === undefined ? [] : [week]),
  ];
  return words.flatMap((word) => entries.find(({ text }) => text === word) ?? []);
}
