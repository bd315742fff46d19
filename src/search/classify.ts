import type { Lexicon, Term } from './lexicon';
import { normalise } from './normalise';
import { readSpans } from './spans';

/** What stands before the job in a title: 某某餐饮公司招聘|奶茶店店员. */
const INVITATION = /^.*(?:招聘|诚招|急招|直招|招募|诚聘|急聘)/u;
/** A description is read up to here; the duties stand first, the rest speaks of pay and of the business. */
const DUTIES_LENGTH = 160;
/** Names among the first so many characters of a description count twice. */
const OPENING_LENGTH = 40;
/** What the kind of workplace in the title adds at degree 1, in characters of names in the description. */
const WORKPLACE_WEIGHT = 7;
/** Fewer characters of names than this are no evidence. */
const LEAST_EVIDENCE = 6;

/**
 * The canonical occupation of a posting title, or null when none of its words names one. What follows 招聘 is read
 * first, since a business may be called after other work than it offers. The longest name wins (客房服务员 over
 * 服务员), among equals the rightmost, since Chinese puts the noun last (后厨洗碗).
 */
export function classifyTitle(title: string, lexicon: Lexicon): string | null {
  return named(normalise(title), lexicon);
}

/**
 * The canonical occupation of a posting: of its title, or where that names none, the one that the duties at the
 * beginning of its description name most, helped by the kind of workplace in the title (火锅店招人); null when
 * neither says anything.
 */
export function classifyPosting(
  posting: { title: string; description: string },
  lexicon: Lexicon,
): string | null {
  const title = normalise(posting.title);
  const byTitle = named(title, lexicon);
  if (byTitle !== null) return byTitle;
  const evidence = new Map<string, number>();
  const add = (occupation: string, weight: number) =>
    evidence.set(occupation, (evidence.get(occupation) ?? 0) + weight);
  for (const { term } of readSpans(title, lexicon))
    for (const { occupation, degree } of term.workplace) add(occupation, degree * WORKPLACE_WEIGHT);
  const duties = normalise(posting.description.slice(0, DUTIES_LENGTH), DUTIES_LENGTH);
  for (const { start, term } of readSpans(duties, lexicon)) {
    const [occupation] = term.occupations;
    if (occupation) add(occupation, term.word.length * (start < OPENING_LENGTH ? 2 : 1));
  }
  const [best] = [...evidence].sort(([, a], [, b]) => b - a);
  return best && best[1] >= LEAST_EVIDENCE ? best[0] : null;
}

function named(title: string, lexicon: Lexicon): string | null {
  const offered = title.replace(INVITATION, '');
  return longestName(offered, lexicon) ?? (offered === title ? null : longestName(title, lexicon));
}

function longestName(text: string, lexicon: Lexicon): string | null {
  let longest: Term | null = null;
  for (const { term } of readSpans(text, lexicon))
    if (term.occupations.length > 0 && (longest === null || weight(term) >= weight(longest))) longest = term;
  return longest?.occupations[0] ?? null;
}

/** A name that states a condition as well (小时工) names the work only where nothing else does (分拣小时工). */
function weight({ word, constraints }: Term): number {
  return constraints.length > 0 ? 0 : word.length;
}
