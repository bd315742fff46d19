import type { Stores } from '../context';
import { endOfShanghaiDay, iso } from '../kernel/clock';
import type { Id } from '../kernel/ids';
import { type Fen, yuanFromFen } from '../kernel/money';
import type { PlacementOf, WageCase, WorkEntry } from './ports';
import { openFen, workDays } from './rules';
import type { PlacementView } from './schema';

/** Fen as yuan for reading. */
export const yuan = (fen: Fen | null): number | null => (fen === null ? null : yuanFromFen(fen));

/** Placements with their ledgers and open cases, in the order given. @param now ms */
export async function viewsOf(
  stores: Stores,
  stationId: Id,
  list: readonly PlacementOf[],
  now: number,
): Promise<PlacementView[]> {
  const ids = list.map(({ placement }) => placement.id);
  if (ids.length === 0) return [];
  const [entries, cases] = await Promise.all([
    stores.placements.entriesOf(stationId, ids),
    stores.placements.cases(stationId, {
      placementIds: ids,
      states: ['open', 'handed_over'],
      limit: ids.length,
    }),
  ]);
  const owners = cases.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId]));
  const names = await stores.placements.names(stationId, owners);
  return list.map((found) => {
    const { id } = found.placement;
    const open = cases.find(({ placementId }) => placementId === id);
    const own = entries.filter(({ placementId }) => placementId === id);
    return viewOf(found, own, open, names, now);
  });
}

function viewOf(
  { placement, title, business, person }: PlacementOf,
  entries: readonly WorkEntry[],
  open: WageCase | undefined,
  names: ReadonlyMap<Id, string>,
  now: number,
): PlacementView {
  return {
    id: placement.id,
    job: { id: placement.jobId, title },
    business: { id: placement.businessId, name: business },
    person,
    hiredAt: iso(placement.hiredAt),
    endsOn: placement.endsOn,
    pay: {
      amount: yuan(placement.payAmountFen),
      unit: placement.payUnit,
      settlement: placement.settlement,
    },
    days: workDays(entries, placement, placement.endsOn).map((day) => {
      const left = openFen(day);
      return {
        ...day,
        owed: yuan(day.owed),
        claimed: yuan(day.claimed),
        paid: yuanFromFen(day.paid),
        open: yuan(left),
        overdue: left !== 0 && now >= endOfShanghaiDay(day.dueOn),
      };
    }),
    history: entries.map((entry) => ({
      at: iso(entry.createdAt),
      date: entry.workDate,
      kind: entry.kind,
      side: entry.side,
      atDesk: entry.atDesk,
      minutes: entry.minutes,
      amount: yuan(entry.amountFen),
      paidOn: entry.paidOn,
    })),
    case: open
      ? {
          id: open.id,
          state: open.state,
          owner: open.ownerId === null ? null : (names.get(open.ownerId) ?? null),
        }
      : null,
  };
}
