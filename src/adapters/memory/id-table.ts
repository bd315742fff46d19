import { type Id, idToBytes } from '../../kernel/ids';

const FIRST_SLOTS = 1 << 10;
const EMPTY = 0xffff_ffff;

/** Where the rows of a slab stand, by id. */
export interface IdAt {
  /** Whether the id that stands at an offset is this one. */
  holds(offset: number, key: Uint8Array): boolean;
  /** The last four bytes of the id at an offset: random in every id, so that they spread by themselves. */
  markAt(offset: number): number;
}

/**
 * A hash table from id to offset and version, by open addressing with linear probing (Knuth, The Art of Computer
 * Programming 3, 6.4, algorithms L and R). The ids stay where the rows are: a posting costs 8 bytes a slot, where a
 * Map of strings costs over a hundred.
 */
export class IdTable {
  readonly #at: IdAt;
  #offsets = new Uint32Array(FIRST_SLOTS).fill(EMPTY);
  #versions = new Int32Array(FIRST_SLOTS);
  #count = 0;
  readonly #key = new Uint8Array(16);

  constructor(at: IdAt) {
    this.#at = at;
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

  /** Adds an id that is not there, or moves one that is. */
  set(id: Id, offset: number, version: number): void {
    if (2 * (this.#count + 1) > this.#offsets.length) this.#grow();
    const slot = this.#slotOf(id);
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
    const key = this.#key;
    idToBytes(id, key, 0);
    const last = this.#offsets.length - 1;
    let slot =
      ((key[12] as number) * 2 ** 24 +
        ((key[13] as number) << 16) +
        ((key[14] as number) << 8) +
        (key[15] as number)) &
      last;
    for (;;) {
      const offset = this.#offsets[slot] as number;
      if (offset === EMPTY || this.#at.holds(offset, key)) return slot;
      slot = (slot + 1) & last;
    }
  }

  #homeOf(offset: number): number {
    return this.#at.markAt(offset) & (this.#offsets.length - 1);
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
