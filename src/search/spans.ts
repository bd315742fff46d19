import type { Lexicon, Term } from './lexicon';

/** A term found in a text; `start` and `end` are UTF-16 offsets, end exclusive. */
export interface Span {
  start: number;
  end: number;
  term: Term;
}

/** What a reading is worth: characters that mean something first, then fewer and longer terms, then stop words. */
const CONTENT_CHARACTER = 1000;
const STOP_CHARACTER = 10;
const PER_TERM = -100;
const PER_STOP_TERM = -1;

/**
 * The best way to read a text as terms that do not overlap: the one that explains most characters, with the
 * fewest terms (longest match), and among equals the one whose later term is longer, since Chinese puts the noun
 * last. Stop words of one character are left to the caller, a term of letters must stand alone (qa is not in qatar).
 * Time: length × longest term.
 */
export function readSpans(text: string, lexicon: Pick<Lexicon, 'terms' | 'longest'>): Span[] {
  const best: { worth: number; span: Span | null }[] = [{ worth: 0, span: null }];
  for (let end = 1; end <= text.length; end++) {
    let choice = { worth: best[end - 1]?.worth ?? 0, span: null as Span | null };
    for (let start = end - 1; start >= Math.max(0, end - lexicon.longest); start--) {
      const term = lexicon.terms.get(text.slice(start, end));
      if (!term || (term.stop && end - start === 1) || cutsToken(text, start, end)) continue;
      const worth = (best[start]?.worth ?? 0) + worthOf(term);
      if (worth >= choice.worth) choice = { worth, span: { start, end, term } };
    }
    best.push(choice);
  }
  const spans: Span[] = [];
  for (let at = text.length; at > 0; ) {
    const span = best[at]?.span;
    if (span) spans.unshift(span);
    at = span ? span.start : at - 1;
  }
  return spans;
}

function worthOf({ word, stop }: Term): number {
  return stop ? word.length * STOP_CHARACTER + PER_STOP_TERM : word.length * CONTENT_CHARACTER + PER_TERM;
}

function cutsToken(text: string, start: number, end: number): boolean {
  const joins = (at: number) => /^[a-z0-9]{2}$/.test(text.slice(at - 1, at + 1));
  return joins(start) || joins(end);
}
