import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { BusinessStore } from '../../businesses';
import { barredKeys, businesses, businessMembers, users } from '../../db/schema';
import { type Db, sqlState, UNIQUE_VIOLATION } from '../../db/tx';
import { conflict } from '../../kernel/errors';

/** Changes one business. @returns whether it is there */
type Change = (
  stationId: string,
  id: string,
  set: Partial<typeof businesses.$inferInsert>,
) => Promise<boolean>;

/** What keeps a blocked business from coming back: licences, phones and who has them. */
export function barringVerbs(
  db: Db,
  changed: Change,
): Pick<
  BusinessStore,
  | 'memberPhones'
  | 'phoneOfUser'
  | 'setLicence'
  | 'setBlocked'
  | 'bar'
  | 'unbar'
  | 'barred'
  | 'blockedNames'
  | 'lockBarred'
> {
  return {
    async memberPhones(stationId, businessId) {
      const rows = await db
        .select({ sealed: users.phoneSealed })
        .from(businessMembers)
        .innerJoin(users, eq(users.id, businessMembers.userId))
        .where(and(eq(businessMembers.stationId, stationId), eq(businessMembers.businessId, businessId)));
      return rows.flatMap(({ sealed }) => (sealed === null ? [] : [sealed]));
    },

    async phoneOfUser(stationId, userId) {
      const [row] = await db
        .select({ sealed: users.phoneSealed })
        .from(users)
        .where(and(eq(users.stationId, stationId), eq(users.id, userId)));
      return row?.sealed ?? null;
    },

    async setLicence(stationId, id, licence) {
      const set = { licenceSealed: licence?.sealed ?? null, licenceIndex: licence?.index ?? null };
      try {
        await changed(stationId, id, set);
      } catch (error) {
        if (sqlState(error) === UNIQUE_VIOLATION) throw conflict('licence_taken');
        throw error;
      }
    },

    async setBlocked(stationId, id, blocked) {
      const rows = await db
        .update(businesses)
        .set({
          blockedAt: blocked === null ? null : new Date(blocked.at),
          blockedBecause: blocked?.because ?? null,
        })
        .where(
          and(
            eq(businesses.stationId, stationId),
            eq(businesses.id, id),
            blocked === null ? isNotNull(businesses.blockedAt) : isNull(businesses.blockedAt),
          ),
        )
        .returning({ id: businesses.id });
      return rows.length > 0;
    },

    async bar(stationId, businessId, keys) {
      if (keys.length === 0) return;
      const rows = keys.map((key) => ({ stationId, businessId, ...key }));
      await db.insert(barredKeys).values(rows).onConflictDoNothing();
    },

    async unbar(stationId, businessId) {
      await db
        .delete(barredKeys)
        .where(and(eq(barredKeys.stationId, stationId), eq(barredKeys.businessId, businessId)));
    },

    async barred(stationId, keys) {
      if (keys.length === 0) return [];
      const of = (kind: 'licence' | 'phone') => {
        const wanted = [...new Set(keys.filter((key) => key.kind === kind).map((key) => key.keyIndex))];
        return wanted.length === 0
          ? undefined
          : and(eq(barredKeys.kind, kind), inArray(barredKeys.keyIndex, wanted));
      };
      return db
        .select({ kind: barredKeys.kind, keyIndex: barredKeys.keyIndex })
        .from(barredKeys)
        .where(and(eq(barredKeys.stationId, stationId), or(of('licence'), of('phone'))));
    },

    async blockedNames(stationId) {
      return db
        .select({ name: businesses.name, kind: businesses.kind })
        .from(businesses)
        .where(and(eq(businesses.stationId, stationId), isNotNull(businesses.blockedAt)));
    },

    async lockBarred(stationId) {
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`barred:${stationId}`}, 0))`);
    },
  };
}
