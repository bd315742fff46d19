import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { candidates, offers, referralEvents, referrals, urgentFills } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Offer, UrgentFill, UrgentStore } from '../../urgent';

/** Offers of one person that are read at most. */
const OFFERS_READ = 100;

/** UrgentStore over PostgreSQL. */
export function createUrgentStore(db: Db): UrgentStore {
  return { ...fillVerbs(db), ...offerVerbs(db), ...peopleVerbs(db) };
}

function fillVerbs(
  db: Db,
): Pick<UrgentStore, 'insertFill' | 'latestFill' | 'lockFill' | 'running' | 'claimWave' | 'endFill'> {
  const one = (stationId: string, id: string) =>
    and(eq(urgentFills.stationId, stationId), eq(urgentFills.id, id), isNull(urgentFills.endedAt));
  return {
    async insertFill({ startedAt, beginsAt, endedAt, ...fill }) {
      const rows = await db
        .insert(urgentFills)
        .values({
          ...fill,
          startedAt: new Date(startedAt),
          beginsAt: new Date(beginsAt),
          endedAt: endedAt === null ? null : new Date(endedAt),
        })
        .onConflictDoNothing()
        .returning({ id: urgentFills.id });
      return rows.length > 0;
    },
    async latestFill(stationId, jobId) {
      const [row] = await db
        .select()
        .from(urgentFills)
        .where(and(eq(urgentFills.stationId, stationId), eq(urgentFills.jobId, jobId)))
        .orderBy(desc(urgentFills.startedAt), desc(urgentFills.id))
        .limit(1);
      return row ? fillOf(row) : null;
    },
    async lockFill(stationId, id) {
      const where = and(eq(urgentFills.stationId, stationId), eq(urgentFills.id, id));
      const [row] = await db.select().from(urgentFills).where(where).for('update');
      return row ? fillOf(row) : null;
    },
    async running() {
      const rows = await db
        .select()
        .from(urgentFills)
        .where(isNull(urgentFills.endedAt))
        .orderBy(asc(urgentFills.startedAt), asc(urgentFills.id));
      return rows.map(fillOf);
    },
    async claimWave(fill) {
      const rows = await db
        .update(urgentFills)
        .set({ wave: fill.wave + 1 })
        .where(and(one(fill.stationId, fill.id), eq(urgentFills.wave, fill.wave)))
        .returning({ id: urgentFills.id });
      return rows.length > 0;
    },
    async endFill(stationId, id, because, at) {
      const rows = await db
        .update(urgentFills)
        .set({ endedAt: new Date(at), endedBecause: because })
        .where(one(stationId, id))
        .returning({ id: urgentFills.id });
      return rows.length > 0;
    },
  };
}

function offerVerbs(
  db: Db,
): Pick<UrgentStore, 'insertOffers' | 'getOffer' | 'answerOffer' | 'expireOffers' | 'offersOf'> {
  return {
    async insertOffers(list) {
      if (list.length === 0) return;
      await db.insert(offers).values(
        list.map(({ sentAt, answeredAt, ...offer }) => ({
          ...offer,
          sentAt: new Date(sentAt),
          answeredAt: answeredAt === null ? null : new Date(answeredAt),
        })),
      );
    },
    async getOffer(stationId, id) {
      const where = and(eq(offers.stationId, stationId), eq(offers.id, id));
      const [row] = await db.select().from(offers).where(where);
      return row ? offerOf(row) : null;
    },
    async answerOffer(stationId, id, answer, from, at) {
      const answers = from.flatMap((one) => (one === null ? [] : [one]));
      const rows = await db
        .update(offers)
        .set({ answer, answeredAt: new Date(at) })
        .where(
          and(
            eq(offers.stationId, stationId),
            eq(offers.id, id),
            or(
              from.includes(null) ? isNull(offers.answer) : undefined,
              answers.length > 0 ? inArray(offers.answer, answers) : undefined,
            ),
          ),
        )
        .returning({ id: offers.id });
      return rows.length > 0;
    },
    async expireOffers(stationId, fillId, at) {
      const rows = await db
        .update(offers)
        .set({ answer: 'expired', answeredAt: new Date(at) })
        .where(and(eq(offers.stationId, stationId), eq(offers.fillId, fillId), isNull(offers.answer)))
        .returning();
      return rows.map(offerOf);
    },
    async offersOf(stationId, of) {
      if ('fillId' in of) {
        const where = and(eq(offers.stationId, stationId), eq(offers.fillId, of.fillId));
        return (await db.select().from(offers).where(where).orderBy(asc(offers.wave), asc(offers.id))).map(
          offerOf,
        );
      }
      const rows = await db
        .select()
        .from(offers)
        .where(and(eq(offers.stationId, stationId), eq(offers.candidateId, of.candidateId)))
        .orderBy(desc(offers.sentAt), desc(offers.id))
        .limit(OFFERS_READ);
      return rows.map(offerOf).reverse();
    },
  };
}

function peopleVerbs(db: Db): Pick<UrgentStore, 'approached' | 'lastServed' | 'holdCandidates'> {
  return {
    async approached(stationId, fill) {
      const rows = await db.execute<{ id: string }>(sql`
        select candidate_id as id from ${offers} where station_id = ${stationId} and fill_id = ${fill.id}
        union select candidate_id from ${referrals}
          where station_id = ${stationId} and job_id = ${fill.jobId} and candidate_id is not null`);
      return new Set(rows.map(({ id }) => id));
    },
    async lastServed(stationId, ids) {
      const rows = await db.execute<{ id: string; at: string }>(sql`
        with wanted as (select unnest(string_to_array(${ids.join(',')}, ',')::uuid[]) as id)
        select id, extract(epoch from max(at)) * 1000 as at from (
          select o.candidate_id as id, o.sent_at as at
            from ${offers} o join wanted on wanted.id = o.candidate_id where o.station_id = ${stationId}
          union all
          select r.candidate_id, e.created_at
            from ${referrals} r join wanted on wanted.id = r.candidate_id
            join ${referralEvents} e on e.referral_id = r.id and e.kind = 'hired'
            where r.station_id = ${stationId}) as served
        group by id`);
      return new Map(rows.map(({ id, at }) => [id, Number(at)]));
    },
    async holdCandidates(stationId, ids) {
      if (ids.length === 0) return new Set();
      // In one order for everybody, so that nobody waits for somebody who waits for them.
      const rows = await db
        .select({ id: candidates.id })
        .from(candidates)
        .where(
          and(
            eq(candidates.stationId, stationId),
            inArray(candidates.id, [...ids]),
            isNull(candidates.lockedAt),
          ),
        )
        .orderBy(asc(candidates.id))
        .for('key share');
      return new Set(rows.map(({ id }) => id));
    },
  };
}

function fillOf({ startedAt, beginsAt, endedAt, ...row }: typeof urgentFills.$inferSelect): UrgentFill {
  return {
    ...row,
    startedAt: startedAt.getTime(),
    beginsAt: beginsAt.getTime(),
    endedAt: endedAt?.getTime() ?? null,
  };
}

function offerOf({ sentAt, answeredAt, ...row }: typeof offers.$inferSelect): Offer {
  return { ...row, sentAt: sentAt.getTime(), answeredAt: answeredAt?.getTime() ?? null };
}
