import { and, desc, eq, exists, ilike, inArray, isNull, lt, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { CandidateRecord, CandidateStore, Interest } from '../../candidates';
import { candidates, consents, interests, offers, referrals, walkIns } from '../../db/schema';
import { type Db, sqlState, UNIQUE_VIOLATION } from '../../db/tx';
import { conflict } from '../../kernel/errors';
import { consentVerbs } from './consents';
import { candidateOf, reachVerbs } from './reach';

/** The person, unless their record is locked: then nobody finds it. */
const inUse = (stationId: string, id: string) =>
  and(eq(candidates.stationId, stationId), eq(candidates.id, id), isNull(candidates.lockedAt));

/** CandidateStore over PostgreSQL. */
export function createCandidateStore(db: Db): CandidateStore {
  const one = async (where: ReturnType<typeof and>) => {
    const [row] = await db.select().from(candidates).where(where).limit(1);
    return row ? candidateOf(row) : null;
  };
  return {
    get: (stationId, id) => one(inUse(stationId, id)),
    async lock(stationId, id) {
      const [row] = await db.select().from(candidates).where(inUse(stationId, id)).for('update');
      return row ? candidateOf(row) : null;
    },
    ofUser: (stationId, userId) =>
      one(and(eq(candidates.stationId, stationId), eq(candidates.userId, userId))),

    async byPhone(stationId, phoneIndexes) {
      const where = and(
        eq(candidates.stationId, stationId),
        inArray(candidates.phoneIndex, [...phoneIndexes]),
      );
      return (await db.select().from(candidates).where(where).limit(20)).map(candidateOf);
    },

    async list(stationId, query) {
      const pattern = query.contains && `%${query.contains.replace(/[\\%_]/g, '\\$&')}%`;
      const rows = await db
        .select()
        .from(candidates)
        .where(
          and(
            eq(candidates.stationId, stationId),
            isNull(candidates.lockedAt),
            pattern ? ilike(candidates.name, pattern) : undefined,
            query.before ? lt(candidates.id, query.before) : undefined,
          ),
        )
        .orderBy(desc(candidates.id))
        .limit(query.limit);
      return rows.map(candidateOf);
    },

    async allConsenting(stationId) {
      const consented = db
        .select({ one: sql`1` })
        .from(consents)
        .where(
          and(
            eq(consents.candidateId, candidates.id),
            eq(consents.purpose, 'matching'),
            isNull(consents.withdrawnAt),
          ),
        );
      const rows = await db
        .select()
        .from(candidates)
        .where(and(eq(candidates.stationId, stationId), exists(consented)));
      return rows.map(candidateOf);
    },

    async acceptedJobs(stationId, of) {
      const hired = and(eq(referrals.stationId, stationId), eq(referrals.state, 'hired'));
      const { jobId } = referrals;
      if ('walkInIds' in of) {
        const { walkInId } = referrals;
        return db
          .select({ personId: sql<string>`${walkInId}`, jobId })
          .from(referrals)
          .where(and(hired, inArray(walkInId, [...of.walkInIds])));
      }
      const { candidateId } = referrals;
      const ids = [...of.candidateIds];
      const asThemselves = db
        .select({ personId: sql<string>`${candidateId}`, jobId })
        .from(referrals)
        .where(and(hired, inArray(candidateId, ids)));
      // Whoever was a visitor first was sent as one.
      const asVisitors = db
        .select({ personId: sql<string>`${walkIns.candidateId}`, jobId })
        .from(referrals)
        .innerJoin(walkIns, eq(walkIns.id, referrals.walkInId))
        .where(and(hired, inArray(walkIns.candidateId, ids)));
      return union(asThemselves, asVisitors);
    },

    async insert(record) {
      try {
        await db.insert(candidates).values(columnsOf(record));
      } catch (error) {
        if (sqlState(error) === UNIQUE_VIOLATION) throw conflict('profile_exists');
        throw error;
      }
    },

    async update(record) {
      const rows = await db
        .update(candidates)
        .set({ ...columnsOf(record), updatedAt: sql`now()` })
        .where(and(eq(candidates.stationId, record.stationId), eq(candidates.id, record.id)))
        .returning({ id: candidates.id });
      return rows.length > 0;
    },

    async delete(stationId, id) {
      const rows = await db
        .delete(candidates)
        .where(and(eq(candidates.stationId, stationId), eq(candidates.id, id)))
        .returning({ id: candidates.id });
      return rows.length > 0;
    },

    async lockAway(stationId, id, { at, until, sealed }) {
      const empty = {
        phoneSealed: null,
        phoneIndex: null,
        homeSealed: null,
        homeCell: null,
        timeSealed: null,
      };
      const rows = await db
        .update(candidates)
        .set({
          ...empty,
          userId: null,
          name: '',
          birthDate: null,
          mode: 'walk',
          minutes: 15,
          free: null,
          hoursMax: null,
          occupations: [],
          certificates: [],
          plain: false,
          lockedAt: new Date(at),
          lockedUntil: until,
          lockedSealed: sealed,
          updatedAt: sql`now()`,
        })
        .where(inUse(stationId, id))
        .returning({ id: candidates.id });
      if (rows.length === 0) return false;
      await db.delete(interests).where(eq(interests.candidateId, id));
      await db.delete(offers).where(eq(offers.candidateId, id));
      await db
        .update(consents)
        .set({ withdrawnAt: new Date(at) })
        .where(and(eq(consents.candidateId, id), isNull(consents.withdrawnAt)));
      return true;
    },

    ...reachVerbs(db),
    ...consentVerbs(db),
    ...interestVerbs(db),
  };
}

function interestVerbs(
  db: Db,
): Pick<
  CandidateStore,
  | 'addInterest'
  | 'getInterest'
  | 'answerInterest'
  | 'interestsOfJob'
  | 'interestsOfCandidate'
  | 'waitingInterests'
> {
  return {
    async addInterest({ createdAt, ...interest }) {
      const rows = await db
        .insert(interests)
        .values({ ...interest, createdAt: new Date(createdAt) })
        .onConflictDoNothing()
        .returning({ id: interests.id });
      return rows.length > 0;
    },
    async getInterest(stationId, id) {
      const [row] = await db
        .select()
        .from(interests)
        .where(and(eq(interests.stationId, stationId), eq(interests.id, id)));
      return row ? interestOf(row) : null;
    },
    async answerInterest(stationId, id, status, at) {
      const [row] = await db
        .update(interests)
        .set({ status, answeredAt: new Date(at) })
        .where(and(eq(interests.stationId, stationId), eq(interests.id, id), eq(interests.status, 'waiting')))
        .returning();
      return row ? interestOf(row) : null;
    },
    async interestsOfJob(stationId, jobId) {
      const rows = await db
        .select()
        .from(interests)
        .innerJoin(candidates, eq(candidates.id, interests.candidateId))
        .where(and(eq(interests.stationId, stationId), eq(interests.jobId, jobId)))
        .orderBy(interests.createdAt, interests.id);
      return rows.map((row) => ({ ...interestOf(row.interests), candidate: candidateOf(row.candidates) }));
    },
    async interestsOfCandidate(stationId, candidateId) {
      const rows = await db
        .select()
        .from(interests)
        .where(and(eq(interests.stationId, stationId), eq(interests.candidateId, candidateId)))
        .orderBy(interests.createdAt, interests.id);
      return rows.map(interestOf);
    },
    async waitingInterests(stationId, jobIds) {
      if (jobIds.length === 0) return new Map();
      const rows = await db
        .select({ jobId: interests.jobId, count: sql<number>`count(*)::int` })
        .from(interests)
        .where(
          and(
            eq(interests.stationId, stationId),
            inArray(interests.jobId, [...jobIds]),
            eq(interests.status, 'waiting'),
          ),
        )
        .groupBy(interests.jobId);
      return new Map(rows.map((row) => [row.jobId, row.count]));
    },
  };
}

function interestOf({ answeredAt: _, createdAt, ...row }: typeof interests.$inferSelect): Interest {
  return { ...row, createdAt: createdAt.getTime() };
}

function columnsOf(record: CandidateRecord): typeof candidates.$inferInsert {
  return { ...record, createdAt: new Date(record.createdAt) };
}
