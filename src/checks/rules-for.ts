import needs from '../../law/generated/needs.json' with { type: 'json' };
import { LAYERS, RULES, type Rule } from './rule-book';

/** A bit for each rule. */
const WORDS = Math.ceil(RULES.length / 32);
const WIDTH = WORDS * LAYERS;
const BITS = 32;
const NEEDS: Readonly<Record<string, string>> = needs;

/** Words of bits with their places: place, bits, place, bits … */
type Bits = number[];

/** For each character, and each pair of such, the rules by layer whose set of that layer holds it. */
const ROWS = new Map<number, Bits>();
/** Which characters have a row, and which begin a pair that has one. */
const NEEDED = new Uint8Array(0x10000);
const ALONE = 1;
const FIRST = 2;
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

/** A key for a character, or for two. */
function keyOf(first: number, second = 0): number {
  return (first << 16) | second;
}

function need(one: string, at: number, bit: number): void {
  const [first, second] = [one.charCodeAt(0), one.length > 1 ? one.charCodeAt(1) : 0];
  NEEDED[first] = (NEEDED[first] as number) | (second === 0 ? ALONE : FIRST);
  const key = keyOf(first, second);
  const row = ROWS.get(key) ?? [];
  ROWS.set(key, row);
  const known = row.findIndex((place, k) => k % 2 === 0 && place === at);
  if (known < 0) row.push(at, bit);
  else row[known + 1] = (row[known + 1] as number) | bit;
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
  for (const one of BETWEEN) addRow(text, keyOf(one.charCodeAt(0)));
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
    const needed = NEEDED[code] as number;
    if ((needed & ALONE) !== 0) addRow(held, keyOf(code));
    if ((needed & FIRST) !== 0 && i + 1 < sentence.length)
      addRow(held, keyOf(code, sentence.charCodeAt(i + 1)));
  }
  for (let k = 0; k < WIDTH; k++) text[k] = (text[k] as number) | (held[k] as number);
  return rulesIn(held, among, false);
}

/** The rules of whole texts that can find anything in a text, by what its sentences hold. */
export const rulesOfText = (text: Uint32Array, among: Uint32Array): Rule[] => rulesIn(text, among, true);

function addRow(to: Uint32Array, key: number): void {
  const row = ROWS.get(key);
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
