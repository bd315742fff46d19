import { type Interest, shareWith } from '../candidates';
import type { Ctx, Stores } from '../context';
import { type JobWithBusiness, managedJob } from '../jobs';
import { requireSignedIn, requireStaff } from '../kernel/access';
import { conflict, notFound, ruleBroken } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { requireAge } from './lawful-age';
import type { Referral } from './ports';
import { type ReferralView, viewOf } from './referral-view';
import { OPEN_REFERRAL_STATES } from './rules';
import type { ReferralDraft } from './schema';
import { audit, walkInFor } from './service';

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

/** A referral, made in the caller's transaction. @throws DomainError `conflict/already_referred` */
export async function send(
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
    requireSignedIn(ctx.actor);
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
