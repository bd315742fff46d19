const UTF8 = new TextDecoder();
/** Occupations are a few dozen names: each is decoded once and shared, found again by a hash of its bytes. */
const NAMES = new Map<number, { bytes: Uint8Array; name: string }>();
const MOST_NAMES = 4096;

/** The occupation that stands in UTF-8 at `[start, end)`; null when nothing does. */
export function occupationName(bytes: Uint8Array, start: number, end: number): string | null {
  if (start === end) return null;
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
  const known = NAMES.get(hash);
  if (known && sameBytes(known.bytes, bytes, start, end)) return known.name;
  const slice = bytes.slice(start, end);
  const name = UTF8.decode(slice);
  if (NAMES.size < MOST_NAMES) NAMES.set(hash, { bytes: slice, name });
  return name;
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

const NUMBERED: (string | null)[] = [null];
const NUMBERS = new Map<string | null, number>([[null, NO_OCCUPATION]]);

/** A number for an occupation, the same as long as the program runs; {@link OTHER_OCCUPATION} when they run out. */
export function occupationNumber(name: string | null): number {
  const known = NUMBERS.get(name);
  if (known !== undefined) return known;
  if (NUMBERED.length > MOST_NAMES) return OTHER_OCCUPATION;
  NUMBERS.set(name, NUMBERED.length);
  return NUMBERED.push(name) - 1;
}

/** A figure for every numbered occupation, by its number; `figure` is asked for null (none) as well. */
export function byOccupation(figure: (occupation: string | null) => number): Float64Array {
  return Float64Array.from(NUMBERED, figure);
}
