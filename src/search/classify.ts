import type { Lexicon } from './lexicon';
import { normalise } from './normalise';
import { readSpans } from './spans';

/**
 * The canonical occupation of a posting title, or null when none of its words names one. The longest name wins
 * (客房服务员 over 服务员), among equals the rightmost, since Chinese puts the noun last (后厨洗碗).
 */
export function classifyTitle(title: string, lexicon: Lexicon): string | null {
  let longest = { length: 0, occupation: null as string | null };
  for (const { term } of readSpans(normalise(title), lexicon)) {
    const [occupation] = term.occupations;
    if (occupation && term.word.length >= longest.length) longest = { length: term.word.length, occupation };
  }
  return longest.occupation;
}

/** As {@link classifyTitle}; the description is read when the title names none. */
export function classifyPosting(
  posting: { title: string; description: string },
  lexicon: Lexicon,
): string | null {
  return classifyTitle(posting.title, lexicon);
}
