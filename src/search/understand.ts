import type { Benefit, Settlement } from '../kernel/vocabulary';
import type { Constraint, Lexicon } from './lexicon';
import { normalise } from './normalise';
import { readSpans, type Span } from './spans';
import { isHan, runs } from './terms';

/** What was read out of a query, so that a person can see it and undo it. */
export interface Understood {
  /** What goes to the index as text: `words`, with spaces. */
  text: string;
  /** Canonical occupations, in the order in which they were said. */
  occupations: string[];
  settlement?: Settlement;
  benefits?: Benefit[];
  /** What was changed before reading. */
  corrections: { from: string; to: string }[];
  /** Words that may state a condition but were not applied: 不管饭, 日结周结都行. */
  unsure: string[];
  /** Occupation words and all that was not understood, as typed (normalised), in order. */
  words: string[];
  /**
   * What a posting must hold to be an answer: all words of any one list. Each occupation word by itself, since who
   * names two takes either, and what else was said only orders; all words when none names an occupation.
   */
  alternatives: string[][];
}

/** Who names more occupations than this is not choosing between them. */
const MAX_ALTERNATIVES = 5;

const NEGATION = /[不没别无非]$/u;

/**
 * Reads a query of everyday Chinese over the lexicon: occupations and conditions by longest match, stop words
 * dropped, the rest kept as text. Conditions that are negated or contradict each other are reported as unsure,
 * never applied. Pure; never throws.
 */
export function understand(query: string, lexicon: Lexicon): Understood {
  const text = normalise(query);
  const spans = readSpans(text, lexicon);
  const jobs = spans.filter(({ term }) => term.occupations.length > 0);
  const pieces = [...jobs.map(pieceOf), ...restPieces(text, spans, lexicon, jobs.length > 0)];
  pieces.sort((a, b) => a.start - b.start);
  const words = unique(pieces.map(({ word }) => word));
  return {
    text: words.join(' '),
    occupations: unique(jobs.flatMap(({ term }) => [...term.occupations])),
    ...conditions(text, spans),
    corrections: [],
    words,
    alternatives: alternativesOf(words, jobs),
  };
}

interface Piece {
  start: number;
  word: string;
}

const pieceOf = ({ start, term }: Span): Piece => ({ start, word: term.word });

/** The stretches between spans, without stop words at their edges. */
function restPieces(text: string, spans: Span[], lexicon: Lexicon, named: boolean): Piece[] {
  const bounds = [...spans, { start: text.length, end: text.length }];
  return bounds.flatMap(({ start }, i) => {
    const from = bounds[i - 1]?.end ?? 0;
    return runs(text.slice(from, start))
      .map((run) => trimmed(run, lexicon))
      .filter((word) => word !== '' && !(named && isHan(word) && [...word].length === 1))
      .map((word) => ({ start: from, word }));
  });
}

/** Takes lone stop words (的, 我, 想) off both ends, but never leaves a single character of a longer word. */
function trimmed(run: string, lexicon: Lexicon): string {
  const characters = [...run];
  const stops = characters.map((character) => lexicon.terms.get(character)?.stop === true);
  if (stops.every(Boolean)) return '';
  const first = stops.indexOf(false);
  const last = stops.lastIndexOf(false);
  return first === last && characters.length === 2 ? run : characters.slice(first, last + 1).join('');
}

function conditions(text: string, spans: Span[]): Pick<Understood, 'settlement' | 'benefits' | 'unsure'> {
  const said = spans.filter(({ term }) => term.constraints.length > 0);
  const negated = said.filter(({ start }) => NEGATION.test(text.slice(0, start)));
  const meant = said.filter((span) => !negated.includes(span));
  const settlements = unique(meant.flatMap(({ term }) => valuesOf(term.constraints, 'settlement')));
  const benefits = unique(meant.flatMap(({ term }) => valuesOf(term.constraints, 'benefits')));
  const contradicting =
    settlements.length > 1 ? meant.filter(({ term }) => statesSettlement(term.constraints)) : [];
  const [settlement] = settlements;
  return {
    ...(settlement && settlements.length === 1 ? { settlement } : {}),
    ...(benefits.length > 0 ? { benefits } : {}),
    unsure: unique([
      ...negated.map(({ start, end }) => text.slice(start - 1, end)),
      ...contradicting.map(({ term }) => term.word),
    ]),
  };
}

const statesSettlement = (list: readonly Constraint[]) => list.some(({ param }) => param === 'settlement');

function valuesOf<P extends Constraint['param']>(list: readonly Constraint[], param: P) {
  type Value = Extract<Constraint, { param: P }>['value'];
  return list.filter((item) => item.param === param).map((item) => item.value as Value);
}

function alternativesOf(words: string[], jobs: Span[]): string[][] {
  if (words.length === 0) return [];
  if (jobs.length === 0) return [words];
  const named = unique(jobs.map(({ term }) => term.word));
  return named.slice(0, MAX_ALTERNATIVES).map((word) => [word]);
}

function unique<T>(list: T[]): T[] {
  return [...new Set(list)];
}
