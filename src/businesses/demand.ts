import type { Ctx } from '../context';
import { requireSignedIn } from '../kernel/access';
import { actorKey, isAdmin } from '../kernel/actor';
import { forbidden } from '../kernel/errors';

/**
 * Says whether postings of businesses whose verification does not hold stand on the station's lists.
 * @throws DomainError `unauthenticated`, `forbidden` for all but admins of the station
 */
export async function demandVerification(ctx: Ctx, demanded: boolean): Promise<void> {
  const { actor, station } = ctx;
  requireSignedIn(actor);
  if (!isAdmin(actor, station.id)) throw forbidden();
  await ctx.tx(async (stores) => {
    await stores.stations.setRequireVerified(station.id, demanded);
    const action = demanded ? 'station.verification_demand' : 'station.verification_free';
    const line = { stationId: station.id, actor: actorKey(actor), entity: 'station', entityId: station.id };
    await stores.audit.append([{ ...line, action }]);
  });
}
