import type { Ctx } from '../context';
import { shanghaiDate } from '../kernel/clock';
import type { JobWithBusiness } from './record';

/**
 * Open postings of the station whose place is known only to the street or the area, newest first: they cannot be
 * ranked by travel, and are shown beside the list until somebody has placed the pin.
 */
export async function unplacedJobs(ctx: Ctx, limit: number): Promise<JobWithBusiness[]> {
  const list = await ctx.stores.jobs.list(ctx.station.id, { statuses: ['open'], lacks: 'door', limit });
  const today = shanghaiDate(ctx.clock.now());
  return list.filter(({ job }) => job.validThrough !== null && job.validThrough >= today);
}
