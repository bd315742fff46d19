import { businessKey, ownKeys, phoneKey, refuseBarred } from '../businesses';
import type { Ctx, Stores } from '../context';
import { actorKey, isStaff } from '../kernel/actor';
import { conflict, forbidden, notFound, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { ADULT_AGE } from '../trust';
import { forReview, isTrusted, managedJob, mayManage, refuseBlocked, requireShopOrStaff } from './access';
import { auditLine, occupationOf, openingTerms, project, textOf, today, writeChange } from './change';
import { needsApproval } from './check';
import { fieldsOf } from './draft';
import type { JobListQuery } from './ports';
import type { JobRecord, JobWithBusiness } from './record';
import {
  defaultValidThrough,
  draftProblems,
  findingsIn,
  isAllowed,
  openingProblems,
  payProblems,
  type Transition,
} from './rules';
import { sameContent } from './same';
import type { JobDraft, JobPatch } from './schema';
import { refuseWageCase } from './wage-case';

/** A fresh posting in state draft, without any of its optional parts. */
export function emptyJob(
  init: Pick<JobRecord, 'id' | 'stationId' | 'businessId' | 'title' | 'createdAt'>,
): JobRecord {
  return {
    ...init,
    externalId: null,
    occupation: null,
    description: '',
    engagement: 'part_time',
    status: 'draft',
    address: null,
    place: null,
    pay: null,
    schedule: null,
    headcount: 1,
    benefits: [],
    requirements: {},
    contactSealed: null,
    importDigest: null,
    validThrough: null,
    publishedAt: null,
    closedBy: null,
    held: null,
    version: 1,
    createdBy: null,
  };
}

/** The sealed contact of a draft; undefined when it has none. */
export async function sealContact(
  ctx: Pick<Ctx, 'vault'>,
  draft: JobDraft | JobPatch,
): Promise<Uint8Array | undefined> {
  return draft.contact === undefined ? undefined : ctx.vault.seal('contact', JSON.stringify(draft.contact));
}

/**
 * Writes a new posting as a draft. A shop's first posting makes its business.
 * @throws DomainError `rule_broken` field by field; `forbidden/business_taken` when the business is another's;
 * `conflict/business_blocked`, `conflict/employer_barred` for whoever was blocked before
 */
export async function createJob(ctx: Ctx, draft: JobDraft): Promise<JobWithBusiness> {
  requireShopOrStaff(ctx);
  const contactSealed = (await sealContact(ctx, draft)) ?? null;
  const keys = await contactKeys(ctx, draft);
  return ctx.tx(async (stores) => {
    await refuseBarred(ctx, stores, keys);
    // An import and a person, or two of either, must not take the same external id at once.
    if (draft.externalId !== undefined) await stores.jobs.lockImports(ctx.station.id);
    const { blockedAt, ...business } = await businessFor(ctx, stores, draft.business);
    refuseBlocked({ blocked: blockedAt !== null });
    const job: JobRecord = {
      ...emptyJob({
        id: ctx.ids.next(),
        stationId: ctx.station.id,
        businessId: business.id,
        title: draft.title,
        createdAt: ctx.clock.now(),
      }),
      ...fieldsOf(draft),
      externalId: draft.externalId ?? null,
      occupation: occupationOf(draft.occupation, textOf(draft), ctx.lexicon),
      contactSealed,
      createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    };
    refuse([...draftProblems(job, today(ctx)), ...payProblems(draft.pay)]);
    if (job.externalId && (await stores.jobs.byExternalIds(ctx.station.id, [job.externalId])).length > 0) {
      throw conflict('external_id_taken');
    }
    await stores.jobs.insert([job]);
    await stores.audit.append([auditLine(actorKey(ctx.actor), 'create', job)]);
    return { job, business: { ...business, blocked: false } };
  });
}

/** Keys of the phone that a posting brings, under which nobody who was blocked may come back. */
export async function contactKeys(ctx: Pick<Ctx, 'vault' | 'station'>, { contact }: JobDraft | JobPatch) {
  return contact === undefined ? [] : [await phoneKey(ctx.vault, ctx.station.id, contact.phone)];
}

async function businessFor(ctx: Ctx, stores: Stores, wanted: JobDraft['business']) {
  const id = ctx.ids.next();
  const found = await stores.businesses.ensure(ctx.station.id, [{ id, ...wanted }]);
  const business = found.get(businessKey(wanted.name, wanted.kind));
  if (!business) throw notFound('business');
  if (business.id === id && ctx.actor.kind === 'user' && ctx.actor.role === 'shop') {
    // Whoever blocks at this moment is waited for: the new business is theirs who was blocked, or nobody's.
    await stores.businesses.lockBarred(ctx.station.id);
    await refuseBarred(ctx, stores, await ownKeys(ctx, stores));
    await stores.businesses.addMember(ctx.station.id, id, ctx.actor.userId);
  } else if (!(await mayManage(ctx, stores, business.id))) {
    throw forbidden('business_taken');
  }
  return business;
}

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

function refuse(problems: Parameters<typeof ruleBroken>[0]): void {
  if (problems.length > 0) throw ruleBroken(problems);
}

/**
 * A posting for reading: open ones for everyone, others for those who may manage them.
 * @throws DomainError `not_found`
 */
export async function getJob(ctx: Ctx, id: Id): Promise<JobWithBusiness & { manages: boolean }> {
  const found = await ctx.stores.jobs.get(ctx.station.id, id);
  if (!found) throw notFound('job');
  const manages = await mayManage(ctx, ctx.stores, found.business.id);
  // A slip or a shared link outlives its posting: readers learn that it is filled or over, not that it never was.
  const wasPublic = found.job.publishedAt !== null && found.job.status !== 'blocked';
  if (!manages && !wasPublic) throw notFound('job');
  return { ...found, manages };
}

/** The postings that the actor manages, newest first. */
export async function listManaged(ctx: Ctx, query: JobListQuery): Promise<JobWithBusiness[]> {
  requireShopOrStaff(ctx);
  if (isStaff(ctx.actor, ctx.station.id) || ctx.actor.kind !== 'user') {
    return ctx.stores.jobs.list(ctx.station.id, query);
  }
  const own = await ctx.stores.businesses.ofUser(ctx.station.id, ctx.actor.userId);
  return ctx.stores.jobs.list(ctx.station.id, { ...query, businessIds: own.map((business) => business.id) });
}

export { project };
