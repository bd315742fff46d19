import { noteNoShow } from '../conduct';
import type { Ctx, Stores } from '../context';
import { type JobWithBusiness, mayManage, project, TRANSITIONS } from '../jobs';
import { requireSignedIn } from '../kernel/access';
import { conflict, notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { beginPlacement, endPlacement } from '../placements';
import { requireAge } from './lawful-age';
import { requireLawfulWeek } from './lawful-week';
import type { Referral, ReferralEventKind } from './ports';
import { type ReferralView, viewOf } from './referral-view';
import { send } from './referrals';
import { EVENT_FROM } from './rules';
import type { ReferralEventDraft } from './schema';
import { audit } from './service';

/**
 * Writes what happened to a referral. A hire counts against the headcount; the last one fills the job.
 * @throws DomainError `conflict/wrong_state` when the event cannot follow, `conflict/job_full`
 */
export async function addEvent(ctx: Ctx, id: Id, draft: ReferralEventDraft): Promise<ReferralView> {
  const noteSealed = draft.note === undefined ? null : await ctx.vault.seal('referral_note', draft.note);
  const view = await ctx.tx(async (stores) => {
    const { referral } = await referralFor(ctx, stores, id);
    // Locked before anything is decided, so that two hires for the last place follow each other; read again
    // behind the lock.
    const hired = await stores.desk.countHired(ctx.station.id, referral.jobId);
    const { found } = await referralFor(ctx, stores, id);
    if (draft.kind === 'hired' && hired >= found.job.headcount) throw conflict('job_full');
    if (draft.kind === 'hired') {
      await requireLawfulWeek(ctx, referral, found);
      const { candidateId } = referral;
      if (candidateId !== null) await requireAge(ctx, stores, { candidateId }, found);
    }
    await writeEvent(ctx, stores, { found, hired }, referral, draft.kind, noteSealed);
    return viewOf(ctx, stores, { ...referral, state: draft.kind }, found);
  });
  ctx.wake();
  return view;
}

/**
 * The event itself, in the caller's transaction, behind the lock on the job's row under which `hired` was counted.
 * @throws DomainError `conflict/wrong_state` when it cannot follow
 */
async function writeEvent(
  ctx: Ctx,
  stores: Stores,
  { found, hired }: { found: JobWithBusiness; hired: number },
  referral: Referral,
  kind: ReferralEventKind,
  noteSealed: Uint8Array | null,
): Promise<void> {
  const event = {
    id: ctx.ids.next(),
    stationId: ctx.station.id,
    referralId: referral.id,
    kind,
    noteSealed,
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.clock.now(),
  };
  if (!(await stores.desk.addEvent(event, EVENT_FROM[kind]))) {
    throw conflict('wrong_state', { status: referral.state });
  }
  await audit(ctx, stores, 'referral', kind, referral.id);
  await follow(ctx, stores, found, referral.id, kind);
  if (kind === 'hired' && hired + 1 >= found.job.headcount) await fill(ctx, stores, found);
}

/** What an event means for hours and pay, and for the facts about keeping appointments. */
async function follow(
  ctx: Ctx,
  stores: Stores,
  found: JobWithBusiness,
  referralId: Id,
  kind: ReferralEventKind,
): Promise<void> {
  const now = ctx.clock.now();
  if (kind === 'hired') await beginPlacement(stores, referralId, found, now);
  if (kind === 'finished') await endPlacement(stores, ctx.station.id, referralId, now);
  if (kind === 'no_show') await noteNoShow(ctx, stores, { referralId, businessId: found.business.id });
}

/**
 * Hires a person for a job, in the caller's transaction and behind its lock on the job's row: a referral, made if
 * the station has sent them there by none yet, with the event `hired`. The last place fills the job.
 * @param place the job, and how many were counted as hired behind the lock
 * @throws DomainError `conflict/job_full`, `conflict/wrong_state` when their referral has ended otherwise,
 * `rule_broken/work_closed_by_age`
 */
export async function hireCandidate(
  ctx: Ctx,
  stores: Stores,
  place: { found: JobWithBusiness; hired: number },
  candidateId: Id,
): Promise<void> {
  const { found, hired } = place;
  if (hired >= found.job.headcount) throw conflict('job_full');
  const query = { jobIds: [found.job.id], candidateId, limit: 1 };
  const [known] = await stores.desk.listReferrals(ctx.station.id, query);
  await requireAge(ctx, stores, { candidateId }, found);
  const referral = known ?? (await send(ctx, stores, found.job.id, { candidateId }));
  await writeEvent(ctx, stores, place, referral, 'hired', null);
}

/** The last place is taken: nobody else is sent there. The job's row is already locked by the count. */
async function fill(ctx: Ctx, stores: Stores, { job, business }: JobWithBusiness): Promise<void> {
  if (job.status !== 'open') return;
  const next = { ...job, status: 'filled' as const, closedBy: 'person' as const, version: job.version + 1 };
  if (!(await stores.jobs.update(next, TRANSITIONS.fill.from))) throw conflict('job_changed');
  await project(stores, [{ job: next, business }]);
  await stores.businesses.notify([
    {
      id: ctx.ids.next(),
      stationId: ctx.station.id,
      businessId: business.id,
      code: 'filled',
      entityId: job.id,
      values: { title: job.title },
    },
  ]);
  await audit(ctx, stores, 'job', 'fill', job.id);
}

async function referralFor(
  ctx: Ctx,
  stores: Stores,
  id: Id,
): Promise<{ referral: Referral; found: JobWithBusiness }> {
  requireSignedIn(ctx.actor);
  const referral = await stores.desk.getReferral(ctx.station.id, id);
  const found = referral && (await stores.jobs.get(ctx.station.id, referral.jobId));
  if (!referral || !found || !(await mayManage(ctx, stores, found.business.id))) throw notFound('referral');
  return { referral, found };
}
