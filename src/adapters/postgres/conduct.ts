import { and, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { ConductFact, ConductFactOf, ConductStore } from '../../conduct';
import { businesses, candidates, conductFacts, jobs, referrals, walkIns } from '../../db/schema';
import type { Db } from '../../db/tx';

const dateOf = (ms: number | null) => (ms === null ? null : new Date(ms));

/** ConductStore over PostgreSQL. */
export function createConductStore(db: Db): ConductStore {
  const read = (where: SQL | undefined, limit: number) =>
    db
      .select({
        fact: conductFacts,
        title: jobs.title,
        business: businesses.name,
        candidateId: referrals.candidateId,
        walkInId: referrals.walkInId,
        person: sql<string | null>`coalesce(${candidates.name}, ${walkIns.name})`,
      })
      .from(conductFacts)
      .innerJoin(referrals, eq(referrals.id, conductFacts.referralId))
      .innerJoin(jobs, eq(jobs.id, referrals.jobId))
      .innerJoin(businesses, eq(businesses.id, conductFacts.businessId))
      .leftJoin(candidates, eq(candidates.id, referrals.candidateId))
      .leftJoin(walkIns, eq(walkIns.id, referrals.walkInId))
      .where(where)
      .orderBy(desc(conductFacts.id))
      .limit(limit);
  const one = (stationId: string, id: string) =>
    and(eq(conductFacts.stationId, stationId), eq(conductFacts.id, id));
  const get: ConductStore['get'] = async (stationId, id) => {
    const [row] = await read(one(stationId, id), 1);
    return row ? factOf(row) : null;
  };
  return {
    get,
    async insert(fact) {
      const rows = await db
        .insert(conductFacts)
        .values(columnsOf(fact))
        .onConflictDoNothing()
        .returning({ id: conductFacts.id });
      return rows.length > 0;
    },
    async lock(stationId, id) {
      await db.select({ id: conductFacts.id }).from(conductFacts).where(one(stationId, id)).for('update');
      return get(stationId, id);
    },
    async update(fact) {
      await db.update(conductFacts).set(columnsOf(fact)).where(one(fact.stationId, fact.id));
    },
    async list(stationId, query) {
      const where = and(
        eq(conductFacts.stationId, stationId),
        gt(conductFacts.expiresAt, new Date(query.now)),
        query.candidateId ? eq(referrals.candidateId, query.candidateId) : undefined,
        query.walkInId ? eq(referrals.walkInId, query.walkInId) : undefined,
        query.businessIds ? inArray(conductFacts.businessId, [...query.businessIds]) : undefined,
        query.about ? eq(conductFacts.about, query.about) : undefined,
        query.appealed ? and(isNotNull(conductFacts.appealedAt), isNull(conductFacts.decision)) : undefined,
        query.before ? lt(conductFacts.id, query.before) : undefined,
      );
      return (await read(where, query.limit)).map(factOf);
    },
    async removeOf(stationId, of) {
      const whose =
        'candidateId' in of ? eq(referrals.candidateId, of.candidateId) : eq(referrals.walkInId, of.walkInId);
      const theirs = db
        .select({ id: referrals.id })
        .from(referrals)
        .where(and(eq(referrals.stationId, stationId), whose));
      await db
        .delete(conductFacts)
        .where(and(eq(conductFacts.about, 'worker'), inArray(conductFacts.referralId, theirs)));
    },
    async removeOver(now) {
      const rows = await db
        .delete(conductFacts)
        .where(lte(conductFacts.expiresAt, new Date(now)))
        .returning({ id: conductFacts.id });
      return rows.length;
    },
  };
}

function columnsOf(fact: ConductFact): typeof conductFacts.$inferInsert {
  return {
    ...fact,
    viewedAt: dateOf(fact.viewedAt),
    appealedAt: dateOf(fact.appealedAt),
    decidedAt: dateOf(fact.decidedAt),
    createdAt: new Date(fact.createdAt),
    expiresAt: new Date(fact.expiresAt),
  };
}

type Row = Omit<ConductFactOf, 'fact'> & { fact: typeof conductFacts.$inferSelect };

function factOf({ fact, ...rest }: Row): ConductFactOf {
  return {
    ...rest,
    fact: {
      ...fact,
      viewedAt: fact.viewedAt?.getTime() ?? null,
      appealedAt: fact.appealedAt?.getTime() ?? null,
      decidedAt: fact.decidedAt?.getTime() ?? null,
      createdAt: fact.createdAt.getTime(),
      expiresAt: fact.expiresAt.getTime(),
    },
  };
}
