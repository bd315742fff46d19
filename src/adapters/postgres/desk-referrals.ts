import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { jobs, referralEvents, referrals, wageCases, workEntries } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { DeskStore, Referral } from '../../desk';

/** What the store knows of referrals. */
export function referralVerbs(
  db: Db,
): Pick<
  DeskStore,
  | 'insertReferral'
  | 'getReferral'
  | 'listReferrals'
  | 'addEvent'
  | 'eventsOf'
  | 'hiredNow'
  | 'countHired'
  | 'referralDates'
> {
  const hiredNow: DeskStore['hiredNow'] = async (stationId, jobId) => {
    const [row] = await db
      .select({ count: sql<number>`count(*)::int` })
      .from(referrals)
      .where(
        and(
          eq(referrals.stationId, stationId),
          eq(referrals.jobId, jobId),
          inArray(referrals.state, ['hired', 'finished', 'revisited']),
        ),
      );
    return row?.count ?? 0;
  };
  return {
    hiredNow,
    async insertReferral({ createdAt, ...referral }) {
      const rows = await db
        .insert(referrals)
        .values({ ...referral, createdAt: new Date(createdAt) })
        .onConflictDoNothing()
        .returning({ id: referrals.id });
      return rows.length > 0;
    },
    async getReferral(stationId, id) {
      const [row] = await db
        .select()
        .from(referrals)
        .where(and(eq(referrals.stationId, stationId), eq(referrals.id, id)));
      return row ? referralOf(row) : null;
    },
    async listReferrals(stationId, query) {
      const rows = await db
        .select()
        .from(referrals)
        .where(
          and(
            eq(referrals.stationId, stationId),
            query.jobIds ? inArray(referrals.jobId, [...query.jobIds]) : undefined,
            query.walkInId ? eq(referrals.walkInId, query.walkInId) : undefined,
            query.candidateId ? eq(referrals.candidateId, query.candidateId) : undefined,
            query.states ? inArray(referrals.state, [...query.states]) : undefined,
            query.before ? lt(referrals.id, query.before) : undefined,
          ),
        )
        .orderBy(desc(referrals.id))
        .limit(query.limit);
      return rows.map(referralOf);
    },
    async addEvent({ createdAt, ...event }, from) {
      const rows = await db
        .update(referrals)
        .set({ state: event.kind, updatedAt: sql`now()` })
        .where(
          and(
            eq(referrals.stationId, event.stationId),
            eq(referrals.id, event.referralId),
            inArray(referrals.state, [...from]),
          ),
        )
        .returning({ id: referrals.id });
      if (rows.length === 0) return false;
      await db.insert(referralEvents).values({ ...event, createdAt: new Date(createdAt) });
      return true;
    },
    async eventsOf(stationId, referralId) {
      const rows = await db
        .select()
        .from(referralEvents)
        .where(and(eq(referralEvents.stationId, stationId), eq(referralEvents.referralId, referralId)))
        .orderBy(asc(referralEvents.createdAt), asc(referralEvents.id));
      return rows.map((row) => ({ ...row, kind: row.kind as 'hired', createdAt: row.createdAt.getTime() }));
    },
    async countHired(stationId, jobId) {
      await db.execute(
        sql`select 1 from ${jobs} where id = ${jobId} and station_id = ${stationId} for update`,
      );
      return hiredNow(stationId, jobId);
    },
    async referralDates(stationId, of) {
      const whose =
        'candidateId' in of ? sql`r.candidate_id = ${of.candidateId}` : sql`r.walk_in_id = ${of.walkInId}`;
      const rows = await db.execute<{ state: Referral['state']; at: string }>(sql`
        select r.state, (extract(epoch from greatest(r.created_at, max(e.created_at),
          (select max(w.created_at) from ${workEntries} w where w.placement_id = r.id),
          (select max(coalesce(c.closed_at, c.opened_at)) from ${wageCases} c where c.placement_id = r.id)
        )) * 1000)::bigint::text as at
        from ${referrals} r left join ${referralEvents} e on e.referral_id = r.id
        where r.station_id = ${stationId} and ${whose} group by r.id`);
      return rows.map(({ state, at }) => ({ state, at: Number(at) }));
    },
  };
}

function referralOf({ updatedAt: _, createdAt, ...row }: typeof referrals.$inferSelect): Referral {
  return { ...row, createdAt: createdAt.getTime() };
}
