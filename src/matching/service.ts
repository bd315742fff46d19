import type { Ctx } from '../context';
import type { JobWithBusiness } from '../jobs';
import { shanghaiDate } from '../kernel/clock';
import { decodeCursor, encodeCursor, fingerprint } from '../kernel/cursor';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { radiusMetres } from '../places';
import type { Circle } from '../search';
import { ageOnDay, floorFen, LEAST_AGE, PART_TIME_WEEK_HOURS, SPECIAL_OPERATION_LAST_AGE } from '../trust';
import {
  type Evaluation,
  employerMinutes,
  evaluate,
  firstWorkDay,
  GATE,
  type Gate,
  type Search,
  type Terms,
} from './evaluate';
import type { Missing } from './fit';
import { availabilityOf, minutesByBusiness } from './person-time';
import { toBoardRow } from './project';
import { relatedTo, type SeekerQuery } from './query';
import { rank, type SortKey } from './rank';
import { type Reason, reasonsOf } from './reasons';
import { type Relaxation, relaxationsOf, widerLimit } from './relax';
import type { BoardRow } from './row';
import { DEFAULT_WEIGHTS } from './score';

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
  const circle: Circle = {
    lat: query.origin.lat,
    lng: query.origin.lng,
    // What lies just beyond the limit is fetched too: what a longer journey would add is always told.
    radiusMetres: radiusMetres(cursor ? query.minutes : wider, query.mode),
  };
  const [rows, text] = await Promise.all([
    ctx.board.inCircle(ctx.station.id, circle),
    matchText(ctx, query, circle),
  ]);
  const prepared = prepare(ctx, query, text.scores);
  const terms = termsOf(ctx, now, asOf);
  const ranking = rank(rows, prepared, terms, {
    sort: query.sort,
    limit: page.limit,
    after: cursor ? (cursor.key as unknown as SortKey) : undefined,
    wider,
  });
  const found = await ctx.stores.jobs.getMany(
    ctx.station.id,
    ranking.items.map(({ item }) => item.row.id),
  );
  const byId = new Map(found.map((entry) => [entry.job.id, entry]));
  const last = ranking.items.at(-1);
  return {
    items: ranking.items.flatMap(({ item }) => {
      const entry = byId.get(item.row.id);
      return entry ? [{ found: entry, item, ...reasonsOf(item, prepared.availability) }] : [];
    }),
    total: ranking.total,
    next: ranking.more && last ? encodeCursor({ query: print, asOf, key: [...last.key] }) : null,
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
  const prepared = prepare(ctx, query, text.scores);
  const now = ctx.clock.now();
  const item = evaluate(row, prepared, termsOf(ctx, now, now));
  const explained = reasonsOf(item, prepared.availability);
  gates.push(...gatesOf(item, query, explained.missing, { search: prepared, now }));
  return { shown: item.failed === 0, gates, match: { found, item, ...explained } };
}

function gatesOf(
  item: Evaluation,
  query: SeekerQuery,
  missing: Missing[],
  { search, now }: { search: Search; now: number },
): GateAnswer[] {
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
  gates.push(...lawGatesOf(item, search, now));
  if (item.text !== null) gates.push({ code: 'text', ok: ok('text'), coverage: item.text });
  return gates;
}

/** The gates of the law that this person's age and work touch. */
function lawGatesOf({ failed, row }: Evaluation, search: Search, now: number): GateAnswer[] {
  const gates: GateAnswer[] = [];
  if (search.birthDay !== null) {
    gates.push({
      code: 'age',
      ok: (failed & GATE.age) === 0,
      age: ageOnDay(search.birthDay, firstWorkDay(row.schedule, now)),
      min: Math.max(LEAST_AGE, row.minAge),
      ...(row.endsAtRetirement ? { max: SPECIAL_OPERATION_LAST_AGE } : {}),
    });
  }
  const minutes = employerMinutes(row, search.employers);
  if (minutes > 0) {
    const ok = (failed & GATE.employer) === 0;
    gates.push({ code: 'employer', ok, hours: minutes / 60, max: PART_TIME_WEEK_HOURS });
  }
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
  // An occupation that was asked for by name covers the query whole (`textOf`), so the engine is asked for the others.
  const exceptOccupations = query.wish.occupations ?? [];
  const answers = await Promise.all(
    query.alternatives.map((words) =>
      ctx.text.match({
        stationId: ctx.station.id,
        words,
        scored,
        exceptOccupations,
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

function prepare(ctx: Ctx, query: SeekerQuery, text: Map<string, number> | null): Search {
  return {
    origin: query.origin,
    mode: query.mode,
    minutes: query.minutes,
    availability: availabilityOf(query),
    birthDay: query.birthDay,
    employers: minutesByBusiness(query.work),
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
