import type { Ctx, Services, Stores } from '../context';
import { auditLine, change, forReview, type JobRecord, project, TRANSITIONS } from '../jobs';
import { requireStaff } from '../kernel/access';
import { DAY_MS } from '../kernel/clock';
import { conflict, notFound } from '../kernel/errors';
import type { Id } from '../kernel/ids';
import { noticeOf, writeDecision } from './notices';
import type { ReportCode, ReportCounts } from './ports';
import { hides, REPORTER_DAYS } from './rules';

const NONE: ReportCounts = { open: {}, handled: {}, independent: 0 };

/** From when on reports are known to be of different people, ms. */
export const knownSince = (ctx: Pick<Ctx, 'clock'>) => ctx.clock.now() - REPORTER_DAYS * DAY_MS;

/**
 * Anybody says that something is wrong with a posting that is or was public. The same address or account counts once
 * for a posting, and is told the same: whoever reports learns nothing of others. Three independent reports hide an open
 * posting until staff have looked. Neither the row nor the audit log says who it was.
 * @param address from which it came; only a keyed hash of it and the posting is kept, for two weeks
 * @throws DomainError `not_found/job_not_found`
 */
export async function reportJob(ctx: Ctx, id: Id, code: ReportCode, address: string): Promise<void> {
  const { actor, station, vault } = ctx;
  const account = actor.kind === 'user' ? actor.userId : null;
  const addressHash = await vault.blindIndex('report', `${id}:${address}`);
  const accountHash = account === null ? null : await vault.blindIndex('report', `${id}:${account}`);
  await ctx.tx(async (stores) => {
    // Behind the lock, so that the third of three at once sees the other two.
    await stores.jobs.lock(station.id, [id]);
    const found = await stores.jobs.get(station.id, id);
    if (!found || found.job.publishedAt === null || found.job.status === 'blocked') throw notFound('job');
    const report = { id: ctx.ids.next(), stationId: station.id, jobId: id, code, addressHash, accountHash };
    if (!(await stores.review.addReport({ ...report, createdAt: ctx.clock.now() }))) return;
    await stores.audit.append([
      { stationId: station.id, actor: 'public', action: 'job.report', entity: 'job', entityId: id },
    ]);
    const independent = await stores.review.independentReports(station.id, id, knownSince(ctx));
    if (found.job.status === 'open' && hides(independent)) await hide(ctx, stores, found.job);
  });
  ctx.wake();
}

async function hide(ctx: Ctx, stores: Stores, job: JobRecord): Promise<void> {
  const next: JobRecord = { ...forReview(job), held: 'reports', version: job.version + 1 };
  if (!(await stores.jobs.update(next, TRANSITIONS.hide.from))) return;
  const found = await stores.jobs.get(job.stationId, job.id);
  if (found) await project(stores, [found]);
  await stores.audit.append([auditLine('system', 'hide', next)]);
  await writeDecision(ctx, stores, next, { decision: 'hidden', by: null });
  await stores.businesses.notify([noticeOf(ctx, next, 'hidden')]);
}

/** Reports of a posting by code, for staff. @throws DomainError `unauthenticated`, `forbidden`, `not_found` */
export async function reportsOf(ctx: Ctx, id: Id): Promise<ReportCounts> {
  requireStaff(ctx);
  if (!(await ctx.stores.jobs.get(ctx.station.id, id))) throw notFound('job');
  const counts = await ctx.stores.review.reportCounts(ctx.station.id, [id], knownSince(ctx));
  return counts.get(id) ?? NONE;
}

/**
 * Staff have looked at the reports of a posting and found nothing in them. One that they hid waits on, and may be
 * opened as any other; the same people do not hide it again.
 * @throws DomainError `unauthenticated`, `forbidden`, `not_found/job_not_found`, `conflict/no_reports` when somebody else
 * was faster or there are none
 */
export async function dismissReports(ctx: Ctx, id: Id): Promise<ReportCounts> {
  requireStaff(ctx);
  await change(ctx, id, 'release', async ({ job }, stores) => {
    await dismissIn(ctx, stores, job);
    return { ...job, held: job.held === 'reports' ? null : job.held };
  });
  return reportsOf(ctx, id);
}

async function dismissIn(ctx: Ctx, stores: Stores, job: JobRecord): Promise<void> {
  await stores.jobs.lock(ctx.station.id, [job.id]);
  const handled = await stores.review.handleReports(ctx.station.id, job.id, ctx.clock.now());
  if (handled === 0) throw conflict('no_reports');
  const by = ctx.actor.kind === 'user' ? ctx.actor.userId : null;
  await writeDecision(ctx, stores, job, { decision: 'dismissed', by });
}

/** Forgets from where reports came, once they are two weeks old. @returns of how many */
export function forgetReporters(services: Services): Promise<number> {
  return services.stores.review.forgetReporters(knownSince(services));
}
