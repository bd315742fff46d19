import { wordsOf } from './gapped-words';
import type { Lexicon, Term } from './lexicon';
import { normalise } from './normalise';
import type { Span } from './spans';
import {
  AND,
  AT_HOME,
  AT_HOME_WORK,
  CALLED,
  DENIED,
  DOING,
  FACTORY,
  FACTORY_WORK,
  HANDS,
  HOME,
  HOME_WORK,
  INVITATION,
} from './title-words';

/** A description is read up to here; the duties stand first, the rest speaks of pay and of the business. */
const DUTIES_LENGTH = 160;
/** Names among the first so many characters of a description count twice. */
const OPENING_LENGTH = 40;
/** What the kind of workplace in the title adds at degree 1, in characters of names in the description. */
const WORKPLACE_WEIGHT = 7;
/** A workplace that another follows is only where that one is: 月子会所库房. */
const OUTER_PLACE = 0.5;
/** Fewer characters of names than this are no evidence. */
const LEAST_EVIDENCE = 6;
const HANDS_WEIGHT = 3;
const CALLED_WEIGHT = 1;
const AT_HOME_WEIGHT = 5;
/** A workplace to which a name belongs so closely makes it the main one: 理发店打扫带洗头. */
const OWN_WORK = 0.8;
const OWN_WEIGHT = 0.5;

/**
 * The canonical occupation of a posting title, or null when none of its words names one. What follows 招聘 is read
 * first, since a business may be called after other work than it offers. The longest name wins (客房服务员 over
 * 服务员), among equals the rightmost, since Chinese puts the noun last (后厨洗碗), but the first of doings (收钱打秤).
 */
export function classifyTitle(title: string, lexicon: Lexicon): string | null {
  return named(normalise(title), lexicon)?.occupations[0] ?? null;
}

/**
 * The canonical occupation of a posting: of its title, and where that names none, or hands for anything (小工), the
 * one that the duties at the beginning of its description name most, helped by the kind of workplace in the title
 * (火锅店招人). Of what a name in the title may mean (车工), they decide as well. Null when nothing says anything.
 */
export function classifyPosting(
  posting: { title: string; description: string },
  lexicon: Lexicon,
): string | null {
  const title = normalise(posting.title);
  const name = named(title, lexicon);
  const isSure = name !== null && !HANDS.test(name.word);
  if (isSure && name.occupations.length === 1) return name.occupations[0] ?? null;
  const evidence = evidenceOf(title, posting.description, lexicon);
  if (isSure) return mostLikely(name.occupations, evidence);
  // Hands in a factory are its workers, whatever they are called.
  const hands = name && FACTORY.test(title) ? FACTORY_WORK : name?.occupations[0];
  if (hands !== undefined)
    evidence.set(
      hands,
      (evidence.get(hands) ?? 0) + (hands === FACTORY_WORK ? LEAST_EVIDENCE : HANDS_WEIGHT),
    );
  const [best] = [...evidence].sort(([, a], [, b]) => b - a);
  return best && best[1] >= LEAST_EVIDENCE ? best[0] : (hands ?? null);
}

/**
 * What the work of a posting is besides `occupation`: what its title names beside it (洗碗兼保洁, 端面收钱), or what the name
 * means as well (上菜). What stands in a description is only a part of the work. Null when nothing says so.
 */
export function alsoOf(
  { title, occupation }: { title: string; occupation: string | null },
  lexicon: Lexicon,
): string | null {
  if (occupation === null) return null;
  const text = normalise(title).replace(INVITATION, '');
  const names = namesIn(text, lexicon);
  const main = names.find(({ term }) => term.occupations.includes(occupation));
  const beside = names.find(
    (one) => main && !one.term.occupations.includes(occupation) && isBeside(one, main, text),
  );
  const meant = (beside ?? main)?.term.occupations.filter((one) => one !== occupation) ?? [];
  return meant.find((one) => one !== AT_HOME_WORK || AT_HOME.test(text)) ?? null;
}

/** Whether two names are work of one posting, and not one the other's description (外卖打包员). */
function isBeside(one: Span, other: Span, text: string): boolean {
  const [first, last] = one.start < other.start ? [one, other] : [other, one];
  const between = text.slice(first.end, last.start);
  return AND.test(between) || (DOING.test(first.term.word) && DOING.test(last.term.word));
}

