import { auditVisit, type Erasure, forgetVisit, PURPOSES, type Purpose, standing } from '../candidates';
import type { Ctx } from '../context';
import { walkInFor } from '../desk';
import type { Id } from '../kernel/ids';

/**
 * What of a visitor's consents stands.
 * @throws DomainError `unauthenticated`, `forbidden` for all but staff, `not_found/walk_in_not_found`
 */
export async function visitConsents(ctx: Ctx, id: Id): Promise<Purpose[]> {
  await walkInFor(ctx, ctx.stores, id);
  const consents = await ctx.stores.candidates.consentsOf(ctx.station.id, { walkInId: id });
  return PURPOSES.filter((purpose) => standing(consents, purpose));
}

/**
 * A visitor takes back what they agreed to, said at the desk. Who does not want to be called any more takes it back for
 * every business.
 * @throws DomainError `unauthenticated`, `forbidden` for all but staff, `not_found/walk_in_not_found`
 */
export async function withdrawForVisit(ctx: Ctx, id: Id, purpose: Purpose): Promise<void> {
  const purposes = purpose === 'contact' ? (['contact', 'employer'] as const) : [purpose];
  await ctx.tx(async (stores) => {
    await stores.desk.lockWalkIns(ctx.station.id, [id]);
    await walkInFor(ctx, stores, id);
    const now = ctx.clock.now();
    for (const each of purposes) {
      await stores.candidates.withdrawConsent(ctx.station.id, { walkInId: id }, { purpose: each }, now);
    }
    await auditVisit(ctx, stores, 'withdraw', id);
  });
}

/**
 * Forgets a visitor who asks for it: name, phone, words, places and hours, with what was merged into the visit. Where
 * they were sent stays for as long as the law wants it, without a name.
 * @returns what stays, by which article, until when
 * @throws DomainError `unauthenticated`, `forbidden` for all but staff, `not_found/walk_in_not_found`
 */
export function eraseVisit(ctx: Ctx, id: Id): Promise<Erasure> {
  return ctx.tx(async (stores) => {
    await stores.desk.lockWalkIns(ctx.station.id, [id]);
    await walkInFor(ctx, stores, id);
    return forgetVisit(ctx, stores, id);
  });
}
