import type { Ctx, Stores } from '../context';
import { mayManage } from '../jobs';
import { isStaff } from '../kernel/actor';
import type { Id } from '../kernel/ids';

/** As whom somebody speaks of what is between a person and a business. */
export type Party = 'worker' | 'employer' | 'staff';

/** Staff, the person themselves, or whoever may manage the business; null for everybody else. */
export async function partyOf(
  ctx: Ctx,
  stores: Stores,
  of: { candidateId: Id | null; businessId: Id },
): Promise<Party | null> {
  const { actor, station } = ctx;
  if (isStaff(actor, station.id)) return 'staff';
  if (actor.kind === 'user' && actor.role === 'seeker') {
    const own = await stores.candidates.ofUser(station.id, actor.userId);
    return own !== null && own.id === of.candidateId ? 'worker' : null;
  }
  return (await mayManage(ctx, stores, of.businessId)) ? 'employer' : null;
}
