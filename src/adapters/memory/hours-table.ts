import { AT, DATE, FLAG, HEAD, SHIFT } from '../../matching';
import type { Slab } from './slab';

const FIRST_SLOTS = 1 << 8;
const EMPTY = 0xffff_ffff;
/** First and last byte of the head that say something of the hours. */
const FIRST = AT.scheduleKind;
const LAST = AT.shifts + 1;
/** Of this byte only these bits do. */
const HOURS_FLAGS = FLAG.dated | FLAG.atLeastHigh;

/**
 * Numbers for hours 班次: rows of a slab whose hours are written alike have the same. A city has a hundred thousand
 * postings and a few hundred ways to say when: what is worked out for one way holds for all. Open addressing with linear
 * probing; the bytes stay where the rows are.
 */
export class HoursTable {
  readonly #slab: Slab;
  /** Where a row with these hours stands. */
  #offsets = new Uint32Array(FIRST_SLOTS).fill(EMPTY);
  #numbers = new Uint32Array(FIRST_SLOTS);
  #count = 0;

  constructor(slab: Slab) {
    this.#slab = slab;
  }

  /** How many numbers there are: they are all below it. */
  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#offsets.byteLength + this.#numbers.byteLength;
  }

  /** The number of the hours of the row at an offset; a new one for hours that were not seen before. */
  numberOf(offset: number): number {
    const slot = this.#slotOf(offset);
    if (this.#offsets[slot] !== EMPTY) return this.#numbers[slot] as number;
    this.#offsets[slot] = offset;
    this.#numbers[slot] = this.#count++;
    if (2 * this.#count > this.#offsets.length) this.#grow();
    return this.#count - 1;
  }

  #slotOf(offset: number): number {
    const last = this.#offsets.length - 1;
    for (let slot = this.#hash(offset) & last; ; slot = (slot + 1) & last) {
      const known = this.#offsets[slot] as number;
      if (known === EMPTY || this.#alike(known, offset)) return slot;
    }
  }

  #alike(a: number, b: number): boolean {
    const { bytes } = this.#slab;
    for (let at = FIRST; at <= LAST; at++)
      if (headByte(bytes, a, at) !== headByte(bytes, b, at)) return false;
    const end = HEAD + lengthOfShifts(bytes, a);
    for (let at = HEAD; at < end; at++) if (bytes[a + at] !== bytes[b + at]) return false;
    return true;
  }

  /** FNV-1a. */
  #hash(offset: number): number {
    const { bytes } = this.#slab;
    let hash = 0x811c9dc5;
    for (let at = FIRST; at <= LAST; at++) hash = Math.imul(hash ^ headByte(bytes, offset, at), 0x01000193);
    const end = HEAD + lengthOfShifts(bytes, offset);
    for (let at = HEAD; at < end; at++) {
      hash = Math.imul(hash ^ (bytes[offset + at] as number), 0x01000193);
    }
    return hash >>> 0;
  }

  #grow(): void {
    const [offsets, numbers] = [this.#offsets, this.#numbers];
    this.#offsets = new Uint32Array(2 * offsets.length).fill(EMPTY);
    this.#numbers = new Uint32Array(2 * offsets.length);
    for (let old = 0; old < offsets.length; old++) {
      const offset = offsets[old] as number;
      if (offset === EMPTY) continue;
      const slot = this.#slotOf(offset);
      this.#offsets[slot] = offset;
      this.#numbers[slot] = numbers[old] as number;
    }
  }
}

function headByte(bytes: Uint8Array, offset: number, at: number): number {
  const byte = bytes[offset + at] as number;
  return at === AT.dated ? byte & HOURS_FLAGS : byte;
}

function lengthOfShifts(bytes: Uint8Array, offset: number): number {
  const count = (bytes[offset + AT.shifts] as number) | ((bytes[offset + AT.shifts + 1] as number) << 8);
  const dated = ((bytes[offset + AT.dated] as number) & FLAG.dated) !== 0;
  return count * (SHIFT + (dated ? DATE : 0));
}
