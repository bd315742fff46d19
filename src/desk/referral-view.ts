import { auditLooks, readPhone, standing, standingFor } from '../candidates';
import type { Ctx, Stores } from '../context';
import type { JobWithBusiness } from '../jobs';
import { isStaff } from '../kernel/actor';
import { iso } from '../kernel/clock';
import type { Id } from '../kernel/ids';
import type { Referral, ReferralState } from './ports';
import { eventsAfter } from './rules';

/** A referral as staff and the business see it. */
export interface ReferralView {
  id: Id;
  jobId: Id;
  /** Who was sent: a visitor or a person with a profile; the other is null. */
  walkInId: Id | null;
  candidateId: Id | null;
  title: string;
  business: string;
  person: { name: string | null; phone: string | null };
  state: ReferralState;
  next: ReferralState[];
  createdAt: string;
}

/** A referral as the actor may see it: the phone in clear by the person's consent only, and each such look is written down. */
export async function viewOf(
  ctx: Ctx,
  stores: Stores,
  referral: Referral,
  found: JobWithBusiness,
): Promise<ReferralView> {
  const station = ctx.station.id;
  const person =
    referral.candidateId === null
      ? await stores.desk.getWalkIn(station, referral.walkInId ?? '')
      : await stores.candidates.get(station, referral.candidateId);
  const of =
    referral.candidateId === null
      ? { walkInId: referral.walkInId ?? '' }
      : { candidateId: referral.candidateId };
  const consents = await stores.candidates.consentsOf(station, of);
  // A business by the person's consent for it and by nothing else; staff also by the consent to be called.
  const staff = isStaff(ctx.actor, station) && standing(consents, 'contact');
  const clear = staff || standingFor(consents, found.business.id);
  if (clear && person?.phoneSealed) {
    await auditLooks(
      ctx,
      stores,
      'phone',
      [person.id],
      referral.candidateId === null ? 'walk_in' : 'candidate',
    );
  }
  return {
    id: referral.id,
    jobId: referral.jobId,
    walkInId: referral.walkInId,
    candidateId: referral.candidateId,
    title: found.job.title,
    business: found.business.name,
    person: {
      name: person?.name ?? null,
      phone: await readPhone(ctx.vault, person?.phoneSealed ?? null, clear),
    },
    state: referral.state,
    next: eventsAfter(referral.state),
    createdAt: iso(referral.createdAt),
  };
}
