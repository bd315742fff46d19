import { type Id, idToBytes } from '../../kernel/ids';

const FIRST_SLOTS = 1 << 10;
const EMPTY = 0xffff_ffff;

/** The rows that a table speaks of, by their numbers. */
export interface IdRows {
  readonly bytes: Uint8Array;
  /** Where in {@link bytes} the 16 bytes of the id of a row stand. */
  idAt(row: number): number;
}

/**
 * A hash table from id to row and version, by open addressing with linear probing (Knuth, The Art of Computer
 * Programming 3, 6.4, algorithms L and R). The ids stay where the rows are: a posting costs 8 bytes a slot, where a
 * Map of strings costs over a hundred.
 */
export class IdTable {
  readonly #rows: IdRows;
  #entries: Uint32Array;
  #versions: Int32Array;
  #count = 0;
  readonly #key = new Uint8Array(16);

  /** @param expected how many ids are to come, so that the table need not grow on the way */
  constructor(rows: IdRows, expected = 0) {
    this.#rows = rows;
    let slots = FIRST_SLOTS;
    while (slots < 2 * (expected + 1)) slots *= 2;
    this.#entries = new Uint32Array(slots).fill(EMPTY);
    this.#versions = new Int32Array(slots);
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#entries.byteLength + this.#versions.byteLength;
  }

  /** The row and version of an id, null when it is not there. */
  find(id: Id): { row: number; version: number } | null {
    const slot = this.#slotOf(id);
    const row = this.#entries[slot] as number;
    return row === EMPTY ? null : { row, version: this.#versions[slot] as number };
  }

  /** Adds a row, in the place of what its id had before. */
  set(row: number, version: number): void {
    if (2 * (this.#count + 1) > this.#entries.length) this.#grow();
    const slot = this.#slotFor(this.#rows.bytes, this.#rows.idAt(row));
    if (this.#entries[slot] === EMPTY) this.#count++;
    this.#entries[slot] = row;
    this.#versions[slot] = version;
  }

  /** Removes an id; one that is not there is no error. */
  delete(id: Id): void {
    let hole = this.#slotOf(id);
    if (this.#entries[hole] === EMPTY) return;
    this.#count--;
    const last = this.#entries.length - 1;
    for (let slot = (hole + 1) & last; this.#entries[slot] !== EMPTY; slot = (slot + 1) & last) {
      const home = this.#homeOf(this.#entries[slot] as number);
      // An entry may fill the hole unless its home lies behind the hole, on the way to where it stands.
      if (((slot - home) & last) < ((slot - hole) & last)) continue;
      this.#entries[hole] = this.#entries[slot] as number;
      this.#versions[hole] = this.#versions[slot] as number;
      hole = slot;
    }
    this.#entries[hole] = EMPTY;
  }

  /** Every entry, in no order. */
  *entries(): Generator<{ row: number; version: number }> {
    for (let slot = 0; slot < this.#entries.length; slot++) {
      const row = this.#entries[slot] as number;
      if (row !== EMPTY) yield { row, version: this.#versions[slot] as number };
    }
  }

  #slotOf(id: Id): number {
    idToBytes(id, this.#key, 0);
    return this.#slotFor(this.#key, 0);
  }

  /** The slot of the id whose bytes stand at a place, or the empty one that it would take. */
  #slotFor(key: Uint8Array, at: number): number {
    const last = this.#entries.length - 1;
    let slot = markOf(key, at) & last;
    for (;;) {
      const row = this.#entries[slot] as number;
      if (row === EMPTY || this.#holds(row, key, at)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #holds(row: number, key: Uint8Array, at: number): boolean {
    const { bytes } = this.#rows;
    const id = this.#rows.idAt(row);
    for (let i = 15; i >= 0; i--) if (bytes[id + i] !== key[at + i]) return false;
    return true;
  }

  #homeOf(row: number): number {
    return markOf(this.#rows.bytes, this.#rows.idAt(row)) & (this.#entries.length - 1);
  }

  #grow(): void {
    const [entries, versions] = [this.#entries, this.#versions];
    this.#entries = new Uint32Array(2 * entries.length).fill(EMPTY);
    this.#versions = new Int32Array(2 * entries.length);
    const last = this.#entries.length - 1;
    for (let old = 0; old < entries.length; old++) {
      const row = entries[old] as number;
      if (row === EMPTY) continue;
      let slot = this.#homeOf(row);
      while (this.#entries[slot] !== EMPTY) slot = (slot + 1) & last;
      this.#entries[slot] = row;
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
