import { DomainError } from './errors';

/**
 * Keyset cursors: opaque to the caller, they hold the sort key of the last item shown, so that rows that
 * come and go between two pages cause neither loss nor duplicates. They also hold a fingerprint of the
 * query, because a place in one list means nothing in another.
 */
export interface Cursor {
  /** Fingerprint of the query that made the list. */
  query: string;
  /** Sort key of the last item shown; numbers first, id last. */
  key: (number | string)[];
  /** The instant (ms) at which the list was first asked for; scores of later pages are taken at it. */
  asOf: number;
}

/** A 32-bit FNV-1a hash of the text's UTF-16 units. Short, stable, not for secrets. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
}

/** Fingerprint of a query: equal for equal values, whatever the order of their keys. */
export function fingerprint(query: Record<string, unknown>): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return fnv1a(JSON.stringify(pairs)).toString(36);
}

/** Cursor to text, safe in a URL. */
export function encodeCursor(cursor: Cursor): string {
  const json = JSON.stringify([1, cursor.query, cursor.asOf, cursor.key]);
  return btoa(String.fromCharCode(...new TextEncoder().encode(json)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/**
 * Text to cursor.
 * @throws DomainError `malformed/cursor_invalid` when it is not one, or belongs to another query
 */
export function decodeCursor(text: string, query: string): Cursor {
  const cursor = parseCursor(text);
  if (!cursor || cursor.query !== query) {
    throw new DomainError('malformed', 'cursor_invalid', {
      fields: [{ pointer: '/cursor', code: cursor ? 'cursor_other_query' : 'cursor_invalid' }],
    });
  }
  return cursor;
}

function parseCursor(text: string): Cursor | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const json = new TextDecoder().decode(Uint8Array.from(binary, (c) => c.charCodeAt(0)));
    const [version, query, asOf, key] = JSON.parse(json) as unknown[];
    const valid =
      version === 1 &&
      typeof query === 'string' &&
      typeof asOf === 'number' &&
      Number.isFinite(asOf) &&
      Array.isArray(key) &&
      key.every((part) => typeof part === 'string' || (typeof part === 'number' && Number.isFinite(part)));
    return valid ? { query, asOf, key: key as (number | string)[] } : null;
  } catch {
    return null;
  }
}
