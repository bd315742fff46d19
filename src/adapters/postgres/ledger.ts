import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { audit, jobs, outbox } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { DrainOutcome, Outbox, OutboxEntry } from '../../notify';
import type { AuditLog } from '../../trust';
import { insertMany } from './bulk';

/** AuditLog over PostgreSQL; the serving role holds no right to change or remove a line. */
export function createAuditLog(db: Db): AuditLog {
  return {
    async append(entries) {
      await insertMany(db, audit, entries);
    },
    async ofEntity(stationId, entityId, limit) {
      const rows = await db
        .select()
        .from(audit)
        .where(and(eq(audit.stationId, stationId), eq(audit.entityId, entityId)))
        .orderBy(desc(audit.seq))
        .limit(limit);
      return rows.map(({ createdAt, seq: _, ...entry }) => ({ ...entry, at: createdAt.getTime() }));
    },
  };
}

/** Any constant that no other advisory lock of this database uses: the drain's turnstile. */
const DRAIN_LOCK = 7_215_001;
/** First wait after a failure in seconds; doubled at each further one, up to ten minutes. */
const RETRY_SECONDS = 2;

/** Outbox over PostgreSQL. `db` must be a connection, not a transaction, for `withBatch`. */
export function createOutbox(db: Db): Outbox {
  return {
    async push(entries) {
      await insertMany(db, outbox, entries);
    },

    withBatch(limit, work) {
      return db.transaction(async (tx) => {
        const [lock] = await tx.execute<{ got: boolean }>(
          sql`select pg_try_advisory_xact_lock(${DRAIN_LOCK}) as got`,
        );
        if (!lock?.got) return null;
        const batch: OutboxEntry[] = await tx
          .select({
            seq: outbox.seq,
            stationId: outbox.stationId,
            entityId: outbox.entityId,
            attempts: outbox.attempts,
          })
          .from(outbox)
          .where(sql`${outbox.availableAt} <= now()`)
          .orderBy(outbox.availableAt, outbox.seq)
          .limit(limit);
        if (batch.length > 0) await settle(tx, await work(batch));
        return batch.length;
      });
    },

    async lag() {
      const [row] = await db.execute<{ waiting: number; oldest: number | null }>(sql`
        select count(*)::int as waiting, extract(epoch from now() - min(created_at)) * 1000 as oldest from outbox`);
      return { waiting: row?.waiting ?? 0, oldestMs: Math.max(0, Math.round(Number(row?.oldest ?? 0))) };
    },

    async discard() {
      await db.delete(outbox);
    },

    async pushChangedSince(ms) {
      await db.execute(sql`insert into outbox (station_id, entity_id)
        select station_id, id from ${jobs} where updated_at >= ${new Date(ms).toISOString()}::timestamptz`);
    },
  };
}

async function settle(tx: Db, outcome: DrainOutcome): Promise<void> {
  if (outcome.done.length > 0) await tx.delete(outbox).where(inArray(outbox.seq, [...outcome.done]));
  for (const { seq, error } of outcome.failed) {
    await tx
      .update(outbox)
      .set({
        attempts: sql`${outbox.attempts} + 1`,
        lastError: error.slice(0, 200),
        availableAt: sql`now() + least(600, ${RETRY_SECONDS} * 2 ^ ${outbox.attempts}) * interval '1 second'`,
      })
      .where(eq(outbox.seq, seq));
  }
}
