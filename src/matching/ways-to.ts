import type { Ctx } from '../context';
import { MODES, type Mode } from '../kernel/vocabulary';
import { type Arrival, estimateMinutes, leastMinutes, NoStreet, type Streets } from '../places';
import { type Evaluation, evaluate } from './evaluate';
import { holdingOf } from './holding';
import { leastTimes, placesOf } from './many-streets';
import type { Search, StreetTimes, Terms } from './prepared';
import type { SeekerQuery } from './query';
import type { BoardRow } from './row';

/** Places that the router is asked about at a time. */
const ASKED_AT_ONCE = 100;

/** One person held against the posting as far as that can be said without the router. */
export interface Bounded {
  search: Search;
  terms: Terms;
  /** As it would be if their ways were as short as any street allows: what fails here fails, and no score is higher. */
  bound: Evaluation;
  /** The score by estimate: who is likely to be among the first. */
  guess: number;
}

/**
 * How many people come to one posting, each by the minutes of their own list: along streets where there is a router and by
 * estimate where there is none, where it knows no street, and for everybody who goes by a mode for which it did not answer.
 * One budget for all that is asked.
 */
export class WaysTo {
  readonly #ctx: Ctx;
  readonly #row: BoardRow;
  readonly #streets: Pick<Streets, 'ask'> | null;
  readonly #unanswered = new Set<Mode>();

  /** Metres from the posting to the street next to it, by mode, as far as they are known. */
  readonly #offsets = new Map<Mode, number>();

  private constructor(ctx: Ctx, row: BoardRow) {
    this.#ctx = ctx;
    this.#row = row;
    this.#streets = ctx.streets?.together() ?? null;
  }

  /** Asks at most how far the posting is from its streets: the nearer, the fewer people need be asked about. */
  static async to(ctx: Ctx, row: BoardRow): Promise<WaysTo> {
    const ways = new WaysTo(ctx, row);
    await Promise.all(MODES.map((mode) => ways.#measureOffset(mode)));
    return ways;
  }

  async #measureOffset(mode: Mode): Promise<void> {
    const { lat, lng } = this.#row;
    try {
      const answer = await this.#streets?.ask(mode, (router, signal) =>
        router.journeys({ lat, lng }, mode, [], signal),
      );
      if (answer) this.#offsets.set(mode, answer.offsetMetres);
      else if (this.#streets) this.#unanswered.add(mode);
    } catch (error) {
      // Near no street: then it is as far from one as may be.
      if (!(error instanceof NoStreet)) throw error;
    }
  }

  /** For how many modes the router did not answer. What was said of their people before does not fit what is said after. */
  get unanswered(): number {
    return this.#unanswered.size;
  }

  /** No journey of so many crow-fly metres takes fewer minutes. */
  leastMinutes(crowMetres: number, mode: Mode): number {
    return this.#isAlongStreets(mode)
      ? leastMinutes(crowMetres, mode, this.#offsets.get(mode))
      : estimateMinutes(crowMetres, mode);
  }

  /** Holds people against the posting without asking anybody. */
  bound(queries: readonly SeekerQuery[]): Bounded[] {
    return queries.map((query) => {
      const { search, terms } = holdingOf(this.#ctx, query, null);
      const byEstimate = evaluate(this.#row, search, terms);
      const bound = this.#isAlongStreets(search.mode)
        ? evaluate(
            this.#row,
            { ...search, street: leastTimes([this.#row], search, this.#offsets.get(search.mode)) },
            terms,
          )
        : byEstimate;
      return { search, terms, bound, guess: byEstimate.score };
    });
  }

  /** Holds them against the posting by their real minutes. */
  async settle(people: readonly Bounded[]): Promise<Evaluation[]> {
    const streets = new Map<Bounded, StreetTimes>();
    const modes = new Map<Mode, Bounded[]>();
    for (const person of people) {
      const { mode } = person.search;
      if (this.#isAlongStreets(mode)) modes.set(mode, [...(modes.get(mode) ?? []), person]);
    }
    await Promise.all([...modes].map(([mode, list]) => this.#ask(mode, list, streets)));
    return people.map((person) => {
      const { search, terms } = person;
      const street = this.#isAlongStreets(search.mode) ? streets.get(person) : undefined;
      return evaluate(this.#row, street ? { ...search, street } : search, terms);
    });
  }

  async #ask(mode: Mode, people: readonly Bounded[], streets: Map<Bounded, StreetTimes>): Promise<void> {
    const row = this.#row;
    const places = people.flatMap(({ search }) => placesOf(search));
    const arrivals: (Arrival | null)[] = [];
    for (let i = 0; i < places.length; i += ASKED_AT_ONCE) {
      const some = places.slice(i, i + ASKED_AT_ONCE);
      const answer = await this.#streets?.ask(mode, (router, signal) =>
        router.journeysTo(some, mode, { lat: row.lat, lng: row.lng }, signal),
      );
      if (!answer) {
        this.#unanswered.add(mode);
        return;
      }
      arrivals.push(...answer);
    }
    let at = 0;
    for (const person of people) {
      const own = arrivals.slice(at, at + placesOf(person.search).length);
      at += own.length;
      const street = timesOf(own);
      if (street) streets.set(person, street);
    }
    if (arrivals.includes(null)) this.#ctx.streets?.none();
  }

  #isAlongStreets(mode: Mode): boolean {
    return this.#streets !== null && !this.#unanswered.has(mode);
  }
}

/** The ways of one person to one posting; null, as for their own list, when one of their places is near no street. */
function timesOf(arrivals: readonly (Arrival | null)[]): StreetTimes | null {
  const journeys = arrivals.flatMap((arrival) => (arrival ? [arrival.journey] : []));
  if (journeys.length < arrivals.length) return null;
  return {
    minutes: journeys.map((journey) => Float64Array.of(journey?.minutes ?? Number.POSITIVE_INFINITY)),
    metres: Float64Array.of(journeys[0]?.metres ?? Number.POSITIVE_INFINITY),
  };
}
