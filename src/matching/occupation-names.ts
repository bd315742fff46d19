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
