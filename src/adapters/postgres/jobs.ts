import {
  and,
  asc,
  between,
  desc,
  eq,
  gt,
  ilike,
  inArray,
  isNull,
  lt,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { KEEP_PREPARED } from '../../db/prepared';
import { businesses, jobs, notices, shifts } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { JobListQuery, JobRecord, JobStatus, JobStore, JobWithBusiness } from '../../jobs';
import { each, idsAt, insertMany, updateMany } from './bulk';
import { columnsOf, joinedOf, recordOf, type ShiftJson } from './job-rows';

/** The shifts of a posting as one JSON value, in the order given. */
const shiftsOf = sql<ShiftJson[] | null>`(select json_agg(json_build_object('days', s.days, 'date', s.date,
  'start_minute', s.start_minute, 'end_minute', s.end_minute) order by s.ordinal)
  from ${shifts} s where s.job_id = ${jobs.id})`;

const business = {
  id: businesses.id,
  name: businesses.name,
  kind: businesses.kind,
  verifiedUntil: businesses.verifiedUntil,
  blockedAt: businesses.blockedAt,
};

/** Any constant that no other advisory lock of this database uses. */
const UPKEEP_LOCK = 7_215_004;

/** JobStore over PostgreSQL. */
export function createJobStore(db: Db): JobStore {
  const joined = (where: SQL | undefined) =>
    db
      .select({ job: jobs, shifts: shiftsOf, business })
      .from(jobs)
      .innerJoin(businesses, eq(businesses.id, jobs.businessId))
      .where(where);
  const plain = (where: SQL | undefined) =>
    db.select({ job: jobs, shifts: shiftsOf }).from(jobs).where(where);
  const records = (rows: { job: typeof jobs.$inferSelect; shifts: ShiftJson[] | null }[]) =>
    rows.map((row) => recordOf(row.job, row.shifts));

  // Asked by every search: built once here, planned once by the server.
  const prepareMany = () =>
    joined(
      sql`${jobs.stationId} = ${sql.placeholder('stationId')} ${sql.raw(KEEP_PREPARED)}
        and ${jobs.id} = any(${sql.placeholder('ids')}::uuid[])`,
    ).prepare('jobs_many');
  let many: ReturnType<typeof prepareMany> | null = null;

  const update: JobStore['updateMany'] = async (list, from) => {
    const statuses = sql.join(
      from.map((status) => sql`${status}`),
      sql`, `,
    );
    const written = new Set(
      await updateMany(db, jobs, list.map(columnsOf), {
        set: sql`updated_at = now()`,
        only: sql`${jobs.stationId} = given.station_id and ${jobs.version} = given.version - 1
          and ${jobs.status} in (${statuses})`,
      }),
    );
    const changed = list.filter(({ id }) => written.has(id));
    if (changed.length > 0) {
      await db.delete(shifts).where(
        inArray(
          shifts.jobId,
          changed.map(({ id }) => id),
        ),
      );
      await insertMany(db, shifts, changed.flatMap(shiftRows));
    }
    return changed.length;
  };

  return {
    async get(stationId, id) {
      const [row] = await joined(and(eq(jobs.stationId, stationId), eq(jobs.id, id)));
      return row ? joinedOf(row) : null;
    },

    async getMany(stationId, ids) {
      if (ids.length === 0) return [];
      many ??= prepareMany();
      return (await many.execute({ stationId, ids: `{${ids.join(',')}}` })).map(joinedOf);
    },

    async byExternalIds(stationId, externalIds) {
      if (externalIds.length === 0) return [];
      const ids = await idsAt(db, jobs, jobs.externalId, { stationId, values: externalIds });
      return ids.length === 0 ? [] : (await joined(inArray(jobs.id, ids))).map(joinedOf);
    },

    async insert(list) {
      await insertMany(db, jobs, each(list, columnsOf));
      await insertMany(db, shifts, list.flatMap(shiftRows));
    },

    async update(record, from) {
      return (await update([record], from)) === 1;
    },

    updateMany: update,

    async list(stationId, query) {
      const order = query.oldestFirst ? asc(jobs.id) : desc(jobs.id);
      return (await joined(listFilter(stationId, query)).orderBy(order).limit(query.limit)).map(joinedOf);
    },

    async countByStatus(stationId, businessIds) {
      const rows = await db
        .select({ status: jobs.status, count: sql<number>`count(*)::int` })
        .from(jobs)
        .where(
          and(
            eq(jobs.stationId, stationId),
            businessIds ? inArray(jobs.businessId, [...businessIds]) : undefined,
          ),
        )
        .groupBy(jobs.status);
      return Object.fromEntries(rows.map((row) => [row.status, row.count])) as Partial<
        Record<JobStatus, number>
      >;
    },

    async expired(today, limit) {
      return records(await plain(and(eq(jobs.status, 'open'), lt(jobs.validThrough, today))).limit(limit));
    },

    async expiringWithoutNotice(from, to, limit) {
      const told = db
        .select({ one: sql`1` })
        .from(notices)
        .where(
          and(
            eq(notices.entityId, jobs.id),
            eq(notices.code, 'expiring'),
            // A renewed posting is warned about again: the warning names the day it was for.
            eq(sql`${notices.values}->>'validThrough'`, sql`${jobs.validThrough}::text`),
          ),
        );
      const due = and(eq(jobs.status, 'open'), between(jobs.validThrough, from, to), notExists(told));
      return records(await plain(due).orderBy(asc(jobs.validThrough), asc(jobs.id)).limit(limit));
    },

    async similar(job) {
      return records(
        await plain(
          and(
            eq(jobs.stationId, job.stationId),
            eq(jobs.businessId, job.businessId),
            eq(jobs.title, job.title),
            ne(jobs.id, job.id),
            inArray(jobs.status, ['draft', 'review', 'open']),
          ),
        ).limit(20),
      );
    },

    async lock(stationId, ids) {
      const where = and(eq(jobs.stationId, stationId), inArray(jobs.id, [...ids]));
      // In one order for everybody, so that nobody waits for somebody who waits for them.
      await db.select({ id: jobs.id }).from(jobs).where(where).orderBy(asc(jobs.id)).for('update');
    },

    async lockUpkeep() {
      await db.execute(sql`select pg_advisory_xact_lock(${UPKEEP_LOCK})`);
    },

    async lockImports(stationId) {
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import:${stationId}`}, 0))`);
    },

    async *openInBatches(size) {
      let after: string | null = null;
      for (;;) {
        const batch: JobWithBusiness[] = (
          await joined(and(eq(jobs.status, 'open'), after === null ? undefined : sql`${jobs.id} > ${after}`))
            .orderBy(asc(jobs.id))
            .limit(size)
        ).map(joinedOf);
        if (batch.length > 0) yield batch;
        if (batch.length < size) return;
        after = batch.at(-1)?.job.id ?? null;
      }
    },
  };
}

function listFilter(stationId: string, query: JobListQuery): SQL | undefined {
  const pattern = query.contains === undefined ? null : `%${query.contains.replace(/[\\%_]/g, '\\$&')}%`;
  return and(
    eq(jobs.stationId, stationId),
    query.statuses ? inArray(jobs.status, [...query.statuses]) : undefined,
    query.businessIds ? inArray(jobs.businessId, [...query.businessIds]) : undefined,
    pattern === null ? undefined : or(ilike(jobs.title, pattern), ilike(businesses.name, pattern)),
    query.lacks === 'place' ? isNull(jobs.lat) : undefined,
    query.lacks === 'door' ? ne(jobs.precision, 'door') : undefined,
    query.lacks === 'schedule' ? isNull(jobs.scheduleKind) : undefined,
    query.before === undefined ? undefined : lt(jobs.id, query.before),
    query.after === undefined ? undefined : gt(jobs.id, query.after),
  );
}

function shiftRows(job: JobRecord) {
  return (job.schedule?.rules ?? []).map((rule, ordinal) => ({ jobId: job.id, ordinal, ...rule }));
}
