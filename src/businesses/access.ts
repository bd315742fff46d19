import type { Ctx, Stores } from '../context';
import { requireSignedIn } from '../kernel/access';
import { actorKey, isStaff } from '../kernel/actor';
import { forbidden, notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { Business } from './ports';

/** The businesses that the signed-in shopkeeper acts for; none for anybody else. */
export async function ownOf(ctx: Ctx): Promise<Business[]> {
  const { actor } = ctx;
  requireSignedIn(actor);
  if (actor.kind !== 'user' || actor.role !== 'shop' || actor.stationId !== ctx.station.id) return [];
  return ctx.stores.businesses.ofUser(ctx.station.id, actor.userId);
}

/**
 * Sees to it that the actor may look after this business: staff, or its own people.
 * @throws DomainError `unauthenticated`, `forbidden`, `not_found/business_not_found` for a shop that has no part in it
 */
export async function requireKeeper(ctx: Ctx, id: Id): Promise<void> {
  if (isStaff(ctx.actor, ctx.station.id)) return;
  const own = await ownOf(ctx);
  if (ctx.actor.kind !== 'user' || ctx.actor.role !== 'shop') throw forbidden();
  if (!own.some((business) => business.id === id)) throw notFound('business');
}

/** @throws DomainError `not_found/business_not_found` */
export async function businessFor(ctx: Ctx, stores: Stores, id: Id): Promise<Business> {
  const business = await stores.businesses.get(ctx.station.id, id);
  if (!business) throw notFound('business');
  return business;
}

/** {@link businessFor}, held until the end of the transaction. */
export async function heldBusiness(ctx: Ctx, stores: Stores, id: Id): Promise<Business> {
  const business = await stores.businesses.lock(ctx.station.id, id);
  if (!business) throw notFound('business');
  return business;
}

/** The audit line of a change to a business. */
export function audit(ctx: Ctx, stores: Stores, action: string, entityId: Id): Promise<void> {
  const actor = actorKey(ctx.actor);
  return stores.audit.append([
    { stationId: ctx.station.id, actor, action: `business.${action}`, entity: 'business', entityId },
  ]);
}
