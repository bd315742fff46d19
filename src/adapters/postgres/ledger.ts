import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { audit, boardFeed, businesses, businessMembers, jobs, outbox, users } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { DrainOutcome, Outbox, OutboxEntry } from '../../notify';
import type { AuditLog } from '../../trust';
import { insertMany } from './bulk';
import { createJobStore } from './jobs';

/** AuditLog over PostgreSQL; the serving role holds no right to change or remove a line. */
export function createAuditLog(db: Db): AuditLog {
  return {
    async append(entries) {
      await insertMany(db, audit, entries);
    },
    async appendOnce(entries) {
      const lines = entries.map(({ stationId, actor, action, entity, entityId }) => ({
        station_id: stationId,
        actor,
        action,
        entity,
        entity_id: entityId,
      }));
      await db.execute(sql`insert into ${audit} (station_id, actor, action, entity, entity_id)
        select distinct n.station_id, n.actor, n.action, n.entity, n.entity_id
        from json_to_recordset(${JSON.stringify(lines)}::json)
          as n(station_id uuid, actor text, action text, entity text, entity_id uuid)
        where not exists (select 1 from ${audit} a where a.entity_id = n.entity_id and a.actor = n.actor
          and a.action = n.action and a.created_at > now() - interval '1 hour')`);
    },
    async accessTo(stationId, entityId, limit) {
      const rows = await db.execute<{
        actor: string;
        action: string;
        at: string;
        role: string | null;
        business: string | null;
      }>(sql`
        select a.actor, a.action, (extract(epoch from a.created_at) * 1000)::bigint::text as at, u.role,
          (select string_agg(b.name, '、' order by b.name) from ${businessMembers} m
            join ${businesses} b on b.id = m.business_id where m.user_id = u.id) as business
        from ${audit} a left join ${users} u
          on u.id = case when a.actor ~ '^[0-9a-f]{8}-' then a.actor::uuid end
        where a.station_id = ${stationId} and a.entity_id = ${entityId} order by a.seq desc limit ${limit}`);
      return rows.map((row) => ({ ...row, at: Number(row.at) }));
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

/** Any constants that no other advisory lock of this database uses: the drain's turnstile, and the rebuild's. */
const DRAIN_LOCK = 7_215_001;
const REBUILD_LOCK = 7_215_003;
/** First wait after a failure in seconds; doubled at each further one, up to ten minutes. */
const RETRY_SECONDS = 2;
/** Boards in memory read the feed every second; who has not read it for ten minutes loads everything again. */
const FEED_KEPT_MS = 15 * 60_000;
/** Clocks are read and rows are stamped at slightly different instants; a second would do. */
const MARGIN_MS = 60_000;

/** Outbox over PostgreSQL. `db` must be a connection, not a transaction, for whatever takes a lock. */
export function createOutbox(db: Db): Outbox {
  return {
    async push(entries) {
      await insertMany(db, outbox, entries);
      const stations = new Map<string, string[]>();
      for (const { stationId, entityId } of entries) {
        const ids = stations.get(stationId);
        if (ids) ids.push(entityId);
        else stations.set(stationId, [entityId]);
      }
      await insertMany(
        db,
        boardFeed,
        [...stations].map(([stationId, jobIds]) => ({ stationId, jobIds })),
      );
    },

    withBatch(limit, work) {
      return db.transaction(async (tx) => {
        if (!(await tryLock(tx, DRAIN_LOCK))) return null;
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
        if (batch.length > 0) await settle(tx, await work(batch, createJobStore(tx)));
        return batch.length;
      });
    },

    async lag() {
      const [row] = await db.execute<{ waiting: number; oldest: number | null }>(sql`
        select count(*)::int as waiting, extract(epoch from now() - min(created_at)) * 1000 as oldest from outbox`);
      return { waiting: row?.waiting ?? 0, oldestMs: Math.max(0, Math.round(Number(row?.oldest ?? 0))) };
    },

    async discard(olderThanMs) {
      await db
        .delete(outbox)
        .where(sql`${outbox.createdAt} < now() - ${olderThanMs / 1000} * interval '1 second'`);
    },

    async trimFeed() {
      await db
        .delete(boardFeed)
        .where(sql`${boardFeed.createdAt} < now() - ${FEED_KEPT_MS / 1000} * interval '1 second'`);
    },

    async pushChangedSince(ms) {
      await db.execute(sql`insert into outbox (station_id, entity_id)
        select station_id, id from ${jobs} where updated_at >= ${new Date(ms).toISOString()}::timestamptz`);
    },

    rebuilding(work) {
      return db.transaction(async (tx) => {
        if (!(await tryLock(tx, REBUILD_LOCK))) return null;
        // The transaction does nothing but hold the lock, for minutes if need be.
        await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
        // A row is stamped with the start of its transaction and seen after its end: the oldest one counts.
        const [row] = await tx.execute<{
          ms: string;
        }>(sql`select extract(epoch from least(now(), min(xact_start)))
          * 1000 as ms from pg_stat_activity where datname = current_database()`);
        return work(Number(row?.ms ?? 0) - MARGIN_MS);
      });
    },

    pause() {
      return new Promise((resolve, reject) => {
        const held = db.transaction(async (tx) => {
          await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
          await tx.execute(sql`select pg_advisory_xact_lock(${DRAIN_LOCK})`);
          await new Promise<void>((release) => {
            resolve(() => {
              release();
              return held;
            });
          });
        });
        held.catch(reject);
      });
    },
  };
}

async function tryLock(tx: Db, lock: number): Promise<boolean> {
  const [row] = await tx.execute<{ got: boolean }>(sql`select pg_try_advisory_xact_lock(${lock}) as got`);
  return row?.got ?? false;
}

async function settle(tx: Db, outcome: DrainOutcome): Promise<void> {
  if (outcome.done.length > 0) await tx.delete(outbox).where(inArray(outbox.seq, [...outcome.done]));
  for (const { seq, error } of outcome.failed) {
    await tx
      .update(outbox)
      .set({
        attempts: sql`${outbox.attempts} + 1`,
        lastError: error.slice(0, 200),
        // Ten doublings are more than ten minutes; unbounded, the power would overflow one day.
        availableAt: sql`now() + least(600, ${RETRY_SECONDS} * 2 ^ least(${outbox.attempts}, 10)) * interval '1 second'`,
      })
      .where(eq(outbox.seq, seq));
  }
}
