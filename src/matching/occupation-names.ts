const UTF8 = new TextDecoder();
/** Occupations are a few dozen names, alone or in twos: each is decoded once and shared, found again by a hash of its bytes. */
const NAMES = new Map<number, { bytes: Uint8Array; names: Occupations }>();
const MOST_NAMES = 4096;

/** What the work of a posting is, and is besides. */
export interface Occupations {
  readonly occupation: string | null;
  readonly also: string | null;
}

const NOTHING: Occupations = { occupation: null, also: null };
const AND = '\t';

/** Both in one text. */
export const occupationsKey = ({ occupation, also }: Occupations): string =>
  also === null ? (occupation ?? '') : `${occupation ?? ''}${AND}${also}`;

function occupationsOf(key: string): Occupations {
  const [occupation, also] = key.split(AND);
  return { occupation: occupation || null, also: also ?? null };
}

/** What {@link occupationsKey} wrote in UTF-8 at `[start, end)`. */
export function occupationsAt(bytes: Uint8Array, start: number, end: number): Occupations {
  if (start === end) return NOTHING;
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
  const known = NAMES.get(hash);
  if (known && sameBytes(known.bytes, bytes, start, end)) return known.names;
  const slice = bytes.slice(start, end);
  const names = occupationsOf(UTF8.decode(slice));
  if (NAMES.size < MOST_NAMES) NAMES.set(hash, { bytes: slice, names });
  return names;
}

function sameBytes(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}

/** Stands for no occupation at all. */
export const NO_OCCUPATION = 0;
/** Stands for every occupation that has no number of its own: the row says which it is. */
export const OTHER_OCCUPATION = 0xffff;

const NUMBERED: Occupations[] = [NOTHING];
const NUMBERS = new Map<string, number>([['', NO_OCCUPATION]]);

/** A number for what the work is and is besides, the same as long as the program runs; {@link OTHER_OCCUPATION} when they run out. */
export function occupationNumber(names: Occupations): number {
  const key = occupationsKey(names);
  const known = NUMBERS.get(key);
  if (known !== undefined) return known;
  if (NUMBERED.length > MOST_NAMES) return OTHER_OCCUPATION;
  NUMBERS.set(key, NUMBERED.length);
  return NUMBERED.push({ occupation: names.occupation, also: names.also }) - 1;
}

/** A figure for everything numbered, by its number; `figure` is asked for nothing at all as well. */
export function byOccupation(figure: (names: Occupations) => number): Float64Array {
  return Float64Array.from(NUMBERED, figure);
}
