import { JOB_STATUSES, type JobStatus } from '../../jobs';
import type { PageContext } from '../page-env';

/** The state that the address asks for; null for all. */
export function statusOf(c: PageContext): JobStatus | null {
  return JOB_STATUSES.find((status) => status === c.req.query('status')) ?? null;
}
