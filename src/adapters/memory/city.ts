import type { Id } from '../../kernel/ids';
import { AT, type BoardRow, Columns, lengthAt, PackedRow, PackedRows, type Rows } from '../../matching';
import type { Circle } from '../../search';
import { Grid } from './grid';
import { HoursTable } from './hours-table';
import { IdTable } from './id-table';
import { Slab } from './slab';
import type { BoardBatch } from './source';

/** Below this many bytes nobody tidies up. */
const WORTH_TIDYING = 1 << 20;

/**
 * Every open posting of one station in memory: packed rows one after another, the fields that decide beside them in
 * columns, found by place and by id. What was handed out by {@link inCircle} stays as it was, whatever is put or
 * removed afterwards.
 */
export class City {
  #shelf = new Shelf();
  /** Bytes of rows that were replaced or removed. */
  #dead = 0;

  /** A city of rows that are all of different postings. */
  static of(batches: readonly Pick<BoardBatch, 'rows' | 'versions'>[]): City {
    const slab = new Slab(batches.reduce((sum, { rows }) => sum + rows.length, 0));
    const places = new Grid();
    const row = new PackedRow(slab.bytes, slab.view, 0);
    const versions = new Map<number, number>();
    for (const batch of batches) {
      let at = slab.append(batch.rows);
      for (const version of batch.versions) {
        places.add(row.moveTo(at), at);
        if (version !== 1) versions.set(at, version);
        at += lengthAt(slab.view, at);
      }
    }
    const city = new City();
    city.#shelf = new Shelf(slab.used, places.count);
    for (const at of places.inOrder()) city.#shelf.put(rowAt(slab, at), versions.get(at) ?? 1);
    return city;
  }

  get count(): number {
    return this.#shelf.ids.count;
  }
  /** Bytes of all that is kept: rows, those no longer needed included, and what finds them. */
  get bytes(): number {
    return this.#shelf.bytes;
  }

  /** Puts a row in the place of whatever the id had before. */
  put(packed: Uint8Array, version: number): void {
    this.remove(
      new PackedRow(packed, new DataView(packed.buffer, packed.byteOffset, packed.byteLength), 0).id,
    );
    this.#shelf.put(packed, version);
    if (this.#dead > WORTH_TIDYING && 2 * this.#dead > this.#shelf.slab.used) this.tidy();
  }

  remove(id: Id): void {
    this.#dead += this.#shelf.remove(id);
  }

  row(id: Id): BoardRow | null {
    const found = this.#shelf.ids.find(id);
    return found && this.#shelf.rowAt(found.row);
  }

  inCircle(circle: Circle): Rows {
    const { slab, columns, grid } = this.#shelf;
    return new PackedRows(slab.bytes, slab.view, columns.snapshot(), grid.near(circle));
  }

  /** Id and version of every posting. */
  *versions(): Generator<[Id, number]> {
    for (const { row, version } of this.#shelf.ids.entries()) yield [this.#shelf.rowAt(row).id, version];
  }

  /** Writes all rows anew, neighbours beside each other and nothing dead between. */
  tidy(): void {
    const old = this.#shelf;
    const versions = new Map<number, number>();
    for (const { row, version } of old.ids.entries()) versions.set(row, version);
    this.#shelf = new Shelf(old.slab.used, old.grid.count);
    for (const slot of old.grid.inOrder()) {
      this.#shelf.put(rowAt(old.slab, old.columns.offset[slot] as number), versions.get(slot) ?? 0);
    }
    this.#dead = 0;
  }
}

/** Rows, and all that finds them. */
class Shelf {
  readonly slab: Slab;
  readonly columns: Columns;
  readonly grid = new Grid();
  readonly ids: IdTable;
  readonly #hours: HoursTable;

  /** @param bytes and `count` of what is to come, so that nothing need grow on the way */
  constructor(bytes = 0, count = 0) {
    const slab = new Slab(bytes);
    const columns = new Columns(count);
    this.slab = slab;
    this.columns = columns;
    this.#hours = new HoursTable(slab);
    this.ids = new IdTable(
      {
        get bytes() {
          return slab.bytes;
        },
        idAt: (slot) => (columns.offset[slot] as number) + AT.id,
      },
      count,
    );
  }

  get bytes(): number {
    const { slab, columns, grid, ids } = this;
    return slab.bytes.byteLength + columns.bytes + grid.bytes + ids.bytes + this.#hours.bytes;
  }

  rowAt(slot: number): PackedRow {
    return new PackedRow(this.slab.bytes, this.slab.view, this.columns.offset[slot] as number);
  }

  /** Adds a row whose id is not there. */
  put(packed: Uint8Array, version: number): void {
    const offset = this.slab.append(packed);
    const row = new PackedRow(this.slab.bytes, this.slab.view, offset);
    const slot = this.columns.add(row, offset, this.#hours.numberOf(offset));
    this.ids.set(slot, version);
    this.grid.add(row, slot);
  }

  /** @returns the bytes that are no longer needed */
  remove(id: Id): number {
    const found = this.ids.find(id);
    if (!found) return 0;
    const row = this.rowAt(found.row);
    this.grid.remove(row, found.row);
    this.ids.delete(id);
    return lengthAt(this.slab.view, this.columns.offset[found.row] as number);
  }
}

function rowAt({ bytes, view }: Slab, offset: number): Uint8Array {
  return bytes.subarray(offset, offset + lengthAt(view, offset));
}
