import { and, asc, desc, eq, gte, inArray, isNotNull, lt, lte, ne, type SQL, sql } from 'drizzle-orm';
import { businessKey } from '../../businesses';
import {
  businesses,
  candidates,
  jobs,
  notices,
  placements,
  referrals,
  users,
  wageCases,
  walkIns,
  workEntries,
} from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Placement, PlacementOf, PlacementStore } from '../../placements';
import { caseVerbs } from './wage-cases';

/** PlacementStore over PostgreSQL. */
export function createPlacementStore(db: Db): PlacementStore {
  return { ...placementVerbs(db), ...entryVerbs(db), ...caseVerbs(db), ...peopleVerbs(db) };
}

function placementVerbs(
  db: Db,
): Pick<PlacementStore, 'insert' | 'get' | 'lock' | 'update' | 'list' | 'overdue' | 'dueUntold'> {
  const read = (where: SQL | undefined, limit: number) =>
    db
      .select({
        placement: placements,
        title: jobs.title,
        business: businesses.name,
        candidateId: referrals.candidateId,
        walkInId: referrals.walkInId,
        person: sql<string | null>`coalesce(nullif(${candidates.name}, ''), ${walkIns.name})`,
        sentBy: referrals.createdBy,
      })
      .from(placements)
      .innerJoin(jobs, eq(jobs.id, placements.jobId))
      .innerJoin(businesses, eq(businesses.id, placements.businessId))
      .leftJoin(referrals, eq(referrals.id, placements.id))
      .leftJoin(candidates, eq(candidates.id, referrals.candidateId))
      .leftJoin(walkIns, eq(walkIns.id, referrals.walkInId))
      .where(where)
      .orderBy(desc(placements.id))
      .limit(limit);
  const one = (stationId: string, id: string) =>
    and(eq(placements.stationId, stationId), eq(placements.id, id));
  const get: PlacementStore['get'] = async (stationId, id) => {
    const [row] = await read(one(stationId, id), 1);
    return row ? placementOf(row) : null;
  };
  return {
    get,
    async insert({ hiredAt, ...placement }) {
      await db
        .insert(placements)
        .values({ ...placement, hiredAt: new Date(hiredAt) })
        .onConflictDoNothing();
    },
    async lock(stationId, id) {
      await db.select({ id: placements.id }).from(placements).where(one(stationId, id)).for('update');
      return get(stationId, id);
    },
    async update({ stationId, id, endsOn, nextDueOn, dealtWithBefore }) {
      await db.update(placements).set({ endsOn, nextDueOn, dealtWithBefore }).where(one(stationId, id));
    },
    async list(stationId, query) {
      const where = and(
        eq(placements.stationId, stationId),
        query.businessIds ? inArray(placements.businessId, [...query.businessIds]) : undefined,
        query.candidateId ? eq(referrals.candidateId, query.candidateId) : undefined,
        query.walkInId ? eq(referrals.walkInId, query.walkInId) : undefined,
        query.before ? lt(placements.id, query.before) : undefined,
      );
      return (await read(where, query.limit)).map(placementOf);
    },
    async overdue(before, limit) {
      return db
        .select({ stationId: placements.stationId, id: placements.id })
        .from(placements)
        .where(
          and(
            isNotNull(placements.nextDueOn),
            lt(placements.nextDueOn, before),
            sql`not exists (select 1 from ${wageCases} c where c.placement_id = ${placements.id} and c.state <> 'closed')`,
          ),
        )
        .orderBy(asc(placements.nextDueOn), asc(placements.id))
        .limit(limit);
    },
    async dueUntold(from, to, limit) {
      const told = sql`exists (select 1 from ${notices} n where n.entity_id = ${placements.id}
        and n.code = 'pay_due' and n.values->>'dueOn' = ${placements.nextDueOn}::text)`;
      const due = and(gte(placements.nextDueOn, from), lte(placements.nextDueOn, to), sql`not ${told}`);
      return (await read(due, limit)).map(placementOf);
    },
  };
}

function entryVerbs(db: Db): Pick<PlacementStore, 'append' | 'entriesOf'> {
  return {
    async append(entries) {
      if (entries.length === 0) return;
      await db
        .insert(workEntries)
        .values(entries.map(({ createdAt, ...entry }) => ({ ...entry, createdAt: new Date(createdAt) })));
    },
    async entriesOf(stationId, placementIds) {
      if (placementIds.length === 0) return [];
      const rows = await db
        .select()
        .from(workEntries)
        .where(and(eq(workEntries.stationId, stationId), inArray(workEntries.placementId, [...placementIds])))
        .orderBy(asc(workEntries.seq));
      return rows.map(({ seq: _, createdAt, ...entry }) => ({ ...entry, createdAt: createdAt.getTime() }));
    },
  };
}

function peopleVerbs(
  db: Db,
): Pick<PlacementStore, 'staff' | 'names' | 'hasOpenCase' | 'businessesWithOpenCase'> {
  return {
    async staff(stationId) {
      const rows = await db
        .select({
          id: users.id,
          name: users.name,
          openCases: sql<number>`count(${wageCases.id}) filter (where ${wageCases.state} <> 'closed')::int`,
          lastAt: sql<string | null>`extract(epoch from max(${wageCases.openedAt})) * 1000`,
        })
        .from(users)
        .leftJoin(wageCases, eq(wageCases.ownerId, users.id))
        .where(
          and(
            eq(users.stationId, stationId),
            inArray(users.role, ['staff', 'admin']),
            eq(users.banned, false),
          ),
        )
        .groupBy(users.id)
        .orderBy(asc(users.name), asc(users.id));
      return rows.map((row) => ({ ...row, lastAt: row.lastAt === null ? null : Number(row.lastAt) }));
    },
    async names(stationId, userIds) {
      if (userIds.length === 0) return new Map();
      const rows = await db
        .select({ id: users.id, name: users.name })
        .from(users)
        .where(and(eq(users.stationId, stationId), inArray(users.id, [...userIds])));
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    async hasOpenCase(stationId, businessId) {
      const rows = await db
        .select({ id: wageCases.id })
        .from(wageCases)
        .where(
          and(
            eq(wageCases.stationId, stationId),
            eq(wageCases.businessId, businessId),
            ne(wageCases.state, 'closed'),
          ),
        )
        .limit(1);
      return rows.length > 0;
    },
    async businessesWithOpenCase(stationId) {
      const rows = await db
        .selectDistinct({ name: businesses.name, kind: businesses.kind })
        .from(wageCases)
        .innerJoin(businesses, eq(businesses.id, wageCases.businessId))
        .where(and(eq(wageCases.stationId, stationId), ne(wageCases.state, 'closed')));
      return new Set(rows.map(({ name, kind }) => businessKey(name, kind)));
    },
  };
}

type Row = Omit<PlacementOf, 'placement'> & { placement: typeof placements.$inferSelect };

function placementOf({ placement: { createdAt: _, hiredAt, ...row }, ...rest }: Row): PlacementOf {
  const placement: Placement = { ...row, hiredAt: hiredAt.getTime() };
  return { ...rest, placement };
}
