import disguises from '../../law/disguises.json' with { type: 'json' };
import type { Folded } from './fold';
import { numberOf } from './numerals';

/** A word that is often disguised, and how its disguises are found where one may begin. */
interface Masked {
  word: string;
  find: RegExp;
  /** With what a word goes on whose first character is written as one; null for a word of one. */
  second: ReadonlySet<string> | null;
}

/** Ways to write each character: itself, what sounds alike, its pinyin, its parts next to each other. */
interface Ways {
  alike: string;
  latin: string;
  parts: string;
}
const PARTS: Readonly<Record<string, string>> = disguises.split;
const WAYS = new Map<string, Ways>();
for (const [character, written] of Object.entries(disguises.sounds)) {
  const [alike = '', latin = ''] = written.split(' ');
  WAYS.set(character, { alike, latin, parts: PARTS[character] ?? '' });
}

/** Words whose first letter is the sign of something else: 扣q is no 扣钱. */
const SPELT = new Set(disguises.spelt.split(' '));
/** Words of which the first character as well may be the letter that it begins with (z教). */
const INITIALS = new Set(disguises.initials.split(' '));

function secondOf(character: string): ReadonlySet<string> {
  const { alike = '', latin = '', parts = '' } = WAYS.get(character) ?? {};
  return new Set(` ${character}${alike}${latin.charAt(0)}${parts.charAt(0)}`);
}

/** Words that are only disguised in letters or parts: what sounds like them is another word (设备运输). */
const LETTERS = new Set(disguises.letters.split(' '));

/** Characters that begin others that are written in parts, with which a look at the next one says nothing. */
const FIRST_PARTS = new Set(Object.values(PARTS).map((parts) => parts.charAt(0)));

/** A letter for the first of a syllable, and no size or model (女s码, a款). */
const INITIAL_END = `(?![a-z0-9${disguises.sized}])`;

/** The words of which a disguise may begin with a character, by its code. */
const BY_FIRST: (Masked[] | undefined)[] = [];
for (const word of `${disguises.words} ${disguises.persons} ${disguises.letters}`.split(' ')) {
  const masked = { word, find: disguiseOf(word), second: word.length > 1 ? secondOf(word.charAt(1)) : null };
  const { alike = '', latin = '', parts = '' } = WAYS.get(word.charAt(0)) ?? {};
  const firsts = `${word.charAt(0)}${isHeard(word) ? alike : ''}${latin.charAt(0)}${parts.charAt(0)}`;
  for (const one of new Set(firsts)) {
    const list = BY_FIRST[one.charCodeAt(0)] ?? [];
    BY_FIRST[one.charCodeAt(0)] = list;
    list.push(masked);
  }
}

/** Whether what sounds like a word may stand for it; for one character it is another word. */
function isHeard(word: string): boolean {
  return word.length > 1 && !LETTERS.has(word);
}

function disguiseOf(word: string): RegExp {
  const ways = [...word].map((character, i) => {
    const { alike = '', latin = '', parts = '' } = WAYS.get(character) ?? {};
    const last = i === word.length - 1;
    const as = isHeard(word) ? [`[${character}${alike}]`] : word.length > 1 ? [character] : [];
    if (latin !== '') as.push(`${latin}${last ? '(?![a-z])' : ''}`);
    if (latin !== '' && (i > 0 ? !SPELT.has(word) : INITIALS.has(word)))
      as.push(`${latin.charAt(0)}${INITIAL_END}`);
    if (parts !== '') as.push(parts);
    return `(?:${as.join('|')})`;
  });
  return new RegExp(`(?!${word})${ways.join(' ?')}`, 'y');
}

const isLetter = (code: number) => code >= 97 && code <= 122;

/** Ages that are written half in figures and half in words (三5岁). */
const MIXED = new RegExp(disguises.mixed, 'g');

/** What a part of a text is to be read as. */
interface Reading {
  as: string;
  start: number;
  end: number;
}

/**
 * The text with the words that the rules look for in place of what only sounds like them or is their pinyin, in
 * whole or in part (已昏, yajin, dai款), and figures in place of mixed ones.
 * @returns the same object when nothing was disguised
 */
export function unmask(folded: Folded): Folded {
  const { text } = folded;
  const readings: Reading[] = [];
  for (let i = 0; i < text.length; i++) {
    const list = BY_FIRST[text.charCodeAt(i)];
    if (!list || (isLetter(text.charCodeAt(i)) && i > 0 && isLetter(text.charCodeAt(i - 1)))) continue;
    const found = longestOf(list, text, i);
    if (!found) continue;
    readings.push({ as: found.word, start: i, end: found.end });
    i = found.end - 1;
  }
  const plain = reread(folded, readings);
  if (!plain.text.includes(disguises.years)) return plain;
  const ages = [...plain.text.matchAll(MIXED)].map(({ 0: written, index }) => ({
    as: String(numberOf(written.replaceAll(' ', ''))),
    start: index,
    end: index + written.length,
  }));
  return reread(plain, ages);
}

/** The text with its parts as they are to be read; the way back leads to all of what was written. */
function reread(folded: Folded, readings: readonly Reading[]): Folded {
  if (readings.length === 0) return folded;
  let text = '';
  const start: number[] = [];
  const end: number[] = [];
  let kept = 0;
  const keep = (to: number) => {
    text += folded.text.slice(kept, to);
    for (let i = kept; i < to; i++) {
      start.push(folded.start[i] ?? 0);
      end.push(folded.end[i] ?? 0);
    }
  };
  for (const reading of readings) {
    keep(reading.start);
    text += reading.as;
    for (let k = 0; k < reading.as.length; k++) {
      start.push(folded.start[reading.start] ?? 0);
      end.push(folded.end[reading.end - 1] ?? 0);
    }
    kept = reading.end;
  }
  keep(folded.text.length);
  return { text, start, end };
}

function longestOf(list: readonly Masked[], text: string, at: number): { word: string; end: number } | null {
  let best: { word: string; end: number } | null = null;
  const first = text.charAt(at);
  const next = isLetter(text.charCodeAt(at)) || FIRST_PARTS.has(first) ? null : text.charAt(at + 1);
  for (const { word, find, second } of list) {
    if (next !== null && second !== null && !second.has(next)) continue;
    find.lastIndex = at;
    if (find.test(text) && find.lastIndex > (best?.end ?? at)) best = { word, end: find.lastIndex };
  }
  return best;
}
