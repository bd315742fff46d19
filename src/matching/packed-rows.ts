import { type Id, idFromBytes } from '../kernel/ids';
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
import { Columns, type ColumnsView } from './columns';
import { type Occupations, occupationsAt } from './occupation-names';
import { AT, DATE, DEGREE, FLAG, HEAD, LAYOUT, lengthAt, packRow, SCHEDULE_KINDS, SHIFT } from './pack';
import type { BoardRow, Rows } from './row';

/** Packed rows that stand one after another. @throws when another version of the program has packed them */
export function unpackRows(bytes: Uint8Array): Rows {
  const view = viewOf(bytes);
  const columns = new Columns();
  const row = new PackedRow(bytes, view, 0);
  for (let at = 0; at < bytes.length; at += lengthAt(view, at)) {
    if (bytes[at + AT.layout] !== LAYOUT)
      throw new Error('the board was written by another version: npm run reindex');
    columns.add(row.moveTo(at), at);
  }
  const slots = Uint32Array.from({ length: columns.count }, (_, slot) => slot);
  return new PackedRows(bytes, view, columns.snapshot(), slots);
}

/** Rows in a list, as rows that were unpacked. */
export function rowsOf(list: readonly BoardRow[]): Rows {
  const packed = list.map(packRow);
  const bytes = new Uint8Array(packed.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of packed) {
    bytes.set(part, at);
    at += part.length;
  }
  return unpackRows(bytes);
}

/** Rows that stand anywhere in a buffer, by their slots. What is in buffer and columns must not change while they are in use. */
export class PackedRows implements Rows {
  readonly count: number;
  readonly columns: ColumnsView;
  readonly slots: Uint32Array;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #lent: PackedRow;

  constructor(bytes: Uint8Array, view: DataView, columns: ColumnsView, slots: Uint32Array) {
    this.#bytes = bytes;
    this.#view = view;
    this.columns = columns;
    this.slots = slots;
    this.count = slots.length;
    this.#lent = new PackedRow(bytes, view, 0);
  }

  lend(position: number): PackedRow {
    return this.#lent.moveTo(this.#offsetOf(position));
  }

  own(position: number): PackedRow {
    return new PackedRow(this.#bytes, this.#view, this.#offsetOf(position));
  }

  spread(figures: ReadonlyMap<Id, number>): Float64Array {
    const spread = new Float64Array(this.count);
    if (figures.size === 0) return spread;
    const ids = new Map<number, Id[]>();
    for (const id of figures.keys()) {
      const mark = markOf(id);
      ids.set(mark, [...(ids.get(mark) ?? []), id]);
    }
    for (let i = 0; i < this.count; i++) {
      // An id is spelled out only where its last digits are those of one that is looked for.
      const alike = ids.get(this.lend(i).mark);
      const id = alike?.includes(this.lend(i).id) ? this.lend(i).id : undefined;
      if (id !== undefined) spread[i] = figures.get(id) ?? 0;
    }
    return spread;
  }

  *[Symbol.iterator](): Iterator<BoardRow> {
    for (let i = 0; i < this.count; i++) yield this.own(i);
  }

  #offsetOf(position: number): number {
    return this.columns.offset[this.slots[position] as number] as number;
  }
}

/** The view of a buffer by which {@link PackedRow} reads. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bits of a small integer: such numbers are found in a map without being boxed. */
const MARK = 0x0fff_ffff;

