import { haversineMetres, PLANE, PLANE_SHARE, Plane } from '../kernel/geo';
import { estimateMinutes, radiusMetres, TOLERANCE_MINUTES } from '../places';
import type { ColumnsView } from './columns';
import { coverageOf } from './coverage';
import { journeysTo } from './evaluate';
import { FARTHEST_ROUNDING, farthestFit } from './farthest';
import { unmetOf } from './filters';
import { fitsAtAll } from './fit';
import { BEYOND, FIRST_FILTER_BIT, GATE } from './gates';
import { employerMinutes, isOfAge, PART_TIME_MINUTES } from './law';
import { byOccupation, OTHER_OCCUPATION } from './occupation-names';
import { DEGREE } from './pack';
import type { Search, Terms } from './prepared';
import type { BoardRow, Rows } from './row';

/** In place of a longest journey that is worked out only for hours that come again. */
const SEEN_ONCE = -1e300;
const NO_WORDS = new Float64Array(0);

/**
 * A first look at every posting of a circle: which gates it fails, as `measure` would say it, from columns where they
 * decide and from the row itself where they do not. No object is made for a posting. Of those that fail two gates or
 * more only that much is known.
 */
export class Scan {
  /** Bits of {@link GATE}, of the posting looked at last; {@link BEYOND} for what is farther than `reach`. */
  failed = 0;
  /** The journey to the posting looked at last takes no fewer minutes one way: a hair below {@link minutes}. */
  leastMinutes = 0;
  /** It takes no more than this. */
  #mostMinutes = 0;
  #position = 0;
  #slot = 0;
  readonly #rows: Rows;
  readonly #columns: ColumnsView;
  readonly #search: Search;
  readonly #terms: Terms;
  readonly #limit: number;
  readonly #reach: number;
  readonly #words: Float64Array;
  /** Coverage of what was asked by an occupation alone; null when nothing was asked. */
  readonly #covered: Float64Array | null;
  readonly #gatesByText: boolean;
  readonly #hasFilters: boolean;
  /**
   * By the number of the hours: the longest journey with which any of them can be worked; NaN until they are seen, then
   * {@link SEEN_ONCE}: working it out costs more than one look does.
   */
  readonly #farthest: Float64Array | null;
  readonly #journeys: Float64Array;
  readonly #street: Float64Array | null;
  /** Null where the ground is not flat enough. */
  readonly #plane: Plane | null;

  /** @param reach minutes beyond which a posting matters to nobody */
  constructor(rows: Rows, search: Search, terms: Terms, reach: number) {
    const { availability, filters, text, wish } = search;
    this.#rows = rows;
    this.#columns = rows.columns;
    this.#search = search;
    this.#terms = terms;
    this.#limit = search.minutes + TOLERANCE_MINUTES;
    this.#reach = reach + TOLERANCE_MINUTES;
    this.#words = text === null ? NO_WORDS : rows.spread(text);
    const isAsked = text !== null || (wish.occupations?.length ?? 0) > 0;
    this.#covered = isAsked ? byOccupation((names) => coverageOf(names, search)) : null;
    this.#gatesByText = isAsked && !search.wordsOrder;
    this.#hasFilters = Object.values(filters).some((value) => value !== undefined);
    const fromHomeToHome = availability !== null && availability.places.length === 1;
    this.#farthest = fromHomeToHome ? new Float64Array(rows.columns.schedules).fill(Number.NaN) : null;
    this.#journeys = new Float64Array(availability?.places.length ?? 1);
    this.#street = search.street?.minutes[0] ?? null;
    const isFlat =
      Math.abs(search.origin.lat) <= PLANE.latitude && radiusMetres(reach, search.mode) < PLANE.metres / 2;
    this.#plane = isFlat && this.#street === null ? new Plane(search.origin) : null;
  }

  /** How well the words cover a posting by its own text, 0…1. */
  wordsAt(position: number): number {
    return this.#words.length === 0 ? 0 : (this.#words[position] as number);
  }

  /** Minutes one way, of the posting looked at last. */
  get minutes(): number {
    if (this.leastMinutes !== this.#mostMinutes) {
      this.leastMinutes = this.#minutesTo(this.#position, this.#slot);
      this.#mostMinutes = this.leastMinutes;
    }
    return this.leastMinutes;
  }

