import { isHan } from '../terms';
import { type Meaning, type StatedTerm, unique } from './wishes';

/** Who names more occupations than this is not choosing between them. */
const MAX_ALTERNATIVES = 5;
/** An occupation less likely at a workplace is not what is meant by it. */
const LIKELY = 0.3;
/** Longer words, or more of them, are a story: they order what is found, and nothing has to hold them. */
const LONGEST_WORD = 6;
const LONGEST_REST = 10;

/**
 * What a posting must hold: any occupation that was named, else the workplaces or an occupation of theirs, else all
 * words. Who said conditions and a story besides is answered by the conditions.
 */
export function alternativesOf(parts: {
  stated: readonly StatedTerm[];
  meanings: readonly Meaning[];
  rest: readonly string[];
  /** Something was understood that is no word. */
  hasSaid: boolean;
}): string[][] {
  const { stated, meanings, rest, hasSaid } = parts;
  const wordsOf = (kind: Meaning['kind']) =>
    unique(stated.flatMap(({ term }, i) => (meanings[i]?.kind === kind ? [term.word] : [])));
  const jobs = wordsOf('occupation');
  if (jobs.length > 0) return jobs.slice(0, MAX_ALTERNATIVES).map((word) => [word]);
  const places = wordsOf('workplace');
  if (places.length > 0) return [...places, ...likelyAt(stated, meanings)].map((word) => [word]);
  const others = stated.flatMap(({ term }, i) => (meanings[i]?.isWord ? [term.word] : []));
  const words = unique([...others, ...rest]);
  if (words.length === 0) return [];
  if (!hasSaid) return [words];
  const asked = unique([
    ...others,
    ...rest.filter((word) => !isHan(word) || [...word].length <= LONGEST_WORD),
  ]);
  return asked.length === 0 || rest.join('').length > LONGEST_REST ? [] : [asked];
}

function likelyAt(stated: readonly StatedTerm[], meanings: readonly Meaning[]): string[] {
  const likely = stated.flatMap(({ term }, i) => (meanings[i]?.kind === 'workplace' ? term.workplace : []));
  const names = likely.filter(({ degree }) => degree >= LIKELY).map(({ occupation }) => occupation);
  return unique(names).slice(0, MAX_ALTERNATIVES);
}
