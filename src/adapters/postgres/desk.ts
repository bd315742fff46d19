import { and, asc, desc, eq, gte, ilike, inArray, lt, ne, or, sql } from 'drizzle-orm';
import {
  consents,
  jobs,
  referralEvents,
  referrals,
  shortlists,
  wageCases,
  walkIns,
  workEntries,
} from '../../db/schema';
import type { Db } from '../../db/tx';
import type { DeskStore, Referral, WalkInRecord } from '../../desk';
import { planVerbs } from './desk-plan';

/** DeskStore over PostgreSQL. */
export function createDeskStore(db: Db): DeskStore {
  return { ...walkInVerbs(db), ...shortlistVerbs(db), ...referralVerbs(db), ...planVerbs(db) };
}

function walkInVerbs(
  db: Db,
): Pick<
  DeskStore,
  | 'insertWalkIn'
  | 'getWalkIn'
  | 'lockWalkIns'
  | 'updateWalkIn'
  | 'listWalkIns'
  | 'similarWalkIns'
  | 'mergeWalkIn'
> {
  return {
    async insertWalkIn(record) {
      await db.insert(walkIns).values(columnsOf(record));
    },
    async getWalkIn(stationId, id) {
      const [row] = await db
        .select()
        .from(walkIns)
        .where(and(eq(walkIns.stationId, stationId), eq(walkIns.id, id)));
      return row ? walkInOf(row) : null;
    },
    async lockWalkIns(stationId, ids) {
      const where = and(eq(walkIns.stationId, stationId), inArray(walkIns.id, [...ids]));
      // In one order for everybody, so that nobody waits for somebody who waits for them.
      await db.select({ id: walkIns.id }).from(walkIns).where(where).orderBy(asc(walkIns.id)).for('update');
    },
    async updateWalkIn(record) {
      const rows = await db
        .update(walkIns)
        .set({ ...columnsOf(record), updatedAt: sql`now()` })
        .where(
          and(
            eq(walkIns.stationId, record.stationId),
            eq(walkIns.id, record.id),
            ne(walkIns.status, 'merged'),
          ),
        )
        .returning({ id: walkIns.id });
      return rows.length > 0;
    },
    async listWalkIns(stationId, query) {
      const pattern = query.contains && `%${query.contains.replace(/[\\%_]/g, '\\$&')}%`;
      const rows = await db
        .select()
        .from(walkIns)
        .where(
          and(
            eq(walkIns.stationId, stationId),
            ne(walkIns.status, 'merged'),
            gte(walkIns.createdAt, new Date(query.since)),
            pattern ? ilike(walkIns.name, pattern) : undefined,
            query.phoneIndexes ? inArray(walkIns.phoneIndex, [...query.phoneIndexes]) : undefined,
          ),
        )
        .orderBy(desc(walkIns.id))
        .limit(query.limit);
      return rows.map(walkInOf);
    },
    async similarWalkIns(record, since, phoneIndexes) {
      const samePhone =
        phoneIndexes.length === 0 ? undefined : inArray(walkIns.phoneIndex, [...phoneIndexes]);
      const sameName =
        record.name === null
          ? undefined
          : and(
              eq(walkIns.name, record.name),
              sql`${walkIns.originCell} is not distinct from ${record.originCell}`,
              gte(walkIns.createdAt, new Date(since)),
            );
      if (!samePhone && !sameName) return [];
      const rows = await db
        .select()
        .from(walkIns)
        .where(
          and(
            eq(walkIns.stationId, record.stationId),
            ne(walkIns.id, record.id),
            ne(walkIns.status, 'merged'),
            or(samePhone, sameName),
          ),
        )
        .orderBy(desc(walkIns.id))
        .limit(10);
      return rows.map(walkInOf);
    },
    async mergeWalkIn(stationId, id, into) {
      const rows = await db
        .update(walkIns)
        .set({ status: 'merged', mergedInto: into, updatedAt: sql`now()` })
        .where(
          and(
            eq(walkIns.stationId, stationId),
            eq(walkIns.id, id),
            ne(walkIns.status, 'merged'),
            sql`exists (select 1 from ${walkIns} t where t.id = ${into} and t.station_id = ${stationId} and t.status <> 'merged')`,
          ),
        )
        .returning({ id: walkIns.id });
      if (rows.length === 0) return false;
      // What both already have stays with the one that is kept.
      await db.execute(sql`update ${shortlists} s set walk_in_id = ${into} where s.walk_in_id = ${id}
        and not exists (select 1 from ${shortlists} o where o.walk_in_id = ${into} and o.job_id = s.job_id)`);
      await db.execute(sql`update ${referrals} r set walk_in_id = ${into} where r.walk_in_id = ${id}
        and not exists (select 1 from ${referrals} o where o.walk_in_id = ${into} and o.job_id = r.job_id)`);
      await db.update(consents).set({ walkInId: into }).where(eq(consents.walkInId, id));
      return true;
    },
  };
}

function shortlistVerbs(db: Db): Pick<DeskStore, 'saveShortlist' | 'shortlist'> {
  return {
    async saveShortlist(stationId, walkInId, jobIds) {
      await db
        .delete(shortlists)
        .where(and(eq(shortlists.stationId, stationId), eq(shortlists.walkInId, walkInId)));
      if (jobIds.length === 0) return;
      await db
        .insert(shortlists)
        .values(jobIds.map((jobId, position) => ({ stationId, walkInId, jobId, position })));
    },
    async shortlist(stationId, walkInId) {
      const rows = await db
        .select({ jobId: shortlists.jobId })
        .from(shortlists)
        .where(and(eq(shortlists.stationId, stationId), eq(shortlists.walkInId, walkInId)))
        .orderBy(asc(shortlists.position));
      return rows.map((row) => row.jobId);
    },
  };
}

function referralVerbs(
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

/** A visit as the desk knows it. */
export function walkInOf({ updatedAt: _, createdAt, ...row }: typeof walkIns.$inferSelect): WalkInRecord {
  return { ...row, createdAt: createdAt.getTime() };
}

function columnsOf(record: WalkInRecord): typeof walkIns.$inferInsert {
  return { ...record, createdAt: new Date(record.createdAt) };
}
