import type { Stores } from '../context';
import type { JobWithBusiness } from '../jobs';
import { shanghaiDate } from '../kernel/clock';
import type { Id } from '../kernel/ids';
import { nextDueOn, workDays } from './rules';

/**
 * A hire begins a ledger, in the caller's transaction. The pay stands as it is now: what the posting says later is
 * not what was agreed.
 * @param at ms
 */
export async function beginPlacement(
  stores: Stores,
  referralId: Id,
  { job, business }: JobWithBusiness,
  at: number,
): Promise<void> {
  const dates = job.schedule?.kind === 'shifts' ? job.schedule.rules.map(({ date }) => date) : [];
  const isOnce = dates.length > 0 && dates.every((date) => date !== null);
  const last = dates.flatMap((date) => (date === null ? [] : [date])).sort();
  await stores.placements.insert({
    id: referralId,
    stationId: job.stationId,
    jobId: job.id,
    businessId: business.id,
    payAmountFen: job.pay?.amountFen ?? null,
    payUnit: job.pay?.unit ?? null,
    expectedHours: job.pay?.expectedHours ?? null,
    settlement: job.pay?.settlement ?? null,
    engagement: job.engagement,
    hiredAt: at,
    endsOn: isOnce ? (last.at(-1) ?? null) : null,
    nextDueOn: null,
    dealtWithBefore: null,
  });
}

/** The work is finished: what is paid on completion falls due now. In the caller's transaction. @param at ms */
export async function endPlacement(stores: Stores, stationId: Id, id: Id, at: number): Promise<void> {
  const found = await stores.placements.lock(stationId, id);
  if (!found) return;
  const today = shanghaiDate(at);
  const { endsOn } = found.placement;
  await refreshDue(stores, stationId, id, { endsOn: endsOn === null || endsOn > today ? today : endsOn });
}

/** Computes anew what falls due next, after an entry or a case, behind the lock on the placement. */
export async function refreshDue(
  stores: Stores,
  stationId: Id,
  id: Id,
  change: { endsOn?: string | null; dealtWithBefore?: string } = {},
): Promise<void> {
  const found = await stores.placements.get(stationId, id);
  if (!found) return;
  const placement = { ...found.placement, ...change };
  const days = workDays(await stores.placements.entriesOf(stationId, [id]), placement, placement.endsOn);
  await stores.placements.update({ ...placement, nextDueOn: nextDueOn(days, placement.dealtWithBefore) });
}
