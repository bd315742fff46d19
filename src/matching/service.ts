import type { Ctx } from '../context';
import { type JobWithBusiness, today } from '../jobs';
import { epochDay, shanghaiDate } from '../kernel/clock';
import { decodeCursor, encodeCursor, fingerprint } from '../kernel/cursor';
import { radiusMetres, reachMetres } from '../places';
import type { Circle, Notice, Understood } from '../search';
import { floorFen } from '../trust';
import { type Evaluation, evaluate } from './evaluate';
import type { Missing } from './fit';
import { availabilityOf, minutesByBusiness } from './person-time';
import type { Search, Terms } from './prepared';
import { relatedTo, type SeekerQuery } from './query';
import { rank, type SortKey } from './rank';
import { type Reason, reasonsOf } from './reasons';
import { type Relaxation, relaxationsOf, widerLimit } from './relax';
import type { BoardRow } from './row';
import { DEFAULT_WEIGHTS, plainWeights, type Weights } from './score';
import { streetTimes } from './streets';
import { withStreets } from './with-streets';

/** One posting of an answer, with why it stands there. */
export interface Match {
  found: JobWithBusiness;
  item: Evaluation;
  reasons: Reason[];
  missing: Missing[];
}

/** The answer to a search. */
export interface SearchResult {
  items: Match[];
  total: number;
  next: string | null;
  relaxations: Relaxation[];
  degraded: boolean;
  /**
   * `no_such_job`: what was asked for is no job, or nothing on offer has to do with the words, in this circle or the wider
   * one, whatever the other conditions. `fraud`: it is the bait of one.
   */
  notice: Notice | null;
}

/** Stands in a cursor of a list that goes by estimate although there is a router, and where it stands there. */
const ESTIMATED = 'estimate';
const ESTIMATED_AT = 4;

/** Most ids a text engine is asked for: more than any circle's worth of one occupation. */
const TEXT_LIMIT = 10_000;

/**
 * Ranks every open posting of the circle for one person and returns one page of that exact order.
 * @param page `cursor` as an earlier answer gave it
 * @throws DomainError `malformed/cursor_invalid`
 */
export async function search(
  ctx: Ctx,
  query: SeekerQuery,
  page: { limit: number; cursor?: string | undefined },
): Promise<SearchResult> {
  const print = printOf(ctx, query);
  const cursor = page.cursor === undefined ? null : decodeCursor(page.cursor, print);
  const now = ctx.clock.now();
  const asOf = cursor?.asOf ?? now;
  const wider = widerLimit(query.minutes);
  // What lies just beyond the limit is fetched too: what a longer journey would add is always told.
  const reach = cursor ? query.minutes : wider;
  const byEstimate = ctx.streets === null || cursor?.key[ESTIMATED_AT] === ESTIMATED;
  const circle: Circle = {
    lat: query.origin.lat,
    lng: query.origin.lng,
    radiusMetres: byEstimate
      ? radiusMetres(reach, query.mode)
      : Math.max(radiusMetres(reach, query.mode), reachMetres(reach, query.mode)),
  };
  const [rows, text] = await Promise.all([
    ctx.board.inCircle(ctx.station.id, circle),
    matchText(ctx, query, circle),
  ]);
  const terms = termsOf(ctx, now, asOf, query.plain);
  const wanted = {
    sort: query.sort,
    limit: page.limit,
    after: cursor ? (cursor.key as unknown as SortKey) : undefined,
    wider: reach,
  };
  const plain = prepare(ctx, query, text.scores);
  const prepared = byEstimate
    ? plain
    : await withStreets(ctx, plain, (router, signal) =>
        streetTimes(rows, plain, terms, wanted, router, signal),
      );
  const ranking = rank(rows, prepared, terms, wanted);
  const found = await ctx.stores.jobs.getMany(
    ctx.station.id,
    ranking.items.map(({ item }) => item.row.id),
  );
  const byId = new Map(found.map((entry) => [entry.job.id, entry]));
  const last = ranking.items.at(-1);
  // A list that was begun by estimate goes on by it: the two orders do not fit together.
  const placeOf = (key: SortKey) => (ctx.streets && !prepared.street ? [...key, ESTIMATED] : [...key]);
  return {
    items: ranking.items.flatMap(({ item }) => {
      const entry = byId.get(item.row.id);
      return entry ? [{ found: entry, item, ...reasonsOf(item, prepared.availability, query.held) }] : [];
    }),
    total: ranking.total,
    next: ranking.more && last ? encodeCursor({ query: print, asOf, key: placeOf(last.key) }) : null,
    relaxations: cursor ? [] : relaxationsOf(ranking.nearMisses, query, wider),
    degraded: text.degraded,
    // One that only lies too far or at other hours is such a job: a change would bring it.
    notice:
      noticeOf(query) ??
      (prepared.text !== null &&
      ranking.total === 0 &&
      [...ranking.nearMisses.keys()].every((gate) => gate === 'text')
        ? 'no_such_job'
        : null),
  };
}

