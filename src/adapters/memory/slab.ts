import { viewOf } from '../../matching';

const FIRST_BYTES = 1 << 16;

/**
 * Bytes that are only ever added to. Nothing that was written is overwritten, and growing leaves the old buffer as
 * it was, so whoever holds a buffer and offsets into it goes on reading what was there.
 */
export class Slab {
  #bytes: Uint8Array;
  #view: DataView;
  #used = 0;

  /** @param expected how many bytes are to come, so that the buffer need not grow on the way */
  constructor(expected = FIRST_BYTES) {
    this.#bytes = new Uint8Array(Math.max(FIRST_BYTES, expected));
    this.#view = viewOf(this.#bytes);
  }

  get bytes(): Uint8Array {
    return this.#bytes;
  }
  get view(): DataView {
    return this.#view;
  }
  /** Bytes written so far. */
  get used(): number {
    return this.#used;
  }

  /** @returns the offset at which the part stands */
  append(part: Uint8Array): number {
    const at = this.#used;
    if (at + part.length > this.#bytes.length) this.#grow(at + part.length);
    this.#bytes.set(part, at);
    this.#used = at + part.length;
    return at;
  }

  #grow(least: number): void {
    const larger = new Uint8Array(Math.max(least, Math.ceil(this.#bytes.length * 1.5)));
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
    this.#view = viewOf(larger);
  }
}
