import type { ReadSpan, Understood } from '../understood';

/**
 * The query without what one span says, tidied: the span goes, and every other span of the same kind and value, so
 * that a reading is undone by one click however often it was said.
 */
export function without(understood: Pick<Understood, 'normal' | 'spans'>, span: ReadSpan): string {
  const { normal, spans } = understood;
  const kept = spans.map((one) => (isSame(one, span) ? ' ' : normal.slice(one.start, one.end)));
  return tidy(kept.join(''));
}

const isSame = (a: ReadSpan, b: ReadSpan): boolean =>
  (a.start === b.start && a.end === b.end) ||
  (a.kind === b.kind && a.value !== undefined && a.value === b.value);

/** Blanks and punctuation that separate nothing any more go. */
const tidy = (text: string): string =>
  text
    .replace(/\s*([,。、;/])[\s,。、;/]*/gu, '$1 ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,。、;/]+|[\s,。、;/]+$/gu, '');
