import type { Services } from '../context';
import { dateOfEpochDay, epochDay, shanghaiDate } from '../kernel/clock';
import { auditLine, project } from './change';
import type { JobRecord } from './record';
import { TRANSITIONS } from './rules';

/** How many days before its last day a business is told that a posting is about to end. */
export const EXPIRY_WARNING_DAYS = 2;
const BATCH = 200;
const WARNED_AT_ONCE = 1000;

/**
 * Ends open postings whose last day is over and tells their businesses. Runs every minute; the search leaves
 * expired postings out by itself, so lateness here is never visible in a list.
 * @returns how many were ended
 */
export async function expireJobs(services: Services): Promise<number> {
  const today = shanghaiDate(services.clock.now());
  let ended = 0;
  for (;;) {
    const due = await services.stores.jobs.expired(today, BATCH);
    for (const job of due) if (await expireOne(services, job)) ended++;
    if (due.length < BATCH) break;
  }
  if (ended > 0) services.wake();
  return ended;
}

async function expireOne(services: Services, job: JobRecord): Promise<boolean> {
  return services.tx(async (stores) => {
    const next: JobRecord = { ...job, status: 'expired', closedBy: 'system', version: job.version + 1 };
    // Nobody is told when a person renewed or closed it in between.
    if (!(await stores.jobs.update(next, TRANSITIONS.expire.from))) return false;
    const found = await stores.jobs.get(job.stationId, job.id);
    if (found) await project(stores, [found]);
    await stores.audit.append([auditLine('system', 'expire', next)]);
    await stores.businesses.notify([notice(services, job, 'expired')]);
    return true;
  });
}

/**
 * Tells businesses of postings that end within {@link EXPIRY_WARNING_DAYS} days, once for each last day: a server
 * that was down on the first of them warns on the next.
 * @returns how many were told of, at most {@link WARNED_AT_ONCE}; the soonest first, the others the next time
 */
export async function warnExpiring(services: Services): Promise<number> {
  const today = shanghaiDate(services.clock.now());
  const last = dateOfEpochDay(epochDay(today) + EXPIRY_WARNING_DAYS);
  return services.tx(async (stores) => {
    await stores.jobs.lockUpkeep();
    const due = await stores.jobs.expiringWithoutNotice(today, last, WARNED_AT_ONCE);
    await stores.businesses.notify(due.map((job) => notice(services, job, 'expiring')));
    return due.length;
  });
}

function notice(services: Services, job: JobRecord, code: 'expiring' | 'expired') {
  return {
    id: services.ids.next(),
    stationId: job.stationId,
    businessId: job.businessId,
    code,
    entityId: job.id,
    values: { title: job.title, validThrough: job.validThrough ?? '' },
  };
}
