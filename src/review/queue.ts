import type { Ctx } from '../context';
import { findingsIn, type JobWithBusiness, openingProblems, openingTerms, viewOf } from '../jobs';
import { requireStaff } from '../kernel/access';
import type { Id } from '../kernel/ids';
import { findingText } from '../web/text/findings';
import { problemText } from '../web/text/problems';
import { decisionView } from './decisions';
import { employerProblems } from './employer-problems';
import { employerLabels } from './history';
import type { ReportCounts } from './ports';
import { knownSince } from './reports';
import type { ReviewItem } from './schema';

const NO_REPORTS: ReportCounts = { open: {}, handled: {}, independent: 0 };
/** Public postings with reports that are looked at beside those that wait. */
const REPORTED = 50;

/**
 * Postings that wait for staff, the oldest first, with what was found in them and what is known of their business.
 * @param query after: only those that were written after this one
 * @throws DomainError `unauthenticated`, `forbidden`
 */
export async function reviewQueue(
  ctx: Ctx,
  query: { after?: Id | undefined; limit: number },
): Promise<ReviewItem[]> {
  requireStaff(ctx);
  const waiting = { statuses: ['review'], oldestFirst: true } as const;
  return itemsOf(ctx, await ctx.stores.jobs.list(ctx.station.id, { ...waiting, ...query }));
}

/** Postings that are not hidden (yet) and have reports nobody has looked at. @throws as {@link reviewQueue} */
export async function reportedQueue(ctx: Ctx): Promise<ReviewItem[]> {
  requireStaff(ctx);
  const ids = await ctx.stores.review.reportedJobs(ctx.station.id, REPORTED);
  const found = await ctx.stores.jobs.getMany(ctx.station.id, ids);
  return itemsOf(
    ctx,
    found.filter(({ job }) => job.status !== 'review'),
  );
}

/** One posting as the queue shows it. */
export async function reviewItem(ctx: Ctx, found: JobWithBusiness): Promise<ReviewItem | null> {
  requireStaff(ctx);
  const [item] = await itemsOf(ctx, [found]);
  return item ?? null;
}

async function itemsOf(ctx: Ctx, list: readonly JobWithBusiness[]): Promise<ReviewItem[]> {
  const { review } = ctx.stores;
  const ids = list.map(({ job }) => job.id);
  const [reports, employers, decisions] = await Promise.all([
    review.reportCounts(ctx.station.id, ids, knownSince(ctx)),
    employerLabels(
      ctx,
      list.map(({ business }) => business.id),
    ),
    Promise.all(ids.map((id) => review.decisionsOf(ctx.station.id, id))),
  ]);
  const terms = openingTerms(ctx);
  return list.flatMap((found, i) => {
    const { job, business } = found;
    const employer = employers.get(business.id);
    if (!employer) return [];
    const findings = findingsIn(found, terms);
    // What the words break is told by the findings, with the article.
    const problems = [
      ...openingProblems(found, terms, undefined, []),
      ...employerProblems(findings, employer),
    ];
    const last = decisions[i]?.[0];
    const view = viewOf(found, ctx.clock.now());
    return {
      job: view,
      version: job.version,
      held: job.held,
      findings: findings.map((one) => ({ ...one, text: findingText(one) })),
      problems: problems.map(({ pointer, code, values }) => ({
        pointer,
        code,
        message: problemText(code, values),
      })),
      reports: reports.get(job.id) ?? NO_REPORTS,
      employer,
      last: last ? decisionView(last) : null,
    };
  });
}
