import { type Id, idFromBytes } from '../../kernel/ids';
import { AT, type BoardRow, PackedRow, PackedRows, type Rows } from '../../matching';
import type { Circle } from '../../search';
import { Grid } from './grid';
import { IdTable } from './id-table';
import { Slab } from './slab';

/** Below this many bytes nobody tidies up. */
const WORTH_TIDYING = 1 << 20;

/**
 * Every open posting of one station in memory: packed rows one after another, found by place and by id. What was
 * handed out by {@link inCircle} stays as it was, whatever is put or removed afterwards.
 */
export class City {
  #slab = new Slab();
  #grid = new Grid();
  #table = tableOver(this.#slab);
  /** Bytes of rows that were replaced or removed. */
  #dead = 0;

  get count(): number {
    return this.#table.count;
  }
  /** Bytes of all rows, those no longer needed included. */
  get bytes(): number {
    return this.#slab.used;
  }

  /** Puts a row in the place of whatever the id had before. */
  put(packed: Uint8Array, version: number): void {
    const id = idFromBytes(packed, AT.id);
    this.remove(id);
    const offset = this.#slab.append(packed);
    this.#table.set(id, offset, version);
    this.#grid.add(this.#rowAt(offset), offset);
  }

  remove(id: Id): void {
    const found = this.#table.find(id);
    if (!found) return;
    this.#grid.remove(this.#rowAt(found.offset), found.offset);
    this.#table.delete(id);
    this.#dead += this.#lengthAt(found.offset);
    if (this.#dead > WORTH_TIDYING && 2 * this.#dead > this.#slab.used) this.tidy();
  }

  row(id: Id): BoardRow | null {
    const found = this.#table.find(id);
    return found && this.#rowAt(found.offset);
  }

  inCircle(circle: Circle): Rows {
    return new PackedRows(this.#slab.bytes, this.#slab.view, this.#grid.near(circle));
  }

  /** Id and version of every posting. */
  *versions(): Generator<[Id, number]> {
    for (const { offset, version } of this.#table.entries()) yield [this.#rowAt(offset).id, version];
  }

  /** Writes all rows anew, neighbours beside each other and nothing dead between. */
  tidy(): void {
    const [slab, grid, table] = [this.#slab, this.#grid, this.#table];
    this.#slab = new Slab();
    this.#grid = new Grid();
    this.#table = tableOver(this.#slab);
    this.#dead = 0;
    for (const offset of grid.inOrder()) {
      const row = new PackedRow(slab.bytes, slab.view, offset);
      const length = slab.view.getUint16(offset + AT.length, true);
      const version = table.find(row.id)?.version ?? 0;
      this.put(slab.bytes.subarray(offset, offset + length), version);
    }
  }

  #rowAt(offset: number): PackedRow {
    return new PackedRow(this.#slab.bytes, this.#slab.view, offset);
  }

  #lengthAt(offset: number): number {
    return this.#slab.view.getUint16(offset + AT.length, true);
  }
}

function tableOver(slab: Slab): IdTable {
  return new IdTable({
    holds(offset, key) {
      const { bytes } = slab;
      for (let i = 0; i < key.length; i++) if (bytes[offset + AT.id + i] !== key[i]) return false;
      return true;
    },
    markAt: (offset) => slab.view.getUint32(offset + AT.id + 12),
  });
}