/** What was asked for is no job, or holds the bait of a known fraud; null when it may be one. */
function noticeOf({ understood }: SeekerQuery): Notice | null {
  if (understood?.notice === 'fraud') return 'fraud';
  return understood && !namesWork(understood) ? (understood.notice ?? null) : null;
}

const namesWork = ({ spans }: Understood) => spans.some(({ kind }) => kind === 'occupation');

/** One posting held against one search without words: the pair seen from either side has the same score. */
export function evaluatePair(ctx: Ctx, query: SeekerQuery, row: BoardRow): Evaluation {
  const now = ctx.clock.now();
  return evaluate(row, prepare(ctx, query, null), termsOf(ctx, now, now));
}

/** Postings that hold the words of a search, with scores; null without words. */
export async function matchText(
  ctx: Ctx,
  query: SeekerQuery,
  circle: Circle,
): Promise<{ scores: Map<string, number> | null; degraded: boolean }> {
  // Of what is no job there is none, however many postings there are.
  if (query.understood && !namesWork(query.understood) && noticeOf(query))
    return { scores: new Map(), degraded: false };
  if (query.alternatives.length === 0) return { scores: null, degraded: false };
  // What a posting must hold is one list of words; how well it answers is measured on everything said.
  const { scored } = query;
  // An occupation that was asked for by name covers the query whole (`textOf`), so the engine is asked for the others.
  const exceptOccupations = query.wish.occupations ?? [];
  // What others are called as well says nothing then: 家政服务员 is no 服务员.
  const ownTextOnly = exceptOccupations.length > 0 || (query.wish.atWorkplace ?? false);
  const answers = await Promise.all(
    query.alternatives.map((words) =>
      ctx.text.match({
        stationId: ctx.station.id,
        words,
        scored,
        exceptOccupations,
        ownTextOnly,
        circle,
        limit: TEXT_LIMIT,
      }),
    ),
  );
  const scores = new Map<string, number>();
  for (const { id, score } of answers.flatMap((answer) => answer.matches)) {
    scores.set(id, Math.max(score, scores.get(id) ?? 0));
  }
  return { scores, degraded: answers.some((answer) => answer.degraded) };
}

/** A search with everything prepared that does not depend on a posting. */
export function prepare(ctx: Ctx, query: SeekerQuery, text: Map<string, number> | null): Search {
  return {
    origin: query.origin,
    mode: query.mode,
    minutes: query.minutes,
    availability: availabilityOf(query, epochDay(today(ctx))),
    birthDay: query.birthDay,
    employers: minutesByBusiness(query.work),
    filters: query.filters,
    wish: query.wish,
    text,
    wordsOrder: query.wordsOrder,
    besides: new Set(query.besides),
    related: relatedTo(query.wish.occupations ?? [], ctx.lexicon, query.likely),
    skills: query.skills,
  };
}

/** The station's weights, as everybody may see them. */
export function weightsOf({ settings }: Ctx['station']): Weights {
  return { ...DEFAULT_WEIGHTS, ...settings.weights };
}

/** What holds for every posting at an instant. @param plain 只按距离和时间排 */
export function termsOf(ctx: Pick<Ctx, 'station'>, now: number, asOf: number, plain = false): Terms {
  const weights = weightsOf(ctx.station);
  return {
    now,
    asOf,
    floorFen: floorFen(shanghaiDate(now), ctx.station.areaClass),
    weights: plain ? plainWeights(weights) : weights,
    requireVerified: ctx.station.settings.requireVerified ?? false,
  };
}

function printOf(ctx: Ctx, query: SeekerQuery): string {
  return fingerprint({ ...query, station: ctx.station.id });
}
