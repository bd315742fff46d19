import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { businesses, jobDecisions, jobs, reports } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { EmployerHistory, ReportCode, ReportCounts, ReviewStore } from '../../review';
import { warningVerbs } from './warnings';

/** ReviewStore over PostgreSQL. */
export function createReviewStore(db: Db): ReviewStore {
  return { ...reportVerbs(db), ...decisionVerbs(db), ...warningVerbs(db) };
}

/** Of different people, as far as is still known. */
const known = (since: number) =>
  and(isNull(reports.handledAt), isNotNull(reports.addressHash), gte(reports.createdAt, new Date(since)));

function reportVerbs(
  db: Db,
): Pick<
  ReviewStore,
  'addReport' | 'independentReports' | 'reportCounts' | 'handleReports' | 'reportedJobs' | 'forgetReporters'
> {
  const ofJob = (stationId: string, jobId: string) =>
    and(eq(reports.stationId, stationId), eq(reports.jobId, jobId));
  return {
    async addReport({ createdAt, ...report }) {
      const rows = await db
        .insert(reports)
        .values({ ...report, createdAt: new Date(createdAt) })
        .onConflictDoNothing()
        .returning({ id: reports.id });
      return rows.length > 0;
    },
    async independentReports(stationId, jobId, since) {
      return db.$count(reports, and(ofJob(stationId, jobId), known(since)));
    },
    async reportCounts(stationId, jobIds, since) {
      if (jobIds.length === 0) return new Map();
      const rows = await db
        .select({
          jobId: reports.jobId,
          code: reports.code,
          open: sql<number>`count(*) filter (where ${reports.handledAt} is null)::int`,
          handled: sql<number>`count(*) filter (where ${reports.handledAt} is not null)::int`,
          independent: sql<number>`count(*) filter (where ${known(since)})::int`,
        })
        .from(reports)
        .where(and(eq(reports.stationId, stationId), inArray(reports.jobId, [...jobIds])))
        .groupBy(reports.jobId, reports.code);
      const counts = new Map<string, ReportCounts>();
      for (const { jobId, code, open, handled, independent } of rows) {
        const of = counts.get(jobId) ?? { open: {}, handled: {}, independent: 0 };
        if (open > 0) of.open[code as ReportCode] = open;
        if (handled > 0) of.handled[code as ReportCode] = handled;
        of.independent += independent;
        counts.set(jobId, of);
      }
      return counts;
    },
    async handleReports(stationId, jobId, at) {
      const rows = await db
        .update(reports)
        .set({ handledAt: new Date(at) })
        .where(and(ofJob(stationId, jobId), isNull(reports.handledAt)))
        .returning({ id: reports.id });
      return rows.length;
    },
    async reportedJobs(stationId, limit) {
      const rows = await db
        .select({ jobId: reports.jobId })
        .from(reports)
        .where(and(eq(reports.stationId, stationId), isNull(reports.handledAt)))
        .groupBy(reports.jobId)
        .orderBy(sql`min(${reports.createdAt})`, asc(reports.jobId))
        .limit(limit);
      return rows.map(({ jobId }) => jobId);
    },
    async forgetReporters(before) {
      const rows = await db
        .update(reports)
        .set({ addressHash: null, accountHash: null })
        .where(
          and(
            lt(reports.createdAt, new Date(before)),
            or(isNotNull(reports.addressHash), isNotNull(reports.accountHash)),
          ),
        )
        .returning({ id: reports.id });
      return rows.length;
    },
  };
}

/** Facts about an employer that count, as `counts` of the conduct slice has it. */
const standing = (now: number) =>
  sql`about = 'employer' and expires_at > ${new Date(now).toISOString()}::timestamptz
    and decision is distinct from 'struck' and (appealed_at is null or decision = 'upheld')`;

