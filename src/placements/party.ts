import type { Ctx, Stores } from '../context';
import { mayManage } from '../jobs';
import { requireSignedIn } from '../kernel/access';
import { isStaff } from '../kernel/actor';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { PlacementOf } from './ports';
import type { Side } from './rules';

/** As whom somebody speaks of a placement. */
export type Party = Side | 'staff';

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
  const party = found && (await partyOf(ctx, stores, found));
  if (!found || !party) throw notFound('placement');
  return { found, party };
}

async function partyOf(ctx: Ctx, stores: Stores, found: PlacementOf): Promise<Party | null> {
  const { actor, station } = ctx;
  if (isStaff(actor, station.id)) return 'staff';
  if (actor.kind === 'user' && actor.role === 'seeker') {
    const own = await stores.candidates.ofUser(station.id, actor.userId);
    return own !== null && own.id === found.candidateId ? 'worker' : null;
  }
  return (await mayManage(ctx, stores, found.placement.businessId)) ? 'employer' : null;
}
