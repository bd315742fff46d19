import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import { consents, jobs, referrals, walkIns } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { PlanStore } from '../../desk';

/** PlanStore over PostgreSQL. */
export function planVerbs(db: Db): PlanStore {
  return {
    async waitingWalkIns(stationId, since, limit) {
      const rows = await db
        .select({
          row: walkIns,
          consented: sql<boolean>`exists (select 1 from ${consents} c where c.walk_in_id = walk_ins.id
            and c.purpose = 'matching' and c.withdrawn_at is null)`,
        })
        .from(walkIns)
        .where(
          and(
            eq(walkIns.stationId, stationId),
            eq(walkIns.status, 'waiting'),
            gte(walkIns.createdAt, new Date(since)),
          ),
        )
        .orderBy(asc(walkIns.createdAt), asc(walkIns.id))
        .limit(limit);
      return rows.map(({ row: { updatedAt: _, createdAt, ...row }, consented }) => ({
        record: { ...row, createdAt: createdAt.getTime() },
        consented,
      }));
    },
    async sentJobs(stationId, walkInIds) {
      if (walkInIds.length === 0) return [];
      const rows = await db
        .select({ walkInId: referrals.walkInId, jobId: referrals.jobId, state: referrals.state })
        .from(referrals)
        .where(and(eq(referrals.stationId, stationId), inArray(referrals.walkInId, [...walkInIds])))
        .orderBy(asc(referrals.id));
      return rows.flatMap(({ walkInId, jobId, state }) =>
        walkInId === null ? [] : [{ walkInId, jobId, state }],
      );
    },
    async freePlaces(stationId, since, jobIds) {
      if (jobIds.length === 0) return new Map();
      const rows = await db.execute<{ id: string; free: number }>(sql`
        select j.id, (j.headcount - count(r.id))::int as free
        from ${jobs} j
        left join ${referrals} r on r.station_id = j.station_id and r.job_id = j.id and (
          r.state in ('hired', 'finished', 'revisited')
          or (r.state in ('referred', 'contacted', 'interview') and r.created_at >= ${new Date(since).toISOString()}))
        where j.station_id = ${stationId} and j.status = 'open'
          and j.id = any(${sql.param(`{${jobIds.join(',')}}`)}::uuid[])
        group by j.id, j.headcount`);
      return new Map(rows.map(({ id, free }) => [id, free]));
    },
  };
}
