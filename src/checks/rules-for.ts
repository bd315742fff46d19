import needs from '../../law/generated/needs.json' with { type: 'json' };
import { LAYERS, RULES, type Rule } from './rule-book';

/** A bit for each rule. */
const WORDS = Math.ceil(RULES.length / 32);
const WIDTH = WORDS * LAYERS;
const BITS = 32;
const NEEDS: Readonly<Record<string, string>> = needs;

/** Words of bits with their places: place, bits, place, bits … */
type Bits = readonly number[];

/** The row of each character in ROWS, 0 for those that no rule needs. */
const ROW_OF = new Uint16Array(0x10000);
/** For each character the rules, by layer, whose set of that layer holds it: most are needed by a few. */
const ROWS: Bits[] = [[]];
/** Rules that need nothing of a layer. */
const FREE = new Uint32Array(WIDTH);
/** Rules of whole texts. */
const WHOLE = new Uint32Array(WORDS);

const rows: Uint32Array[] = [new Uint32Array(WIDTH)];
for (const [i, rule] of RULES.entries()) {
  const sets = NEEDS[rule.id]?.split('\t') ?? [];
  if (rule.whole) mark(WHOLE, i);
  for (let layer = 0; layer < LAYERS; layer++) {
    const set = sets[layer];
    if (!set) mark(FREE, layer * WORDS * BITS + i);
    else for (const one of set) mark(rowOf(one.charCodeAt(0)), layer * WORDS * BITS + i);
  }
}
for (const row of rows.slice(1)) ROWS.push([...row].flatMap((bits, at) => (bits === 0 ? [] : [at, bits])));

function rowOf(code: number): Uint32Array {
  if (ROW_OF[code] === 0) ROW_OF[code] = rows.push(new Uint32Array(WIDTH)) - 1;
  return rows[ROW_OF[code] ?? 0] ?? FREE;
}

function mark(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

const held = new Uint32Array(WIDTH);
/** What stands between sentences, which rules of whole texts may need. */
const BETWEEN = '\n!;?。';

/** What a text is known to hold before any of its sentences was looked at. */
export function nothingHeld(): Uint32Array {
  const text = FREE.slice();
  for (const one of BETWEEN) addRow(text, one.charCodeAt(0));
  return text;
}

/** The rules for which something holds, to be looked among. */
export function rulesThat(holds: (rule: Rule) => boolean): Uint32Array {
  const among = new Uint32Array(WORDS);
  for (const [i, rule] of RULES.entries()) if (holds(rule)) mark(among, i);
  return among;
}

/**
 * The rules that can find anything in a sentence, in their order: those of which it holds a character of every set
 * (law/generated/needs.json). One pass over its characters.
 * @param text what its text holds, to which the sentence is added; @param among the rules that are asked
 */
export function rulesOfSentence(sentence: string, text: Uint32Array, among: Uint32Array): Rule[] {
  held.set(FREE);
  for (let i = 0; i < sentence.length; i++) addRow(held, sentence.charCodeAt(i));
  for (let k = 0; k < WIDTH; k++) text[k] = (text[k] as number) | (held[k] as number);
  return rulesIn(held, among, false);
}

/** The rules of whole texts that can find anything in a text, by what its sentences hold. */
export const rulesOfText = (text: Uint32Array, among: Uint32Array): Rule[] => rulesIn(text, among, true);

function addRow(to: Uint32Array, code: number): void {
  const row = ROWS[ROW_OF[code] as number] as Bits;
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
