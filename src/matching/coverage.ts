import type { Occupations } from './occupation-names';
import type { Search } from './prepared';
import type { BoardRow } from './row';

/** Share of the text score that a related occupation earns at degree 1: less than any exact one. */
const RELATED_TEXT = 0.9;
/** Share that an occupation earns which the words mean only besides another. */
const BESIDES_TEXT = 0.7;
/** Share that words of an occupation earn in the text of a posting that is other work. */
const WITHIN_TEXT = 0.5;
/** And what the work is only besides another. */
const ALSO_TEXT = 0.3;

/** Coverage of what was asked, 0…1; NaN when nothing was. */
export function textOf(row: BoardRow, words: number, search: Search): number {
  if (search.text === null && !search.wish.occupations?.length) return Number.NaN;
  const named = coverageOf(row, search);
  const asked = search.wish.occupations;
  const isAsked = !asked?.length || (row.occupation !== null && asked.includes(row.occupation));
  if (isAsked) return Math.max(words, named);
  // Words of an occupation in the text of other work are a part of it at most.
  return Math.max(words * WITHIN_TEXT, named);
}

/**
 * Coverage of what was asked by occupations alone, 0…1: the one asked for counts whole, less when the work is that only
 * besides another, a related one by the square of its degree, so that it goes before what lies nearer.
 */
export function coverageOf({ occupation, also }: Occupations, { wish, related, besides }: Search): number {
  if (occupation !== null && wish.occupations?.includes(occupation))
    return besides?.has(occupation) ? BESIDES_TEXT : 1;
  if (also !== null && wish.occupations?.includes(also)) return ALSO_TEXT;
  const degree = Math.max(degreeOf(occupation, related), ALSO_TEXT * degreeOf(also, related));
  return RELATED_TEXT * degree * degree;
}

const degreeOf = (occupation: string | null, related: ReadonlyMap<string, number>): number =>
  occupation === null ? 0 : (related.get(occupation) ?? 0);
