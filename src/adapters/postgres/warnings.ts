import { and, asc, desc, eq, gte, inArray, lt, lte, sql } from 'drizzle-orm';
import { warnings } from '../../db/schema';
import type { Db } from '../../db/tx';
import { type ReviewStore, WARNING_ATTEMPTS, type Warning } from '../../review';

/** Who has to hear of a blocked posting, and who has. */
export function warningVerbs(
  db: Db,
): Pick<
  ReviewStore,
  'concerned' | 'addWarnings' | 'claimWarnings' | 'settleWarning' | 'warningsOfJob' | 'warningsOf'
> {
  return {
    async concerned(stationId, jobId) {
      const rows = await db.execute<{ candidate_id: string | null; walk_in_id: string | null }>(sql`
        select distinct coalesce(x.candidate_id, w.candidate_id) as candidate_id,
          case when coalesce(x.candidate_id, w.candidate_id) is null then x.walk_in_id end as walk_in_id
        from (
          select candidate_id, walk_in_id from referrals
            where station_id = ${stationId} and job_id = ${jobId} and state <> 'declined'
          union all
          select candidate_id, null from interests
            where station_id = ${stationId} and job_id = ${jobId} and status <> 'declined'
          union all
          select null, walk_in_id from shortlists where station_id = ${stationId} and job_id = ${jobId}
        ) x left join walk_ins w on w.id = x.walk_in_id
        where w.id is null or w.status <> 'merged'`);
      return rows.map((row) => ({ candidateId: row.candidate_id, walkInId: row.walk_in_id }));
    },
    async addWarnings(list) {
      if (list.length === 0) return;
      const rows = list.map(({ createdAt, ...warning }) => {
        const at = new Date(createdAt);
        return { ...warning, createdAt: at, dueAt: at };
      });
      await db.insert(warnings).values(rows).onConflictDoNothing();
    },
    async claimWarnings(now, again, limit) {
      const due = db
        .select({ id: warnings.id })
        .from(warnings)
        .where(
          and(
            eq(warnings.state, 'waiting'),
            lte(warnings.dueAt, new Date(now)),
            lt(warnings.attempts, WARNING_ATTEMPTS),
          ),
        )
        .orderBy(asc(warnings.id))
        .limit(limit)
        .for('update', { skipLocked: true });
      const rows = await db
        .update(warnings)
        .set({ attempts: sql`${warnings.attempts} + 1`, dueAt: new Date(again) })
        .where(inArray(warnings.id, due))
        .returning();
      return rows.map(warningOf);
    },
    async settleWarning(id, state) {
      await db.update(warnings).set({ state }).where(eq(warnings.id, id));
    },
    async warningsOfJob(stationId, jobId) {
      const rows = await db
        .select()
        .from(warnings)
        .where(and(eq(warnings.stationId, stationId), eq(warnings.jobId, jobId)))
        .orderBy(asc(warnings.id));
      return rows.map(warningOf);
    },
    async warningsOf(stationId, of, since) {
      const whose =
        'candidateId' in of ? eq(warnings.candidateId, of.candidateId) : eq(warnings.walkInId, of.walkInId);
      const rows = await db
        .select()
        .from(warnings)
        .where(and(eq(warnings.stationId, stationId), whose, gte(warnings.createdAt, new Date(since))))
        .orderBy(desc(warnings.createdAt), desc(warnings.id));
      return rows.map(warningOf);
    },
  };
}

function warningOf({ dueAt: _, createdAt, ...row }: typeof warnings.$inferSelect): Warning {
  return { ...row, createdAt: createdAt.getTime() };
}
