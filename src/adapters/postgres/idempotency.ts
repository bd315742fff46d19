import { and, eq, sql } from 'drizzle-orm';
import { idempotencyKeys } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { IdempotencyStore } from '../../http/idempotency';

/** A first call that never finished (a crash) frees its key after this time. */
const STUCK_MINUTES = 5;

/** IdempotencyStore over PostgreSQL. */
export function createIdempotencyStore(db: Db): IdempotencyStore {
  const row = (scope: string, key: string) =>
    and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key));
  return {
    async begin(scope, key, request) {
      const rows = await db
        .insert(idempotencyKeys)
        .values({ scope, key, request })
        .onConflictDoUpdate({
          target: [idempotencyKeys.scope, idempotencyKeys.key],
          set: { request, status: null, contentType: null, bodySealed: null, createdAt: sql`now()` },
          setWhere: sql`${idempotencyKeys.createdAt} < now() - interval '24 hours' or (${idempotencyKeys.status} is null
            and ${idempotencyKeys.createdAt} < now() - ${STUCK_MINUTES} * interval '1 minute')`,
        })
        .returning({ key: idempotencyKeys.key });
      return rows.length > 0;
    },
    async read(scope, key) {
      const [found] = await db.select().from(idempotencyKeys).where(row(scope, key));
      if (!found) return null;
      return {
        request: found.request,
        status: found.status,
        contentType: found.contentType,
        body: found.bodySealed,
      };
    },
    async finish(scope, key, answer) {
      await db
        .update(idempotencyKeys)
        .set({ status: answer.status, contentType: answer.contentType, bodySealed: answer.body })
        .where(row(scope, key));
    },
    async abandon(scope, key) {
      await db.delete(idempotencyKeys).where(row(scope, key));
    },
    async removeOld() {
      const rows = await db
        .delete(idempotencyKeys)
        .where(sql`${idempotencyKeys.createdAt} < now() - interval '24 hours'`)
        .returning({ key: idempotencyKeys.key });
      return rows.length;
    },
  };
}
