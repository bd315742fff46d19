import type { Ctx, Stores } from '../context';
import { requireSignedIn } from '../kernel/access';
import { isStaff } from '../kernel/actor';
import { conflict, forbidden, notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { JobRecord, JobWithBusiness } from './record';

/** Whether the actor may manage postings of this business: staff of the station, or a shop that owns it. */
export async function mayManage(ctx: Ctx, stores: Stores, businessId: Id): Promise<boolean> {
  if (isStaff(ctx.actor, ctx.station.id)) return true;
  if (ctx.actor.kind !== 'user' || ctx.actor.role !== 'shop') return false;
  const own = await stores.businesses.ofUser(ctx.station.id, ctx.actor.userId);
  return own.some((business) => business.id === businessId);
}

/** @throws DomainError `unauthenticated` for the public, `forbidden` for seekers */
export function requireShopOrStaff(ctx: Ctx): void {
  requireSignedIn(ctx.actor);
  if (isStaff(ctx.actor, ctx.station.id)) return;
  if (ctx.actor.kind === 'user' && ctx.actor.role === 'shop' && ctx.actor.stationId === ctx.station.id)
    return;
  throw forbidden();
}

/**
 * The posting, for somebody who may manage it.
 * @throws DomainError `not_found` when it is not there or not readable to the actor, `forbidden` when it can
 * be read by them but is not theirs
 */
export async function managedJob(ctx: Ctx, stores: Stores, id: Id): Promise<JobWithBusiness> {
  requireShopOrStaff(ctx);
  const found = await stores.jobs.get(ctx.station.id, id);
  if (!found) throw notFound('job');
  if (await mayManage(ctx, stores, found.business.id)) return found;
  throw found.job.status === 'open' ? forbidden() : notFound('job');
}

/** {@link managedJob} outside a transaction, for other slices. */
export function managedJobOf(ctx: Ctx, id: Id): Promise<JobWithBusiness> {
  return managedJob(ctx, ctx.stores, id);
}

/**
 * Whether what the actor writes for this business is public without a review: staff, the service account, and a
 * business whose verification is current.
 */
export function isTrusted(ctx: Ctx, business: JobWithBusiness['business']): boolean {
  return isStaff(ctx.actor, ctx.station.id) || business.verifiedUntil > ctx.clock.now();
}

/**
 * Sees to it that a business may post.
 * @throws DomainError `conflict/business_blocked`
 */
export function refuseBlocked({ blocked }: Pick<JobWithBusiness['business'], 'blocked'>): void {
  if (blocked) throw conflict('business_blocked');
}

/** A posting handed to staff: nobody else sees it until they open it, also if it was public before. */
export function forReview(job: JobRecord): JobRecord {
  return { ...job, status: 'review', publishedAt: null };
}