  /** Looks at the posting at a position. */
  look(position: number): void {
    const slot = this.#rows.slots[position] as number;
    this.#position = position;
    this.#slot = slot;
    this.#measureRoughly(position, slot);
    // Written so that a journey that there is not (NaN, Infinity) is too long.
    if (!this.#isWithin(this.#reach)) {
      this.failed = BEYOND;
      return;
    }
    let failed = this.#isWithin(this.#limit) ? 0 : GATE.travel;
    if ((this.#columns.until[slot] as number) <= this.#terms.now) failed |= GATE.expired;
    if (this.#gatesByText && this.#coverageAt(position, slot) === 0) failed |= GATE.text;
    if (this.#hasFilters || this.#needsRow) failed |= this.#failedByRow(this.#rows.lend(position));
    if ((failed & (failed - 1)) === 0 && this.#search.availability !== null && !this.#fits(position, slot)) {
      failed |= GATE.time;
    }
    this.failed = failed;
  }

  /** Whether the journey takes at most so many minutes. Only what is about as long is measured exactly. */
  #isWithin(minutes: number): boolean {
    if (this.#mostMinutes <= minutes) return true;
    return this.leastMinutes <= minutes && this.minutes <= minutes;
  }

  get #needsRow(): boolean {
    const { birthDay, employers } = this.#search;
    return this.#terms.requireVerified || birthDay !== null || employers.size > 0;
  }

  #measureRoughly(position: number, slot: number): void {
    if (this.#plane === null) {
      this.leastMinutes = this.#minutesTo(position, slot);
      this.#mostMinutes = this.leastMinutes;
      return;
    }
    const { lat: lats, lng: lngs } = this.#columns;
    const crow = this.#plane.metresTo((lats[slot] as number) / DEGREE, (lngs[slot] as number) / DEGREE);
    const minutes = estimateMinutes(crow, this.#search.mode);
    this.leastMinutes = minutes * (1 - PLANE_SHARE);
    this.#mostMinutes = minutes * (1 + PLANE_SHARE);
  }

  #minutesTo(position: number, slot: number): number {
    if (this.#street !== null) return this.#street[position] as number;
    const { lat, lng } = this.#search.origin;
    const { lat: lats, lng: lngs } = this.#columns;
    const crow = haversineMetres(lat, lng, (lats[slot] as number) / DEGREE, (lngs[slot] as number) / DEGREE);
    return estimateMinutes(crow, this.#search.mode);
  }

  #coverageAt(position: number, slot: number): number {
    const number = this.#columns.occupation[slot] as number;
    const byName =
      number === OTHER_OCCUPATION
        ? coverageOf(this.#rows.lend(position), this.#search)
        : ((this.#covered as Float64Array)[number] as number);
    return Math.max(byName, this.wordsAt(position));
  }

  #failedByRow(row: BoardRow): number {
    const { filters, birthDay, employers } = this.#search;
    const { now, requireVerified } = this.#terms;
    let failed = requireVerified && row.verifiedUntil <= now ? GATE.verified : 0;
    if (this.#hasFilters) failed |= unmetOf(row, filters) << FIRST_FILTER_BIT;
    if (birthDay !== null && !isOfAge(row, birthDay, now)) failed |= GATE.age;
    if (employers.size > 0 && employerMinutes(row, employers) > PART_TIME_MINUTES) failed |= GATE.employer;
    return failed;
  }

  /** Whether any of the hours can be worked. */
  #fits(position: number, slot: number): boolean {
    const availability = this.#search.availability as NonNullable<Search['availability']>;
    const known = this.#farthest;
    if (known !== null) {
      const hours = this.#columns.schedule[slot] as number;
      let farthest = known[hours] as number;
      if (Number.isNaN(farthest)) known[hours] = SEEN_ONCE;
      else if (farthest === SEEN_ONCE) {
        farthest = farthestFit(this.#rows.lend(position).schedule, availability);
        known[hours] = farthest;
      }
      // Not so of hours that are seen for the first time: neither comparison holds for NaN.
      if (this.#mostMinutes < farthest - FARTHEST_ROUNDING) return true;
      if (this.leastMinutes > farthest + FARTHEST_ROUNDING) return false;
    }
    const row = this.#rows.lend(position);
    this.#journeys[0] = this.minutes;
    journeysTo(row, this.#search, availability, this.#journeys, position);
    return fitsAtAll(row.schedule, availability, this.#journeys);
  }
}
