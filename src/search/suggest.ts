import type { Lexicon } from './lexicon';
import { normalise } from './normalise';
import {
  type SuggestionEntry,
  type SuggestionIndex,
  type SuggestionKind,
  suggestionsOf,
} from './suggest-entries';
import { matchFrom, type Typed } from './suggest-match';
import { soundsOf } from './understand/shipped-sounds';
import { syllablesOf } from './understand/sounds';

export type { SuggestionKind } from './suggest-entries';

/** A completion: the word, what it names, and under which name the station knows that. */
export interface Suggestion {
  text: string;
  kind: SuggestionKind;
  canonical: string;
}

/** What is typed is looked at up to this many UTF-16 units. */
export const MAX_PREFIX_LENGTH = 40;
const MOST = 10;
/** Words looked at inside of longer ones; a common character is in thousands. */
const MOST_INSIDE = 400;
/** Answers to this many units are kept, for so many of them. */
const SHORT = 2;
const MOST_SHORT = 3000;

/** What speaks against a suggestion, in the measure of one character of length = 1. */
const COST = { character: 1, abbreviated: 1.5, inside: 12, bySound: 24 } as const;

interface Candidate {
  entry: SuggestionEntry;
  cost: number;
}

/**
 * Completions of what somebody has typed, best first, ten at most: words that begin with it, by characters, toneless
 * pinyin, initials or a mixture; then words that hold it; then words that sound like it. Shorter words come first, and
 * canonical names before others; each thing is named once. Nothing typed gives starters. Pure; the index of a lexicon
 * is made at the first call.
 */
export function suggest(typed: string, lexicon: Lexicon): Suggestion[] {
  const index = suggestionsOf(lexicon);
  const units = normalise(typed.slice(0, MAX_PREFIX_LENGTH)).replaceAll(/[\s'’]+/gu, '');
  if (units === '') return index.starters.slice(0, MOST).map(shown);
  const known = index.short.get(units);
  if (known) return known.map(shown);
  const items = completions(index, units, lexicon);
  // What has just begun to be typed fits thousands of words, and is typed by everybody.
  if (units.length <= SHORT && index.short.size < MOST_SHORT) index.short.set(units, items);
  return items.map(shown);
}

function completions(index: SuggestionIndex, units: string, lexicon: Lexicon): SuggestionEntry[] {
  const typed = { units, said: null };
  const found = beginning(index, typed);
  const items = best(found);
  // Many words that begin with it may be names of the same few things.
  if (items.length === MOST) return items;
  const all = [...found, ...inside(index, typed)];
  return best(all.length > 0 ? all : sounding(index, units, lexicon));
}

const shown = ({ text, kind, canonical }: SuggestionEntry): Suggestion => ({ text, kind, canonical });

function best(found: Candidate[]): SuggestionEntry[] {
  found.sort((a, b) => a.cost - b.cost || (a.entry.text < b.entry.text ? -1 : 1));
  const named = new Set<string>();
  const items: SuggestionEntry[] = [];
  for (const { entry } of found) {
    const key = `${entry.kind} ${entry.canonical}`;
    if (named.has(key)) continue;
    named.add(key);
    items.push(entry);
    if (items.length === MOST) break;
  }
  return items;
}

function beginning(index: SuggestionIndex, typed: Typed): Candidate[] {
  const first = typed.units.charAt(0);
  const list = /[a-z]/.test(first)
    ? (index.byLetter.get(first) ?? [])
    : startingWith(index.sorted, hanRun(typed.units));
  return list.flatMap((entry) => candidate(entry, typed, 0) ?? []);
}

function candidate(entry: SuggestionEntry, typed: Typed, from: number): Candidate | null {
  const abbreviated = matchFrom(entry, typed, from);
  if (abbreviated === null) return null;
  const cost =
    entry.text.length * COST.character +
    abbreviated * COST.abbreviated +
    (from > 0 ? COST.inside : 0) +
    (typed.said ? COST.bySound : 0) +
    entry.burden;
  return { entry, cost };
}

/** What stands before the first letter. */
function hanRun(units: string): string {
  const end = units.search(/[a-z]/);
  return end < 0 ? units : units.slice(0, end);
}

/** Entries whose text begins with `run`, found by halving. */
function startingWith(sorted: readonly SuggestionEntry[], run: string): readonly SuggestionEntry[] {
  const low = firstFrom(sorted.length, (i) => (sorted[i]?.text ?? '') >= run);
  let high = low;
  while (sorted[high]?.text.startsWith(run)) high++;
  return sorted.slice(low, high);
}

/** The first of `length` places for which `holds`, which once true stays so. */
function firstFrom(length: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Words that hold the characters further in. */
function inside({ sorted, joined, starts }: SuggestionIndex, typed: Typed): Candidate[] {
  const run = hanRun(typed.units);
  if (run === '') return [];
  const found: Candidate[] = [];
  let at = joined.indexOf(run);
  for (let seen = 0; at >= 0 && seen < MOST_INSIDE; seen++) {
    const here = at;
    const which = firstFrom(starts.length, (i) => (starts[i] ?? 0) > here) - 1;
    const from = at - (starts[which] ?? 0);
    const entry = sorted[which];
    const one = entry && from > 0 ? candidate(entry, typed, from) : null;
    if (one) found.push(one);
    at = joined.indexOf(run, at + 1);
  }
  return found;
}

/** Words that sound like what was typed with other characters (保结 → 保洁). */
function sounding(index: SuggestionIndex, units: string, lexicon: Lexicon): Candidate[] {
  const { sounds } = soundsOf(lexicon);
  const said = units.split('').map((unit) => syllablesOf(unit, sounds)?.[0] ?? null);
  if (said.every((syllable) => syllable === null)) return [];
  const letter = (said[0] ?? units).charAt(0);
  return (index.byLetter.get(letter) ?? []).flatMap((entry) => candidate(entry, { units, said }, 0) ?? []);
}
