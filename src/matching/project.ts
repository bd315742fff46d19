import type { JobWithBusiness } from '../jobs';
import { endOfShanghaiDay } from '../kernel/clock';
import { expandSchedule } from '../kernel/schedule';
import { ADULT_AGE, closedToElderly, closedToMinors } from '../trust';
import { certificateBits } from './certificates';
import type { BoardRow } from './row';

/** The posting as ranking sees it; null when it is not to be on the board (not open, or no exact place). */
export function toBoardRow({ job, business }: JobWithBusiness): BoardRow | null {
  if (job.status !== 'open' || job.place?.precision !== 'door') return null;
  if (!job.schedule || !job.pay || job.pay.hourlyFen === null || !job.validThrough) return null;
  const schedule = expandSchedule(job.schedule);
  const kind = { occupation: job.occupation, names: `${job.title} ${business.name}`, schedule };
  return {
    id: job.id,
    businessId: job.businessId,
    lat: job.place.lat,
    lng: job.place.lng,
    hourlyFen: job.pay.hourlyFen,
    publishedAt: job.publishedAt ?? job.createdAt,
    validUntil: endOfShanghaiDay(job.validThrough),
    verifiedUntil: business.verifiedUntil,
    occupation: job.occupation,
    settlement: job.pay.settlement,
    benefits: job.benefits,
    engagement: job.engagement,
    businessKind: business.kind,
    minAge: Math.max(job.requirements.minAge ?? 0, closedToMinors(kind).length > 0 ? ADULT_AGE : 0),
    endsAtRetirement: closedToElderly(kind),
    certificates: certificateBits(job.requirements.certificates ?? []),
    traits: 0,
    schedule,
  };
}
