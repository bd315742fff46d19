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
  readonly id: Id;
  readonly businessId: Id;
  readonly lat: number;
  readonly lng: number;
  readonly hourlyFen: number;
  /** ms */
  readonly publishedAt: number;
  /** First instant (ms) at which the posting is no longer valid. */
  readonly validUntil: number;
  /** Verification of the business holds until this instant (ms); 0 when never verified. */
  readonly verifiedUntil: number;
  readonly occupation: string | null;
  readonly settlement: Settlement | null;
  readonly benefits: readonly Benefit[];
  readonly engagement: Engagement;
  readonly businessKind: BusinessKind;
  /** Least age in years that the posting asks for, 0 when none. */
  readonly minAge: number;
  readonly schedule: Schedule;
}

const SCHEDULE_KINDS = ['all', 'atLeast', 'window'] as const;

/** Degrees are kept in units of 10⁻⁷, about a centimetre; places are rounded to that when they come in. */
const DEGREE = 1e7;

// Layout, little endian: fixed head, shifts of 4 bytes, their dates (4 bytes each) if any has one, the occupation
// in UTF-8. Every byte is read by the ten thousand, so nothing is wider than it must be.
const AT = {
  length: 0,
  id: 2,
  businessId: 18,
  lat: 34,
  lng: 38,
  hourlyFen: 42,
  publishedAt: 46,
  validUntil: 52,
  verifiedUntil: 58,
  settlement: 64,
  benefits: 65,
  engagement: 66,
  businessKind: 67,
  minAge: 68,
  scheduleKind: 69,
  atLeast: 70,
  dated: 71,
  neededMinutes: 72,
  minBlockMinutes: 74,
  shifts: 76,
  nameLength: 78,
} as const;
const HEAD = 79;
const SHIFT = 4;
const DATE = 4;

/** Packs a row. The first two bytes are its length, so that rows can stand one after another. */
export function packRow(row: BoardRow): Uint8Array {
  const { schedule } = row;
  const name = new TextEncoder().encode(row.occupation ?? '');
  const dated = schedule.shifts.some((shift) => shift.day >= 0);
  const count = schedule.shifts.length;
  const bytes = new Uint8Array(HEAD + count * (SHIFT + (dated ? DATE : 0)) + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(AT.length, bytes.length, true);
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
  view.setUint8(AT.scheduleKind, SCHEDULE_KINDS.indexOf(schedule.kind));
  view.setUint8(AT.atLeast, schedule.atLeast);
  view.setUint8(AT.dated, dated ? 1 : 0);
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

/** Unpacks rows that stand one after another. */
export function* unpackRows(bytes: Uint8Array): Generator<BoardRow> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; at += view.getUint16(at, true)) yield new PackedRow(bytes, view, at);
}

/**
 * A row that reads its fields where they lie, when they are asked for: of ten thousand rows most are put aside
 * after a look at one or two of them.
 */
class PackedRow implements BoardRow {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #at: number;
  #schedule: Schedule | null = null;

  constructor(bytes: Uint8Array, view: DataView, at: number) {
    this.#bytes = bytes;
    this.#view = view;
    this.#at = at;
  }
  get id() {
    return idFromBytes(this.#bytes, this.#at + AT.id);
  }
  get businessId() {
    return idFromBytes(this.#bytes, this.#at + AT.businessId);
  }
  get lat() {
    return this.#view.getInt32(this.#at + AT.lat, true) / DEGREE;
  }
  get lng() {
    return this.#view.getInt32(this.#at + AT.lng, true) / DEGREE;
  }
  get hourlyFen() {
    return this.#view.getUint32(this.#at + AT.hourlyFen, true);
  }
  get publishedAt() {
    return this.#instant(AT.publishedAt);
  }
  get validUntil() {
    return this.#instant(AT.validUntil);
  }
  get verifiedUntil() {
    return this.#instant(AT.verifiedUntil);
  }
  get settlement() {
    return SETTLEMENTS[this.#byte(AT.settlement)] ?? null;
  }
  get benefits() {
    return BENEFIT_LISTS[this.#byte(AT.benefits)] ?? [];
  }
  get engagement() {
    return ENGAGEMENTS[this.#byte(AT.engagement)] ?? 'part_time';
  }
  get businessKind() {
    return BUSINESS_KINDS[this.#byte(AT.businessKind)] ?? 'shop';
  }
  get minAge() {
    return this.#byte(AT.minAge);
  }
  get occupation() {
    const end = this.#at + this.#view.getUint16(this.#at + AT.length, true);
    return occupationName(this.#bytes, end - this.#byte(AT.nameLength), end);
  }
  get schedule() {
    this.#schedule ??= this.#readSchedule();
    return this.#schedule;
  }

  #byte(offset: number): number {
    return this.#view.getUint8(this.#at + offset);
  }
  #instant(offset: number): number {
    const at = this.#at + offset;
    return this.#view.getUint32(at, true) + this.#view.getUint16(at + 4, true) * 2 ** 32;
  }
  #readSchedule(): Schedule {
    const view = this.#view;
    const count = view.getUint16(this.#at + AT.shifts, true);
    const dated = this.#byte(AT.dated) === 1;
    const first = this.#at + HEAD;
    const shifts: Shift[] = new Array(count);
    for (let i = 0; i < count; i++) {
      const at = first + i * SHIFT;
      const start = view.getUint16(at, true);
      const day = dated ? view.getInt32(first + count * SHIFT + i * DATE, true) : -1;
      shifts[i] = { start, end: start + view.getUint16(at + 2, true), day };
    }
    return {
      kind: SCHEDULE_KINDS[this.#byte(AT.scheduleKind)] ?? 'all',
      atLeast: this.#byte(AT.atLeast),
      neededMinutes: view.getUint16(this.#at + AT.neededMinutes, true),
      minBlockMinutes: view.getUint16(this.#at + AT.minBlockMinutes, true),
      shifts,
    };
  }
}

const UTF8 = new TextDecoder();
/** Occupations are a few dozen names: each is decoded once and shared, found again by a hash of its bytes. */
const NAMES = new Map<number, { bytes: Uint8Array; name: string }>();
/** Benefit lists by bit set: three benefits make eight lists, shared by all rows. */
const BENEFIT_LISTS: readonly (readonly Benefit[])[] = Array.from(
  { length: 1 << BENEFITS.length },
  (_, bits) => BENEFITS.filter((_, i) => bits & (1 << i)),
);

function occupationName(bytes: Uint8Array, start: number, end: number): string | null {
  if (start === end) return null;
  let hash = end - start;
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0;
  const known = NAMES.get(hash);
  if (known && sameBytes(known.bytes, bytes, start, end)) return known.name;
  const slice = bytes.slice(start, end);
  const name = UTF8.decode(slice);
  if (NAMES.size < 4096) NAMES.set(hash, { bytes: slice, name });
  return name;
}

function sameBytes(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}
