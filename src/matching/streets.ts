import { EARTH_RADIUS_METRES, haversineMetres, type Point } from '../kernel/geo';
import { leastMinutes, reachMetres, type TravelTime } from '../places';
import { BEYOND, GATE } from './gates';
import type { Search, StreetTimes, Terms } from './prepared';
import { compareKeys, rank, type Sort, type SortKey } from './rank';
import type { Rows } from './row';
import { Scan } from './scan';

/**
 * Up to so many postings that could be shown, or that one change would bring, every one is asked for: everything in the
 * answer is then exact. Of more only those are asked for that could stand on the page.
 */
export const ASK_ALL = 1_500;
/** How many of the foremost are asked for at a time when not all are. */
const HEAD = 600;
/** Squares along each side of the coarse map by which the others are counted. */
const COARSE = 20;
/** Postings asked for in each square, and looked at for those that were not. */
const SAMPLES = 2;
const LOOKED_AT = 8;

/** Which page is wanted, as {@link rank} takes it. */
export interface Page {
  sort: Sort;
  limit: number;
  after?: SortKey | undefined;
  wider?: number | undefined;
}

/**
 * Journeys along streets for one ranking. Ranked by them, the page is exactly that of asking the router about every
 * posting: a posting that is not asked for counts with the least minutes that any street allows, and is asked for before
 * it could stand on the page or ahead of it. (The shorter the journey, the better the place: nearer never lowers.)
 * What is behind the page and was not asked for counts by what was, square by square: only `total` and the gains depend on it.
 * @param most how many are asked for if all are, and at a time if not
 * @throws as the router does
 */
export async function streetTimes(
  rows: Rows,
  search: Search,
  terms: Terms,
  page: Page,
  router: TravelTime,
  signal?: AbortSignal,
  { all = ASK_ALL, head = HEAD }: { all?: number; head?: number } = {},
): Promise<StreetTimes> {
  const known = new KnownTimes(rows, search, router, signal);
  await known.ask([]);
  const wanted = known.relevant(terms, page.wider ?? search.minutes);
  if (wanted.length <= all) {
    await known.ask(wanted);
    return known;
  }
  const map = coarseMap(search.origin, reachMetres(page.wider ?? search.minutes, search.mode, 0));
  await Promise.all([
    known.survey(wanted, map),
    askForPage(known, rows, { ...search, street: known }, terms, page, head),
  ]);
  known.fillIn(wanted, map);
  return known;
}

/** Journeys along streets to a few postings, each of them asked for. @throws as the router does */
export async function allStreetTimes(
  rows: Rows,
  search: Search,
  router: TravelTime,
  signal?: AbortSignal,
): Promise<StreetTimes> {
  const known = new KnownTimes(rows, search, router, signal);
  await known.ask(Array.from({ length: rows.count }, (_, position) => position));
  return known;
}

/** Asks until nothing that has not been asked for can stand on the page or ahead of it. */
async function askForPage(
  known: KnownTimes,
  rows: Rows,
  search: Search,
  terms: Terms,
  page: Page,
  atATime: number,
): Promise<void> {
  const { sort, limit, after } = page;
  for (let head = atATime + limit; ; ) {
    const ranking = rank(rows, search, terms, { sort, limit: head });
    const open: number[] = [];
    let settled = 0;
    let isSettled = false;
    for (const { key, position } of ranking.items) {
      if (!known.isAsked(position)) open.push(position);
      else if (open.length === 0 && (!after || compareKeys(key, after) > 0)) settled++;
      isSettled ||= settled > limit;
    }
    if (isSettled || (open.length === 0 && !ranking.more)) return;
    if (open.length > 0) await known.ask(open);
    else head *= 2;
  }
}

/** What is known of the streets so far: asked for, or the least that any street allows. */
class KnownTimes implements StreetTimes {
  readonly minutes: Float64Array[];
  readonly metres: Float64Array;
  readonly #rows: Rows;
  readonly #search: Search;
  readonly #router: TravelTime;
  readonly #signal: AbortSignal | undefined;
  readonly #places: readonly Point[];
  readonly #asked: Uint8Array;

  constructor(rows: Rows, search: Search, router: TravelTime, signal?: AbortSignal) {
    this.#rows = rows;
    this.#search = search;
    this.#router = router;
    this.#signal = signal;
    this.#places = search.availability?.places ?? [search.origin];
    this.#asked = new Uint8Array(rows.count);
    this.metres = new Float64Array(rows.count);
    this.minutes = this.#places.map(() => new Float64Array(rows.count));
  }

  isAsked(position: number): boolean {
    return this.#asked[position] === 1;
  }

