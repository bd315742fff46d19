import { accessLines, type PersonId } from '../candidates';
import { conductOf } from '../conduct';
import type { Ctx } from '../context';
import { iso } from '../kernel/clock';
import type { Id } from '../kernel/ids';
import { ledgersOf } from '../placements';
import type { VisitCopy } from './schema';

/** More than one person can have. */
const MOST = 1000;

/** Postings by id, with their titles and who gives them. */
export type Titles = ReadonlyMap<Id, { title: string; business: string }>;
type Posting = Pick<VisitCopy['shortlist'][number], 'jobId' | 'title' | 'business'>;

/** What some postings are called. */
export async function titlesOf(ctx: Ctx, ids: readonly Id[]): Promise<Titles> {
  if (ids.length === 0) return new Map();
  const found = await ctx.stores.jobs.getMany(ctx.station.id, [...new Set(ids)]);
  return new Map(found.map(({ job, business }) => [job.id, { title: job.title, business: business.name }]));
}

/** A posting as a copy names it. */
export function postingOf(titles: Titles, jobId: Id): Posting {
  const known = titles.get(jobId);
  return { jobId, title: known?.title ?? null, business: known?.business ?? null };
}

type Doings = Pick<VisitCopy, 'referrals' | 'placements' | 'conduct' | 'warnings' | 'access'>;

/**
 * What the station did for somebody and what came of it, by profile or by visit: nothing of it stands under anything
 * else. The caller has seen to it that it is theirs to read.
 * @param own account of the person; null when they have none
 */
export async function doingsOf(ctx: Ctx, of: PersonId, own: Id | null): Promise<Doings> {
  const station = ctx.station.id;
  const { desk, review } = ctx.stores;
  const id = 'candidateId' in of ? of.candidateId : of.walkInId;
  const [referrals, placements, conduct, warnings, access] = await Promise.all([
    desk.listReferrals(station, { ...of, limit: MOST }),
    ledgersOf(ctx, of),
    conductOf(ctx, of),
    review.warningsOf(station, of, 0),
    accessLines(ctx, id, own, MOST),
  ]);
  const titles = await titlesOf(
    ctx,
    [...referrals, ...warnings].map(({ jobId }) => jobId),
  );
  return {
    referrals: await Promise.all(
      referrals.map(async ({ id: referralId, jobId, state, createdAt }) => ({
        ...postingOf(titles, jobId),
        state,
        at: iso(createdAt),
        events: await eventsOf(ctx, referralId),
      })),
    ),
    placements,
    conduct,
    warnings: warnings.map(({ jobId, state, createdAt }) => ({
      ...postingOf(titles, jobId),
      state,
      at: iso(createdAt),
    })),
    access: access.map((line) => ({ ...line, action: line.what })),
  };
}

async function eventsOf(ctx: Ctx, referralId: Id): Promise<Doings['referrals'][number]['events']> {
  const events = await ctx.stores.desk.eventsOf(ctx.station.id, referralId);
  return Promise.all(
    events.map(async ({ kind, createdAt, noteSealed }) => ({
      kind,
      at: iso(createdAt),
      note: noteSealed === null ? null : await ctx.vault.open('referral_note', noteSealed),
    })),
  );
}
