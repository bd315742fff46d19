import type { Ctx } from '../context';
import { conflict, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { managedJob } from './access';
import type { JobRecord, JobWithBusiness } from './record';
import { isAllowed } from './rules';
import { change } from './service';

/** Postings that look like the same one written twice; offered for merging. */
export async function similarJobs(ctx: Ctx, id: Id): Promise<JobRecord[]> {
  const { job } = await managedJob(ctx, ctx.stores, id);
  return ctx.stores.jobs.similar(job);
}

/**
 * Merges a duplicate into another posting: the duplicate is closed, the other stays as it is.
 * @throws DomainError `rule_broken/not_similar` when they are not the same business and title,
 * `conflict/wrong_state` when either has ended: of two merges into each other one is left standing
 */
export function mergeJob(ctx: Ctx, id: Id, into: Id): Promise<JobWithBusiness> {
  return change(ctx, id, 'close', async ({ job }, stores) => {
    await stores.jobs.lock(ctx.station.id, [id, into]);
    const { job: kept } = await managedJob(ctx, stores, into);
    if (!isAllowed('close', kept.status)) throw conflict('wrong_state', { status: kept.status });
    const similar = await stores.jobs.similar(kept);
    if (!similar.some((other) => other.id === id))
      throw ruleBroken([{ pointer: '/into', code: 'not_similar' }]);
    return { ...job, status: 'closed', closedBy: 'person' };
  });
}
