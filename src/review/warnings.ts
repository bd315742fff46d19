import { ownCandidate, readPhone, standing } from '../candidates';
import type { Ctx, Services, Stores } from '../context';
import type { JobRecord, JobWithBusiness } from '../jobs';
import { requireStaff } from '../kernel/access';
import { DAY_MS, iso } from '../kernel/clock';
import { notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import type { Notice } from '../notify';
import { blockedNotice } from '../web/text/review';
import type { Warning, WarningState } from './ports';
import { WARNING_ATTEMPTS, WARNING_RETRY_MS, WARNING_SHOWN_DAYS } from './rules';
import type { WarnedView } from './schema';

/** Messages of one round: a gateway takes a while for each. */
const AT_ONCE = 50;

/** Enters everybody who has to hear of a blocked posting, in the transaction that blocks it. */
export async function enterWarnings(
  { ids, clock }: Pick<Ctx, 'ids' | 'clock'>,
  stores: Stores,
  job: JobRecord,
): Promise<void> {
  const people = await stores.review.concerned(job.stationId, job.id);
  const createdAt = clock.now();
  await stores.review.addWarnings(
    people.map((person) => ({
      ...person,
      id: ids.next(),
      stationId: job.stationId,
      jobId: job.id,
      state: 'waiting' as const,
      attempts: 0,
      createdAt,
    })),
  );
}

/**
 * Sends what waits. Whoever has no phone or has not consented to being helped is left to staff; a message that the
 * gateway refuses is tried three times. Runs after every block and every minute.
 * @returns how many messages were accepted
 */
export async function sendWarnings(services: Services): Promise<number> {
  const now = services.clock.now();
  const due = await services.stores.review.claimWarnings(now, now + WARNING_RETRY_MS, AT_ONCE);
  const states = await Promise.all(due.map((warning) => sendOne(services, warning)));
  return states.filter((state) => state === 'sent').length;
}

async function sendOne(services: Services, warning: Warning): Promise<WarningState> {
  const state = await outcomeOf(services, warning);
  if (state !== 'waiting') await services.stores.review.settleWarning(warning.id, state);
  return state;
}

async function outcomeOf(services: Services, warning: Warning): Promise<WarningState> {
  const [phone, found] = await Promise.all([
    phoneOf(services, warning),
    services.stores.jobs.get(warning.stationId, warning.jobId),
  ]);
  if (phone === null || !found) return 'unreachable';
  try {
    await services.notifier.sendNotice(phone, messageOf(found));
    return 'sent';
  } catch {
    return warning.attempts >= WARNING_ATTEMPTS ? 'failed' : 'waiting';
  }
}

/** Who let the station help them find work, or be called, hears of what it found. */
async function phoneOf({ stores, vault }: Services, warning: Warning): Promise<string | null> {
  const { stationId, candidateId, walkInId } = warning;
  const of = candidateId === null ? { walkInId: walkInId ?? '' } : { candidateId };
  const consents = await stores.candidates.consentsOf(stationId, of);
  if (!standing(consents, 'matching') && !standing(consents, 'contact')) return null;
  const person =
    candidateId === null
      ? await stores.desk.getWalkIn(stationId, walkInId ?? '')
      : await stores.candidates.get(stationId, candidateId);
  return readPhone(vault, person?.phoneSealed ?? null, true);
}

function messageOf({ job, business }: JobWithBusiness): Notice {
  const values = { title: job.title, business: business.name };
  return { kind: 'job_blocked', text: blockedNotice(values), values };
}

/**
 * Who was told that a posting was blocked, and who is left for staff to call or to tell when they come.
 * @throws DomainError `unauthenticated`, `forbidden`, `not_found/job_not_found`
 */
export async function warnedOf(ctx: Ctx, jobId: Id): Promise<WarnedView[]> {
  requireStaff(ctx);
  if (!(await ctx.stores.jobs.get(ctx.station.id, jobId))) throw notFound('job');
  const list = await ctx.stores.review.warningsOfJob(ctx.station.id, jobId);
  return list.map(({ candidateId, walkInId, state }) => ({ candidateId, walkInId, state }));
}

/** A blocked posting that somebody had to do with. */
export interface OwnWarning {
  title: string;
  business: string;
  at: string;
}

/** What the signed-in seeker has to hear: postings of theirs that were blocked of late. */
export async function ownWarnings(ctx: Ctx): Promise<OwnWarning[]> {
  const record = await ownCandidate(ctx);
  if (!record) return [];
  const since = ctx.clock.now() - WARNING_SHOWN_DAYS * DAY_MS;
  const list = await ctx.stores.review.warningsOf(ctx.station.id, { candidateId: record.id }, since);
  const ids = list.map(({ jobId }) => jobId);
  const jobs = new Map((await ctx.stores.jobs.getMany(ctx.station.id, ids)).map((one) => [one.job.id, one]));
  return list.flatMap(({ jobId, createdAt }) => {
    const found = jobs.get(jobId);
    return found ? [{ title: found.job.title, business: found.business.name, at: iso(createdAt) }] : [];
  });
}
