import needs from '../../law/generated/needs.json' with { type: 'json' };
import { LAYERS, RULES, type Rule } from './rule-book';

/** A bit for each rule. */
const WORDS = Math.ceil(RULES.length / 32);
const WIDTH = WORDS * LAYERS;
const BITS = 32;
const NEEDS: Readonly<Record<string, string>> = needs;

/** The row of each character in ROWS, 0 for those that no rule needs. */
const ROW_OF = new Uint16Array(0x10000);
/** For each character and layer the rules whose set of that layer holds it. */
const ROWS: Uint32Array[] = [new Uint32Array(WIDTH)];
/** Rules that need nothing of a layer. */
const FREE = new Uint32Array(WIDTH);
/** Rules of whole texts. */
const WHOLE = new Uint32Array(WORDS);

for (const [i, rule] of RULES.entries()) {
  const sets = NEEDS[rule.id]?.split('\t') ?? [];
  if (rule.whole) mark(WHOLE, i);
  for (let layer = 0; layer < LAYERS; layer++) {
    const set = sets[layer];
    if (!set) mark(FREE, layer * WORDS * BITS + i);
    else for (const one of set) mark(rowOf(one.charCodeAt(0)), layer * WORDS * BITS + i);
  }
}

function rowOf(code: number): Uint32Array {
  if (ROW_OF[code] === 0) ROW_OF[code] = ROWS.push(new Uint32Array(WIDTH)) - 1;
  return ROWS[ROW_OF[code] ?? 0] ?? FREE;
}

function mark(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

const held = new Uint32Array(WIDTH);

/**
 * The rules of sentences, or those of whole texts, that can find anything in a part, in their order: those of which it
 * holds a character of every set (law/generated/needs.json). One pass over its characters.
 */
export function rulesFor(part: string, whole: boolean): Rule[] {
  held.set(FREE);
  for (let i = 0; i < part.length; i++) {
    const row = ROW_OF[part.charCodeAt(i)] ?? 0;
    if (row === 0) continue;
    const bits = ROWS[row] as Uint32Array;
    for (let k = 0; k < WIDTH; k++) held[k] = (held[k] as number) | (bits[k] as number);
  }
  const found: Rule[] = [];
  for (let word = 0; word < WORDS; word++) {
    const kind = WHOLE[word] as number;
    let left = whole ? kind : ~kind;
    for (let layer = 0; layer < LAYERS; layer++) left &= held[layer * WORDS + word] as number;
    while (left !== 0) {
      const bit = 31 - Math.clz32(left & -left);
      found.push(RULES[word * BITS + bit] as Rule);
      left &= left - 1;
    }
  }
  return found;
}
