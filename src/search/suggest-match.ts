import type { SuggestionEntry } from './suggest-entries';

/** What was typed: its UTF-16 units without spaces, and how its Han characters sound where that is to count, too. */
export interface Typed {
  units: string;
  said: readonly (string | null)[] | null;
}

/** Cost of a syllable that is given by its initial, of one cut elsewhere, and of the last one while it is typed. */
const COST = { initial: 1, cut: 2, unfinished: 1 } as const;
/** Beginnings that one letter stands for, and so do two: zh, ch, sh. */
const RETROFLEX = /^[zcs]h/;

/**
 * Whether what was typed begins a word from its character `from` on: characters stand for themselves, and for what is
 * said like them where `said` is given; letters stand for syllables, whole or abbreviated (xiwan, xwg, 洗wg).
 * @returns what the abbreviations cost, 0 for none; null when it does not
 */
export function matchFrom(entry: SuggestionEntry, typed: Typed, from: number): number | null {
  return fewest(entry, typed, from, 0);
}

function fewest(entry: SuggestionEntry, typed: Typed, at: number, read: number): number | null {
  const { units, said } = typed;
  if (read >= units.length) return 0;
  const syllable = entry.syllables[at];
  if (syllable === undefined) return null;
  const unit = units.charCodeAt(read);
  if (unit === entry.text.charCodeAt(at) || (said !== null && said[read] === syllable))
    return fewest(entry, typed, at + 1, read + 1);
  // a–z
  if (unit < 97 || unit > 122 || unit !== syllable.charCodeAt(0)) return null;
  let length = 1;
  while (length < syllable.length && units.charCodeAt(read + length) === syllable.charCodeAt(length))
    length++;
  let best: number | null = null;
  for (; length > 0; length--) {
    const rest = fewest(entry, typed, at + 1, read + length);
    const cost = rest === null ? null : rest + costOf(syllable, length, read + length >= units.length);
    if (cost !== null && (best === null || cost < best)) best = cost;
  }
  return best;
}

function costOf(syllable: string, length: number, isLast: boolean): number {
  if (length === syllable.length) return 0;
  const isInitial = length === 1 || (length === 2 && RETROFLEX.test(syllable));
  if (isLast) return isInitial ? 0 : COST.unfinished;
  return isInitial ? COST.initial : COST.cut;
}
