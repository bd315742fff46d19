import { freedomOf } from '../kernel/schedule';
import type { ColumnsView } from './columns';
import { fitOf } from './fit';
import type { Search, Terms } from './prepared';
import type { Rows } from './row';
import { payScore, timeScore, timeWeight } from './score';

/** Worked out only for hours that come again; until then they are taken to cost nothing. */
const SEEN_ONCE = -1;

/**
 * How good a posting can be at best, said in minutes of travel, because the score trades every part for them: less pay or
 * worse hours weigh as much as so many minutes more. A posting that is farther with this added than the last of the page
 * may be is behind the page, and need not be worked out.
 */
export class Prospects {
  readonly #rows: Rows;
  readonly #columns: ColumnsView;
  readonly #search: Search;
  readonly #terms: Terms;
  /** Minutes that a whole point of the weighted sum is worth; 0 when travel counts for nothing. */
  readonly #minutesPerPoint: number;
  /** By the number of the hours, minutes that they cost at least; NaN until they are seen, then {@link SEEN_ONCE}. */
  readonly #byHours: Float64Array;
  /** At the door of every place: no journey makes hours fit better. */
  readonly #atTheDoor: Float64Array;

  constructor(rows: Rows, search: Search, terms: Terms) {
    const { weights } = terms;
    this.#rows = rows;
    this.#columns = rows.columns;
    this.#search = search;
    this.#terms = terms;
    this.#minutesPerPoint = weights.travel > 0 ? search.minutes / weights.travel : 0;
    this.#byHours = new Float64Array(rows.columns.schedules).fill(Number.NaN);
    this.#atTheDoor = new Float64Array(search.availability?.places.length ?? 0);
  }

  /** Minutes of travel that pay and hours of a posting are worth less than the best there can be. */
  lossAt(position: number): number {
    const slot = this.#rows.slots[position] as number;
    const { weights, floorFen } = this.#terms;
    const pay = payScore(this.#columns.hourlyFen[slot] as number, floorFen);
    const hours = this.#columns.schedule[slot] as number;
    let lost = this.#byHours[hours] as number;
    if (Number.isNaN(lost)) {
      this.#byHours[hours] = SEEN_ONCE;
      lost = 0;
    } else if (lost === SEEN_ONCE) {
      lost = this.#lossByHours(position);
      this.#byHours[hours] = lost;
    }
    return (1 - pay) * weights.pay * this.#minutesPerPoint + lost;
  }

  #lossByHours(position: number): number {
    const { availability } = this.#search;
    const { schedule } = this.#rows.lend(position);
    const isKnown = availability !== null && !availability.assumed;
    const fit = isKnown ? fitOf(schedule, availability, this.#atTheDoor) : Number.NaN;
    const parts = { fit, freedom: freedomOf(schedule) };
    return (1 - timeScore(parts)) * timeWeight(parts, this.#terms.weights) * this.#minutesPerPoint;
  }
}
