import type { Services } from '../context';
import { auditLine, forReview, type JobRecord, project, TRANSITIONS } from '../jobs';
import type { Id } from '../kernel/ids';

/** Postings looked at in one round of upkeep; the next minute does the rest. */
const BATCH = 200;

/**
 * Takes postings off the lists that were opened under a verification which has ended since: they wait as any other of an
 * unverified business does, until it is verified again and opens them, or staff have looked. What nobody has ever
 * verified was looked at when it was opened. Its business is told by `remindVerifications`.
 * @returns how many were hidden
 */
export async function hideLapsed(services: Services): Promise<number> {
  const lapsed = await services.stores.review.lapsed(services.clock.now(), BATCH);
  let hidden = 0;
  for (const { stationId, jobId } of lapsed) if (await hideOne(services, stationId, jobId)) hidden++;
  if (hidden > 0) services.wake();
  return hidden;
}

async function hideOne(services: Services, stationId: Id, jobId: Id): Promise<boolean> {
  return services.tx(async (stores) => {
    await stores.jobs.lock(stationId, [jobId]);
    const found = await stores.jobs.get(stationId, jobId);
    // Verified again between the look and the lock.
    if (found?.job.status !== 'open' || found.business.verifiedUntil > services.clock.now()) return false;
    const next: JobRecord = { ...forReview(found.job), version: found.job.version + 1 };
    if (!(await stores.jobs.update(next, TRANSITIONS.hide.from))) return false;
    await project(stores, [{ ...found, job: next }]);
    await stores.audit.append([auditLine('system', 'hide', next)]);
    return true;
  });
}
