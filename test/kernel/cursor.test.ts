import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, fingerprint, fnv1a } from '../../src/kernel/cursor';
import { DomainError } from '../../src/kernel/errors';

const cursors = fc.record({
  query: fc.string(),
  asOf: fc.integer(),
  key: fc.array(
    fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
      fc.string({ unit: 'grapheme' }),
    ),
  ),
});

function refusal(text: string, query: string): DomainError | null {
  try {
    decodeCursor(text, query);
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('cursors', () => {
  it('come back as they went, in characters that a URL takes as they are', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        const text = encodeCursor(cursor);
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(decodeCursor(text, cursor.query)).toEqual(cursor);
      }),
    );
  });

  it('belong to one query', () => {
    const text = encodeCursor({ query: 'a', asOf: 1, key: [0.5, 'x'] });
    const error = refusal(text, 'b');
    expect(error).toMatchObject({ kind: 'malformed', code: 'cursor_invalid' });
    expect(error?.fields).toEqual([{ pointer: '/cursor', code: 'cursor_other_query' }]);
  });

  it('refuses any other text without falling over', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json().map(btoaOrEmpty)), (text) => {
        expect(refusal(text, 'q')?.fields).toEqual([{ pointer: '/cursor', code: 'cursor_invalid' }]);
      }),
    );
  });

  it.each([
    ['another version', [2, 'q', 1, []]],
    ['no time', [1, 'q', null, []]],
    ['an endless time', '[1,"q",1e999,[]]'],
    ['objects in the key', [1, 'q', 1, [{}]]],
    ['no list', [1, 'q', 1, 'x']],
    ['null', null],
  ])('refuses %s', (_, value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    expect(refusal(btoa(text), 'q')).not.toBeNull();
  });
});

function btoaOrEmpty(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

describe('fingerprint', () => {
  it('does not depend on the order of keys nor on what is not said', () => {
    expect(fingerprint({ a: 1, b: 'x', c: undefined, d: null })).toBe(fingerprint({ b: 'x', a: 1 }));
  });

  it('differs for other values and for values at other keys', () => {
    const prints = [{ a: 1 }, { a: 2 }, { a: '1' }, { b: 1 }, { a: [1] }, {}].map(fingerprint);
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('hashes both bytes of a character', () => {
    // Of 洗 U+6D17 and 渗 U+6E17 only the upper byte differs.
    expect(fnv1a('洗')).not.toBe(fnv1a('渗'));
    expect(fnv1a('')).toBe(0x811c9dc5);
  });
});
