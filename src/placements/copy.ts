import type { PersonId } from '../candidates';
import type { Ctx } from '../context';
import { iso, isoOrNull } from '../kernel/clock';
import type { WageCase } from './ports';
import type { LedgerCopy } from './schema';
import { viewsOf, yuan } from './view';

/** More than one person can have. */
const MOST = 1000;

/**
 * Everything that the ledger of hours and pay says of a person: every word of both sides, and every case with what was
 * done about it; notes are opened. The caller has seen to it that it is theirs to read.
 */
export async function ledgersOf(ctx: Ctx, of: PersonId): Promise<LedgerCopy[]> {
  const { placements } = ctx.stores;
  const station = ctx.station.id;
  const list = await placements.list(station, { ...of, limit: MOST });
  if (list.length === 0) return [];
  const placementIds = list.map(({ placement }) => placement.id);
  const [views, cases] = await Promise.all([
    viewsOf(ctx.stores, station, list, ctx.clock.now()),
    placements.cases(station, { placementIds, limit: MOST }),
  ]);
  return Promise.all(
    views.map(async ({ person: _, case: __, ...view }) => ({
      ...view,
      cases: await Promise.all(
        cases.filter(({ placementId }) => placementId === view.id).map((one) => copyOf(ctx, one)),
      ),
    })),
  );
}

async function copyOf(ctx: Ctx, one: WageCase): Promise<LedgerCopy['cases'][number]> {
  const steps = await ctx.stores.placements.stepsOf(one.stationId, one.id);
  return {
    reason: one.reason,
    state: one.state,
    amount: yuan(one.amountFen),
    outcome: one.outcome,
    openedAt: iso(one.openedAt),
    closedAt: isoOrNull(one.closedAt),
    steps: await Promise.all(
      steps.map(async ({ kind, createdAt, noteSealed }) => ({
        kind,
        at: iso(createdAt),
        note: noteSealed === null ? null : await ctx.vault.open('case_note', noteSealed),
      })),
    ),
  };
}
