import { idToBytes } from '../kernel/ids';
import { BENEFITS, BUSINESS_KINDS, ENGAGEMENTS, SETTLEMENTS } from '../kernel/vocabulary';
import { occupationsKey } from './occupation-names';
import type { BoardRow } from './row';

/** Kinds of hours by their byte. */
export const SCHEDULE_KINDS = ['all', 'atLeast', 'window'] as const;

/**
 * Changes whenever {@link AT} does. Rows of another layout are written anew at the start of the program, see
 * `refreshBoard`; those before the first numbered layout have the first byte of an id here, which is 1.
 */
export const LAYOUT = 3;

/** Degrees are kept in units of 10⁻⁷, about a centimetre; places are rounded to that when they come in. */
export const DEGREE = 1e7;

// Little endian: fixed head, shifts of 4 bytes, their dates (4 bytes each) if any has one, the occupation
// in UTF-8 and, behind a tab, what the work is besides. Every byte is read by the ten thousand, so nothing is wider than it must be.
/** Where each field of a packed row stands. */
export const AT = {
  length: 0,
  layout: 2,
  id: 3,
  businessId: 19,
  lat: 35,
  lng: 39,
  hourlyFen: 43,
  publishedAt: 47,
  validUntil: 53,
  verifiedUntil: 59,
  settlement: 65,
  benefits: 66,
  engagement: 67,
  businessKind: 68,
  minAge: 69,
  certificates: 70,
  traits: 71,
  scheduleKind: 73,
  atLeast: 74,
  dated: 75,
  neededMinutes: 76,
  minBlockMinutes: 78,
  shifts: 80,
  nameLength: 82,
} as const;
/** Bits of the byte `dated`; `atLeast` is below 512, see the limits of the schedule in jobs/schema.ts. */
export const FLAG = { dated: 1, atLeastHigh: 2, endsAtRetirement: 128 } as const;
/** Bytes before the shifts. */
export const HEAD = 83;
/** Bytes of a shift: start and length in minutes. */
export const SHIFT = 4;
/** Bytes of the date of a shift: its epoch day. */
export const DATE = 4;

/** Bytes of the packed row at an offset. */
export function lengthAt(view: DataView, offset: number): number {
  return view.getUint16(offset + AT.length, true);
}

/** Packs a row. The first two bytes are its length, so that rows can stand one after another. */
export function packRow(row: BoardRow): Uint8Array {
  const { schedule } = row;
  const name = new TextEncoder().encode(occupationsKey(row));
  const dated = schedule.shifts.some((shift) => shift.day >= 0);
  const count = schedule.shifts.length;
  const bytes = new Uint8Array(HEAD + count * (SHIFT + (dated ? DATE : 0)) + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(AT.length, bytes.length, true);
  view.setUint8(AT.layout, LAYOUT);
  idToBytes(row.id, bytes, AT.id);
  idToBytes(row.businessId, bytes, AT.businessId);
  view.setInt32(AT.lat, Math.round(row.lat * DEGREE), true);
  view.setInt32(AT.lng, Math.round(row.lng * DEGREE), true);
  view.setUint32(AT.hourlyFen, row.hourlyFen, true);
  setInstant(view, AT.publishedAt, row.publishedAt);
  setInstant(view, AT.validUntil, row.validUntil);
  setInstant(view, AT.verifiedUntil, row.verifiedUntil);
  view.setUint8(AT.settlement, row.settlement === null ? 255 : SETTLEMENTS.indexOf(row.settlement));
  view.setUint8(
    AT.benefits,
    row.benefits.reduce((bits, benefit) => bits | (1 << BENEFITS.indexOf(benefit)), 0),
  );
  view.setUint8(AT.engagement, ENGAGEMENTS.indexOf(row.engagement));
  view.setUint8(AT.businessKind, BUSINESS_KINDS.indexOf(row.businessKind));
  view.setUint8(AT.minAge, row.minAge);
  view.setUint8(AT.certificates, row.certificates);
  view.setUint16(AT.traits, row.traits, true);
  view.setUint8(AT.scheduleKind, SCHEDULE_KINDS.indexOf(schedule.kind));
  view.setUint8(AT.atLeast, schedule.atLeast & 0xff);
  // Fifty rules over seven days are more than a byte holds: the rest of the number stands beside the flag.
  view.setUint8(
    AT.dated,
    (dated ? FLAG.dated : 0) |
      ((schedule.atLeast >> 8) * FLAG.atLeastHigh) |
      (row.endsAtRetirement ? FLAG.endsAtRetirement : 0),
  );
  view.setUint16(AT.neededMinutes, schedule.neededMinutes, true);
  view.setUint16(AT.minBlockMinutes, schedule.minBlockMinutes, true);
  view.setUint16(AT.shifts, count, true);
  view.setUint8(AT.nameLength, name.length);
  schedule.shifts.forEach((shift, i) => {
    view.setUint16(HEAD + i * SHIFT, shift.start, true);
    view.setUint16(HEAD + i * SHIFT + 2, shift.end - shift.start, true);
    if (dated) view.setInt32(HEAD + count * SHIFT + i * DATE, shift.day, true);
  });
  bytes.set(name, bytes.length - name.length);
  return bytes;
}

/** Instants in ms take 48 bits until the year 10889. */
function setInstant(view: DataView, at: number, ms: number): void {
  view.setUint32(at, ms % 2 ** 32, true);
  view.setUint16(at + 4, Math.floor(ms / 2 ** 32), true);
}
