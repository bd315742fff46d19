import type { Lexicon, Term } from '../lexicon';
import { DENIAL } from './denial-words';
import { alike } from './shape-words';
import type { SoundIndex } from './sound-index';

/** A word that differs from what was written by one slip; `cost` as for sounds, for the whole word. */
export interface Slip {
  term: Term;
  cost: number;
  /** Plain enough to be read as meant: shapes that are alike, a doubled or a swapped character. */
  plain: boolean;
  /** The place of the one other character, where it could be any. */
  changed?: number;
}

const COST = { shape: 1.2, doubled: 0.8, swapped: 1, missing: 1.5, extra: 1.7, other: 2 } as const;
/** Shorter words change their meaning with every character. */
const LONG = 4;

/**
 * The words that differ by one character from what was written: one that looks alike, one too many, one too few,
 * two swapped; for long words any one.
 * @param whole nothing else belongs to what was written
 */
export function slipsOf(written: string, whole: boolean, lexicon: Lexicon, index: SoundIndex): Slip[] {
  const found: Slip[] = [];
  const add = (word: string, cost: number, plain: boolean, changed?: number) => {
    const term = word === written || denies(word) !== denies(written) ? undefined : lexicon.terms.get(word);
    if (term && means(term)) found.push({ term, cost, plain, ...(changed === undefined ? {} : { changed }) });
  };
  const characters = [...written];
  const with1 = (i: number, other: string) => characters.with(i, other).join('');
  characters.forEach((character, i) => {
    for (const other of alike(character)) add(with1(i, other), COST.shape, true);
  });
  if (!whole || characters.length < 3) return found;
  characters.forEach((character, i) => {
    const next = characters[i + 1];
    if (next !== undefined && next !== character && characters.length > 2)
      add(
        characters
          .with(i, next)
          .with(i + 1, character)
          .join(''),
        COST.swapped,
        true,
      );
  });
  for (const rest of withoutEach(written)) {
    const doubled = characters.some((character, i) => character === characters[i + 1]);
    if ([...rest].length > 2 || doubled) add(rest, doubled ? COST.doubled : COST.extra, doubled);
  }
  for (const term of index.sharing(written)) {
    const changed = placeOfOther(term.word, characters);
    if (changed !== null) add(term.word, COST.other, false, changed);
    else if (term.word.length === written.length + 1 && withoutEach(term.word).includes(written))
      add(term.word, COST.missing, characters.length >= LONG);
  }
  return found;
}

/** Nobody forgets the word by which they deny: 押身份证 is not 不押身份证. */
const denies = (word: string): boolean => DENIAL.test(word);

/** The one place in which two words of one length differ, null when there is not exactly one. */
function placeOfOther(word: string, written: readonly string[]): number | null {
  const characters = [...word];
  const places = characters.flatMap((character, i) => (character === written[i] ? [] : [i]));
  return characters.length === written.length && places.length === 1 ? (places[0] ?? null) : null;
}

/** A word without each of its characters in turn. */
function withoutEach(word: string): string[] {
  const characters = [...word];
  return [...new Set(characters.map((_, i) => characters.toSpliced(i, 1).join('')))];
}

const means = ({ stop, occupations, constraints, workplace, place }: Term): boolean =>
  !stop && (occupations.length > 0 || constraints.length > 0 || workplace.length > 0 || place !== null);
