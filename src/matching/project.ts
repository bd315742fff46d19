import type { JobWithBusiness } from '../jobs';
import { bitsOf } from '../kernel/bits';
import { endOfShanghaiDay } from '../kernel/clock';
import { expandSchedule, freedomOf, type Schedule } from '../kernel/schedule';
import { TRAITS } from '../kernel/vocabulary';
import { alsoOf, shippedLexicon, traitsOf } from '../search';
import { ADULT_AGE, closedToElderly, closedToMinors } from '../trust';
import { certificateBits } from './certificates';
import type { BoardRow } from './row';

/** What the work is like: by its occupation and its own words, and by what it asks for and leaves to choose. */
function traitBits(job: JobWithBusiness['job'], schedule: Schedule): number {
  const read = traitsOf({ occupation: job.occupation, text: `${job.title} ${job.description}` });
  return (
    read |
    (job.requirements.certificates?.length ? 0 : bitsOf(['no_certificate'], TRAITS)) |
    (freedomOf(schedule) > 0 ? bitsOf(['flexible'], TRAITS) : 0)
  );
}

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
    also: alsoOf(job, shippedLexicon),
    settlement: job.pay.settlement,
    benefits: job.benefits,
    engagement: job.engagement,
    businessKind: business.kind,
    minAge: Math.max(job.requirements.minAge ?? 0, closedToMinors(kind).length > 0 ? ADULT_AGE : 0),
    endsAtRetirement: closedToElderly(kind),
    certificates: certificateBits(job.requirements.certificates ?? []),
    traits: traitBits(job, schedule),
    schedule,
  };
}
