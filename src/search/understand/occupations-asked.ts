import type { Lexicon, Term } from '../lexicon';
import type { Understood } from '../understood';
import { LEARNER, LEARNS } from './learner-words';
import { type Meaning, type StatedTerm, unique } from './wishes';

/** A workplace stands for its likeliest occupations when nothing else names one. */
const LIKELY = 0.5;
/** 学校门口有没有奶茶店: what only tells where the other place is. */
const LANDMARK = /^(?:大?门口|附近|旁边|边上|对面|隔壁|周围|周边|跟前|后面|对过|那一片|楼下)/u;

/** Of several kinds of workplace those that only tell where the others are only tell where. */
export function withLandmarks(meanings: readonly Meaning[], stated: readonly StatedTerm[]): Meaning[] {
  const isPlace = (i: number) => meanings[i]?.kind === 'workplace';
  const marks = stated.map(({ after }, i) => isPlace(i) && LANDMARK.test(after));
  const others = stated.some((_, i) => (isPlace(i) && !marks[i]) || meanings[i]?.kind === 'occupation');
  if (!others || !marks.includes(true)) return [...meanings];
  return meanings.map((one, i) => (marks[i] ? { kind: 'near' } : one));
}

/** Occupations that are asked for, in the order in which they were said, and those that are refused. */
export function occupationsOf(
  meanings: readonly Meaning[],
  stated: readonly StatedTerm[],
  lexicon: Pick<Lexicon, 'terms'>,
): Pick<Understood, 'occupations' | 'refused'> {
  const places = stated.filter((_, i) => meanings[i]?.kind === 'workplace');
  const terms = stated.filter((_, i) => meanings[i]?.kind === 'occupation');
  const named = narrowed(withoutCallings(terms).map(({ term }) => taughtAt(term, places, lexicon)));
  const refused = unique(
    stated.flatMap(({ term }, i) => (meanings[i]?.kind === 'refused' ? workOf(term) : [])),
  );
  // 万达 奶茶店: the kind of place that tells the work best comes first.
  const likely = places
    .map(({ term }) =>
      term.workplace.filter(({ degree }) => degree >= LIKELY).map(({ occupation }) => occupation),
    )
    .sort((a, b) => a.length - b.length)
    .flat();
  const occupations = unique(named.length > 0 ? named : likely);
  const asked = occupations.filter((one) => !refused.includes(one));
  // Nobody refuses all that they ask for: 护工 不陪床 speaks of a part of the work.
  if (asked.length === 0 && named.length > 0) return { occupations };
  return {
    occupations: asked,
    ...(refused.length > 0 ? { refused } : {}),
  };
}

const RETIRED = /(?:退休|退了休|退下来)的?(?:老|小学|中学|高级)?$/u;

/** 退休老师 tells who somebody is, where other work is named as what they want. */
function withoutCallings(terms: readonly StatedTerm[]): readonly StatedTerm[] {
  const wanted = terms.filter(({ before }) => !RETIRED.test(before));
  return wanted.length > 0 ? wanted : terms;
}

/**
 * 装修找个水电师傅: a word of many meanings means the one that another names, and comes after those that name another
 * work altogether (找个阿姨接孩子).
 */
function narrowed(list: readonly (readonly string[])[]): string[] {
  const vague: string[] = [];
  const named = list.flatMap((meant, i) => {
    if (meant.length < MANY) return meant;
    const others = list.filter((_, j) => j !== i).flatMap(([first]) => (first ? [first] : []));
    const both = meant.filter((one) => others.includes(one));
    if (both.length > 0 || others.length === 0) return both.length > 0 ? both : meant;
    vague.push(...meant);
    return [];
  });
  return [...named, ...vague];
}
const MANY = 3;

/** Who learns at a place learns its work: 理发店当学徒, 汽修厂学徒. */
function taughtAt(term: Term, places: readonly StatedTerm[], { terms }: Pick<Lexicon, 'terms'>) {
  const [place] = places;
  if (!place || !LEARNS.test(term.word)) return term.occupations;
  const known = terms.get(`${place.term.word}${LEARNER}`)?.occupations ?? [];
  const usual = place.term.workplace.slice(0, 1).map(({ occupation }) => occupation);
  return known.length > 0 ? known : usual.length > 0 ? usual : term.occupations;
}

/** Work that a word names, or that its kind of workplace most likely means. */
const workOf = ({ occupations, workplace }: Term): readonly string[] =>
  occupations.length > 0
    ? occupations
    : workplace.filter(({ degree }) => degree >= LIKELY).map(({ occupation }) => occupation);