function markOf(id: Id): number {
  return Number.parseInt(id.slice(-8), 16) & MARK;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A row that reads its fields where they lie, when they are asked for: of ten thousand rows most are put aside
 * after a look at one or two of them. It can be moved along the buffer, and then makes no new objects.
 */
export class PackedRow implements BoardRow {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at: number;
  #read = false;
  readonly #schedule: Mutable<Schedule> = {
    kind: 'all',
    atLeast: 0,
    neededMinutes: 0,
    minBlockMinutes: 0,
    shifts: [],
  };
  /** Lists of shifts by their length, made once each. */
  readonly #lists: Shift[][] = [];

  constructor(bytes: Uint8Array, view: DataView, at: number) {
    this.#bytes = bytes;
    this.#view = view;
    this.#at = at;
  }

  moveTo(at: number): this {
    this.#at = at;
    this.#read = false;
    return this;
  }

  get id(): Id {
    return idFromBytes(this.#bytes, this.#at + AT.id);
  }
  /** The last 28 random bits of the id, by which rows are told apart quickly, though not surely. */
  get mark(): number {
    return this.#view.getUint32(this.#at + AT.id + 12) & MARK;
  }
  get businessId(): Id {
    return idFromBytes(this.#bytes, this.#at + AT.businessId);
  }
  get lat(): number {
    return this.#view.getInt32(this.#at + AT.lat, true) / DEGREE;
  }
  get lng(): number {
    return this.#view.getInt32(this.#at + AT.lng, true) / DEGREE;
  }
  get hourlyFen(): number {
    return this.#view.getUint32(this.#at + AT.hourlyFen, true);
  }
  get publishedAt(): number {
    return this.#instant(AT.publishedAt);
  }
  get validUntil(): number {
    return this.#instant(AT.validUntil);
  }
  get verifiedUntil(): number {
    return this.#instant(AT.verifiedUntil);
  }
  get settlement(): Settlement | null {
    return SETTLEMENTS[this.#byte(AT.settlement)] ?? null;
  }
  get benefits(): readonly Benefit[] {
    return BENEFIT_LISTS[this.#byte(AT.benefits)] ?? [];
  }
  get engagement(): Engagement {
    return ENGAGEMENTS[this.#byte(AT.engagement)] ?? 'part_time';
  }
  get businessKind(): BusinessKind {
    return BUSINESS_KINDS[this.#byte(AT.businessKind)] ?? 'shop';
  }
  get minAge(): number {
    return this.#byte(AT.minAge);
  }
  get endsAtRetirement(): boolean {
    return (this.#byte(AT.dated) & FLAG.endsAtRetirement) !== 0;
  }
  get certificates(): number {
    return this.#byte(AT.certificates);
  }
  get traits(): number {
    return this.#view.getUint16(this.#at + AT.traits, true);
  }
  get occupation(): string | null {
    return this.#occupations().occupation;
  }
  get also(): string | null {
    return this.#occupations().also;
  }
  get schedule(): Schedule {
    if (!this.#read) this.#readSchedule();
    return this.#schedule;
  }

  #occupations(): Occupations {
    const end = this.#at + this.#view.getUint16(this.#at + AT.length, true);
    return occupationsAt(this.#bytes, end - this.#byte(AT.nameLength), end);
  }
  #byte(offset: number): number {
    return this.#view.getUint8(this.#at + offset);
  }
  #instant(offset: number): number {
    const at = this.#at + offset;
    return this.#view.getUint32(at, true) + this.#view.getUint16(at + 4, true) * 2 ** 32;
  }
  #readSchedule(): void {
    const view = this.#view;
    const count = view.getUint16(this.#at + AT.shifts, true);
    const flags = this.#byte(AT.dated);
    const dated = (flags & FLAG.dated) !== 0;
    const schedule = this.#schedule;
    schedule.kind = SCHEDULE_KINDS[this.#byte(AT.scheduleKind)] ?? 'all';
    schedule.atLeast = this.#byte(AT.atLeast) + (flags & FLAG.atLeastHigh ? 256 : 0);
    schedule.neededMinutes = view.getUint16(this.#at + AT.neededMinutes, true);
    schedule.minBlockMinutes = view.getUint16(this.#at + AT.minBlockMinutes, true);
    const shifts = this.#listOf(count);
    const first = this.#at + HEAD;
    for (let i = 0; i < count; i++) {
      const at = first + i * SHIFT;
      const shift = shifts[i] as Shift;
      shift.start = view.getUint16(at, true);
      shift.end = shift.start + view.getUint16(at + 2, true);
      shift.day = dated ? view.getInt32(first + count * SHIFT + i * DATE, true) : -1;
    }
    schedule.shifts = shifts;
    this.#read = true;
  }
  #listOf(count: number): Shift[] {
    const known = this.#lists[count];
    if (known) return known;
    const made = Array.from({ length: count }, () => ({ start: 0, end: 0, day: -1 }));
    this.#lists[count] = made;
    return made;
  }
}

/** Benefit lists by bit set: three benefits make eight lists, shared by all rows. */
const BENEFIT_LISTS: readonly (readonly Benefit[])[] = Array.from(
  { length: 1 << BENEFITS.length },
  (_, bits) => BENEFITS.filter((_, i) => bits & (1 << i)),
);
