import type { Ctx, Stores } from '../context';
import { conflict } from '../kernel/errors';
import type { Id } from '../kernel/ids';

/**
 * A business of which somebody has not been paid opens no postings, whoever asks, until staff close the case.
 * @throws DomainError `conflict/wage_case_open`
 */
export async function refuseWageCase(ctx: Ctx, stores: Stores, businessId: Id): Promise<void> {
  if (await stores.placements.hasOpenCase(ctx.station.id, businessId)) throw conflict('wage_case_open');
}
