import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BoardRow, packRow, unpackRows } from '../../src/matching';
import { boardRow } from '../properties/arbitraries';

/** Rows as plain values: an unpacked row reads its fields where they lie. */
function plain(row: BoardRow): BoardRow {
  const { id, businessId, lat, lng, hourlyFen, publishedAt, validUntil, verifiedUntil } = row;
  const {
    occupation,
    also,
    settlement,
    benefits,
    engagement,
    businessKind,
    minAge,
    endsAtRetirement,
    certificates,
    traits,
    schedule,
  } = row;
  const { kind, atLeast, neededMinutes, minBlockMinutes, shifts } = schedule;
  const times = shifts.map(({ start, end, day }) => ({ start, end, day }));
  return {
    ...{ id, businessId, lat, lng, hourlyFen, publishedAt, validUntil, verifiedUntil },
    ...{
      occupation,
      also,
      settlement,
      benefits: [...benefits],
      engagement,
      businessKind,
      minAge,
      endsAtRetirement,
      certificates,
      traits,
    },
    schedule: { kind, atLeast, neededMinutes, minBlockMinutes, shifts: times },
  };
}
/** Degrees are kept to seven digits. */
const rounded = (row: BoardRow): BoardRow => ({
  ...row,
  lat: Math.round(row.lat * 1e7) / 1e7,
  lng: Math.round(row.lng * 1e7) / 1e7,
});

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

describe('packed rows', () => {
  it('come back as they went, one after another', () => {
    fc.assert(
      fc.property(fc.array(boardRow, { maxLength: 6 }), (rows) => {
        const unpacked = [...unpackRows(joined(rows.map(packRow)))];
        expect(unpacked.map(plain)).toEqual(rows.map((row) => plain(rounded(row))));
      }),
      { numRuns: 300 },
    );
  });

  it('come back also from the middle of a larger buffer', () => {
    fc.assert(
      fc.property(boardRow, fc.nat(9), (row, offset) => {
        const packed = packRow(row);
        const buffer = new Uint8Array(packed.length + offset + 5);
        buffer.set(packed, offset);
        const unpacked = unpackRows(buffer.subarray(offset, offset + packed.length)).own(0);
        expect(plain(unpacked)).toEqual(plain(rounded(row)));
      }),
    );
  });

  it('are small: an ordinary posting takes little over a hundred bytes', () => {
    const [row] = fc.sample(
      boardRow.filter(({ schedule }) => schedule.shifts.length === 5),
      1,
    );
    expect(packRow(row as BoardRow).length).toBeLessThan(180);
  });

  it('of nothing are none', () => {
    expect([...unpackRows(new Uint8Array())]).toEqual([]);
  });
});
