import type { Ctx, Services, Stores } from '../context';
import type { JobWithBusiness } from '../jobs';
import type { Id } from '../kernel/ids';
import { toBoardRow } from '../matching';
import { nextToAsk } from './asking';
import { tellGone, tellOffer } from './messages';
import type { EndReason, UrgentFill } from './ports';
import { nextWaveAt, waveSize } from './rules';

/**
 * Looks after every urgent fill: ends those that are over and sends the waves that are due. Runs every minute, on
 * as many servers as there are: each wave is sent by the one that counted it.
 * @returns how many people were asked
 * @throws the first error, after all have been looked after
 */
export async function sendWaves(services: Services): Promise<number> {
  let asked = 0;
  let failure: unknown = null;
  for (const fill of await services.stores.urgent.running()) {
    const station = await services.stores.stations.byId(fill.stationId);
    if (!station) continue;
    const actor = { kind: 'service' as const, stationId: station.id };
    try {
      asked += await lookAfter({ ...services, station, actor, requestId: 'upkeep' }, fill);
    } catch (error) {
      // One that fails is tried again in a minute; the others do not wait for it.
      failure ??= error;
    }
  }
  if (failure !== null) throw failure;
  return asked;
}

/** Ends one urgent fill if it is over, or sends its wave if one is due. @returns how many people were asked */
export async function lookAfter(ctx: Ctx, fill: UrgentFill): Promise<number> {
  const now = ctx.clock.now();
  const found = await ctx.stores.jobs.get(ctx.station.id, fill.jobId);
  const row = found && toBoardRow(found);
  if (!found || !row) {
    await finish(ctx, fill, found?.job.status === 'filled' ? 'filled' : 'closed', found);
    return 0;
  }
  if (now >= fill.beginsAt) {
    await finish(ctx, fill, 'begun', found);
    return 0;
  }
  if (now < nextWaveAt(fill)) return 0;
  const free = found.job.headcount - (await ctx.stores.desk.hiredNow(ctx.station.id, fill.jobId));
  if (free <= 0) {
    await finish(ctx, fill, 'filled', found);
    return 0;
  }
  const people = await nextToAsk(ctx, row, fill, waveSize(free));
  if (people.length === 0 && !(await someoneWaits(ctx, fill))) {
    await finish(ctx, fill, 'nobody', found);
    return 0;
  }
  const asked = await ctx.tx(async (stores) => {
    const there = await stores.urgent.holdCandidates(
      ctx.station.id,
      people.map(({ id }) => id),
    );
    // The posting's row is what everybody waits for who takes, gives or ends a place.
    await stores.jobs.lock(ctx.station.id, [fill.jobId]);
    const current = await stores.jobs.get(ctx.station.id, fill.jobId);
    if (current?.job.status !== 'open' || !(await stores.urgent.claimWave(fill))) return [];
    const reached = people.filter(({ id }) => there.has(id));
    await stores.urgent.insertOffers(
      reached.map(({ id: candidateId }) => ({
        id: ctx.ids.next(),
        stationId: ctx.station.id,
        fillId: fill.id,
        jobId: fill.jobId,
        candidateId,
        wave: fill.wave + 1,
        sentAt: now,
        answeredAt: null,
        answer: null,
      })),
    );
    await auditFill(stores, fill, 'wave', 'system');
    return reached;
  });
  await tellOffer(ctx, asked, found, fill.beginsAt);
  return asked.length;
}

async function someoneWaits(ctx: Ctx, fill: UrgentFill): Promise<boolean> {
  const offers = await ctx.stores.urgent.offersOf(ctx.station.id, { fillId: fill.id });
  return offers.some(({ answer }) => answer === null);
}

async function finish(
  ctx: Ctx,
  fill: UrgentFill,
  because: EndReason,
  found: JobWithBusiness | null,
): Promise<void> {
  const waiting = await ctx.tx((stores) => endFill(stores, fill, because, ctx.clock.now(), 'system'));
  // At the hour itself everybody sees that it is over.
  if (found && because !== 'begun') await tellGone(ctx, waiting, found);
}

/** Ends an urgent fill, in the caller's transaction. @returns who had not answered yet */
export async function endFill(
  stores: Stores,
  fill: UrgentFill,
  because: EndReason,
  at: number,
  actor: string,
): Promise<Id[]> {
  if (!(await stores.urgent.endFill(fill.stationId, fill.id, because, at))) return [];
  await auditFill(stores, fill, because, actor);
  const expired = await stores.urgent.expireOffers(fill.stationId, fill.id, at);
  return expired.map(({ candidateId }) => candidateId);
}

/** A line of the audit log about an urgent fill. */
export function auditFill(stores: Stores, fill: UrgentFill, action: string, actor: string): Promise<void> {
  const about = { stationId: fill.stationId, entity: 'urgent_fill', entityId: fill.id };
  return stores.audit.append([{ ...about, actor, action: `urgent.${action}` }]);
}
