import {
  and,
  asc,
  desc,
  eq,
  gt,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  type SQL,
  sql,
} from 'drizzle-orm';
import { type Business, type BusinessState, type BusinessStore, businessKey } from '../../businesses';
import { businesses, businessMembers, notices } from '../../db/schema';
import type { Db } from '../../db/tx';
import { barringVerbs } from './barring';
import { idsAt, insertMany } from './bulk';

/** One that was just made. */
function freshBusiness(stationId: string, made: Pick<Business, 'id' | 'name' | 'kind'>): Business {
  return {
    ...made,
    stationId,
    licenceSealed: null,
    licenceIndex: null,
    verifiedUntil: 0,
    verifiedAt: null,
    verifiedBy: null,
    contactSealed: null,
    childrenCheckedOn: null,
    blockedAt: null,
    blockedBecause: null,
  };
}

/** BusinessStore over PostgreSQL. */
export function createBusinessStore(db: Db): BusinessStore {
  const businessOf = (row: typeof businesses.$inferSelect): Business => ({
    id: row.id,
    stationId: row.stationId,
    name: row.name,
    kind: row.kind,
    licenceSealed: row.licenceSealed,
    licenceIndex: row.licenceIndex,
    verifiedUntil: row.verifiedUntil?.getTime() ?? 0,
    verifiedAt: row.verifiedAt?.getTime() ?? null,
    verifiedBy: row.verifiedBy,
    contactSealed: row.contactSealed,
    childrenCheckedOn: row.childrenCheckedOn,
    blockedAt: row.blockedAt?.getTime() ?? null,
    blockedBecause: row.blockedBecause as Business['blockedBecause'],
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

    async lock(stationId, id) {
      const [row] = await db
        .select()
        .from(businesses)
        .where(and(eq(businesses.stationId, stationId), eq(businesses.id, id)))
        .for('update');
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
            query.state ? inState(query.state) : undefined,
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

    async holdStanding(ids) {
      const rows = await db
        .select({
          id: businesses.id,
          verifiedUntil: businesses.verifiedUntil,
          blockedAt: businesses.blockedAt,
        })
        .from(businesses)
        .where(inArray(businesses.id, [...new Set(ids)]))
        // In one order for everybody, so that nobody waits for somebody who waits for them.
        .orderBy(asc(businesses.id))
        .for('share');
      return new Map(
        rows.map(({ id, verifiedUntil, blockedAt }) => [
          id,
          { verifiedUntil: verifiedUntil?.getTime() ?? 0, blocked: blockedAt !== null },
        ]),
      );
    },

    setVerified: (stationId, id, until, by) =>
      changed(stationId, id, {
        verifiedUntil: until === 0 ? null : new Date(until),
        ...(by ? { verifiedBy: by.userId, verifiedAt: new Date(by.at) } : {}),
      }),
    setContact: (stationId, id, contactSealed) => changed(stationId, id, { contactSealed }),
    setChildrenChecked: (stationId, id, childrenCheckedOn) => changed(stationId, id, { childrenCheckedOn }),

    ...barringVerbs(db, changed),

    async verificationDue(code, from, to) {
      const told = db
        .select({ one: sql`1` })
        .from(notices)
        .where(
          and(
            eq(notices.entityId, businesses.id),
            eq(notices.code, code),
            // A business that was verified again is reminded again: the notice names the end it was for.
            sql`(${notices.values}->>'at')::numeric = round(extract(epoch from ${businesses.verifiedUntil}) * 1000)`,
          ),
        );
      const due = and(
        gt(businesses.verifiedUntil, new Date(from)),
        lte(businesses.verifiedUntil, new Date(to)),
        isNull(businesses.blockedAt),
        notExists(told),
      );
      return (await db.select().from(businesses).where(due).orderBy(asc(businesses.id))).map(businessOf);
    },

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

function inState({ is, now, soon }: { is: BusinessState; now: number; soon: number }): SQL | undefined {
  const until = businesses.verifiedUntil;
  switch (is) {
    case 'unverified':
      return isNull(until);
    case 'ending':
      return and(gt(until, new Date(now)), lte(until, new Date(soon)));
    case 'expired':
      return lte(until, new Date(now));
    case 'blocked':
      return isNotNull(businesses.blockedAt);
  }
}
