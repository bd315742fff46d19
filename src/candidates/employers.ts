import type { Ctx, Stores } from '../context';
import { isStaff } from '../kernel/actor';
import { isoOrNull } from '../kernel/clock';
import { notFound, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { auditCandidate } from './audit';
import { employerConsent, standingFor } from './consent';
import type { Consent, PersonId } from './ports';
import type { ConsentGiven, EmployerView } from './schema';
import { candidateFor } from './service';

/**
 * Writes a person's yes to one business into the ledger, once: a standing one stays.
 * @throws DomainError `not_found` for a business that the station does not know
 */
export async function shareWith(
  ctx: Ctx,
  stores: Stores,
  of: PersonId,
  businessId: Id,
  given: ConsentGiven,
): Promise<void> {
  if (!(await stores.businesses.get(ctx.station.id, businessId))) throw notFound('business');
  const known = await stores.candidates.consentsOf(ctx.station.id, of);
  if (standingFor(known, businessId)) return;
  await stores.candidates.giveConsent([employerConsent(ctx, given, of, businessId)]);
}

/**
 * A person with a profile lets one business see their phone; from then on it does.
 * @throws DomainError `not_found`, `rule_broken/own_screen` when a person says of themselves that they only spoke
 */
export async function shareContact(
  ctx: Ctx,
  id: Id,
  businessId: Id,
  given: ConsentGiven,
): Promise<EmployerView[]> {
  await ctx.tx(async (stores) => {
    await candidateFor(ctx, stores, id, 'lock');
    if (!isStaff(ctx.actor, ctx.station.id) && given.channel !== 'screen') {
      throw ruleBroken([{ pointer: '/channel', code: 'own_screen' }]);
    }
    await shareWith(ctx, stores, { candidateId: id }, businessId, given);
    await auditCandidate(ctx, stores, 'share', id);
  });
  return employersOf(ctx, id);
}

/** Takes it back: the business sees the phone masked from this moment on. @throws DomainError `not_found` */
export async function unshareContact(ctx: Ctx, id: Id, businessId: Id): Promise<EmployerView[]> {
  await ctx.tx(async (stores) => {
    await candidateFor(ctx, stores, id, 'lock');
    const { candidates } = stores;
    const which = { purpose: 'employer' as const, businessId };
    const withdrawn = await candidates.withdrawConsent(
      ctx.station.id,
      { candidateId: id },
      which,
      ctx.clock.now(),
    );
    if (withdrawn > 0) await auditCandidate(ctx, stores, 'unshare', id);
  });
  return employersOf(ctx, id);
}

/**
 * Every business that the person has to do with, by an interest, a referral or a consent, and whether it may see
 * their phone. @throws DomainError `not_found` for others' profiles
 */
export async function employersOf(ctx: Ctx, id: Id): Promise<EmployerView[]> {
  await candidateFor(ctx, ctx.stores, id);
  const station = ctx.station.id;
  const { candidates, desk, jobs, businesses } = ctx.stores;
  const [consents, interests, referrals] = await Promise.all([
    candidates.consentsOf(station, { candidateId: id }),
    candidates.interestsOfCandidate(station, id),
    desk.listReferrals(station, { candidateId: id, limit: 200 }),
  ]);
  const jobIds = [...new Set([...interests, ...referrals].map(({ jobId }) => jobId))];
  const names = new Map<Id, string>();
  for (const { business } of jobIds.length === 0 ? [] : await jobs.getMany(station, jobIds)) {
    names.set(business.id, business.name);
  }
  for (const { businessId } of consents) {
    if (businessId === null || names.has(businessId)) continue;
    const business = await businesses.get(station, businessId);
    if (business) names.set(businessId, business.name);
  }
  return [...names]
    .map(([businessId, business]) => viewOf(businessId, business, consents))
    .sort((a, b) => (a.business < b.business ? -1 : 1));
}

function viewOf(businessId: Id, business: string, consents: readonly Consent[]): EmployerView {
  const history = consents
    .filter((consent) => consent.businessId === businessId)
    .map(({ channel, witness, textVersion, givenAt, withdrawnAt }) => ({
      channel,
      witness,
      textVersion,
      givenAt: isoOrNull(givenAt) ?? '',
      withdrawnAt: isoOrNull(withdrawnAt),
    }));
  return { businessId, business, seesPhone: standingFor(consents, businessId), history };
}
