import { lastStart } from '../kernel/schedule';
import { occupationNumber } from './occupation-names';
import { DEGREE } from './pack';
import type { BoardRow } from './row';

const FIRST_SLOTS = 1 << 6;

/**
 * The fields by which most postings of a circle are put aside at first look, each in an array of its own: ten thousand
 * rows are passed in the time in which the fields of a few hundred are gathered from where they lie. Only ever added
 * to: growing leaves the arrays that somebody holds as they were.
 */
export class Columns {
  /** Units of 1/{@link DEGREE} degrees, WGS-84. */
  lat: Int32Array;
  lng: Int32Array;
  /** First instant (ms) at which nobody can begin this work: it is no longer valid, or its last date has begun. */
  until: Float64Array;
  hourlyFen: Uint32Array;
  /** See `occupationNumber`. */
  occupation: Uint16Array;
  /** Rows with equal hours have equal numbers, below {@link schedules}. */
  schedule: Uint32Array;
  /** Where the packed row stands. */
  offset: Uint32Array;
  #count = 0;
  #schedules = 0;

  /** @param expected how many rows are to come, so that the arrays need not grow on the way */
  constructor(expected = FIRST_SLOTS) {
    const size = Math.max(FIRST_SLOTS, expected);
    this.lat = new Int32Array(size);
    this.lng = new Int32Array(size);
    this.until = new Float64Array(size);
    this.hourlyFen = new Uint32Array(size);
    this.occupation = new Uint16Array(size);
    this.schedule = new Uint32Array(size);
    this.offset = new Uint32Array(size);
  }

  get count(): number {
    return this.#count;
  }
  /** Numbers given to hours so far. */
  get schedules(): number {
    return this.#schedules;
  }

  /** Bytes of all arrays. */
  get bytes(): number {
    const { lat, lng, until, hourlyFen, occupation, schedule, offset } = this;
    return [lat, lng, until, hourlyFen, occupation, schedule, offset].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
  }

  /**
   * Adds a row.
   * @param schedule number of its hours; a new one by default
   * @returns the slot at which its fields stand
   */
  add(row: BoardRow, offset: number, schedule = this.#schedules): number {
    const slot = this.#count++;
    if (slot === this.lat.length) this.#grow();
    const over = lastStart(row.schedule);
    this.lat[slot] = Math.round(row.lat * DEGREE);
    this.lng[slot] = Math.round(row.lng * DEGREE);
    this.until[slot] = over === null ? row.validUntil : Math.min(row.validUntil, over);
    this.hourlyFen[slot] = row.hourlyFen;
    this.occupation[slot] = occupationNumber(row);
    this.schedule[slot] = schedule;
    this.offset[slot] = offset;
    if (schedule === this.#schedules) this.#schedules++;
    return slot;
  }

  /** The arrays as they are now, for whoever goes on reading them after others were put in their place. */
  snapshot(): ColumnsView {
    const { lat, lng, until, hourlyFen, occupation, schedule, offset, schedules } = this;
    return { lat, lng, until, hourlyFen, occupation, schedule, offset, schedules };
  }

  #grow(): void {
    this.lat = grown(this.lat, Int32Array);
    this.lng = grown(this.lng, Int32Array);
    this.until = grown(this.until, Float64Array);
    this.hourlyFen = grown(this.hourlyFen, Uint32Array);
    this.occupation = grown(this.occupation, Uint16Array);
    this.schedule = grown(this.schedule, Uint32Array);
    this.offset = grown(this.offset, Uint32Array);
  }
}

/** What is read of {@link Columns}. */
export type ColumnsView = Readonly<
  Pick<Columns, 'lat' | 'lng' | 'until' | 'hourlyFen' | 'occupation' | 'schedule' | 'offset' | 'schedules'>
>;

/** A quarter longer: a city that is loaded changes by little. */
function grown<T extends { length: number; set(from: T): void }>(old: T, kind: new (size: number) => T): T {
  const larger = new kind(Math.ceil(1.25 * old.length));
  larger.set(old);
  return larger;
}
