import { and, asc, desc, eq, ilike, inArray, isNull, sql } from 'drizzle-orm';
import { type Business, type BusinessStore, businessKey } from '../../businesses';
import { businesses, businessMembers, notices } from '../../db/schema';
import type { Db } from '../../db/tx';
import { idsAt, insertMany } from './bulk';

/** One that was just made. */
function freshBusiness(stationId: string, made: Pick<Business, 'id' | 'name' | 'kind'>): Business {
  return { ...made, stationId, licence: null, verifiedUntil: 0, contactSealed: null };
}

/** BusinessStore over PostgreSQL. */
export function createBusinessStore(db: Db): BusinessStore {
  const businessOf = (row: typeof businesses.$inferSelect): Business => ({
    id: row.id,
    stationId: row.stationId,
    name: row.name,
    kind: row.kind,
    licence: row.licence,
    verifiedUntil: row.verifiedUntil?.getTime() ?? 0,
    contactSealed: row.contactSealed,
  });
  const changed = async (stationId: string, id: string, set: Partial<typeof businesses.$inferInsert>) => {
    const rows = await db
      .update(businesses)
      .set(set)
      .where(and(eq(businesses.stationId, stationId), eq(businesses.id, id)))
      .returning({ id: businesses.id });
    return rows.length > 0;
  };

  const named = async (stationId: string, names: string[]) => {
    const ids = await idsAt(db, businesses, businesses.name, { stationId, values: names });
    return (await db.select().from(businesses).where(inArray(businesses.id, ids))).map(businessOf);
  };

  return {
    async get(stationId, id) {
      const [row] = await db
        .select()
        .from(businesses)
        .where(and(eq(businesses.stationId, stationId), eq(businesses.id, id)));
      return row ? businessOf(row) : null;
    },

    async list(stationId, query) {
      const pattern = query.contains && `%${query.contains.replace(/[\\%_]/g, '\\$&')}%`;
      const rows = await db
        .select()
        .from(businesses)
        .where(
          and(
            eq(businesses.stationId, stationId),
            pattern ? ilike(businesses.name, pattern) : undefined,
            query.after
              ? sql`(${businesses.name}, ${businesses.id}) > (select b.name, b.id from ${businesses} b
                  where b.id = ${query.after} and b.station_id = ${stationId})`
              : undefined,
          ),
        )
        .orderBy(asc(businesses.name), asc(businesses.id))
        .limit(query.limit);
      return rows.map(businessOf);
    },

    async ensure(stationId, wanted) {
      if (wanted.length === 0) return new Map();
      // Sorted, so that two imports that make the same businesses wait for each other instead of deadlocking.
      const sorted = [...wanted].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      const made = await insertMany(
        db,
        businesses,
        sorted.map(({ id, name, kind }) => ({ id, stationId, name, kind })),
        sql`on conflict do nothing returning id`,
      );
      const isNew = new Set(made.map(({ id }) => id));
      const fresh = sorted.filter(({ id }) => isNew.has(id)).map((one) => freshBusiness(stationId, one));
      const names = sorted.filter(({ id }) => !isNew.has(id)).map(({ name }) => name);
      const known = names.length === 0 ? [] : await named(stationId, names);
      return new Map([...known, ...fresh].map((one) => [businessKey(one.name, one.kind), one]));
    },

    async ofUser(stationId, userId) {
      const rows = await db
        .select({ business: businesses })
        .from(businessMembers)
        .innerJoin(businesses, eq(businesses.id, businessMembers.businessId))
        .where(and(eq(businessMembers.stationId, stationId), eq(businessMembers.userId, userId)))
        .orderBy(asc(businesses.name));
      return rows.map((row) => businessOf(row.business));
    },

    async addMember(stationId, businessId, userId) {
      await db.insert(businessMembers).values({ stationId, businessId, userId }).onConflictDoNothing();
    },

    async holdVerified(ids) {
      const rows = await db
        .select({ id: businesses.id, verifiedUntil: businesses.verifiedUntil })
        .from(businesses)
        .where(inArray(businesses.id, [...new Set(ids)]))
        // In one order for everybody, so that nobody waits for somebody who waits for them.
        .orderBy(asc(businesses.id))
        .for('share');
      return new Map(rows.map((row) => [row.id, row.verifiedUntil?.getTime() ?? 0]));
    },

    setVerified: (stationId, id, until) => changed(stationId, id, { verifiedUntil: new Date(until) }),
    setContact: (stationId, id, contactSealed) => changed(stationId, id, { contactSealed }),

    async notify(list) {
      if (list.length > 0) await db.insert(notices).values([...list]);
    },

    async notices(stationId, businessIds, limit) {
      if (businessIds.length === 0) return [];
      const rows = await db
        .select()
        .from(notices)
        .where(and(eq(notices.stationId, stationId), inArray(notices.businessId, [...businessIds])))
        .orderBy(desc(notices.createdAt), desc(notices.id))
        .limit(limit);
      return rows.map((row) => ({
        ...row,
        code: row.code as 'expiring',
        readAt: row.readAt?.getTime() ?? null,
        createdAt: row.createdAt.getTime(),
      }));
    },

    async markRead(stationId, businessIds) {
      if (businessIds.length === 0) return;
      await db
        .update(notices)
        .set({ readAt: sql`now()` })
        .where(
          and(
            eq(notices.stationId, stationId),
            inArray(notices.businessId, [...businessIds]),
            isNull(notices.readAt),
          ),
        );
    },
  };
}
