import type { Party } from '../candidates';
import type { Ctx, Stores } from '../context';
import { requireSignedIn } from '../kernel/access';
import { actorKey, isStaff } from '../kernel/actor';
import { dateOfEpochDay, epochDay, shanghaiDate } from '../kernel/clock';
import { type FieldProblem, forbidden, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { fenFromYuan } from '../kernel/money';
import { refreshDue } from './hire';
import { placementFor } from './party';
import type { PlacementOf, WorkEntry } from './ports';
import { type Side, spread, workDays } from './rules';
import type { HoursDraft, PaidDraft, PlacementView } from './schema';
import { viewsOf } from './view';

/** Work may have begun before anybody told the station of the hire: so many days earlier it can be written down. */
const BEFORE_HIRE_DAYS = 31;

/** Placements of whoever asks: a seeker's own, a shop's businesses', for staff the station's; newest first. */
export async function listPlacements(
  ctx: Ctx,
  query: { before?: Id | undefined; limit: number },
): Promise<PlacementView[]> {
  const { actor, station, stores } = ctx;
  requireSignedIn(actor);
  const list = await listFor(ctx, query);
  return viewsOf(stores, station.id, list, ctx.clock.now());
}

async function listFor(ctx: Ctx, query: { before?: Id | undefined; limit: number }): Promise<PlacementOf[]> {
  const { actor, station, stores } = ctx;
  if (isStaff(actor, station.id)) return stores.placements.list(station.id, query);
  if (actor.kind !== 'user' || actor.stationId !== station.id) throw forbidden();
  if (actor.role === 'seeker') {
    const own = await stores.candidates.ofUser(station.id, actor.userId);
    return own ? stores.placements.list(station.id, { ...query, candidateId: own.id }) : [];
  }
  const businesses = await stores.businesses.ofUser(station.id, actor.userId);
  if (businesses.length === 0) return [];
  return stores.placements.list(station.id, { ...query, businessIds: businesses.map(({ id }) => id) });
}

/** One placement with its ledger. @throws DomainError `not_found` */
export async function getPlacement(ctx: Ctx, id: Id): Promise<PlacementView> {
  const { found } = await placementFor(ctx, ctx.stores, id);
  return viewOne(ctx, ctx.stores, found);
}

/**
 * Writes down how long somebody worked on a date, as one side says it. What was said before stays; staff say whose
 * word it is.
 * @throws DomainError `rule_broken` for a date to come or long before the hire, and for the other side's word
 */
export async function sayHours(ctx: Ctx, id: Id, draft: HoursDraft): Promise<PlacementView> {
  return writing(ctx, id, async ({ found, party }) => {
    refuse(dateProblems(ctx, found, '/date', draft.date));
    const side = sideOf(party, draft.side);
    return [
      {
        ...blank(ctx, found, party, side),
        workDate: draft.date,
        kind: 'hours',
        minutes: draft.minutes,
        amountFen: null,
        paidOn: null,
      },
    ];
  });
}

/**
 * Writes down what the worker has been given for some work dates, all in all so far: the money itself never passes the
 * station.
 * @throws DomainError as {@link sayHours}; `forbidden` for the business, whose word about paying is none
 */
export async function sayPaid(ctx: Ctx, id: Id, draft: PaidDraft): Promise<PlacementView> {
  return writing(ctx, id, async ({ found, party }, stores) => {
    if (party === 'employer') throw forbidden();
    refuse([
      ...draft.dates.flatMap((date, i) => dateProblems(ctx, found, `/dates/${i}`, date)),
      ...dateProblems(ctx, found, '/paidOn', draft.paidOn),
    ]);
    const entries = await stores.placements.entriesOf(ctx.station.id, [id]);
    const known = new Map(
      workDays(entries, found.placement, found.placement.endsOn).map((day) => [day.date, day]),
    );
    const days = [...draft.dates].sort().map((date) => ({ date, owed: known.get(date)?.owed ?? null }));
    return [...spread(fenFromYuan(draft.amount), days)].map(([workDate, amountFen]) => ({
      ...blank(ctx, found, party, 'worker'),
      workDate,
      kind: 'paid' as const,
      minutes: null,
      amountFen,
      paidOn: draft.paidOn,
    }));
  });
}

function blank(ctx: Ctx, { placement }: PlacementOf, party: Party, side: Side) {
  return {
    stationId: placement.stationId,
    placementId: placement.id,
    side,
    atDesk: party === 'staff',
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.clock.now(),
  };
}

/** Whose word it is. @throws DomainError `rule_broken` when staff do not say, and for the other side's */
function sideOf(party: Party, said: Side | undefined): Side {
  if (party === 'staff') {
    if (said === undefined) throw ruleBroken([{ pointer: '/side', code: 'required' }]);
    return said;
  }
  if (said !== undefined && said !== party) throw ruleBroken([{ pointer: '/side', code: 'not_your_side' }]);
  return party;
}

function dateProblems(ctx: Ctx, { placement }: PlacementOf, pointer: string, date: string): FieldProblem[] {
  const earliest = dateOfEpochDay(epochDay(shanghaiDate(placement.hiredAt)) - BEFORE_HIRE_DAYS);
  if (date > shanghaiDate(ctx.clock.now())) return [{ pointer, code: 'in_future' }];
  return date < earliest ? [{ pointer, code: 'before_hire' }] : [];
}

function refuse(problems: FieldProblem[]): void {
  if (problems.length > 0) throw ruleBroken(problems);
}

/** Appends to a ledger behind the lock on its placement, so that two words at once follow each other. */
async function writing(
  ctx: Ctx,
  id: Id,
  make: (of: { found: PlacementOf; party: Party }, stores: Stores) => Promise<WorkEntry[]>,
): Promise<PlacementView> {
  return ctx.tx(async (stores) => {
    const of = await placementFor(ctx, stores, id, 'lock');
    const entries = await make(of, stores);
    await stores.placements.append(entries);
    await refreshDue(stores, ctx.station.id, id);
    await audit(ctx, stores, entries[0]?.kind ?? 'hours', id);
    return viewOne(ctx, stores, of.found);
  });
}

/** A single view, from the caller's connection. */
export async function viewOne(ctx: Ctx, stores: Stores, found: PlacementOf): Promise<PlacementView> {
  const [view] = await viewsOf(stores, ctx.station.id, [found], ctx.clock.now());
  if (!view) throw new Error('a placement without a view');
  return view;
}

/** Audit line of a placement. */
export function audit(ctx: Ctx, stores: Stores, action: string, entityId: Id): Promise<void> {
  const about = { stationId: ctx.station.id, entity: 'placement', entityId };
  return stores.audit.append([{ ...about, actor: actorKey(ctx.actor), action: `placement.${action}` }]);
}
