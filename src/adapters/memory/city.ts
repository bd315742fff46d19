import type { Id } from '../../kernel/ids';
import { AT, type BoardRow, lengthAt, PackedRow, PackedRows, type Rows } from '../../matching';
import type { Circle } from '../../search';
import { Grid } from './grid';
import { IdTable } from './id-table';
import { Slab } from './slab';
import type { BoardBatch } from './source';

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

  /** A city of rows that are all of different postings. */
  static of(batches: readonly Pick<BoardBatch, 'rows' | 'versions'>[]): City {
    const slab = new Slab(batches.reduce((sum, { rows }) => sum + rows.length, 0));
    const grid = new Grid();
    const row = new PackedRow(slab.bytes, slab.view, 0);
    const versions = new Map<number, number>();
    for (const batch of batches) {
      let at = slab.append(batch.rows);
      for (const version of batch.versions) {
        grid.add(row.moveTo(at), at);
        if (version !== 1) versions.set(at, version);
        at += lengthAt(slab.view, at);
      }
    }
    const city = new City();
    city.#build(slab, grid, (offset) => versions.get(offset) ?? 1);
    return city;
  }

  get count(): number {
    return this.#table.count;
  }
  /** Bytes of all rows, those no longer needed included. */
  get bytes(): number {
    return this.#slab.used;
  }

  /** Puts a row in the place of whatever the id had before. */
  put(packed: Uint8Array, version: number): void {
    const offset = this.#slab.append(packed);
    const row = this.#rowAt(offset);
    this.remove(row.id);
    this.#table.set(offset, version);
    this.#grid.add(row, offset);
    if (this.#dead > WORTH_TIDYING && 2 * this.#dead > this.#slab.used) this.tidy();
  }

  remove(id: Id): void {
    const found = this.#table.find(id);
    if (!found) return;
    this.#grid.remove(this.#rowAt(found.offset), found.offset);
    this.#table.delete(id);
    this.#dead += lengthAt(this.#slab.view, found.offset);
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
    const table = this.#table;
    const versions = new Map<number, number>();
    for (const { offset, version } of table.entries()) versions.set(offset, version);
    this.#build(this.#slab, this.#grid, (offset) => versions.get(offset) ?? 0);
  }

  /** Takes over rows from elsewhere, cell by cell. */
  #build(from: Slab, places: Grid, versionAt: (offset: number) => number): void {
    const slab = new Slab(from.used);
    const grid = new Grid();
    const table = tableOver(slab, places.count);
    const row = new PackedRow(slab.bytes, slab.view, 0);
    for (const old of places.inOrder()) {
      const offset = slab.append(from.bytes.subarray(old, old + lengthAt(from.view, old)));
      table.set(offset, versionAt(old));
      grid.add(row.moveTo(offset), offset);
    }
    this.#slab = slab;
    this.#grid = grid;
    this.#table = table;
    this.#dead = 0;
  }

  #rowAt(offset: number): PackedRow {
    return new PackedRow(this.#slab.bytes, this.#slab.view, offset);
  }
}

function tableOver(slab: Slab, expected = 0): IdTable {
  return new IdTable(
    {
      get bytes() {
        return slab.bytes;
      },
      idAt: AT.id,
    },
    expected,
  );
}
