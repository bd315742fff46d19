import characters from '../../law/characters.json' with { type: 'json' };
import traditional from '../../law/generated/traditional.json' with { type: 'json' };

/** A text in the one spelling that the rules are written in, with the way back to the original. */
export interface Folded {
  text: string;
  /** For each unit of `text` the UTF-16 offsets of the original that it comes from. */
  start: ArrayLike<number>;
  end: ArrayLike<number>;
}

const DROP = 0;
/** Stands for characters that become several, or that need a look of their own. */
const SLOW = 1;
const SPACE = 32;
const NEWLINE = 10;

/** What each unit of the basic plane becomes: itself, another unit, nothing ({@link DROP}) or {@link SLOW}. */
const UNITS = new Uint16Array(0x10000);
/** What becomes of the others, by code point. */
const POINTS = new Map<number, string>();

function prepare(): void {
  for (let code = 0; code < 0x10000; code++) UNITS[code] = code;
  for (let code = 0; code < 0x80; code++) if (code < 32 || code === 127) UNITS[code] = SPACE;
  UNITS[NEWLINE] = NEWLINE;
  UNITS[13] = NEWLINE;
  for (let code = 0x41; code <= 0x5a; code++) UNITS[code] = code + 32;
  for (const [from, to] of [
    [0x80, 0x2ff],
    [0x1e00, 0x1eff],
    [0x2000, 0x33ff],
    [0xf900, 0xfaff],
    [0xfe00, 0xffef],
  ] as const) {
    for (let code = from; code <= to; code++) set(code, compatible(String.fromCharCode(code)));
  }
  for (let code = 0x300; code <= 0x36f; code++) UNITS[code] = DROP;
  for (let code = 0x400; code <= 0x42f; code++)
    UNITS[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  for (let code = 0xd800; code <= 0xf8ff; code++) UNITS[code] = SLOW;
  for (let i = 0; i < traditional.pairs.length; i += 2) {
    UNITS[traditional.pairs.charCodeAt(i)] = traditional.pairs.charCodeAt(i + 1);
  }
  for (const table of [characters.alike, characters.marks]) {
    for (const [from, to] of Object.entries(table)) for (const one of from) set(one.codePointAt(0) ?? 0, to);
  }
  // What became a simplified character that stands for another goes all the way.
  for (let i = 1; i < traditional.pairs.length; i += 2) {
    const simple = UNITS[traditional.pairs.charCodeAt(i)] ?? 0;
    if (simple > SLOW) UNITS[traditional.pairs.charCodeAt(i - 1)] = simple;
  }
}

/** Full width to half, circled to plain, letters without their accents, pictures and invisible marks to nothing. */
function compatible(character: string): string {
  if (/\p{Cf}|\p{Variation_Selector}|\u20e3/u.test(character)) return '';
  if (/[\s\p{Z}]/u.test(character)) return character === '\u2028' || character === '\u2029' ? '\n' : ' ';
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').toLowerCase();
  if (plain === character && /\p{Extended_Pictographic}/u.test(character)) return '';
  return plain;
}

function set(code: number, to: string): void {
  if (code > 0xffff) POINTS.set(code, to);
  else if (to.length === 0) UNITS[code] = DROP;
  else if (to.length === 1) UNITS[code] = to.charCodeAt(0);
  else {
    UNITS[code] = SLOW;
    POINTS.set(code, to);
  }
}

function pointOf(code: number): string {
  let to = POINTS.get(code);
  if (to === undefined) {
    // Pictures, broken pairs and private use say nothing; mathematical letters and squared ones are letters.
    to = code > 0xffff ? compatible(String.fromCodePoint(code)) : '';
    if (POINTS.size < 5000) POINTS.set(code, to);
  }
  return to;
}

prepare();

/**
 * One spelling for what reads the same: half width, lower case, simplified, plain digits and letters, no pictures
 * or invisible marks. Punctuation and spaces stay: they part sentences.
 */
export function fold(original: string): Folded {
  const codes: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  for (let i = 0; i < original.length; i++) {
    const code = original.charCodeAt(i);
    const unit = UNITS[code] ?? code;
    if (unit > SLOW) {
      codes.push(unit);
      start.push(i);
      end.push(i + 1);
    } else if (unit === SLOW) {
      const point = original.codePointAt(i) ?? code;
      const size = point > 0xffff ? 2 : 1;
      const to = pointOf(point);
      for (let k = 0; k < to.length; k++) {
        codes.push(to.charCodeAt(k));
        start.push(i);
        end.push(i + size);
      }
      i += size - 1;
    }
  }
  return { text: textOf(codes), start, end };
}

function textOf(codes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < codes.length; i += 4096) text += String.fromCharCode(...codes.slice(i, i + 4096));
  return text;
}

/** What is put between the characters of a word to hide it. */
const SEPARATOR = new Uint8Array(0x10000);
for (const one of characters.separators) SEPARATOR[one.charCodeAt(0)] = 1;

/** 、 and the comma part words; with one character between two of them they pull one word apart. */
const PAUSES = new Set([0x2c, 0x3001]);
const isSpelled = (text: string, at: number, pause: number) =>
  text.charCodeAt(at + 2) === pause || text.charCodeAt(at - 2) === pause;

const isDigit = (code: number) => code >= 48 && code <= 57;

/** Where every character of a row stands by itself: 1 5 岁 可 以. */
const SPACED = /(?<![^\s,.。;!?:])(?:[^\s] ){3,}[^\s](?![^\s,.。;!?:])/g;

/** Which characters of a text are the spaces of such rows; null for none. */
function spacesOfRows(text: string): Uint8Array | null {
  let spaces: Uint8Array | null = null;
  for (const row of text.matchAll(SPACED)) {
    if (!HAN.test(row[0])) continue;
    spaces ??= new Uint8Array(text.length);
    for (let i = 1; i < row[0].length; i += 2) spaces[row.index + i] = 1;
  }
  return spaces;
}
const HAN = /\p{Script=Han}.*\p{Script=Han}/u;

/**
 * The same text without what was put between its letters; what parts digits stays, for a number without its mark is
 * another number, unless every character of a row stands by itself.
 * @returns the same object when there was nothing to take out
 */
export function tighten(folded: Folded): Folded {
  const { text } = folded;
  const kept: number[] = [];
  const spaced = spacesOfRows(text);
  let last = NEWLINE;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (SEPARATOR[code] !== 1) {
      if (PAUSES.has(code) && isSpelled(text, i, code)) continue;
      kept.push(i);
      last = code;
      continue;
    }
    if (spaced?.[i] === 1) continue;
    let next = i;
    while (next < text.length && SEPARATOR[text.charCodeAt(next)] === 1) next++;
    const after = next < text.length ? text.charCodeAt(next) : NEWLINE;
    if (isDigit(last) || isDigit(after)) for (let k = i; k < next; k++) kept.push(k);
    i = next - 1;
  }
  if (kept.length === text.length) return folded;
  return {
    text: textOf(kept.map((i) => text.charCodeAt(i))),
    start: kept.map((i) => folded.start[i] ?? 0),
    end: kept.map((i) => folded.end[i] ?? 0),
  };
}
