import type { Id } from '../../kernel/ids';
import { City } from './city';
import type { BoardBatch, BoardSource, Horizon } from './source';

/** Keeps the postings of every station in memory, in step with the database. */
export class Follower {
  readonly #source: BoardSource;
  #cities = new Map<Id, City>();
  #horizon: Horizon | null = null;
  #heardAt = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | null = null;
  #next: Promise<void> | null = null;
  /** Whether the next round reads everything, whatever is known. */
  #isOutdated = false;

  constructor(source: BoardSource) {
    this.#source = source;
  }

  /** When the database was last heard of, ms of `performance.now`; everything written before is known. */
  get heardAt(): number {
    return this.#heardAt;
  }

  city(stationId: Id): City | undefined {
    return this.#cities.get(stationId);
  }
  /** Postings of all stations, and the bytes they take. */
  get size(): { postings: number; bytes: number } {
    const cities = [...this.#cities.values()];
    return {
      postings: cities.reduce((sum, { count }) => sum + count, 0),
      bytes: cities.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }
  /** Id and version of every posting of every station. */
  *versions(): Generator<[Id, number]> {
    for (const city of this.#cities.values()) yield* city.versions();
  }

  /**
   * Hears of everything that was written before this call; loads the board first if it has not been loaded. Calls
   * at the same time share one reading.
   * @throws the source's error
   */
  catchUp(): Promise<void> {
    if (!this.#running) return this.#start();
    // The one at work may have begun before what the caller wrote.
    this.#next ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#next = null;
        return this.#start();
      });
    return this.#next;
  }

  /** Loads everything again, also when a round is under way: what that one knows must not stand in its place. */
  reload(): Promise<void> {
    this.#isOutdated = true;
    return this.catchUp();
  }

  #start(): Promise<void> {
    this.#running = this.#round().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #round(): Promise<void> {
    const began = performance.now();
    if (this.#isOutdated) {
      this.#isOutdated = false;
      this.#horizon = null;
    }
    const read = this.#horizon && (await this.#source.changesSince(this.#horizon));
    if (!read) {
      await this.#load();
    } else {
      for (const { stationId, jobId, row } of read.changes) {
        if (row) this.#cityOf(stationId).put(row.packed, row.version);
        else this.#cities.get(stationId)?.remove(jobId);
      }
      this.#horizon = read.horizon;
    }
    this.#heardAt = began;
  }

  /** Loads beside what is there, so that searches go on being answered from the old board until it is replaced. */
  async #load(): Promise<void> {
    const horizon = await this.#source.horizon();
    const batches = new Map<Id, BoardBatch[]>();
    for await (const batch of this.#source.load()) {
      const known = batches.get(batch.stationId);
      if (known) known.push(batch);
      else batches.set(batch.stationId, [batch]);
    }
    const cities = new Map([...batches].map(([stationId, list]) => [stationId, City.of(list)]));
    this.#cities = cities;
    this.#horizon = horizon;
  }

  #cityOf(stationId: Id): City {
    let city = this.#cities.get(stationId);
    if (!city) {
      city = new City();
      this.#cities.set(stationId, city);
    }
    return city;
  }
}
