import type { Ctx } from '../context';
import type { JobWithBusiness } from '../jobs';
import { requireStaff } from '../kernel/access';
import { conflict, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import {
  type Gain,
  gainsAnswer,
  gainsOf,
  type SearchResult,
  type SeekerQuery,
  search,
  travelsOf,
  why,
  whyAnswer,
} from '../matching';
import type { Travel } from '../places';
import { audit, SHORTLIST_LENGTH, type WalkInView, walkInFor, walkInView } from './service';
import { openWalkIn, queryOf } from './walk-in-query';

/** One look beyond what a visitor said; nothing of it is kept. */
export interface Loosened {
  /** Another limit of travel, minutes. */
  minutes?: number | undefined;
  /** Whatever their hours are. */
  anyTime?: boolean | undefined;
  /** However many hours a week. */
  anyHours?: boolean | undefined;
  /** How many postings; {@link SHORTLIST_LENGTH} by default. */
  limit?: number | undefined;
}

/** A visitor with the list ranked anew and what was put aside for them. */
export async function getWalkIn(
  ctx: Ctx,
  id: Id,
  loosened: Loosened = {},
): Promise<{
  walkIn: WalkInView;
  query: SeekerQuery;
  matches: SearchResult;
  saved: JobWithBusiness[];
  /** Which single change of their own hours opens how many postings. */
  gains: Gain[];
}> {
  const record = await walkInFor(ctx, ctx.stores, id);
  const told = await openWalkIn(ctx, record);
  const said = await queryOf(ctx, record, told);
  const query: SeekerQuery = {
    ...said,
    minutes: loosened.minutes ?? said.minutes,
    ...(loosened.anyTime ? { free: null, time: null } : {}),
    filters: loosened.anyHours ? { ...said.filters, hoursMax: undefined } : said.filters,
  };
  const [matches, saved] = await Promise.all([
    search(ctx, query, { limit: loosened.limit ?? SHORTLIST_LENGTH }),
    savedJobs(ctx, id),
  ]);
  // After the list: a router has then been asked for most of these ways already.
  const gains = await gainsOf(ctx, query);
  await audit(ctx, ctx.stores, 'walk_in', 'read', id);
  return {
    walkIn: await walkInView(ctx, record, { told }),
    query,
    matches,
    saved,
    // More travel and more hours stand among what would loosen the search already.
    gains: gains.filter(({ code }) => code !== 'minutes' && code !== 'hours'),
  };
}

/**
 * Puts postings aside for a visitor, in the order given, and marks them as served.
 * One that is under review again may stay where it stood already.
 * @throws DomainError `rule_broken/job_not_found` naming the posting
 */
export async function saveShortlist(ctx: Ctx, id: Id, jobIds: readonly Id[]): Promise<JobWithBusiness[]> {
  requireStaff(ctx);
  await ctx.tx(async (stores) => {
    await stores.desk.lockWalkIns(ctx.station.id, [id]);
    const record = await walkInFor(ctx, stores, id);
    if (record.status === 'merged') throw conflict('wrong_state', { status: record.status });
    const found = await stores.jobs.getMany(ctx.station.id, jobIds);
    const before = await stores.desk.shortlist(ctx.station.id, id);
    const known = new Set(before);
    for (const { job } of found) if (job.publishedAt !== null) known.add(job.id);
    const unknown = jobIds.flatMap((jobId, i) =>
      known.has(jobId) ? [] : [{ pointer: `/jobIds/${i}`, code: 'job_not_found' }],
    );
    if (unknown.length > 0) throw ruleBroken(unknown);
    await stores.desk.saveShortlist(ctx.station.id, id, jobIds);
    if (!(await stores.desk.updateWalkIn({ ...record, status: 'served' }))) throw conflict('walk_in_changed');
    await audit(ctx, stores, 'walk_in', 'shortlist', id);
  });
  return savedJobs(ctx, id);
}

/** What was put aside, in order; postings that ended meanwhile stay, with their state. */
async function savedJobs(ctx: Ctx, id: Id): Promise<JobWithBusiness[]> {
  const ids = await ctx.stores.desk.shortlist(ctx.station.id, id);
  const found = new Map(
    (await ctx.stores.jobs.getMany(ctx.station.id, ids)).map((entry) => [entry.job.id, entry]),
  );
  return ids.flatMap((jobId) => found.get(jobId) ?? []);
}

/** One posting of the slip. */
export interface SlipItem {
  found: JobWithBusiness;
  /** As the visitor's list has it, Infinity minutes where no street leads; null while the exact place is not known. */
  travel: Travel | null;
}

/** The slip: the visitor, and the saved postings with the ways there. */
export async function slipOf(ctx: Ctx, id: Id): Promise<{ walkIn: WalkInView; saved: SlipItem[] }> {
  const record = await walkInFor(ctx, ctx.stores, id);
  const told = await openWalkIn(ctx, record);
  const [query, saved] = await Promise.all([queryOf(ctx, record, told), savedJobs(ctx, id)]);
  const placed = saved.flatMap(({ job }) => (job.place?.precision === 'door' ? [job.place] : []));
  const travels = await travelsOf(ctx, query, placed);
  const travelTo = new Map(placed.map((place, i) => [place, travels[i] ?? null]));
  return {
    walkIn: await walkInView(ctx, record, { told }),
    saved: saved.map((found) => ({
      found,
      travel: (found.job.place && travelTo.get(found.job.place)) ?? null,
    })),
  };
}

/** Why a posting is, or is not, on a visitor's list. */
export async function whyForVisit(ctx: Ctx, id: Id, jobId: Id) {
  const query = await queryOf(ctx, await walkInFor(ctx, ctx.stores, id));
  return whyAnswer(await why(ctx, query, jobId), query);
}

/** 差什么: which single change of a visitor opens how many postings. */
export async function gainsOfVisit(ctx: Ctx, id: Id) {
  return gainsAnswer(await gainsOf(ctx, await queryOf(ctx, await walkInFor(ctx, ctx.stores, id))));
}
