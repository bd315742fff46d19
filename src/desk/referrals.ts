import { auditLooks, type Interest, readPhone, shareWith, standing, standingFor } from '../candidates';
import { noteNoShow } from '../conduct';
import type { Ctx, Stores } from '../context';
import { type JobWithBusiness, managedJob, mayManage, project, TRANSITIONS } from '../jobs';
import { isStaff } from '../kernel/actor';
import { conflict, DomainError, notFound, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { beginPlacement, endPlacement } from '../placements';
import { requireAge } from './lawful-age';
import { requireLawfulWeek } from './lawful-week';
import type { Referral, ReferralEventKind, ReferralState } from './ports';
import { EVENT_FROM, eventsAfter, OPEN_REFERRAL_STATES } from './rules';
import type { ReferralDraft, ReferralEventDraft } from './schema';
import { audit, requireStaff, walkInFor } from './service';

/** A referral as staff and the business see it. */
export interface ReferralView {
  id: Id;
  jobId: Id;
  /** Who was sent: a visitor or a person with a profile; the other is null. */
  walkInId: Id | null;
  candidateId: Id | null;
  title: string;
  business: string;
  person: { name: string | null; phone: string | null };
  state: ReferralState;
  next: ReferralState[];
  createdAt: string;
}

/**
 * Sends a person to a job.
 * @throws DomainError `conflict/wrong_state` when the job is not open, `conflict/already_referred`,
 * `rule_broken/consent_needed` when the person has not consented to being put forward, `rule_broken/work_closed_by_age`
 */
export async function refer(ctx: Ctx, draft: ReferralDraft): Promise<ReferralView> {
  requireStaff(ctx);
  return ctx.tx(async (stores) => {
    const found = await stores.jobs.get(ctx.station.id, draft.jobId);
    if (!found || found.job.publishedAt === null) throw notFound('job');
    if (found.job.status !== 'open') throw conflict('wrong_state', { status: found.job.status });
    const of = await personOf(ctx, stores, draft);
    await requireAge(ctx, stores, of, found);
    const consents = await stores.candidates.consentsOf(ctx.station.id, of);
    if (!consents.some((consent) => consent.withdrawnAt === null)) {
      throw ruleBroken([{ pointer: '/consent', code: 'consent_needed' }]);
    }
    if (draft.share) await shareWith(ctx, stores, of, found.business.id, draft.share);
    return insert(ctx, stores, found, of);
  });
}

async function personOf(
  ctx: Ctx,
  stores: Stores,
  draft: ReferralDraft,
): Promise<{ walkInId: Id } | { candidateId: Id }> {
  if (draft.walkInId !== undefined) {
    await stores.desk.lockWalkIns(ctx.station.id, [draft.walkInId]);
    const { status } = await walkInFor(ctx, stores, draft.walkInId);
    if (status === 'merged') throw conflict('wrong_state', { status });
    return { walkInId: draft.walkInId };
  }
  const candidateId = draft.candidateId ?? '';
  if (!(await stores.candidates.lock(ctx.station.id, candidateId))) throw notFound('candidate');
  return { candidateId };
}

async function insert(
  ctx: Ctx,
  stores: Stores,
  found: JobWithBusiness,
  of: { walkInId: Id } | { candidateId: Id },
): Promise<ReferralView> {
  return viewOf(ctx, stores, await send(ctx, stores, found.job.id, of), found);
}

async function send(
  ctx: Ctx,
  stores: Stores,
  jobId: Id,
  of: { walkInId: Id } | { candidateId: Id },
): Promise<Referral> {
  const referral: Referral = {
    id: ctx.ids.next(),
    stationId: ctx.station.id,
    jobId,
    candidateId: 'candidateId' in of ? of.candidateId : null,
    walkInId: 'walkInId' in of ? of.walkInId : null,
    state: 'referred',
    createdBy: ctx.actor.kind === 'user' ? ctx.actor.userId : null,
    createdAt: ctx.clock.now(),
  };
  if (!(await stores.desk.insertReferral(referral))) throw conflict('already_referred');
  await audit(ctx, stores, 'referral', 'create', referral.id);
  return referral;
}

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

/** The referrals of a job, for its business and staff. */
export async function referralsOfJob(ctx: Ctx, jobId: Id): Promise<ReferralView[]> {
  const found = await managedJob(ctx, ctx.stores, jobId);
  const list = await ctx.stores.desk.listReferrals(ctx.station.id, { jobIds: [jobId], limit: 200 });
  return Promise.all(list.map((referral) => viewOf(ctx, ctx.stores, referral, found)));
}

/** Which referrals of the station are wanted. */
export interface ReferralQuery {
  walkInId?: Id | undefined;
  candidateId?: Id | undefined;
  /** Only those to which something may still happen. */
  open?: boolean | undefined;
  /** Only those made before this one. */
  before?: Id | undefined;
  /** 100 unless said otherwise. */
  limit?: number | undefined;
}

/** Referrals of the station, newest first, for staff. */
export async function listReferrals(
  ctx: Ctx,
  { open = false, limit = 100, ...of }: ReferralQuery = {},
): Promise<ReferralView[]> {
  requireStaff(ctx);
  const states = open ? OPEN_REFERRAL_STATES : undefined;
  const list = await ctx.stores.desk.listReferrals(ctx.station.id, { ...of, states, limit });
  const jobs = await ctx.stores.jobs.getMany(
    ctx.station.id,
    list.map((referral) => referral.jobId),
  );
  const byId = new Map(jobs.map((found) => [found.job.id, found]));
  const views = list.map((referral) => {
    const found = byId.get(referral.jobId);
    return found ? [viewOf(ctx, ctx.stores, referral, found)] : [];
  });
  return Promise.all(views.flat());
}

/**
 * Staff or the business answers an interest; a yes becomes a referral.
 * @throws DomainError `conflict/wrong_state` when it was answered before
 */
export async function answerInterest(
  ctx: Ctx,
  interestId: Id,
  answer: 'accepted' | 'declined',
): Promise<Interest> {
  return ctx.tx(async (stores) => {
    const interest = await stores.candidates.getInterest(ctx.station.id, interestId);
    if (ctx.actor.kind === 'public') throw new DomainError('unauthenticated', 'sign_in_needed');
    if (!interest) throw notFound('interest');
    const found = await managedJob(ctx, stores, interest.jobId);
    const answered = await stores.candidates.answerInterest(
      ctx.station.id,
      interestId,
      answer,
      ctx.clock.now(),
    );
    if (!answered) throw conflict('wrong_state', { status: interest.status });
    await audit(ctx, stores, 'interest', answer, interestId);
    if (answer === 'accepted') {
      if (found.job.status !== 'open') throw conflict('wrong_state', { status: found.job.status });
      const { candidateId } = interest;
      const query = { jobIds: [found.job.id], candidateId, limit: 1 };
      // The desk may have sent the person there before: then the yes stands, and one referral is enough.
      const sent = await stores.desk.listReferrals(ctx.station.id, query);
      await requireAge(ctx, stores, { candidateId }, found);
      if (sent.length === 0) await insert(ctx, stores, found, { candidateId });
    }
    return answered;
  });
}

async function referralFor(
  ctx: Ctx,
  stores: Stores,
  id: Id,
): Promise<{ referral: Referral; found: JobWithBusiness }> {
  if (ctx.actor.kind === 'public') throw new DomainError('unauthenticated', 'sign_in_needed');
  const referral = await stores.desk.getReferral(ctx.station.id, id);
  const found = referral && (await stores.jobs.get(ctx.station.id, referral.jobId));
  if (!referral || !found || !(await mayManage(ctx, stores, found.business.id))) throw notFound('referral');
  return { referral, found };
}

async function viewOf(
  ctx: Ctx,
  stores: Stores,
  referral: Referral,
  found: JobWithBusiness,
): Promise<ReferralView> {
  const station = ctx.station.id;
  const person =
    referral.candidateId === null
      ? await stores.desk.getWalkIn(station, referral.walkInId ?? '')
      : await stores.candidates.get(station, referral.candidateId);
  const of =
    referral.candidateId === null
      ? { walkInId: referral.walkInId ?? '' }
      : { candidateId: referral.candidateId };
  const consents = await stores.candidates.consentsOf(station, of);
  // A business by the person's consent for it and by nothing else; staff also by the consent to be called.
  const staff = isStaff(ctx.actor, station) && standing(consents, 'contact');
  const clear = staff || standingFor(consents, found.business.id);
  if (clear && person?.phoneSealed) {
    await auditLooks(
      ctx,
      stores,
      'phone',
      [person.id],
      referral.candidateId === null ? 'walk_in' : 'candidate',
    );
  }
  return {
    id: referral.id,
    jobId: referral.jobId,
    walkInId: referral.walkInId,
    candidateId: referral.candidateId,
    title: found.job.title,
    business: found.business.name,
    person: {
      name: person?.name ?? null,
      phone: await readPhone(ctx.vault, person?.phoneSealed ?? null, clear),
    },
    state: referral.state,
    next: eventsAfter(referral.state),
    createdAt: new Date(referral.createdAt).toISOString(),
  };
}
