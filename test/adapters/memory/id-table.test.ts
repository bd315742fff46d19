import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdTable } from '../../../src/adapters/memory/id-table';
import { idToBytes } from '../../../src/kernel/ids';

/** Ids of which many end alike, so that they meet in the table. */
const id = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 1, 1023, 1024))
  .map(([a, b, tail]) => {
    const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
    return `01890000-000${a}-7000-8000-0${hex(b, 3)}${hex(tail, 8)}`;
  });

/** A table over ids that stand one after another in a growing buffer. */
function tableWithIds() {
  let bytes = new Uint8Array(16 * 64);
  let count = 0;
  const table = new IdTable({
    get bytes() {
      return bytes;
    },
    idAt: (row: number) => row,
  });
  return {
    table,
    remember(text: string) {
      const offset = 16 * count++;
      if (offset + 16 > bytes.length) {
        const larger = new Uint8Array(2 * bytes.length);
        larger.set(bytes);
        bytes = larger;
      }
      idToBytes(text, bytes, offset);
      return offset;
    },
  };
}

describe('IdTable', () => {
  it('holds what a Map would, whatever is set and deleted', () => {
    const step = fc.tuple(id, fc.boolean(), fc.integer({ min: 1, max: 1000 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const { table, remember } = tableWithIds();
        const wanted = new Map<string, { row: number; version: number }>();
        for (const [key, sets, version] of steps) {
          if (sets) {
            const offset = remember(key);
            table.set(offset, version);
            wanted.set(key, { row: offset, version });
          } else {
            table.delete(key);
            wanted.delete(key);
          }
        }
        expect(table.count).toBe(wanted.size);
        for (const [key, entry] of wanted) expect(table.find(key)).toEqual(entry);
        for (const [key] of steps) if (!wanted.has(key)) expect(table.find(key)).toBeNull();
        const entries = [...table.entries()].sort((a, b) => a.row - b.row);
        expect(entries).toEqual([...wanted.values()].sort((a, b) => a.row - b.row));
      }),
      { numRuns: 300 },
    );
  });

  it('grows', () => {
    const { table, remember } = tableWithIds();
    const ids = Array.from(
      { length: 5000 },
      (_, i) =>
        `01890000-0000-7000-8000-0000${((i * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0')}`,
    );
    for (const key of ids) table.set(remember(key), 1);
    expect(table.count).toBe(new Set(ids).size);
    for (const [i, key] of ids.entries()) expect(table.find(key)?.row).toBe(16 * i);
  });
});