/** Names of work in a title, but for hands for anything and what is not to be done. */
function namesIn(text: string, lexicon: Lexicon): Span[] {
  return wordsOf(text, lexicon).filter(
    ({ start, term }) =>
      term.occupations.length > 0 &&
      term.constraints.length === 0 &&
      !HANDS.test(term.word) &&
      !DENIED.test(text.slice(0, start)),
  );
}

function mostLikely(occupations: readonly string[], evidence: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  for (const one of occupations)
    if (best === null || (evidence.get(one) ?? 0) > (evidence.get(best) ?? 0)) best = one;
  return best;
}

/** Characters of names for each occupation, from the places and names of the title and the duties. */
function evidenceOf(title: string, description: string, lexicon: Lexicon): Map<string, number> {
  const evidence = new Map<string, number>();
  const add = (occupation: string, weight: number) =>
    evidence.set(occupation, (evidence.get(occupation) ?? 0) + weight);
  const inTitle = wordsOf(title, lexicon);
  const places = inTitle.filter(({ term }) => term.workplace.length > 0);
  places.forEach(({ term }, i) => {
    const weight = i === places.length - 1 ? WORKPLACE_WEIGHT : WORKPLACE_WEIGHT * OUTER_PLACE;
    for (const { occupation, degree } of term.workplace) add(occupation, degree * weight);
  });
  for (const { term } of inTitle)
    if (!HANDS.test(term.word)) for (const one of term.occupations) add(one, term.word.length);
  const duties = dutiesTextOf(description);
  for (const [occupation, weight] of namedIn(duties, lexicon)) add(occupation, weight);
  if (HOME.test(title) || HOME.test(duties)) add(HOME_WORK, LEAST_EVIDENCE);
  if (AT_HOME.test(title)) add(AT_HOME_WORK, AT_HOME_WEIGHT);
  if (FACTORY.test(title) && places.length === 0) add(FACTORY_WORK, LEAST_EVIDENCE);
  return evidence;
}

const dutiesTextOf = (description: string) => normalise(description.slice(0, DUTIES_LENGTH), DUTIES_LENGTH);

/** Characters of names for each occupation, those at the beginning twice, and half for what a name means as well. */
function namedIn(duties: string, lexicon: Lexicon): Map<string, number> {
  const evidence = new Map<string, number>();
  const add = (occupation: string, weight: number) =>
    evidence.set(occupation, (evidence.get(occupation) ?? 0) + weight);
  for (const { start, term } of wordsOf(duties, lexicon)) {
    if (DENIED.test(duties.slice(0, start)) || HANDS.test(term.word)) continue;
    const weight = term.word.length * (start < OPENING_LENGTH ? 2 : 1);
    const [first, ...others] = term.occupations;
    if (first) add(first, weight);
    for (const other of others) add(other, weight / 2);
  }
  return evidence;
}

function named(title: string, lexicon: Lexicon): Term | null {
  const offered = title.replace(INVITATION, '');
  return bestName(offered, lexicon) ?? (offered === title ? null : bestName(title, lexicon));
}

function bestName(text: string, lexicon: Lexicon): Term | null {
  const words = wordsOf(text, lexicon);
  const own = words.flatMap(({ term }) =>
    term.workplace.filter(({ degree }) => degree >= OWN_WORK).map(({ occupation }) => occupation),
  );
  let best: { term: Term; weight: number; end: number } | null = null;
  for (const { start, end, term } of words) {
    if (term.occupations.length === 0 || DENIED.test(text.slice(0, start))) continue;
    const [first = ''] = term.occupations;
    const its = weight(term) + (own.includes(first) ? OWN_WEIGHT : 0);
    const ahead = best === null ? 1 : its - best.weight;
    const yields = best !== null && !DOING.test(best.term.word) && !AND.test(text.slice(best.end, start));
    if (ahead > 0 || (ahead === 0 && yields)) best = { term, weight: its, end };
  }
  return best?.term ?? null;
}

/** A name that states a condition as well (小时工), or hands for anything, names the work only where nothing else does. */
function weight({ word, constraints }: Term): number {
  if (constraints.length > 0 || HANDS.test(word)) return 0;
  return word.length + (CALLED.test(word) ? CALLED_WEIGHT : 0);
}
