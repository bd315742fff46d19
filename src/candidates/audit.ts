import type { Ctx, Stores } from '../context';
import { actorKey } from '../kernel/actor';
import type { Id } from '../kernel/ids';
import type { AuditEntry } from '../trust';

/** A line about a person's profile, in the transaction of what it tells of. */
export function auditCandidate(ctx: Ctx, stores: Stores, action: string, entityId: Id): Promise<void> {
  return stores.audit.append([lineOf(ctx, action, entityId)]);
}

/** {@link auditCandidate} of a visit at the desk. */
export function auditVisit(ctx: Ctx, stores: Stores, action: string, entityId: Id): Promise<void> {
  return stores.audit.append([lineOf(ctx, action, entityId, 'walk_in')]);
}

/**
 * Lines about people who were looked at. Whoever looks again within the hour, as a list does that is drawn anew, is
 * not written down again.
 */
export async function auditLooks(
  ctx: Ctx,
  stores: Stores,
  action: string,
  ids: readonly Id[],
  entity: 'candidate' | 'walk_in' = 'candidate',
): Promise<void> {
  if (ids.length === 0) return;
  await stores.audit.appendOnce(ids.map((id) => lineOf(ctx, action, id, entity)));
}

function lineOf(ctx: Ctx, action: string, entityId: Id, entity = 'candidate'): AuditEntry {
  const actor = actorKey(ctx.actor);
  return { stationId: ctx.station.id, actor, action: `${entity}.${action}`, entity, entityId };
}
