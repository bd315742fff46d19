import { acceptedWork } from '../candidates';
import type { Ctx } from '../context';
import type { JobWithBusiness } from '../jobs';
import { ruleBroken } from '../kernel/errors';
import { expandSchedule } from '../kernel/schedule';
import { employerMinutes, minutesByBusiness } from '../matching';
import { PART_TIME_WEEK_HOURS } from '../trust';
import type { Referral } from './ports';

/**
 * Nobody is hired for more than 24 hours a week part-time with one employer (劳动合同法 art. 68).
 * @throws DomainError `rule_broken/over_week_hours`
 */
export async function requireLawfulWeek(
  ctx: Ctx,
  { candidateId, walkInId }: Referral,
  { job, business }: JobWithBusiness,
): Promise<void> {
  const person = candidateId ?? walkInId;
  if (person === null || !job.schedule) return;
  const posting = {
    businessId: job.businessId,
    businessKind: business.kind,
    engagement: job.engagement,
    schedule: expandSchedule(job.schedule),
  };
  const of = candidateId === null ? { walkInIds: [person] } : { candidateIds: [person] };
  const work = (await acceptedWork(ctx, of)).get(person) ?? [];
  const others = work.filter(({ jobId }) => jobId !== job.id);
  const minutes = employerMinutes(posting, minutesByBusiness(others));
  if (minutes <= PART_TIME_WEEK_HOURS * 60) return;
  const values = { hours: minutes / 60, max: PART_TIME_WEEK_HOURS };
  throw ruleBroken([{ pointer: '/kind', code: 'over_week_hours', values }]);
}
