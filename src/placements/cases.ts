import type { Ctx, Services, Stores } from '../context';
import { requireStaff } from '../kernel/access';
import { actorKey } from '../kernel/actor';
import { shanghaiDate } from '../kernel/clock';
import { conflict, forbidden, notFound, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { refreshDue } from './hire';
import { placementFor } from './party';
import type { CaseStep, PlacementOf, WageCase } from './ports';
import { daysAtIssue, GRACE_HOURS, openSum, ownerFor, workDays } from './rules';
import type { CaseStepDraft, PlacementView } from './schema';
import { viewOne } from './service';

/** Who does something about a case, and what they say to it. */
interface Doer {
  noteSealed: Uint8Array | null;
  by: Id | null;
  /** As the audit log names them. */
  actor: string;
}
const BY_ITSELF: Doer = { noteSealed: null, by: null, actor: 'system' };

/** Placements looked at in one round of upkeep; the next minute does the rest. */
const AT_ONCE = 200;

/**
 * The worker says that the pay has not come: a case at once, with an owner. Where one is open already, the word is
 * added to it.
 * @throws DomainError `not_found`, `forbidden` for the business
 */
export async function notPaid(ctx: Ctx, id: Id, note?: string): Promise<PlacementView> {
  const noteSealed = note ? await ctx.vault.seal('case_note', note) : null;
  return ctx.tx(async (stores) => {
    const { found, party } = await placementFor(ctx, stores, id, 'lock');
    if (party === 'employer') throw forbidden();
    const by = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
    const actor = actorKey(ctx.actor);
    const opened = await openCase(ctx, stores, found, { reason: 'not_paid', noteSealed, by, actor });
    if (!opened) {
      const query = { placementIds: [id], states: ['open', 'handed_over'] as const, limit: 1 };
      const [known] = await stores.placements.cases(ctx.station.id, query);
      if (known && noteSealed) await step(ctx, stores, known, { kind: 'noted', noteSealed, by, actor });
    }
    return viewOne(ctx, stores, found);
  });
}

/**
 * Makes a case of pay that is overdue: {@link GRACE_HOURS} hours after the due date nobody has said that it came. Each
 * has an owner at once. Runs every minute on as many servers as there are: the database lets one case be open.
 * @returns how many were made
 */
export async function openOverdueCases(services: Services): Promise<number> {
  const before = shanghaiDate(services.clock.now() - GRACE_HOURS * 3_600_000);
  let opened = 0;
  for (const { stationId, id } of await services.stores.placements.overdue(before, AT_ONCE)) {
    opened += await services.tx(async (stores) => {
      const found = await stores.placements.lock(stationId, id);
      // Paid, or dealt with, between the look and the lock.
      if (!found?.placement.nextDueOn || found.placement.nextDueOn >= before) return 0;
      const about = { reason: 'overdue' as const, ...BY_ITSELF };
      return (await openCase(services, stores, found, about)) ? 1 : 0;
    });
  }
  return opened;
}

/** Gives an owner to cases whose owner is not staff any more. @returns how many */
export async function ownCases(services: Services): Promise<number> {
  const unowned = await services.stores.placements.unownedCases(AT_ONCE);
  for (const { stationId, id } of unowned) {
    await services.tx(async (stores) => {
      const held = await stores.placements.lockCase(stationId, id);
      if (!held || held.state === 'closed') return;
      const staff = await stores.placements.staff(stationId);
      if (staff.some((one) => one.id === held.ownerId)) return;
      const ownerId = ownerFor(staff, null);
      await stores.placements.updateCase({ ...held, ownerId });
      await step(services, stores, { ...held, ownerId }, { kind: 'handed_over', ...BY_ITSELF });
    });
  }
  return unowned.length;
}

async function openCase(
  services: Pick<Services, 'clock' | 'ids'>,
  stores: Stores,
  { placement, sentBy }: PlacementOf,
  { reason, ...by }: { reason: WageCase['reason'] } & Doer,
): Promise<boolean> {
  const { stationId, businessId } = placement;
  const entries = await stores.placements.entriesOf(stationId, [placement.id]);
  const days = workDays(entries, placement, placement.endsOn);
  const open = daysAtIssue(days, reason, shanghaiDate(services.clock.now()));
  const opened: WageCase = {
    id: services.ids.next(),
    stationId,
    placementId: placement.id,
    businessId,
    reason,
    state: 'open',
    ownerId: ownerFor(await stores.placements.staff(stationId), sentBy),
    amountFen: open.length === 0 ? null : openSum(open),
    outcome: null,
    openedAt: services.clock.now(),
    closedAt: null,
  };
  if (!(await stores.placements.insertCase(opened))) return false;
  await step(services, stores, opened, { kind: 'opened', ...by });
  return true;
}

/**
 * Goes on with a case: hands it over, adds a note, or closes it after the follow-up (接访—交办—回访). Closing lifts
 * what stands in the way of the employer's new postings.
 * @throws DomainError `conflict/wrong_state` when it is closed, `rule_broken` for a hand-over to nobody, an empty
 * note, a close without outcome or without the follow-up's note
 */
export async function addCaseStep(ctx: Ctx, id: Id, draft: CaseStepDraft): Promise<void> {
  requireStaff(ctx);
  refuseIncomplete(draft);
  const noteSealed = draft.note === undefined ? null : await ctx.vault.seal('case_note', draft.note);
  await ctx.tx(async (stores) => {
    const { placements } = stores;
    const station = ctx.station.id;
    const known = await placements.getCase(station, id);
    if (!known) throw notFound('wage_case');
    // The placement first, as everybody does.
    await placements.lock(station, known.placementId);
    const held = await placements.lockCase(station, id);
    if (!held || held.state === 'closed') throw conflict('wrong_state', { status: 'closed' });
    const next = { ...held };
    if (draft.kind === 'handed_over') {
      const staff = await placements.staff(station);
      if (!staff.some((one) => one.id === draft.ownerId)) {
        throw ruleBroken([{ pointer: '/ownerId', code: 'unknown_value' }]);
      }
      Object.assign(next, { state: 'handed_over', ownerId: draft.ownerId });
    }
    if (draft.kind === 'closed') {
      Object.assign(next, { state: 'closed', outcome: draft.outcome, closedAt: ctx.clock.now() });
    }
    await placements.updateCase(next);
    const by = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
    await step(ctx, stores, next, { kind: draft.kind, noteSealed, by, actor: actorKey(ctx.actor) });
    if (draft.kind === 'closed') {
      const dealtWithBefore = shanghaiDate(ctx.clock.now());
      await refreshDue(stores, station, held.placementId, { dealtWithBefore });
    }
  });
}

function refuseIncomplete({ kind, ownerId, note, outcome }: CaseStepDraft): void {
  const problems = [
    ...(kind === 'handed_over' && ownerId === undefined ? [{ pointer: '/ownerId', code: 'required' }] : []),
    ...(kind !== 'handed_over' && note === undefined ? [{ pointer: '/note', code: 'required' }] : []),
    ...(kind === 'closed' && outcome === undefined ? [{ pointer: '/outcome', code: 'required' }] : []),
  ];
  if (problems.length > 0) throw ruleBroken(problems);
}

/** A step of a case with its line in the audit log. */
async function step(
  services: Pick<Services, 'clock'>,
  stores: Stores,
  { stationId, id, ownerId }: WageCase,
  { kind, noteSealed, by, actor }: { kind: CaseStep['kind'] } & Doer,
): Promise<void> {
  const createdAt = services.clock.now();
  await stores.placements.appendStep({
    stationId,
    caseId: id,
    kind,
    ownerId,
    noteSealed,
    createdBy: by,
    createdAt,
  });
  const about = { stationId, entity: 'wage_case', entityId: id };
  await stores.audit.append([{ ...about, actor, action: `wage_case.${kind}` }]);
}
