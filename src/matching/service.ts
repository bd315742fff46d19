import type { Ctx } from '../context';
import type { JobWithBusiness } from '../jobs';
import { shanghaiDate } from '../kernel/clock';
import { decodeCursor, encodeCursor, fingerprint } from '../kernel/cursor';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { radiusMetres, reachMetres } from '../places';
import type { Circle } from '../search';
import { floorFen } from '../trust';
import { prepareWeek } from './availability';
import { type Evaluation, evaluate, GATE, type Gate, type Search, type Terms } from './evaluate';
import type { Missing } from './fit';
import { toBoardRow } from './project';
import { relatedTo, type SeekerQuery } from './query';
import { rank, type SortKey } from './rank';
import { type Reason, reasonsOf } from './reasons';
import { type Relaxation, relaxationsOf, widerLimit } from './relax';
import { type BoardRow, rowsOf } from './row';
import { DEFAULT_WEIGHTS } from './score';
import { allStreetTimes, streetTimes } from './streets';
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
  /** Nothing on offer has to do with the words, in this circle or the wider one, whatever the other conditions. */
  noSuchJob: boolean;
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
  const terms = termsOf(ctx, now, asOf);
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
      return entry ? [{ found: entry, item, ...reasonsOf(item, prepared.availability) }] : [];
    }),
    total: ranking.total,
    next: ranking.more && last ? encodeCursor({ query: print, asOf, key: placeOf(last.key) }) : null,
    relaxations: cursor ? [] : relaxationsOf(ranking.nearMisses, query, wider),
    degraded: text.degraded,
    // One that only lies too far or at other hours is such a job: a change would bring it.
    noSuchJob:
      prepared.text !== null &&
      ranking.total === 0 &&
      [...ranking.nearMisses.keys()].every((gate) => gate === 'text'),
  };
}

/** One gate of `/why`: whether it lets the posting through, with the numbers it was decided by. */
export interface GateAnswer {
  code: Gate | 'open' | 'place';
  ok: boolean;
  [figure: string]: string | number | boolean | Missing[] | undefined;
}

/**
 * Why a posting is, or is not, on the list of this search.
 * @throws DomainError `not_found` for postings that were never public
 */
export async function why(
  ctx: Ctx,
  query: SeekerQuery,
  jobId: Id,
): Promise<{ shown: boolean; gates: GateAnswer[]; match: Match | null }> {
  const found = await ctx.stores.jobs.get(ctx.station.id, jobId);
  if (!found || found.job.publishedAt === null || found.job.status === 'blocked') throw notFound('job');
  const row = toBoardRow(found);
  const open = found.job.status === 'open';
  const gates: GateAnswer[] = [{ code: 'open', ok: open, status: found.job.status }];
  if (!row) {
    if (open) gates.push({ code: 'place', ok: false, precision: found.job.place?.precision ?? 'area' });
    return { shown: false, gates, match: null };
  }
  const circle: Circle = { lat: row.lat, lng: row.lng, radiusMetres: 50 };
  const text = await matchText(ctx, query, circle);
  const plain = prepare(ctx, query, text.scores);
  const prepared = await withStreets(ctx, plain, (router, signal) =>
    allStreetTimes(rowsOf([row]), plain, router, signal),
  );
  const now = ctx.clock.now();
  const item = evaluate(row, prepared, termsOf(ctx, now, now));
  if (!Number.isFinite(item.minutes)) {
    // No street leads there: hours and reasons would speak of a journey that there is not.
    gates.push({ code: 'travel', ok: false, limit: query.minutes });
    return { shown: false, gates, match: null };
  }
  const explained = reasonsOf(item, prepared.availability);
  gates.push(...gatesOf(item, query, explained.missing));
  return { shown: item.failed === 0, gates, match: { found, item, ...explained } };
}

function gatesOf(item: Evaluation, query: SeekerQuery, missing: Missing[]): GateAnswer[] {
  const ok = (gate: Gate) => (item.failed & GATE[gate]) === 0;
  const gates: GateAnswer[] = [
    { code: 'expired', ok: ok('expired') },
    { code: 'verified', ok: ok('verified') },
    { code: 'travel', ok: ok('travel'), minutes: Math.round(item.minutes * 10) / 10, limit: query.minutes },
  ];
  if (item.fit !== null) gates.push({ code: 'time', ok: ok('time'), fit: item.fit, missing });
  const { filters } = query;
  if (filters.hoursMax !== undefined) {
    gates.push({
      code: 'hours',
      ok: ok('hours'),
      hours: item.row.schedule.neededMinutes / 60,
      max: filters.hoursMax,
    });
  }
  if (filters.payMinFen !== undefined) {
    gates.push({ code: 'pay', ok: ok('pay'), hourlyFen: item.row.hourlyFen, minFen: filters.payMinFen });
  }
  if (filters.settlements) gates.push({ code: 'settlement', ok: ok('settlement') });
  if (filters.benefits) gates.push({ code: 'benefits', ok: ok('benefits') });
  if (filters.occupations) gates.push({ code: 'occupation', ok: ok('occupation') });
  if (item.text !== null) gates.push({ code: 'text', ok: ok('text'), coverage: item.text });
  return gates;
}

/** One posting held against one search without words: the pair seen from either side has the same score. */
export function evaluatePair(ctx: Ctx, query: SeekerQuery, row: BoardRow): Evaluation {
  const now = ctx.clock.now();
  return evaluate(row, prepare(ctx, query, null), termsOf(ctx, now, now));
}

async function matchText(
  ctx: Ctx,
  query: SeekerQuery,
  circle: Circle,
): Promise<{ scores: Map<string, number> | null; degraded: boolean }> {
  if (query.alternatives.length === 0) return { scores: null, degraded: false };
  // What a posting must hold is one list of words; how well it answers is measured on everything said.
  const scored = query.understood?.words ?? [];
  const answers = await Promise.all(
    query.alternatives.map((words) =>
      ctx.text.match({ stationId: ctx.station.id, words, scored, circle, limit: TEXT_LIMIT }),
    ),
  );
  const scores = new Map<string, number>();
  for (const { id, score } of answers.flatMap((answer) => answer.matches)) {
    scores.set(id, Math.max(score, scores.get(id) ?? 0));
  }
  return { scores, degraded: answers.some((answer) => answer.degraded) };
}

function prepare(ctx: Ctx, query: SeekerQuery, text: Map<string, number> | null): Search {
  return {
    origin: query.origin,
    mode: query.mode,
    minutes: query.minutes,
    availability: query.free === null ? null : prepareWeek(query.free, query.origin),
    filters: query.filters,
    wish: query.wish,
    text,
    related: relatedTo(query.wish.occupations ?? [], ctx.lexicon),
    skills: query.skills,
  };
}

function termsOf(ctx: Ctx, now: number, asOf: number): Terms {
  return {
    now,
    asOf,
    floorFen: floorFen(shanghaiDate(now), ctx.station.areaClass),
    weights: { ...DEFAULT_WEIGHTS, ...ctx.station.settings.weights },
    requireVerified: ctx.station.settings.requireVerified ?? false,
  };
}

function printOf(ctx: Ctx, query: SeekerQuery): string {
  return fingerprint({ ...query, station: ctx.station.id });
}
