import type { Ctx } from '../context';
import { requireStaff } from '../kernel/access';
import { iso, isoOrNull, shanghaiDate } from '../kernel/clock';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { CaseState, PlacementOf, WageCase } from './ports';
import { daysAtIssue, nextDueOn, openSum, workDays } from './rules';
import type { WageCaseHistory, WageCaseView } from './schema';
import { yuan } from './view';

/** Cases of the station, newest first, for staff. @throws DomainError `unauthenticated`, `forbidden` */
export async function listCases(
  ctx: Ctx,
  query: {
    states?: readonly CaseState[] | undefined;
    businessId?: Id | undefined;
    before?: Id | undefined;
    limit: number;
  },
): Promise<WageCaseView[]> {
  requireStaff(ctx);
  const cases = await ctx.stores.placements.cases(ctx.station.id, query);
  return Promise.all(cases.map((one) => viewOfCase(ctx, one)));
}

/** One case with everything that was done about it; notes are opened. @throws DomainError `not_found` */
export async function getCase(ctx: Ctx, id: Id): Promise<WageCaseHistory> {
  requireStaff(ctx);
  const { placements } = ctx.stores;
  const found = await placements.getCase(ctx.station.id, id);
  if (!found) throw notFound('wage_case');
  const [view, steps] = await Promise.all([viewOfCase(ctx, found), placements.stepsOf(ctx.station.id, id)]);
  const people = steps.flatMap(({ createdBy, ownerId }) => [createdBy, ownerId]);
  const names = await placements.names(ctx.station.id, [...new Set(people.filter((one) => one !== null))]);
  const nameOf = (one: Id | null) => (one === null ? null : (names.get(one) ?? null));
  return {
    ...view,
    steps: await Promise.all(
      steps.map(async ({ kind, createdAt, createdBy, ownerId, noteSealed }) => ({
        kind,
        at: iso(createdAt),
        by: nameOf(createdBy),
        owner: nameOf(ownerId),
        note: noteSealed === null ? null : await ctx.vault.open('case_note', noteSealed),
      })),
    ),
  };
}

/** Staff whom a case can be handed over to. */
export async function caseOwners(ctx: Ctx): Promise<{ id: Id; name: string; openCases: number }[]> {
  requireStaff(ctx);
  const staff = await ctx.stores.placements.staff(ctx.station.id);
  return staff.map(({ id, name, openCases }) => ({ id, name, openCases }));
}

async function viewOfCase(ctx: Ctx, one: WageCase): Promise<WageCaseView> {
  const { placements } = ctx.stores;
  const station = ctx.station.id;
  const found = await placements.get(station, one.placementId);
  if (!found) throw new Error('a case without its placement');
  const names = await placements.names(station, one.ownerId === null ? [] : [one.ownerId]);
  const { placement } = found;
  const entries = await placements.entriesOf(station, [placement.id]);
  const all = workDays(entries, placement, placement.endsOn);
  const days = daysAtIssue(all, one.reason, shanghaiDate(ctx.clock.now()));
  const name = one.ownerId === null ? undefined : names.get(one.ownerId);
  return {
    id: one.id,
    placementId: one.placementId,
    ...placeOf(found),
    reason: one.reason,
    state: one.state,
    owner: one.ownerId !== null && name !== undefined ? { id: one.ownerId, name } : null,
    amount: yuan(one.amountFen),
    open: yuan(openSum(days)),
    dueOn: nextDueOn(days, null),
    outcome: one.outcome,
    openedAt: iso(one.openedAt),
    closedAt: isoOrNull(one.closedAt),
  };
}

function placeOf({ placement, title, business, person, candidateId, walkInId }: PlacementOf) {
  return {
    job: { id: placement.jobId, title },
    business: { id: placement.businessId, name: business },
    person,
    candidateId,
    walkInId,
  };
}
