import { type Party, partyOf } from '../candidates';
import type { Ctx, Stores } from '../context';
import { requireSignedIn } from '../kernel/access';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { PlacementOf } from './ports';

/**
 * A placement for the worker, the business or staff.
 * @param look `lock` inside a transaction that is going to change it
 * @throws DomainError `not_found` for everybody else
 */
export async function placementFor(
  ctx: Ctx,
  stores: Stores,
  id: Id,
  look: 'get' | 'lock' = 'get',
): Promise<{ found: PlacementOf; party: Party }> {
  const { actor, station } = ctx;
  requireSignedIn(actor);
  const found = await stores.placements[look](station.id, id);
  const party =
    found &&
    (await partyOf(ctx, stores, { candidateId: found.candidateId, businessId: found.placement.businessId }));
  if (!found || !party) throw notFound('placement');
  return { found, party };
}
