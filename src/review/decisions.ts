import type { Ctx, Stores } from '../context';
import {
  change,
  findingsIn,
  type JobRecord,
  type JobWithBusiness,
  managedJobOf,
  openingTerms,
  publishJob,
} from '../jobs';
import { requireStaff } from '../kernel/access';
import { iso } from '../kernel/clock';
import { conflict } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { requireChildrenCheck } from './employer-problems';
import { employerLabel } from './history';
import { noticeOf, writeDecision } from './notices';
import type { JobDecision } from './ports';
import type { BlockDraft, DecisionDraft, DecisionView } from './schema';
import { enterWarnings, sendWarnings } from './warnings';

const byOf = ({ actor }: Ctx): Id | null => (actor.kind === 'user' ? actor.userId : null);

/**
 * Staff decide about a posting that waits for them, as they saw it: of two at once one wins.
 * @throws DomainError `unauthenticated`, `forbidden`, `not_found/job_not_found`, `conflict/wrong_state` when it waits no
 * more, `conflict/job_changed` when it was changed since, `rule_broken` with what keeps it from opening, also
 * `children_check_needed`,
 * `conflict/business_blocked`
 */
export async function decide(ctx: Ctx, id: Id, draft: DecisionDraft): Promise<JobWithBusiness> {
  requireStaff(ctx);
  switch (draft.decision) {
    case 'approve': {
      const found = await managedJobOf(ctx, id);
      if (found.job.status !== 'review') throw conflict('wrong_state', { status: found.job.status });
      const employer = await employerLabel(ctx, found.business.id);
      requireChildrenCheck(findingsIn(found, openingTerms(ctx)), employer);
      return publishJob(ctx, id, draft.version);
    }
    case 'return':
      return returnJob(ctx, id, draft);
    case 'block':
      return blockJob(ctx, id, draft, draft.version);
  }
}

type Return = Extract<DecisionDraft, { decision: 'return' }>;

/** Gives a posting back to its business, which reads why, changes it and hands it in again. */
function returnJob(ctx: Ctx, id: Id, { version, reason, note }: Return): Promise<JobWithBusiness> {
  return change(ctx, id, 'return', async ({ job }, stores) => {
    if (version !== job.version) throw conflict('job_changed');
    await stores.review.handleReports(ctx.station.id, id, ctx.clock.now());
    await writeDecision(ctx, stores, job, { decision: 'returned', reason, note, by: byOf(ctx) });
    await stores.businesses.notify([noticeOf(ctx, job, 'returned')]);
    return { ...job, status: 'draft', held: 'returned' };
  });
}

/**
 * Takes a posting off because it breaks a rule, for good, and tells those who were sent there or mean to go.
 * @param seen version that staff had before them; undefined for whatever it is now
 * @throws as {@link decide}
 */
export async function blockJob(
  ctx: Ctx,
  id: Id,
  why: BlockDraft = { reason: 'other' },
  seen?: number,
): Promise<JobWithBusiness> {
  requireStaff(ctx);
  const blocked = await change(ctx, id, 'block', async ({ job }, stores) => {
    if (seen !== undefined && seen !== job.version) throw conflict('job_changed');
    return blockIn(ctx, stores, job, { ...why, by: byOf(ctx) });
  });
  await sendWarnings(ctx);
  return blocked;
}

/** The posting as it is blocked, with everything that follows but the row itself. */
export async function blockIn(
  ctx: Pick<Ctx, 'ids' | 'clock'>,
  stores: Stores,
  job: JobRecord,
  why: BlockDraft & { by: Id | null },
): Promise<JobRecord> {
  // Behind the lock: whoever refers somebody at this moment has done so, or finds it blocked.
  await stores.jobs.lock(job.stationId, [job.id]);
  await stores.review.handleReports(job.stationId, job.id, ctx.clock.now());
  const { reason, note, by } = why;
  await writeDecision(ctx, stores, job, { decision: 'blocked', reason, note, by });
  await enterWarnings(ctx, stores, job);
  await stores.businesses.notify([noticeOf(ctx, job, 'blocked')]);
  return { ...job, status: 'blocked', closedBy: 'person' };
}

/**
 * What was decided about a posting, newest first, for its business and for staff. Reports are no decision; that they hid
 * it is.
 * @throws DomainError `unauthenticated`, `forbidden`, `not_found/job_not_found`
 */
export async function decisionsOf(ctx: Ctx, id: Id): Promise<DecisionView[]> {
  await managedJobOf(ctx, id);
  return (await ctx.stores.review.decisionsOf(ctx.station.id, id)).map(decisionView);
}

/** A decision for reading. */
export function decisionView({ decision, reason, note, createdAt }: JobDecision): DecisionView {
  return { decision, reason, note, at: iso(createdAt) };
}
