import type { Notice } from '../businesses';
import type { Services, Stores } from '../context';
import { dateOfEpochDay, epochDay, shanghaiDate } from '../kernel/clock';
import type { PlacementOf, WorkEntry } from './ports';
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
    const entries = await entriesOf(stores, due);
    await stores.businesses.notify(due.map((found) => noticeOf(services, found, entries)));
    return due.length;
  });
}

/** What both sides said of some placements, asked once for each station. */
async function entriesOf(stores: Stores, due: readonly PlacementOf[]): Promise<WorkEntry[]> {
  const stations = new Set(due.map(({ placement }) => placement.stationId));
  const lists = await Promise.all(
    [...stations].map((station) => {
      const theirs = due.filter(({ placement }) => placement.stationId === station);
      return stores.placements.entriesOf(
        station,
        theirs.map(({ placement }) => placement.id),
      );
    }),
  );
  return lists.flat();
}

/** Title, date and what is open of it; no name: who it is stands in the ledger. */
function noticeOf(
  { ids }: Pick<Services, 'ids'>,
  { placement, title }: PlacementOf,
  entries: readonly WorkEntry[],
): Omit<Notice, 'readAt' | 'createdAt'> {
  const { id, stationId, businessId, endsOn } = placement;
  const dueOn = placement.nextDueOn ?? '';
  const own = entries.filter(({ placementId }) => placementId === id);
  const open = yuan(openSum(workDays(own, placement, endsOn).filter((day) => day.dueOn === dueOn)));
  const values = { title, dueOn, ...(open === null ? {} : { amount: open }) };
  return { id: ids.next(), stationId, businessId, code: 'pay_due', entityId: id, values };
}
