import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createVault } from '../../../src/adapters/crypto/vault';
import type { Vault } from '../../../src/trust';

/** What lies sealed is opened by nobody without the key, for no other purpose, and not when it was touched. */
const KEY = new Uint8Array(32).fill(7);
let vault: Vault;
beforeAll(async () => {
  vault = await createVault(KEY);
});

describe('sealing', () => {
  it('gives back any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        expect(await vault.open('phone', await vault.seal('phone', text))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('never seals the same text to the same bytes, and hides it', async () => {
    const seals = await Promise.all(Array.from({ length: 50 }, () => vault.seal('phone', '13800000000')));
    expect(new Set(seals.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(50);
    for (const bytes of seals) expect(Buffer.from(bytes).includes('1380000')).toBe(false);
  });

  it('is refused with any byte changed, cut or added', async () => {
    const sealed = await vault.seal('home', '[35.19,113.26]');
    for (let i = 0; i < sealed.length; i++) {
      const touched = sealed.slice();
      touched[i] = (touched[i] ?? 0) ^ 1;
      await expect(vault.open('home', touched), `byte ${i}`).rejects.toThrow();
    }
    for (const cut of [
      sealed.slice(0, -1),
      sealed.slice(0, 13),
      sealed.slice(0, 1),
      new Uint8Array(),
      new Uint8Array([...sealed, 0]),
    ]) {
      await expect(vault.open('home', cut)).rejects.toThrow();
    }
  });

  it('is refused for another purpose', async () => {
    await expect(vault.open('home', await vault.seal('phone', '1'))).rejects.toThrow();
  });

  it('is refused by another key', async () => {
    const other = await createVault(new Uint8Array(randomBytes(32)));
    await expect(other.open('phone', await vault.seal('phone', '1'))).rejects.toThrow();
  });

  it('is opened by the same key in another process', async () => {
    const again = await createVault(KEY.slice());
    expect(await again.open('phone', await vault.seal('phone', '13800000000'))).toBe('13800000000');
  });
});

describe('the blind index', () => {
  it('is the same for the same, and for nothing else', async () => {
    const index = await vault.blindIndex('phone', '13800000000');
    expect(index).toMatch(/^[0-9a-f]{64}$/);
    expect(await vault.blindIndex('phone', '13800000000')).toBe(index);
    const others = await Promise.all([
      vault.blindIndex('phone', '13800000001'),
      vault.blindIndex('home', '13800000000'),
      (await createVault(new Uint8Array(32).fill(8))).blindIndex('phone', '13800000000'),
    ]);
    expect(new Set([index, ...others]).size).toBe(4);
  });

  it('cannot be mixed up by moving the border between purpose and text', async () => {
    expect(await vault.blindIndex('a', 'b')).not.toBe(await vault.blindIndex('ab', ''));
  });
});

it.each([0, 16, 31, 33])('a key of %i bytes is none', async (length) => {
  await expect(createVault(new Uint8Array(length))).rejects.toThrow(RangeError);
});
