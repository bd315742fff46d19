import { type Lexicon, normalise, type Term } from '../../search';

/** One thing that was read out of what a person typed. */
export type Part =
  | { kind: 'occupation'; value: string }
  | { kind: 'settlement'; value: string }
  | { kind: 'benefits'; value: string }
  | { kind: 'word'; value: string };

/**
 * The query without the words that say one thing, so that a reading can be undone with a click. Longer words go
 * first, because they are read first (洗碗工 before 洗碗).
 */
export function withoutPart(query: string, part: Part, lexicon: Lexicon): string {
  const text = normalise(query);
  if (part.kind === 'word') return tidy(text.replaceAll(part.value, ' '));
  const words = [...lexicon.terms.values()]
    .filter((term) => says(term, part) && text.includes(term.word))
    .map(({ word }) => word)
    .sort((a, b) => b.length - a.length);
  return tidy(words.reduce((rest, word) => rest.replaceAll(word, ' '), text));
}

function says(term: Term, part: Exclude<Part, { kind: 'word' }>): boolean {
  if (part.kind === 'occupation') return term.occupations.includes(part.value);
  return term.constraints.some(({ param, value }) => param === part.kind && value === part.value);
}

const tidy = (text: string) => text.replace(/[\s,，。、;；]+/gu, ' ').trim();
