import { refuseBarred } from '../businesses';
import type { Ctx, Stores } from '../context';
import { isStaff } from '../kernel/actor';
import { conflict } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { ADULT_AGE } from '../trust';
import { forReview, isTrusted, managedJob, refuseBlocked } from './access';
import { occupationOf, openingTerms, today, writeChange } from './change';
import { needsApproval } from './check';
import { contactKeys, sealContact } from './create';
import { fieldsOf } from './draft';
import type { JobRecord, JobWithBusiness } from './record';
import {
  defaultValidThrough,
  draftProblems,
  findingsIn,
  isAllowed,
  openingProblems,
  payProblems,
  refuse,
  type Transition,
} from './rules';
import { sameContent } from './same';
import type { JobPatch } from './schema';
import { refuseWageCase } from './wage-case';

/**
 * Changes fields of a posting. An open one must stay complete and lawful, and goes back to review when it was
 * changed by somebody whose postings are reviewed: what staff have seen is what is public.
 */
export async function patchJob(ctx: Ctx, id: Id, patch: JobPatch): Promise<JobWithBusiness> {
  const contactSealed = await sealContact(ctx, patch);
  const keys = await contactKeys(ctx, patch);
  return change(ctx, id, 'edit', async ({ job, business }, stores) => {
    await refuseBarred(ctx, stores, keys);
    const text = { title: patch.title ?? job.title, description: patch.description ?? job.description };
    // A form sends the title also when it stays; an occupation that somebody said must not be lost to that.
    const reclassify = text.title !== job.title || patch.occupation !== undefined;
    const next: JobRecord = {
      ...job,
      ...fieldsOf(patch),
      occupation: reclassify ? occupationOf(patch.occupation, text, ctx.lexicon) : job.occupation,
      contactSealed: contactSealed ?? job.contactSealed,
    };
    if (job.status === 'open') {
      const opens = opensTo(ctx, { job: next, business });
      const same = patch.contact === undefined && sameContent({ job, business }, { job: next, business });
      return same || opens ? next : forReview(next);
    }
    // Only what the patch brings is looked at: a day that went by meanwhile must not keep a title from changing.
    const brought = draftProblems(next, today(ctx)).filter(({ pointer }) =>
      Object.hasOwn(patch, pointer.split('/')[1] ?? ''),
    );
    refuse([...brought, ...payProblems(patch.pay)]);
    return next;
  });
}

/**
 * Opens a posting. A shop whose business is not verified yet hands it to staff for review instead.
 * @param seen version of the posting that the person had before them: what was changed since is not opened unread
 * @throws DomainError `rule_broken` with what is missing or not lawful, `conflict/job_changed`,
 * `conflict/wage_case_open`
 */
export async function publishJob(ctx: Ctx, id: Id, seen?: number): Promise<JobWithBusiness> {
  return change(ctx, id, 'publish', async ({ job, business }, stores) => {
    await refuseWageCase(ctx, stores, business.id);
    if (seen !== undefined && seen !== job.version) throw conflict('job_changed');
    const day = today(ctx);
    const next: JobRecord = { ...job, validThrough: job.validThrough ?? defaultValidThrough(day) };
    if (!opensTo(ctx, { job: next, business })) return forReview(next);
    if (job.status === 'review') await writeApproval(ctx, stores, id);
    return { ...next, status: 'open', publishedAt: ctx.clock.now(), held: null };
  });
}

/** Takes a posting off for good, by a person: no import opens it again. */
export function closeJob(ctx: Ctx, id: Id): Promise<JobWithBusiness> {
  return change(ctx, id, 'close', async ({ job }) => ({ ...job, status: 'closed', closedBy: 'person' }));
}

/** Marks a posting as filled, by a person. */
export function fillJob(ctx: Ctx, id: Id): Promise<JobWithBusiness> {
  return change(ctx, id, 'fill', async ({ job }) => ({ ...job, status: 'filled', closedBy: 'person' }));
}

/**
 * Brings an expired or closed posting back, or gives an open one more days. Whoever is reviewed at publishing is
 * reviewed here: closing, changing and renewing is no way around it, and a year of renewals needs a look.
 */
export function renewJob(ctx: Ctx, id: Id, validThrough?: string): Promise<JobWithBusiness> {
  return change(ctx, id, 'renew', async ({ job, business }, stores) => {
    await refuseWageCase(ctx, stores, business.id);
    const day = today(ctx);
    const next: JobRecord = {
      ...job,
      validThrough: validThrough ?? defaultValidThrough(day),
      closedBy: null,
    };
    if (!opensTo(ctx, { job: next, business })) return forReview(next);
    return {
      ...next,
      status: 'open',
      publishedAt: job.status === 'open' ? job.publishedAt : ctx.clock.now(),
      held: null,
    };
  });
}

/** What staff open out of the queue they have looked at, its reports too. */
async function writeApproval(ctx: Ctx, stores: Stores, jobId: Id): Promise<void> {
  if (!isStaff(ctx.actor, ctx.station.id)) return;
  const createdAt = ctx.clock.now();
  await stores.review.handleReports(ctx.station.id, jobId, createdAt);
  await stores.review.addDecision({
    id: ctx.ids.next(),
    stationId: ctx.station.id,
    jobId,
    decision: 'approved',
    reason: null,
    note: null,
    decidedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt,
  });
}

/** Changes one posting by a verb: in one transaction, only from a state that allows it. */
export async function change(
  ctx: Ctx,
  id: Id,
  verb: Transition,
  make: (found: JobWithBusiness, stores: Stores) => Promise<JobRecord>,
): Promise<JobWithBusiness> {
  const next = await ctx.tx(async (stores) => {
    const found = await managedJob(ctx, stores, id);
    if (!isAllowed(verb, found.job.status)) throw conflict('wrong_state', { status: found.job.status });
    const job = { ...(await make(found, stores)), version: found.job.version + 1 };
    const changed = { job, business: found.business };
    await writeChange(ctx, stores, verb, changed);
    return changed;
  });
  ctx.wake();
  return next;
}

/**
 * Whether a posting may be public as it stands: not before staff have looked when its business is not verified, or
 * when its words need their approval. What staff open themselves they have looked at.
 * @throws DomainError `rule_broken` with what is missing or not lawful
 */
function opensTo(ctx: Ctx, found: JobWithBusiness): boolean {
  refuseBlocked(found.business);
  const terms = openingTerms(ctx);
  const findings = findingsIn(found, terms);
  refuse(openingProblems(found, terms, undefined, findings));
  if (isStaff(ctx.actor, ctx.station.id)) return true;
  if (found.job.held !== null) return false;
  return isTrusted(ctx, found.business) && !needsApproval(found, findings, ADULT_AGE);
}
