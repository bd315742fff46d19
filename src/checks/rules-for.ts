import needs from '../../law/generated/needs.json' with { type: 'json' };
import { LAYERS, RULES, type Rule } from './rule-book';

/** A bit for each rule. */
const WORDS = Math.ceil(RULES.length / 32);
const WIDTH = WORDS * LAYERS;
const BITS = 32;
const NEEDS: Readonly<Record<string, string>> = needs;

/** Words of bits with their places: place, bits, place, bits … */
type Bits = number[];

/** For each character, by its code, the rules by layer whose set of that layer holds it. */
const ALONE: (Bits | undefined)[] = [];
/** The same for characters that follow each other, by the code of the first, then of the second. */
const PAIRS: (Map<number, Bits> | undefined)[] = [];
/** Rules that need nothing of a layer. */
const FREE = new Uint32Array(WIDTH);
/** Rules of whole texts. */
const WHOLE = new Uint32Array(WORDS);

for (const [i, rule] of RULES.entries()) {
  const sets = NEEDS[rule.id]?.split('\n') ?? [];
  if (rule.whole) mark(WHOLE, i);
  for (let layer = 0; layer < LAYERS; layer++) {
    const set = sets[layer];
    const at = layer * WORDS + (i >>> 5);
    if (!set) FREE[at] = (FREE[at] as number) | bitOf(i);
    else for (const one of set.split('\t')) need(one, at, bitOf(i));
  }
}

function bitOf(i: number): number {
  return 1 << (i & 31);
}

function need(one: string, at: number, bit: number): void {
  const row = rowOf(one.charCodeAt(0), one.length > 1 ? one.charCodeAt(1) : null);
  const known = row.findIndex((place, k) => k % 2 === 0 && place === at);
  if (known < 0) row.push(at, bit);
  else row[known + 1] = (row[known + 1] as number) | bit;
}

function rowOf(first: number, second: number | null): Bits {
  if (second === null) {
    const row = ALONE[first] ?? [];
    ALONE[first] = row;
    return row;
  }
  const pairs = PAIRS[first] ?? new Map<number, Bits>();
  PAIRS[first] = pairs;
  const row = pairs.get(second) ?? [];
  pairs.set(second, row);
  return row;
}

function mark(bits: Uint32Array, i: number): void {
  bits[i >>> 5] = (bits[i >>> 5] as number) | bitOf(i);
}

const held = new Uint32Array(WIDTH);
/** What stands between sentences, which rules of whole texts may need. */
const BETWEEN = '\n!;?。';

/** What a text is known to hold before any of its sentences was looked at. */
export function nothingHeld(): Uint32Array {
  const text = FREE.slice();
  for (const one of BETWEEN) addRow(text, ALONE[one.charCodeAt(0)]);
  return text;
}

/** The rules for which something holds, to be looked among. */
export function rulesThat(holds: (rule: Rule) => boolean): Uint32Array {
  const among = new Uint32Array(WORDS);
  for (const [i, rule] of RULES.entries()) if (holds(rule)) mark(among, i);
  return among;
}

/**
 * The rules that can find anything in a sentence, in their order: those of which it holds a character or pair of every set
 * (law/generated/needs.json). One pass over its characters.
 * @param text what its text holds, to which the sentence is added; @param among the rules that are asked
 */
export function rulesOfSentence(sentence: string, text: Uint32Array, among: Uint32Array): Rule[] {
  held.set(FREE);
  for (let i = 0; i < sentence.length; i++) {
    const code = sentence.charCodeAt(i);
    addRow(held, ALONE[code]);
    const pairs = PAIRS[code];
    if (pairs && i + 1 < sentence.length) addRow(held, pairs.get(sentence.charCodeAt(i + 1)));
  }
  for (let k = 0; k < WIDTH; k++) text[k] = (text[k] as number) | (held[k] as number);
  return rulesIn(held, among, false);
}

/** The rules of whole texts that can find anything in a text, by what its sentences hold. */
export const rulesOfText = (text: Uint32Array, among: Uint32Array): Rule[] => rulesIn(text, among, true);

function addRow(to: Uint32Array, row: Bits | undefined): void {
  if (row === undefined) return;
  for (let k = 0; k < row.length; k += 2) {
    const at = row[k] as number;
    to[at] = (to[at] as number) | (row[k + 1] as number);
  }
}

function rulesIn(bits: Uint32Array, among: Uint32Array, whole: boolean): Rule[] {
  const found: Rule[] = [];
  for (let word = 0; word < WORDS; word++) {
    const kind = WHOLE[word] as number;
    let left = (among[word] as number) & (whole ? kind : ~kind);
    for (let layer = 0; layer < LAYERS; layer++) left &= bits[layer * WORDS + word] as number;
    while (left !== 0) {
      const bit = 31 - Math.clz32(left & -left);
      found.push(RULES[word * BITS + bit] as Rule);
      left &= left - 1;
    }
  }
  return found;
}
