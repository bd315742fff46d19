import type { Notice } from '../businesses';
import type { Services, Stores } from '../context';
import type { JobRecord } from '../jobs';
import type { Id } from '../kernel/ids';
import type { JobDecision } from './ports';

/** A message for the business of a posting. */
export function noticeOf(
  services: Pick<Services, 'ids'>,
  job: JobRecord,
  code: 'hidden' | 'returned' | 'blocked',
): Omit<Notice, 'readAt' | 'createdAt'> {
  const { stationId, businessId, id, title } = job;
  return { id: services.ids.next(), stationId, businessId, code, entityId: id, values: { title } };
}

/** Writes what was decided about a posting, in the caller's transaction. */
export function writeDecision(
  services: Pick<Services, 'ids' | 'clock'>,
  stores: Stores,
  job: Pick<JobRecord, 'id' | 'stationId'>,
  what: Pick<JobDecision, 'decision'> & { by: Id | null; reason?: string; note?: string | undefined },
): Promise<void> {
  return stores.review.addDecision({
    id: services.ids.next(),
    stationId: job.stationId,
    jobId: job.id,
    decision: what.decision,
    reason: what.reason ?? null,
    note: what.note || null,
    decidedBy: what.by,
    createdAt: services.clock.now(),
  });
}
