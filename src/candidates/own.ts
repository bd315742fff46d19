import type { Ctx } from '../context';
import type { JobWithBusiness } from '../jobs';
import type { Id } from '../kernel/ids';
import type { Interest } from './ports';
import { ownCandidate } from './service';

/** A posting that a seeker said they are interested in. */
export interface OwnInterest {
  interest: Interest;
  found: JobWithBusiness;
}

/** The seeker's own interests with their postings as they are now, newest first; none for everybody else. */
export async function ownInterests(ctx: Ctx): Promise<OwnInterest[]> {
  const record = await ownCandidate(ctx);
  if (!record) return [];
  const interests = await ctx.stores.candidates.interestsOfCandidate(ctx.station.id, record.id);
  const jobs = await jobsById(
    ctx,
    interests.map((interest) => interest.jobId),
  );
  return interests
    .flatMap((interest) => {
      const found = jobs.get(interest.jobId);
      return found ? [{ interest, found }] : [];
    })
    .sort((a, b) => b.interest.createdAt - a.interest.createdAt);
}

/** A posting to which the station sent a seeker. */
export interface OwnReferral {
  state: string;
  at: number;
  found: JobWithBusiness;
}

/** The seeker's own referrals, newest first; none for everybody else. */
export async function ownReferrals(ctx: Ctx): Promise<OwnReferral[]> {
  const record = await ownCandidate(ctx);
  if (!record) return [];
  const list = await ctx.stores.desk.listReferrals(ctx.station.id, { candidateId: record.id, limit: 50 });
  const jobs = await jobsById(
    ctx,
    list.map((referral) => referral.jobId),
  );
  return list.flatMap(({ jobId, state, createdAt }) => {
    const found = jobs.get(jobId);
    return found ? [{ state, at: createdAt, found }] : [];
  });
}

async function jobsById(ctx: Ctx, ids: readonly Id[]): Promise<Map<Id, JobWithBusiness>> {
  if (ids.length === 0) return new Map();
  const found = await ctx.stores.jobs.getMany(ctx.station.id, [...new Set(ids)]);
  return new Map(found.map((entry) => [entry.job.id, entry]));
}
