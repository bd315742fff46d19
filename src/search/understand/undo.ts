import type { ReadSpan, Understood } from '../understood';

/**
 * The query without what one span says, tidied: the span goes, and every other span of the same kind and value, so
 * that a reading is undone by one click however often it was said.
 */
export function without(understood: Pick<Understood, 'normal' | 'spans'>, span: ReadSpan): string {
  const { normal, spans } = understood;
  const kept = spans.map((one) => (isSame(one, span) ? GONE : normal.slice(one.start, one.end)));
  return kept.join('').replace(GAPS, separator).replace(ENDS, '');
}

/** Marks what went; no normal form holds it. */
const GONE = '\uE000';
const GAPS = new RegExp(`[\\s,。、;/]*(?:${GONE}[\\s,。、;/]*)+`, 'gu');
const ENDS = /^[\s,。、;/]+|[\s,。、;/]+$/gu;

/** Of the separators around a gap one stays. */
const separator = (gap: string): string => /[,。、;/]/u.exec(gap)?.[0] ?? ' ';

const isSame = (a: ReadSpan, b: ReadSpan): boolean =>
  (a.start === b.start && a.end === b.end) ||
  (a.kind === b.kind && a.value !== undefined && a.value === b.value);