function decisionVerbs(
  db: Db,
): Pick<ReviewStore, 'addDecision' | 'decisionsOf' | 'historyOf' | 'leftOfBlocked' | 'lapsed'> {
  return {
    async addDecision({ createdAt, ...decision }) {
      await db.insert(jobDecisions).values({ ...decision, createdAt: new Date(createdAt) });
    },
    async decisionsOf(stationId, jobId) {
      const rows = await db
        .select()
        .from(jobDecisions)
        .where(and(eq(jobDecisions.stationId, stationId), eq(jobDecisions.jobId, jobId)))
        .orderBy(desc(jobDecisions.createdAt), desc(jobDecisions.id));
      return rows.map((row) => ({ ...row, createdAt: row.createdAt.getTime() }));
    },
    async historyOf(stationId, businessIds, now) {
      if (businessIds.length === 0) return [];
      const given = sql`any(${`{${businessIds.join(',')}}`}::uuid[])`;
      const rows = await db.execute<
        Omit<EmployerHistory, 'verifiedUntil'> & { until: string; [column: string]: unknown }
      >(sql`
        with theirs as (
          select id, business_id, status from jobs where station_id = ${stationId} and business_id = ${given}
        ), decided as (
          select t.business_id, count(*) filter (where d.decision = 'returned')::int as returned,
            count(*) filter (where d.decision = 'hidden')::int as hidden
          from theirs t join job_decisions d on d.job_id = t.id group by t.business_id
        ), reported as (
          select t.business_id, count(*)::int as reports,
            count(*) filter (where r.handled_at is null)::int as unhandled
          from theirs t join reports r on r.job_id = t.id group by t.business_id
        ), owing as (
          select business_id, count(*) filter (where state <> 'closed')::int as open,
            count(*) filter (where state = 'closed' and outcome <> 'unfounded')::int as past
          from wage_cases where station_id = ${stationId} and business_id = ${given} group by business_id
        ), told as (
          select business_id, count(*)::int as facts from conduct_facts
          where station_id = ${stationId} and business_id = ${given} and ${standing(now)} group by business_id
        )
        select b.id, b.name, b.kind, b.children_checked_on::text as "childrenCheckedOn", coalesce(extract(epoch from b.verified_until) * 1000, 0)::bigint::text as until,
          count(t.id)::int as postings,
          count(*) filter (where t.status = 'open')::int as open,
          count(*) filter (where t.status = 'blocked')::int as blocked,
          coalesce(max(d.returned), 0) as returned, coalesce(max(d.hidden), 0) as hidden,
          coalesce(max(r.reports), 0) as reports, coalesce(max(r.unhandled), 0) as unhandled,
          coalesce(max(o.open), 0) as "openCases", coalesce(max(o.past), 0) as "pastCases",
          coalesce(max(f.facts), 0) as facts
        from businesses b left join theirs t on t.business_id = b.id
          left join decided d on d.business_id = b.id left join reported r on r.business_id = b.id
          left join owing o on o.business_id = b.id left join told f on f.business_id = b.id
        where b.station_id = ${stationId} and b.id = ${given} group by b.id`);
      return rows.map(({ until, ...history }) => ({ ...history, verifiedUntil: Number(until) }));
    },
    async lapsed(now, limit) {
      const until = businesses.verifiedUntil;
      return db
        .select({ stationId: jobs.stationId, jobId: jobs.id })
        .from(businesses)
        .innerJoin(jobs, eq(jobs.businessId, businesses.id))
        .where(and(lte(until, new Date(now)), eq(jobs.status, 'open'), lt(jobs.publishedAt, until)))
        .orderBy(asc(jobs.id))
        .limit(limit);
    },
    async leftOfBlocked(limit) {
      return db
        .select({ stationId: jobs.stationId, jobId: jobs.id })
        .from(businesses)
        .innerJoin(jobs, eq(jobs.businessId, businesses.id))
        .where(and(isNotNull(businesses.blockedAt), inArray(jobs.status, ['open', 'review', 'draft'])))
        .limit(limit);
    },
  };
}
