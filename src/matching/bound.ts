import type { Ctx } from '../context';
import { DAY_MS } from '../kernel/clock';
import { freedomOf, type Schedule, type Shift } from '../kernel/schedule';
import { TURNS, unroll, type Week } from '../kernel/week';
import { TOLERANCE_MINUTES } from '../places';
import { fitOf } from './fit';
import type { BoardRow } from './row';
import { type Parts, scoreOf, type Weights } from './score';
import { termsOf } from './service';
import { cutAt, ENDLESS, type Leg } from './stops';

/** What is known of a person whose exact home is not: enough to say how good the pair can be at best. */
export interface Roughly {
  /** No home that they can have is nearer, minutes one way. */
  minutes: number;
  /** The limit of travel, minutes. */
  limit: number;
  /**
   * Free pieces of the week, prepared by {@link freePieces}; null when not said, `any` when more than the week is known
   * (dates of its own may be freer), so that nothing can be ruled out.
   */
  pieces: readonly Leg[] | 'any' | null;
  /** Whether the posting's occupation is one of theirs; null when they named none. */
  skilled: boolean | null;
}

/** What the score of every pair with one posting has in common. */
export interface PostingTerms {
  row: BoardRow;
  freedom: number;
  ageDays: number;
  floorFen: number;
  weights: Weights;
}

/** The parts of the score that do not depend on the person, as the search has them at this instant. */
export function postingTerms(ctx: Pick<Ctx, 'clock' | 'station'>, row: BoardRow): PostingTerms {
  const now = ctx.clock.now();
  const { floorFen, weights } = termsOf(ctx, now, now);
  return {
    row,
    freedom: freedomOf(row.schedule),
    ageDays: (now - row.publishedAt) / DAY_MS,
    floorFen,
    weights,
  };
}

/** A week as {@link bestFit} reads it. */
export function freePieces(free: Week): Leg[] {
  return cutAt(unroll(free), [], 0);
}

/**
 * An upper bound of the pair's score: the score if their home were as near as it can be. It holds because a
 * shorter journey never makes fit or score smaller, and because more that keeps a person busy only cuts free time.
 * @returns 0…1; −1 when none of the posting's hours can be worked even then
 */
export function bestScore(terms: PostingTerms, person: Roughly): number {
  const { pieces } = person;
  const fit =
    pieces === null ? Number.NaN : pieces === 'any' ? 1 : bestFit(terms.row.schedule, pieces, person.minutes);
  if (fit === 0) return -1;
  return scoreOf(partsOf(terms, fit, person), terms.weights);
}

/**
 * What retrieval can tell of a person before it looks at cells and hours; the kinds differ in which parts of the
 * score are known. Their order is that of {@link farthestShares}.
 */
export const KINDS = [false, true].flatMap((hoursSaid) =>
  [null, false, true].map((skilled) => ({ hoursSaid, skilled })),
);

/**
 * For each of {@link KINDS} the largest share of their limit (0…1) that a journey may take if the pair is still to
 * reach a score; −1 where none does. The score falls evenly with the journey, so two of its values give the line.
 */
export function farthestShares(terms: PostingTerms, score: number): number[] {
  return KINDS.map(({ hoursSaid, skilled }) => {
    const at = (minutes: number) =>
      scoreOf(partsOf(terms, hoursSaid ? 1 : Number.NaN, { minutes, limit: 1, skilled }), terms.weights);
    const [door, limit] = [at(0), at(1)];
    if (door < score) return -1;
    if (limit >= score) return 1;
    return Math.min(1, (door - score) / (door - limit) + ROUNDING);
  });
}

/** More than arithmetic loses on the way. */
const ROUNDING = 1e-6;

function partsOf(
  { row, freedom, ageDays, floorFen }: PostingTerms,
  fit: number,
  { minutes, limit, skilled }: Pick<Roughly, 'minutes' | 'limit' | 'skilled'>,
): Parts {
  return {
    fit,
    freedom,
    minutes,
    limit,
    text: Number.NaN,
    hourlyFen: row.hourlyFen,
    floorFen,
    skills: skilled === null ? Number.NaN : skilled ? 1 : 0,
    ageDays,
  };
}

const NOTHING_LEFT = new Uint16Array(0);
const NO_DAYS: ReadonlyMap<number, readonly Leg[]> = new Map();
const NOWHERE = [{ lat: 0, lng: 0 }];

/** `fitOf` for a week from home to home, without the table that only pays when many postings are looked at. */
export function bestFit(schedule: Schedule, pieces: readonly Leg[], minutes: number): number {
  if (schedule.kind === 'window') {
    const spans = pieces.map(({ start, end }) => [start, end] as const);
    const times = [{ from: 0, to: 0, pieces: spans, left: NOTHING_LEFT }];
    return fitOf(schedule, { places: NOWHERE, times, assumed: false, days: NO_DAYS }, [minutes]);
  }
  let feasible = 0;
  let feasibleMinutes = 0;
  let total = 0;
  for (const shift of schedule.shifts) {
    const length = shift.end - shift.start;
    total += length;
    if (!fits(shift, pieces, minutes)) continue;
    feasible++;
    feasibleMinutes += length;
  }
  if (schedule.kind === 'all') return total === 0 ? 1 : feasibleMinutes / total;
  return schedule.atLeast === 0 ? 1 : Math.min(1, feasible / schedule.atLeast);
}

function fits({ start, end }: Shift, pieces: readonly Leg[], minutes: number): boolean {
  const leave = start - minutes + TOLERANCE_MINUTES;
  const back = end + minutes - TOLERANCE_MINUTES;
  for (const piece of pieces) {
    if (piece.end === ENDLESS) return true;
    for (const turn of TURNS) if (piece.start + turn <= leave && back <= piece.end + turn) return true;
  }
  return false;
}
