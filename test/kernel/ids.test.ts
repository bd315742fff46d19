import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idFromBytes, idToBytes, isId, uuidV7 } from '../../src/kernel/ids';

const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('ids', () => {
  it('are UUIDs of version 7 and variant 10 that hold their time', () => {
    fc.assert(
      fc.property(instant, random, (ms, bytes) => {
        const id = uuidV7(ms, bytes);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(ms);
      }),
    );
  });

  it('sort by time', () => {
    fc.assert(
      fc.property(instant, instant, random, random, (a, b, x, y) => {
        fc.pre(a !== b);
        expect(uuidV7(a, x) < uuidV7(b, y)).toBe(a < b);
      }),
    );
  });

  it('keep the random bits apart from the fixed ones', () => {
    const [zeros, ones] = [new Uint8Array(10), new Uint8Array(10).fill(255)];
    expect(uuidV7(0, zeros)).toBe('00000000-0000-7000-8000-000000000000');
    expect(uuidV7(0, ones)).toBe('00000000-0000-7fff-bfff-ffffffffffff');
  });

  it('become 16 bytes and come back, wherever they lie', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(20), (id, offset) => {
        const bytes = new Uint8Array(offset + 16);
        idToBytes(id, bytes, offset);
        expect(idFromBytes(bytes, offset)).toBe(id);
      }),
    );
  });

  it.each([
    ['01890000-0000-7000-8000-000000000000', true],
    ['01890000-0000-7000-8000-00000000000', false],
    ['01890000-0000-7000-8000-00000000000G', false],
    ['01890000-0000-7000-8000-00000000000A', false],
    ["01890000-0000-7000-8000-000000000000'--", false],
    ['', false],
  ])('isId(%j) is %s', (text, expected) => {
    expect(isId(text)).toBe(expected);
  });
});
