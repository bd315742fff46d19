import type { Ctx } from '../context';
import { isStaff } from '../kernel/actor';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { mayManage, requireShopOrStaff } from './access';
import type { JobListQuery } from './ports';
import type { JobWithBusiness } from './record';

/**
 * A posting for reading: open ones for everyone, others for those who may manage them.
 * @throws DomainError `not_found`
 */
export async function getJob(ctx: Ctx, id: Id): Promise<JobWithBusiness & { manages: boolean }> {
  const found = await ctx.stores.jobs.get(ctx.station.id, id);
  if (!found) throw notFound('job');
  const manages = await mayManage(ctx, ctx.stores, found.business.id);
  // A slip or a shared link outlives its posting: readers learn that it is filled or over, not that it never was.
  const wasPublic = found.job.publishedAt !== null && found.job.status !== 'blocked';
  if (!manages && !wasPublic) throw notFound('job');
  return { ...found, manages };
}

/** The postings that the actor manages, newest first. */
export async function listManaged(ctx: Ctx, query: JobListQuery): Promise<JobWithBusiness[]> {
  requireShopOrStaff(ctx);
  if (isStaff(ctx.actor, ctx.station.id) || ctx.actor.kind !== 'user') {
    return ctx.stores.jobs.list(ctx.station.id, query);
  }
  const own = await ctx.stores.businesses.ofUser(ctx.station.id, ctx.actor.userId);
  return ctx.stores.jobs.list(ctx.station.id, { ...query, businessIds: own.map((business) => business.id) });
}
