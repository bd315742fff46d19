import { and, asc, desc, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import { users, wageCaseSteps, wageCases } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { PlacementStore, WageCase } from '../../placements';

/** The part of PlacementStore that is about cases. */
export function caseVerbs(
  db: Db,
): Pick<
  PlacementStore,
  'insertCase' | 'getCase' | 'lockCase' | 'updateCase' | 'cases' | 'unownedCases' | 'appendStep' | 'stepsOf'
> {
  const one = (stationId: string, id: string) =>
    and(eq(wageCases.stationId, stationId), eq(wageCases.id, id));
  return {
    async insertCase({ openedAt, closedAt, ...rest }) {
      const at = { openedAt: new Date(openedAt), closedAt: closedAt === null ? null : new Date(closedAt) };
      const rows = await db
        .insert(wageCases)
        .values({ ...rest, ...at })
        .onConflictDoNothing()
        .returning({ id: wageCases.id });
      return rows.length > 0;
    },
    async getCase(stationId, id) {
      const [row] = await db.select().from(wageCases).where(one(stationId, id));
      return row ? caseOf(row) : null;
    },
    async lockCase(stationId, id) {
      const [row] = await db.select().from(wageCases).where(one(stationId, id)).for('update');
      return row ? caseOf(row) : null;
    },
    async updateCase({ stationId, id, state, ownerId, outcome, closedAt }) {
      const at = closedAt === null ? null : new Date(closedAt);
      await db.update(wageCases).set({ state, ownerId, outcome, closedAt: at }).where(one(stationId, id));
    },
    async cases(stationId, query) {
      const rows = await db
        .select()
        .from(wageCases)
        .where(
          and(
            eq(wageCases.stationId, stationId),
            query.states ? inArray(wageCases.state, [...query.states]) : undefined,
            query.placementIds ? inArray(wageCases.placementId, [...query.placementIds]) : undefined,
            query.businessId ? eq(wageCases.businessId, query.businessId) : undefined,
            query.before ? lt(wageCases.id, query.before) : undefined,
          ),
        )
        .orderBy(desc(wageCases.id))
        .limit(query.limit);
      return rows.map(caseOf);
    },
    async unownedCases(limit) {
      return db
        .select({ stationId: wageCases.stationId, id: wageCases.id })
        .from(wageCases)
        .leftJoin(users, eq(users.id, wageCases.ownerId))
        .where(
          and(
            ne(wageCases.state, 'closed'),
            sql`(${users.id} is null or ${users.banned} or ${users.role} not in ('staff', 'admin'))`,
            // Where there is nobody, there is nothing to be done.
            sql`exists (select 1 from ${users} s where s.station_id = ${wageCases.stationId}
              and s.role in ('staff', 'admin') and not s.banned)`,
          ),
        )
        .orderBy(asc(wageCases.id))
        .limit(limit);
    },
    async appendStep({ createdAt, ...step }) {
      await db.insert(wageCaseSteps).values({ ...step, createdAt: new Date(createdAt) });
    },
    async stepsOf(stationId, caseId) {
      const rows = await db
        .select()
        .from(wageCaseSteps)
        .where(and(eq(wageCaseSteps.stationId, stationId), eq(wageCaseSteps.caseId, caseId)))
        .orderBy(asc(wageCaseSteps.seq));
      return rows.map(({ seq: _, createdAt, ...step }) => ({ ...step, createdAt: createdAt.getTime() }));
    },
  };
}

function caseOf({ openedAt, closedAt, ...row }: typeof wageCases.$inferSelect): WageCase {
  return { ...row, openedAt: openedAt.getTime(), closedAt: closedAt?.getTime() ?? null };
}
