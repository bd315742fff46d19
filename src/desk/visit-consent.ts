import { type ConsentGiven, shareWith } from '../candidates';
import type { Ctx } from '../context';
import type { Id } from '../kernel/ids';
import { audit, walkInFor } from './service';

/**
 * A visitor lets one business see their phone, said at the desk.
 * @throws DomainError `not_found`, `forbidden` for all but staff
 */
export async function shareForVisit(
  ctx: Ctx,
  walkInId: Id,
  businessId: Id,
  given: ConsentGiven,
): Promise<void> {
  await ctx.tx(async (stores) => {
    await walkInFor(ctx, stores, walkInId);
    await shareWith(ctx, stores, { walkInId }, businessId, given);
    await audit(ctx, stores, 'walk_in', 'share', walkInId);
  });
}

/** Takes it back. @throws DomainError as {@link shareForVisit} */
export async function unshareForVisit(ctx: Ctx, walkInId: Id, businessId: Id): Promise<void> {
  await ctx.tx(async (stores) => {
    await walkInFor(ctx, stores, walkInId);
    const which = { purpose: 'employer' as const, businessId };
    await stores.candidates.withdrawConsent(ctx.station.id, { walkInId }, which, ctx.clock.now());
    await audit(ctx, stores, 'walk_in', 'unshare', walkInId);
  });
}
