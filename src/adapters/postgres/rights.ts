import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { offers, referralEvents, referrals, sessions, shortlists, users, walkIns } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { RightsStore } from '../../rights';
import { walkInOf } from './desk';

/** RightsStore over PostgreSQL. */
export function createRightsStore(db: Db): RightsStore {
  return {
    async accountOf(stationId, userId) {
      const [user] = await db
        .select()
        .from(users)
        .where(and(eq(users.stationId, stationId), eq(users.id, userId)));
      if (!user) return null;
      const rows = await db
        .select()
        .from(sessions)
        .where(eq(sessions.userId, userId))
        .orderBy(asc(sessions.createdAt));
      return {
        name: user.name,
        phoneSealed: user.phoneSealed,
        since: user.createdAt.getTime(),
        sessions: rows.map(({ userAgent, createdAt, expiresAt }) => ({
          device: userAgent,
          since: createdAt.getTime(),
          until: expiresAt.getTime(),
        })),
      };
    },
    async visitsOf(stationId, phoneIndexes) {
      if (phoneIndexes.length === 0) return [];
      const rows = await db
        .select()
        .from(walkIns)
        .where(and(eq(walkIns.stationId, stationId), inArray(walkIns.phoneIndex, [...phoneIndexes])))
        .orderBy(desc(walkIns.id));
      return rows.map(walkInOf);
    },
    async offersOf(stationId, candidateId) {
      const rows = await db
        .select()
        .from(offers)
        .where(and(eq(offers.stationId, stationId), eq(offers.candidateId, candidateId)))
        .orderBy(asc(offers.sentAt), asc(offers.id));
      return rows.map((row) => ({
        ...row,
        sentAt: row.sentAt.getTime(),
        answeredAt: row.answeredAt?.getTime() ?? null,
      }));
    },
    async moveReferrals(stationId, walkInIds, candidateId) {
      for (const walkInId of walkInIds) {
        await db.execute(sql`update ${referrals} r set candidate_id = ${candidateId}, walk_in_id = null
          where r.station_id = ${stationId} and r.walk_in_id = ${walkInId} and not exists (
            select 1 from ${referrals} o where o.candidate_id = ${candidateId} and o.job_id = r.job_id)`);
      }
    },
    async emptyVisit(stationId, id) {
      // What was merged into it is the same person's, and so is what had been merged into that.
      const rows = await db.execute<{ id: string }>(sql`
        with recursive theirs as (
          select id from ${walkIns} where station_id = ${stationId} and id = ${id}
          union select w.id from ${walkIns} w join theirs t on w.merged_into = t.id
        ) select id from theirs`);
      const ids = rows.map((row) => row.id);
      if (ids.length === 0) return;
      await db
        .update(walkIns)
        .set({
          name: null,
          phoneSealed: null,
          phoneIndex: null,
          originSealed: null,
          originCell: null,
          textSealed: null,
          timeSealed: null,
          free: null,
          hoursMax: null,
          occupations: [],
          mode: 'walk',
          minutes: 15,
        })
        .where(inArray(walkIns.id, ids));
      await db.delete(shortlists).where(inArray(shortlists.walkInId, ids));
    },
    async eraseReferrals(stationId, of) {
      const whose =
        'candidateId' in of ? eq(referrals.candidateId, of.candidateId) : eq(referrals.walkInId, of.walkInId);
      const theirs = and(eq(referrals.stationId, stationId), whose);
      const ids = (await db.select({ id: referrals.id }).from(referrals).where(theirs)).map(({ id }) => id);
      if (ids.length === 0) return;
      await db.delete(referralEvents).where(inArray(referralEvents.referralId, ids));
      await db.delete(referrals).where(inArray(referrals.id, ids));
    },
  };
}
