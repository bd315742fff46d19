import { EARTH_RADIUS_METRES, haversineMetres, type Point } from '../../kernel/geo';
import type { Circle } from '../../search';

/** Side of a cell in degrees: about 500 m north to south, so that a walk of 15 minutes takes a few of them. */
const CELL = 0.0045;
/** More columns than there are cells around the earth. */
const COLUMNS = 100_000;
const DEGREES = 180 / Math.PI / EARTH_RADIUS_METRES;
/** Places are rounded to 10⁻⁷ degrees after they were put into a cell by the unrounded ones. */
const EDGE = 1e-6;

/** The slots of one cell. */
interface Cell {
  slots: Uint32Array;
  count: number;
}

/** Slots of rows by where they are: squares of half a kilometre. */
export class Grid {
  readonly #cells = new Map<number, Cell>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Bytes of the slots of all cells. */
  get bytes(): number {
    let bytes = 0;
    for (const { slots } of this.#cells.values()) bytes += slots.byteLength;
    return bytes;
  }

  add(place: Point, slot: number): void {
    const key = keyOf(place);
    let cell = this.#cells.get(key);
    if (!cell) {
      cell = { slots: new Uint32Array(4), count: 0 };
      this.#cells.set(key, cell);
    }
    if (cell.count === cell.slots.length) {
      const larger = new Uint32Array(2 * cell.count);
      larger.set(cell.slots);
      cell.slots = larger;
    }
    cell.slots[cell.count++] = slot;
    this.#count++;
  }

  remove(place: Point, slot: number): void {
    const key = keyOf(place);
    const cell = this.#cells.get(key);
    const at = cell ? cell.slots.subarray(0, cell.count).indexOf(slot) : -1;
    if (!cell || at < 0) return;
    cell.slots[at] = cell.slots[--cell.count] as number;
    this.#count--;
    if (cell.count === 0) this.#cells.delete(key);
  }

  /**
   * Slots of every row that may lie in the circle: whole cells, those outside it left out, the nearest cells first. A copy.
   */
  near(circle: Circle): Uint32Array {
    const cells = [...this.#cellsNear(circle)].sort((a, b) => a.metres - b.metres);
    const found = new Uint32Array(cells.reduce((sum, { cell }) => sum + cell.count, 0));
    let at = 0;
    for (const { cell } of cells) {
      found.set(cell.slots.subarray(0, cell.count), at);
      at += cell.count;
    }
    return found;
  }

  /** All slots, cell by cell from south-west to north-east: what is near each other is read together. */
  *inOrder(): Generator<number> {
    for (const key of [...this.#cells.keys()].sort((a, b) => a - b)) {
      const cell = this.#cells.get(key);
      if (cell) yield* cell.slots.subarray(0, cell.count);
    }
  }

  *#cellsNear(circle: Circle): Generator<{ cell: Cell; metres: number }> {
    const high = circle.radiusMetres * DEGREES + EDGE;
    // Where the circle reaches farthest from the equator a degree of longitude is shortest.
    const wide = high / Math.max(0.01, Math.cos((Math.min(89, Math.abs(circle.lat) + high) * Math.PI) / 180));
    const [bottom, top] = [indexOf(circle.lat - high), indexOf(circle.lat + high)];
    const [left, right] = [indexOf(circle.lng - wide), indexOf(circle.lng + wide)];
    for (let y = bottom; y <= top; y++) {
      for (let x = left; x <= right; x++) {
        const cell = this.#cells.get(y * COLUMNS + x);
        if (!cell) continue;
        const metres = distanceTo(circle, y, x);
        if (metres <= circle.radiusMetres) yield { cell, metres };
      }
    }
  }
}

/**
 * Metres from a point to a cell, never more than to anything inside it: on the sphere the nearest point is not quite
 * the one with the nearest latitude and longitude, hence half a percent less.
 */
function distanceTo({ lat, lng }: Point, y: number, x: number): number {
  return 0.995 * haversineMetres(lat, lng, within(lat, y), within(lng, x));
}

/** The value itself, or the edge of a cell that it lies beyond. */
function within(value: number, index: number): number {
  return Math.min(Math.max(value, index * CELL - EDGE), (index + 1) * CELL + EDGE);
}

function indexOf(degrees: number): number {
  return Math.floor(degrees / CELL);
}

function keyOf({ lat, lng }: Point): number {
  return indexOf(lat) * COLUMNS + indexOf(lng);
}
