import { and, asc, desc, eq, gte, ilike, inArray, ne, or, sql } from 'drizzle-orm';
import { consents, referrals, shortlists, walkIns } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { DeskStore, WalkInRecord } from '../../desk';
import { planVerbs } from './desk-plan';
import { referralVerbs } from './desk-referrals';

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

/** A visit as the desk knows it. */
export function walkInOf({ updatedAt: _, createdAt, ...row }: typeof walkIns.$inferSelect): WalkInRecord {
  return { ...row, createdAt: createdAt.getTime() };
}

function columnsOf(record: WalkInRecord): typeof walkIns.$inferInsert {
  return { ...record, createdAt: new Date(record.createdAt) };
}
