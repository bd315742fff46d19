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
 * Time: length × the longest term that begins with the same two characters.
 */
export function readSpans(text: string, lexicon: Pick<Lexicon, 'terms'>): Span[] {
  const found = spansByEnd(text, lexicon.terms);
  const best: { worth: number; span: Span | null }[] = [{ worth: 0, span: null }];
  for (let end = 1; end <= text.length; end++) {
    let choice = { worth: best[end - 1]?.worth ?? 0, span: null as Span | null };
    // Shorter terms come last, so they are tried first from the back.
    const spans = found[end] ?? [];
    for (let i = spans.length - 1; i >= 0; i--) {
      const span = spans[i];
      if (!span) continue;
      const worth = (best[span.start]?.worth ?? 0) + worthOf(span.term);
      if (worth >= choice.worth) choice = { worth, span };
    }
    best.push(choice);
  }
  const spans: Span[] = [];
  for (let at = text.length; at > 0; ) {
    const span = best[at]?.span;
    if (span) spans.push(span);
    at = span ? span.start : at - 1;
  }
  return spans.reverse();
}

/** Every term in the text, listed by its end, those that start earlier first. */
function spansByEnd(text: string, terms: Lexicon['terms']): Span[][] {
  const lengths = lengthsOf(terms);
  const found: Span[][] = [];
  for (let start = 0; start < text.length; start++) {
    // Most pairs of characters begin no term at all.
    let left = (lengths.get(text.slice(start, start + 2)) ?? 0) | (lengths.get(text.charAt(start)) ?? 0);
    for (let end = start; left !== 0 && end <= text.length; end++, left >>>= 1) {
      if ((left & 1) === 0) continue;
      const term = terms.get(text.slice(start, end));
      if (!term || (term.stop && end - start === 1) || cutsToken(text, start, end)) continue;
      const list = found[end];
      if (list) list.push({ start, end, term });
      else found[end] = [{ start, end, term }];
    }
  }
  return found;
}

const LENGTHS = new WeakMap<Lexicon['terms'], Map<string, number>>();
/** A bit for every length; no term is longer. */
const LONGEST = 31;

/** The lengths of terms as bits, by their first two UTF-16 units, worked out once for a lexicon. */
function lengthsOf(terms: Lexicon['terms']): Map<string, number> {
  const known = LENGTHS.get(terms);
  if (known) return known;
  const lengths = new Map<string, number>();
  for (const word of terms.keys()) {
    if (word.length > LONGEST) continue;
    const head = word.slice(0, 2);
    lengths.set(head, (lengths.get(head) ?? 0) | (1 << word.length));
  }
  LENGTHS.set(terms, lengths);
  return lengths;
}

function worthOf({ word, stop }: Term): number {
  return stop ? word.length * STOP_CHARACTER + PER_STOP_TERM : word.length * CONTENT_CHARACTER + PER_TERM;
}

const JOINED = /^[a-z0-9]{2}$/;

function cutsToken(text: string, start: number, end: number): boolean {
  const joins = (at: number) => text.charCodeAt(at) < 128 && JOINED.test(text.slice(at - 1, at + 1));
  return (start > 0 && joins(start)) || joins(end);
}
