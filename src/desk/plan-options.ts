import type { Ctx } from '../context';
import { haversineMetres } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import {
  type Availability,
  alongStreets,
  type BoardRow,
  compareKeys,
  type Evaluation,
  type Holding,
  holdingOf,
  type SeekerQuery,
  type SortKey,
  shiftsFilled,
  shownOf,
  sortKey,
  wordsIn,
} from '../matching';
import { radiusMetres, reachMetres } from '../places';
import type { Circle } from '../search';
import type { Option } from './assignment';
import type { QueuedWalkIn } from './plan-ports';
import { queryOf } from './walk-in-query';

/** Scores as whole numbers: their sums are exact, and a difference below this is none. */
const SCORE_UNITS = 1e9;

/** How long a router may take for all that one plan wants of it, ms: staff ask for it seldom, and for fifty people. */
export const PLAN_BUDGET_MS = 1_000;

/** A posting that somebody could be sent to. */
export interface PlanOption extends Option {
  item: Evaluation;
}

/** Somebody to be sent somewhere, with all that they could do. */
export interface Planned {
  visit: QueuedWalkIn;
  query: SeekerQuery;
  availability: Availability | null;
  options: PlanOption[];
  /** What the desk's own list has first, among postings with a free place. */
  best: PlanOption | null;
}

/** What a plan is made of. */
export interface PlanPieces {
  people: Planned[];
  /** Free places by position of the posting. */
  free: number[];
  /** Postings that at least one of them could come to. */
  reachable: { row: BoardRow; places: number }[];
  /** Whether a router was asked and did not answer in time. */
  degraded: boolean;
}

/**
 * Everybody to be sent, held against every open posting with a free place.
 * @param since instant (ms) from which an unanswered referral holds a place
 * @param sent pairs that were referred before, `walkInId jobId`
 */
export async function candidatesOfPlan(
  ctx: Ctx,
  visits: readonly QueuedWalkIn[],
  since: number,
  sent: ReadonlySet<string>,
): Promise<PlanPieces> {
  if (visits.length === 0) return { people: [], free: [], reachable: [], degraded: false };
  const queries = await Promise.all(visits.map(({ record }) => queryOf(ctx, record)));
  const circle = circleAround(ctx, queries);
  const [rows, words] = await Promise.all([
    ctx.board.inCircle(ctx.station.id, circle),
    wordsOfAll(ctx, queries, circle),
  ]);
  const near = Array.from({ length: rows.count }, (_, i) => rows.own(i));
  const ids = near.map(({ id }) => id);
  const places = await ctx.stores.desk.freePlaces(ctx.station.id, since, ids);
  const open = near.filter(({ id }) => (places.get(id) ?? 0) > 0);
  const positions = new Map(open.map(({ id }, i) => [id, i]));
  const plain = queries.map((query, i) => holdingOf(ctx, query, words[i] ?? null));
  const { streets } = ctx;
  const known = streets && (await alongStreets({ streets }, open, plain, PLAN_BUDGET_MS));
  const holdings = known ?? plain;
  const people = visits.map((visit, i): Planned => {
    const query = queries[i] as SeekerQuery;
    const holding = holdings[i] as Holding;
    const { availability } = holding.search;
    const shown = shownOf(open, holding).filter(({ row }) => !sent.has(`${visit.record.id} ${row.id}`));
    const options = shown.map((item) => ({
      item,
      job: positions.get(item.row.id) as number,
      shifts: shiftsFilled(item, availability),
      score: Math.round(item.score * SCORE_UNITS),
    }));
    return { visit, query, availability, options, best: firstOf(options) };
  });
  const reached = new Set(people.flatMap(({ options }) => options.map(({ job }) => job)));
  const free = open.map(({ id }) => places.get(id) ?? 0);
  return {
    people,
    free,
    reachable: [...reached].map((job) => ({ row: open[job] as BoardRow, places: free[job] as number })),
    degraded: streets !== null && known === null,
  };
}

/** What stands first in the order of a search. */
function firstOf(options: readonly PlanOption[]): PlanOption | null {
  let first: { option: PlanOption; key: SortKey } | null = null;
  for (const option of options) {
    const key = sortKey(option.item, 'best');
    if (first === null || compareKeys(key, first.key) < 0) first = { option, key };
  }
  return first?.option ?? null;
}

/** A circle around the station that holds everybody's own: one look at the board instead of one for each. */
function circleAround(ctx: Ctx, queries: readonly SeekerQuery[]): Circle {
  const { lat, lng } = ctx.station;
  const reach = queries.map(({ origin, minutes, mode }) => {
    const own = Math.max(radiusMetres(minutes, mode), ctx.streets ? reachMetres(minutes, mode) : 0);
    return haversineMetres(lat, lng, origin.lat, origin.lng) + own;
  });
  return { lat, lng, radiusMetres: Math.max(...reach) + 1 };
}

/** Coverage of everybody's words; the same words are asked for once. */
async function wordsOfAll(
  ctx: Ctx,
  queries: readonly SeekerQuery[],
  circle: Circle,
): Promise<(Map<Id, number> | null)[]> {
  const asked = new Map<string, Promise<Map<Id, number> | null>>();
  return Promise.all(
    queries.map((query) => {
      const key = JSON.stringify([query.alternatives, query.scored, query.wish.occupations]);
      const known = asked.get(key) ?? wordsIn(ctx, query, circle);
      asked.set(key, known);
      return known;
    }),
  );
}
