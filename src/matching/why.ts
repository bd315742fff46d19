import type { Ctx } from '../context';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { Schedule } from '../kernel/schedule';
import { DAY_MINUTES } from '../kernel/week';
import { formatDays } from '../kernel/week-syntax';
import type { Circle } from '../search';
import { ageOnDay, LEAST_AGE, PART_TIME_WEEK_HOURS, SPECIAL_OPERATION_LAST_AGE } from '../trust';
import { lackingOf } from './certificates';
import { type Evaluation, evaluate } from './evaluate';
import type { Missing } from './fit';
import { GATE, type Gate } from './gates';
import { employerMinutes, firstWorkDay } from './law';
import { rowsOf } from './packed-rows';
import type { Search } from './prepared';
import { toBoardRow } from './project';
import type { SeekerQuery } from './query';
import { reasonsOf } from './reasons';
import { type Match, matchText, prepare, termsOf } from './service';
import { allStreetTimes } from './streets';
import { withStreets } from './with-streets';

/** One gate of `/why`: whether it lets the posting through, with the numbers it was decided by. */
export interface GateAnswer {
  code: Gate | 'open' | 'place';
  ok: boolean;
  [figure: string]: string | number | boolean | Missing[] | undefined;
}

/** Whether a posting is shown, every gate, and how it would stand. */
export interface WhyResult {
  shown: boolean;
  gates: GateAnswer[];
  match: Match | null;
}

/**
 * Why a posting is, or is not, on the list of this search.
 * @throws DomainError `not_found` for postings that were never public
 */
export async function why(ctx: Ctx, query: SeekerQuery, jobId: Id): Promise<WhyResult> {
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
  const item = evaluate(row, prepared, termsOf(ctx, now, now, query.plain));
  if (!Number.isFinite(item.minutes)) {
    // No street leads there: hours and reasons would speak of a journey that there is not.
    gates.push({ code: 'travel', ok: false, limit: query.minutes });
    return { shown: false, gates, match: null };
  }
  const explained = reasonsOf(item, prepared.availability, query.held);
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
  if (filters.engagements) gates.push({ code: 'engagement', ok: ok('engagement') });
  if (filters.certificates) {
    gates.push({
      code: 'certificate',
      ok: ok('certificate'),
      lacking: lackingOf(item.row, filters.certificates).join(','),
    });
  }
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
    const [hours, max] = [minutes / 60, PART_TIME_WEEK_HOURS];
    gates.push({ code: 'employer', ok, hours, max, ...(ok ? {} : shorter(row.schedule, hours - max)) });
  }
  return gates;
}

/** How long the only shift of a posting may be so that so many hours less are worked. */
function shorter({ shifts }: Schedule, lessHours: number): { days?: string; instead?: number } {
  const [only, more] = shifts;
  if (!only || more) return {};
  const instead = (only.end - only.start) / 60 - lessHours;
  return instead > 0 ? { days: formatDays([Math.floor(only.start / DAY_MINUTES) % 7]), instead } : {};
}