  /** Asks for these; for none at all, only how far the places are from their streets, which bounds all others. */
  async ask(positions: readonly number[]): Promise<void> {
    const points = positions.map((position) => {
      const { lat, lng } = this.#rows.lend(position);
      return { lat, lng };
    });
    const answers = await Promise.all(
      this.#places.map((place) => this.#router.journeys(place, this.#search.mode, points, this.#signal)),
    );
    for (const [i, { to, offsetMetres }] of answers.entries()) {
      const minutes = this.minutes[i] as Float64Array;
      if (positions.length === 0) this.#bound(minutes, this.#places[i] as Point, offsetMetres);
      for (const [k, position] of positions.entries()) {
        minutes[position] = to[k]?.minutes ?? Number.POSITIVE_INFINITY;
        if (i === 0) this.metres[position] = to[k]?.metres ?? Number.POSITIVE_INFINITY;
        this.#asked[position] = 1;
      }
    }
  }

  #bound(minutes: Float64Array, { lat, lng }: Point, offsetMetres: number): void {
    for (let position = 0; position < minutes.length; position++) {
      const row = this.#rows.lend(position);
      const crow = haversineMetres(lat, lng, row.lat, row.lng);
      minutes[position] = leastMinutes(crow, this.#search.mode, offsetMetres);
    }
  }

  /** Postings whose journey decides anything: those that nothing else keeps off, or one thing that could be changed. */
  relevant(terms: Terms, reach: number): number[] {
    const search = { ...this.#search, street: this };
    const scan = new Scan(this.#rows, search, terms, reach);
    const relevant: number[] = [];
    for (let position = 0; position < this.#rows.count; position++) {
      scan.look(position);
      const { failed } = scan;
      const isOne = (failed & (failed - 1)) === 0;
      if (failed < BEYOND && isOne && failed !== GATE.text) relevant.push(position);
    }
    return relevant;
  }

  /** Asks for a few postings in every square of a coarse map, of those that matter. */
  async survey(relevant: readonly number[], map: CoarseMap): Promise<void> {
    const samples = new Map<number, number[]>();
    for (const position of relevant) {
      const square = map.squareOf(this.#rows.lend(position));
      const list = samples.get(square) ?? [];
      if (list.length < SAMPLES) list.push(position);
      samples.set(square, list);
    }
    await this.ask([...samples.values()].flat());
  }

  /**
   * Puts in minutes for what has not been asked for: as much longer than the crow flies as the way to the nearest posting
   * in its square that was, out of reach where that is, and never less than the bound.
   */
  fillIn(relevant: readonly number[], map: CoarseMap): void {
    const minutes = this.minutes[0] as Float64Array;
    const known = new Map<number, Sample[]>();
    for (const position of relevant) {
      if (!this.isAsked(position)) continue;
      const { lat, lng } = this.#rows.lend(position);
      const square = map.squareOf({ lat, lng });
      const list = known.get(square) ?? [];
      const perMetre = (minutes[position] as number) / Math.max(1, map.metresTo({ lat, lng }));
      if (list.length < LOOKED_AT) list.push({ lat, lng, perMetre });
      known.set(square, list);
    }
    for (const position of relevant) {
      if (this.isAsked(position)) continue;
      const row = this.#rows.lend(position);
      const near = nearest(known.get(map.squareOf(row)) ?? [], row);
      if (!near) continue;
      minutes[position] = Math.max(minutes[position] as number, map.metresTo(row) * near.perMetre);
    }
  }
}

/** A posting that was asked for, and minutes for every metre that the crow flies. */
interface Sample extends Point {
  perMetre: number;
}

function nearest(samples: readonly Sample[], { lat, lng }: Point): Sample | undefined {
  const east = Math.cos((lat * Math.PI) / 180);
  let best: Sample | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const sample of samples) {
    const distance = (sample.lat - lat) ** 2 + ((sample.lng - lng) * east) ** 2;
    if (distance >= least) continue;
    least = distance;
    best = sample;
  }
  return best;
}

/** A map of squares around the origin. */
interface CoarseMap {
  squareOf(point: Point): number;
  metresTo(point: Point): number;
}

/** @param metres half the side of the map; what lies beyond belongs to the squares at its edge */
function coarseMap(centre: Point, metres: number): CoarseMap {
  const north = (metres / EARTH_RADIUS_METRES) * (180 / Math.PI);
  const east = north / Math.cos((centre.lat * Math.PI) / 180);
  const along = (offset: number, half: number) =>
    Math.min(COARSE - 1, Math.max(0, Math.floor(((offset / half + 1) / 2) * COARSE)));
  return {
    squareOf: ({ lat, lng }) => along(lat - centre.lat, north) * COARSE + along(lng - centre.lng, east),
    metresTo: ({ lat, lng }) => haversineMetres(centre.lat, centre.lng, lat, lng),
  };
}
