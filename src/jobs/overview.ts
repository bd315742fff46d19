import type { Ctx } from '../context';
import { isStaff } from '../kernel/actor';
import { requireShopOrStaff } from './access';
import type { JobStatus } from './schema';

/** How many postings the actor manages, by state; states without any are left out. */
export async function countManaged(ctx: Ctx): Promise<Partial<Record<JobStatus, number>>> {
  requireShopOrStaff(ctx);
  if (isStaff(ctx.actor, ctx.station.id) || ctx.actor.kind !== 'user') {
    return ctx.stores.jobs.countByStatus(ctx.station.id);
  }
  const own = await ctx.stores.businesses.ofUser(ctx.station.id, ctx.actor.userId);
  return ctx.stores.jobs.countByStatus(
    ctx.station.id,
    own.map(({ id }) => id),
  );
}
