import { type Party, partyOf } from '../candidates';
import type { Ctx, Stores } from '../context';
import { requireSignedIn } from '../kernel/access';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { ConductFactOf } from './ports';

/** A referral and as whom the actor speaks of it. @throws DomainError `unauthenticated`, `not_found` for others */
export async function referralFor(
  ctx: Ctx,
  stores: Stores,
  id: Id,
): Promise<{ party: Party; businessId: Id }> {
  requireSignedIn(ctx.actor);
  const referral = await stores.desk.getReferral(ctx.station.id, id);
  const found = referral && (await stores.jobs.get(ctx.station.id, referral.jobId));
  const businessId = found?.business.id ?? '';
  const party = referral && found && (await partyOf(ctx, stores, { ...referral, businessId }));
  if (!party) throw notFound('referral');
  return { party, businessId };
}

/** A fact, held for a change, and as whom the actor speaks of it. @throws DomainError as {@link referralFor} */
export async function factFor(ctx: Ctx, stores: Stores, id: Id): Promise<ConductFactOf & { party: Party }> {
  requireSignedIn(ctx.actor);
  const found = await stores.conduct.lock(ctx.station.id, id);
  const party =
    found &&
    (await partyOf(ctx, stores, { candidateId: found.candidateId, businessId: found.fact.businessId }));
  if (!found || !party) throw notFound('conduct');
  return { ...found, party };
}
