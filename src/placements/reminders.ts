import type { Notice } from '../businesses';
import type { Services, Stores } from '../context';
import { dateOfEpochDay, epochDay, shanghaiDate } from '../kernel/clock';
import type { PlacementOf } from './ports';
import { openSum, workDays } from './rules';
import { yuan } from './view';

/** So many days before pay falls due its business is told; of work that is paid on the day itself, on that day. */
export const PAY_REMINDER_DAYS = 1;
/** Told in one round; the next minute tells the others. */
const AT_ONCE = 500;

/**
 * Tells businesses of pay that falls due by tomorrow and of which nobody has said that it came: once for each placement
 * and due date, on as many servers as there are. What is overdue is a case, and not told of here.
 * @returns how many were told of
 */
export async function remindPay(services: Services): Promise<number> {
  const today = shanghaiDate(services.clock.now());
  const last = dateOfEpochDay(epochDay(today) + PAY_REMINDER_DAYS);
  return services.tx(async (stores) => {
    await stores.jobs.lockUpkeep();
    const due = await stores.placements.dueUntold(today, last, AT_ONCE);
    const notices = await Promise.all(due.map((found) => noticeOf(services, stores, found)));
    await stores.businesses.notify(notices);
    return notices.length;
  });
}

/** Title, date and what is open of it; no name: who it is stands in the ledger. */
async function noticeOf(
  services: Pick<Services, 'ids'>,
  stores: Stores,
  { placement, title }: PlacementOf,
): Promise<Omit<Notice, 'readAt' | 'createdAt'>> {
  const { id, stationId, businessId, endsOn } = placement;
  const dueOn = placement.nextDueOn ?? '';
  const entries = await stores.placements.entriesOf(stationId, [id]);
  const days = workDays(entries, placement, endsOn).filter((day) => day.dueOn === dueOn);
  const open = yuan(openSum(days));
  const values = { title, dueOn, ...(open === null ? {} : { amount: open }) };
  return { id: services.ids.next(), stationId, businessId, code: 'pay_due', entityId: id, values };
}
