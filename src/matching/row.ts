import { type Id, idFromBytes, idToBytes } from '../kernel/ids';
import type { Schedule, Shift } from '../kernel/schedule';
import {
  BENEFITS,
  type Benefit,
  BUSINESS_KINDS,
  type BusinessKind,
  ENGAGEMENTS,
  type Engagement,
  SETTLEMENTS,
  type Settlement,
} from '../kernel/vocabulary';

/**
 * A posting as ranking sees it: compact, without text. Stored packed beside its place on the board, so that
 * ten thousand of them cross from Postgres as one value and unpack without parsing.
 */
export interface BoardRow {
  id: Id;
  businessId: Id;
  lat: number;
  lng: number;
  hourlyFen: number;
  /** ms */
  publishedAt: number;
  /** First instant (ms) at which the posting is no longer valid. */
  validUntil: number;
  /** Verification of the business holds until this instant (ms); 0 when never verified. */
  verifiedUntil: number;
  occupation: string | null;
  settlement: Settlement | null;
  benefits: readonly Benefit[];
  engagement: Engagement;
  businessKind: BusinessKind;
  /** Least age in years that the posting asks for, 0 when none. */
  minAge: number;
  schedule: Schedule;
}

const SCHEDULE_KINDS = ['all', 'atLeast', 'window'] as const;

// Layout, little endian: fixed head, then shifts of 8 bytes, then the occupation in UTF-8.
const HEAD = 94;
const SHIFT = 8;

/** Packs a row. The first four bytes are its length, so that rows can stand one after another. */
export function packRow(row: BoardRow): Uint8Array {
  const name = new TextEncoder().encode(row.occupation ?? '');
  const bytes = new Uint8Array(HEAD + row.schedule.shifts.length * SHIFT + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  idToBytes(row.id, bytes, 4);
  idToBytes(row.businessId, bytes, 20);
  view.setFloat64(36, row.lat, true);
  view.setFloat64(44, row.lng, true);
  view.setUint32(52, row.hourlyFen, true);
  view.setFloat64(56, row.publishedAt, true);
  view.setFloat64(64, row.validUntil, true);
  view.setFloat64(72, row.verifiedUntil, true);
  view.setUint8(80, row.settlement === null ? 255 : SETTLEMENTS.indexOf(row.settlement));
  view.setUint8(
    81,
    row.benefits.reduce((bits, benefit) => bits | (1 << BENEFITS.indexOf(benefit)), 0),
  );
  view.setUint8(82, ENGAGEMENTS.indexOf(row.engagement));
  view.setUint8(83, BUSINESS_KINDS.indexOf(row.businessKind));
  view.setUint8(84, row.minAge);
  view.setUint8(85, SCHEDULE_KINDS.indexOf(row.schedule.kind));
  view.setUint8(86, row.schedule.atLeast);
  view.setUint16(87, row.schedule.neededMinutes, true);
  view.setUint16(89, row.schedule.minBlockMinutes, true);
  view.setUint16(91, row.schedule.shifts.length, true);
  view.setUint8(93, name.length);
  row.schedule.shifts.forEach((shift, i) => {
    view.setUint16(HEAD + i * SHIFT, shift.start, true);
    view.setUint16(HEAD + i * SHIFT + 2, shift.end - shift.start, true);
    view.setInt32(HEAD + i * SHIFT + 4, shift.day, true);
  });
  bytes.set(name, HEAD + row.schedule.shifts.length * SHIFT);
  return bytes;
}

/** Unpacks rows that stand one after another. */
export function* unpackRows(bytes: Uint8Array): Generator<BoardRow> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += view.getUint32(at, true)) yield unpackRow(bytes, view, at);
}

const UTF8 = new TextDecoder();
const NAMES = new Map<string, string>();
/** Benefit lists by bit set: three benefits make eight lists, shared by all rows. */
const BENEFIT_LISTS = Array.from({ length: 1 << BENEFITS.length }, (_, bits) =>
  BENEFITS.filter((_, i) => bits & (1 << i)),
);

function unpackRow(bytes: Uint8Array, view: DataView, at: number): BoardRow {
  const count = view.getUint16(at + 91, true);
  const shifts: Shift[] = new Array(count);
  for (let i = 0; i < count; i++) {
    const s = at + HEAD + i * SHIFT;
    const start = view.getUint16(s, true);
    shifts[i] = { start, end: start + view.getUint16(s + 2, true), day: view.getInt32(s + 4, true) };
  }
  const nameAt = at + HEAD + count * SHIFT;
  return {
    id: idFromBytes(bytes, at + 4),
    businessId: idFromBytes(bytes, at + 20),
    lat: view.getFloat64(at + 36, true),
    lng: view.getFloat64(at + 44, true),
    hourlyFen: view.getUint32(at + 52, true),
    publishedAt: view.getFloat64(at + 56, true),
    validUntil: view.getFloat64(at + 64, true),
    verifiedUntil: view.getFloat64(at + 72, true),
    occupation: occupationName(bytes.subarray(nameAt, nameAt + view.getUint8(at + 93))),
    settlement: SETTLEMENTS[view.getUint8(at + 80)] ?? null,
    benefits: BENEFIT_LISTS[view.getUint8(at + 81)] ?? [],
    engagement: ENGAGEMENTS[view.getUint8(at + 82)] ?? 'part_time',
    businessKind: BUSINESS_KINDS[view.getUint8(at + 83)] ?? 'shop',
    minAge: view.getUint8(at + 84),
    schedule: {
      kind: SCHEDULE_KINDS[view.getUint8(at + 85)] ?? 'all',
      atLeast: view.getUint8(at + 86),
      neededMinutes: view.getUint16(at + 87, true),
      minBlockMinutes: view.getUint16(at + 89, true),
      shifts,
    },
  };
}

/** Occupations are a few dozen names: each is decoded once and shared. */
function occupationName(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return null;
  let key = '';
  for (const byte of bytes) key += String.fromCharCode(byte);
  const known = NAMES.get(key);
  if (known !== undefined) return known;
  const name = UTF8.decode(bytes);
  if (NAMES.size < 4096) NAMES.set(key, name);
  return name;
}
