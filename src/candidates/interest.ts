import type { Ctx } from '../context';
import { type JobWithBusiness, managedJobOf, mayManage } from '../jobs';
import { requireSignedIn } from '../kernel/access';
import { actorKey, isStaff } from '../kernel/actor';
import { iso } from '../kernel/clock';
import { conflict, forbidden, notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { auditCandidate, auditLooks } from './audit';
import { standing, standingFor } from './consent';
import { shareWith } from './employers';
import { requireOfAge } from './lawful-age';
import type { CandidateRecord, Interest } from './ports';
import { readPhone } from './privacy';
import { ownCandidate } from './service';

/**
 * A seeker says "I am interested". The business hears that somebody is, through the station; it sees no
 * phone number before the person has consented to it, for this business, and somebody has answered.
 * @param shareContact whether the person says so along with it
 * @throws DomainError `conflict/profile_needed` without a profile, `conflict/already_interested`,
 * `conflict/business_unverified` where the station lists only the verified, `rule_broken/work_closed_by_age`
 */
export async function showInterest(
  ctx: Ctx,
  jobId: Id,
  { shareContact = false }: { shareContact?: boolean } = {},
): Promise<Interest> {
  requireSignedIn(ctx.actor);
  if (ctx.actor.kind !== 'user' || ctx.actor.role !== 'seeker') throw forbidden();
  const candidate = await ownCandidate(ctx);
  if (!candidate) throw conflict('profile_needed');
  return ctx.tx(async (stores) => {
    const found = await stores.jobs.get(ctx.station.id, jobId);
    if (!found || found.job.publishedAt === null) throw notFound('job');
    if (found.job.status !== 'open') throw conflict('wrong_state', { status: found.job.status });
    const { requireVerified } = ctx.station.settings;
    if (requireVerified && found.business.verifiedUntil <= ctx.clock.now()) {
      throw conflict('business_unverified');
    }
    requireOfAge(ctx, candidate.birthDate, found);
    const interest: Interest = {
      id: ctx.ids.next(),
      stationId: ctx.station.id,
      jobId,
      candidateId: candidate.id,
      status: 'waiting',
      createdAt: ctx.clock.now(),
    };
    // Held, so that the profile cannot be erased in between.
    if (!(await stores.candidates.lock(ctx.station.id, candidate.id))) throw conflict('profile_needed');
    if (!(await stores.candidates.addInterest(interest))) throw conflict('already_interested');
    if (shareContact) {
      await shareWith(ctx, stores, { candidateId: candidate.id }, found.business.id, { channel: 'screen' });
      await auditCandidate(ctx, stores, 'share', candidate.id);
    }
    await stores.businesses.notify([
      {
        id: ctx.ids.next(),
        stationId: ctx.station.id,
        businessId: found.business.id,
        code: 'interest',
        entityId: jobId,
        values: { title: found.job.title },
      },
    ]);
    await stores.audit.append([
      {
        stationId: ctx.station.id,
        actor: actorKey(ctx.actor),
        action: 'interest.create',
        entity: 'interest',
        entityId: interest.id,
      },
    ]);
    return interest;
  });
}

/**
 * How many people wait for an answer, by posting; postings nobody waits for are not in the map.
 * @throws DomainError `forbidden` when one of the postings is not the actor's to manage
 */
export async function waitingInterests(ctx: Ctx, jobs: readonly JobWithBusiness[]): Promise<Map<Id, number>> {
  for (const businessId of new Set(jobs.map(({ business }) => business.id))) {
    if (!(await mayManage(ctx, ctx.stores, businessId))) throw forbidden();
  }
  return ctx.stores.candidates.waitingInterests(
    ctx.station.id,
    jobs.map(({ job }) => job.id),
  );
}

/** A person interested in a posting, as the business sees them: no address, the phone masked or by consent. */
export interface InterestedPerson {
  interestId: Id;
  status: Interest['status'];
  name: string;
  phone: string | null;
  free: string | null;
  occupations: string[];
  at: string;
}

/**
 * Who is interested in a posting, for its business and for staff. A phone in clear only after an answer: for the
 * business by the person's consent for it, for staff by that or by the consent to be called.
 */
export async function interestedIn(ctx: Ctx, jobId: Id): Promise<InterestedPerson[]> {
  const { business } = await managedJobOf(ctx, jobId);
  const list = await ctx.stores.candidates.interestsOfJob(ctx.station.id, jobId);
  const people = await Promise.all(list.map((entry) => personOf(ctx, entry, business.id)));
  const ids = (clear: boolean) =>
    people.flatMap((person, i) => (person.clear === clear ? [list[i]?.candidateId ?? ''] : []));
  await auditLooks(ctx, ctx.stores, 'shown', ids(false));
  await auditLooks(ctx, ctx.stores, 'phone', ids(true));
  return people.map(({ clear: _, ...person }) => person);
}

async function personOf(
  ctx: Ctx,
  entry: Interest & { candidate: CandidateRecord },
  businessId: Id,
): Promise<InterestedPerson & { clear: boolean }> {
  const consents = await ctx.stores.candidates.consentsOf(ctx.station.id, {
    candidateId: entry.candidate.id,
  });
  const staff = isStaff(ctx.actor, ctx.station.id) && standing(consents, 'contact');
  const clear = entry.status === 'accepted' && (staff || standingFor(consents, businessId));
  return {
    clear: clear && entry.candidate.phoneSealed !== null,
    interestId: entry.id,
    status: entry.status,
    name: entry.candidate.name,
    phone: await readPhone(ctx.vault, entry.candidate.phoneSealed, clear),
    free: entry.candidate.free,
    occupations: entry.candidate.occupations,
    at: iso(entry.createdAt),
  };
}
