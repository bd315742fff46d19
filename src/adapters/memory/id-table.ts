import { type Id, idToBytes } from '../../kernel/ids';

const FIRST_SLOTS = 1 << 10;
const EMPTY = 0xffff_ffff;

/** The rows that a table speaks of: the 16 bytes of the id of each stand `idAt` bytes behind its offset. */
export interface IdRows {
  readonly bytes: Uint8Array;
  readonly idAt: number;
}

/**
 * A hash table from id to offset and version, by open addressing with linear probing (Knuth, The Art of Computer
 * Programming 3, 6.4, algorithms L and R). The ids stay where the rows are: a posting costs 8 bytes a slot, where a
 * Map of strings costs over a hundred.
 */
export class IdTable {
  readonly #rows: IdRows;
  #offsets: Uint32Array;
  #versions: Int32Array;
  #count = 0;
  readonly #key = new Uint8Array(16);

  /** @param expected how many ids are to come, so that the table need not grow on the way */
  constructor(rows: IdRows, expected = 0) {
    this.#rows = rows;
    let slots = FIRST_SLOTS;
    while (slots < 2 * (expected + 1)) slots *= 2;
    this.#offsets = new Uint32Array(slots).fill(EMPTY);
    this.#versions = new Int32Array(slots);
  }

  get count(): number {
    return this.#count;
  }

  /** The offset and version of an id, null when it is not there. */
  find(id: Id): { offset: number; version: number } | null {
    const slot = this.#slotOf(id);
    const offset = this.#offsets[slot] as number;
    return offset === EMPTY ? null : { offset, version: this.#versions[slot] as number };
  }

  /** Adds the row at an offset, in the place of what its id had before. */
  set(offset: number, version: number): void {
    if (2 * (this.#count + 1) > this.#offsets.length) this.#grow();
    const slot = this.#slotFor(this.#rows.bytes, offset + this.#rows.idAt);
    if (this.#offsets[slot] === EMPTY) this.#count++;
    this.#offsets[slot] = offset;
    this.#versions[slot] = version;
  }

  /** Removes an id; one that is not there is no error. */
  delete(id: Id): void {
    let hole = this.#slotOf(id);
    if (this.#offsets[hole] === EMPTY) return;
    this.#count--;
    const last = this.#offsets.length - 1;
    for (let slot = (hole + 1) & last; this.#offsets[slot] !== EMPTY; slot = (slot + 1) & last) {
      const home = this.#homeOf(this.#offsets[slot] as number);
      // An entry may fill the hole unless its home lies behind the hole, on the way to where it stands.
      if (((slot - home) & last) < ((slot - hole) & last)) continue;
      this.#offsets[hole] = this.#offsets[slot] as number;
      this.#versions[hole] = this.#versions[slot] as number;
      hole = slot;
    }
    this.#offsets[hole] = EMPTY;
  }

  /** Every entry, in no order. */
  *entries(): Generator<{ offset: number; version: number }> {
    for (let slot = 0; slot < this.#offsets.length; slot++) {
      const offset = this.#offsets[slot] as number;
      if (offset !== EMPTY) yield { offset, version: this.#versions[slot] as number };
    }
  }

  #slotOf(id: Id): number {
    idToBytes(id, this.#key, 0);
    return this.#slotFor(this.#key, 0);
  }

  /** The slot of the id whose bytes stand at a place, or the empty one that it would take. */
  #slotFor(key: Uint8Array, at: number): number {
    const last = this.#offsets.length - 1;
    let slot = markOf(key, at) & last;
    for (;;) {
      const offset = this.#offsets[slot] as number;
      if (offset === EMPTY || this.#holds(offset, key, at)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #holds(offset: number, key: Uint8Array, at: number): boolean {
    const { bytes, idAt } = this.#rows;
    for (let i = 15; i >= 0; i--) if (bytes[offset + idAt + i] !== key[at + i]) return false;
    return true;
  }

  #homeOf(offset: number): number {
    const { bytes, idAt } = this.#rows;
    return markOf(bytes, offset + idAt) & (this.#offsets.length - 1);
  }

  #grow(): void {
    const [offsets, versions] = [this.#offsets, this.#versions];
    this.#offsets = new Uint32Array(2 * offsets.length).fill(EMPTY);
    this.#versions = new Int32Array(2 * offsets.length);
    const last = this.#offsets.length - 1;
    for (let old = 0; old < offsets.length; old++) {
      const offset = offsets[old] as number;
      if (offset === EMPTY) continue;
      let slot = this.#homeOf(offset);
      while (this.#offsets[slot] !== EMPTY) slot = (slot + 1) & last;
      this.#offsets[slot] = offset;
      this.#versions[slot] = versions[old] as number;
    }
  }
}

/** The last four bytes of an id: random in every id, so that they spread by themselves. */
function markOf(bytes: Uint8Array, at: number): number {
  return (
    ((bytes[at + 12] as number) << 24) |
    ((bytes[at + 13] as number) << 16) |
    ((bytes[at + 14] as number) << 8) |
    (bytes[at + 15] as number)
  );
}
