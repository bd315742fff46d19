import { inArray, sql } from 'drizzle-orm';
import { board, boardFeed, jobs, jobWords } from '../../db/schema';
import type { Db } from '../../db/tx';
import { documentOf, type ProjectionStore, together } from '../../jobs';
import { AT, LAYOUT, packRow, toBoardRow } from '../../matching';
import { each, insertMany } from './bulk';
import { pointText, putWords } from './words';

/** The board and the words in PostgreSQL, written in the caller's transaction. */
export function createProjectionStore(db: Db): ProjectionStore {
  return {
    async put(items) {
      const open = items.filter(({ job }) => job.status === 'open');
      const rows = open.flatMap((item) => {
        const row = toBoardRow(item);
        return row ? [{ item, row }] : [];
      });
      if (rows.length < items.length) {
        const kept = new Set(rows.map(({ row }) => row.id));
        await removeFrom(
          db,
          board,
          items.map(({ job }) => job.id).filter((id) => !kept.has(id)),
        );
      }
      const placed = insertMany(
        db,
        board,
        each(rows, ({ item: { job }, row }) => ({
          jobId: job.id,
          stationId: job.stationId,
          spot: pointText(row),
          packed: packRow(row),
          version: job.version,
        })),
        sql`on conflict (job_id) do update
          set spot = excluded.spot, packed = excluded.packed, version = excluded.version
          where ${board.version} <= excluded.version
            and (${board.version}, ${board.packed}, ${board.spot}::text)
              is distinct from (excluded.version, excluded.packed, excluded.spot::text)`,
      );
      const worded = putWords(
        db,
        each(open, (item) => documentOf(item)),
      );
      // Side by side: while the database places some, the words of others are made.
      await together([placed, worded]);
    },

    async remove(ids) {
      await removeFrom(db, board, ids);
      await removeFrom(db, jobWords, ids);
    },

    async removeStrays() {
      const open = sql`select 1 from ${jobs} j where j.id = job_id and j.status = 'open'`;
      await db.execute(sql`delete from ${board} where not exists (${open} and j.precision = 'door')`);
      await db.execute(sql`delete from ${jobWords} where not exists (${open})`);
      // Boards in memory read everything again.
      await db.insert(boardFeed).values({});
    },

    async isOutdated() {
      const stale = sql`select 1 from ${board} where get_byte(${board.packed}, ${AT.layout}) <> ${LAYOUT}`;
      const [row] = await db.execute<{ stale: boolean }>(sql`select exists (${stale}) as stale`);
      return row?.stale === true;
    },

    async boardVersions() {
      const rows = await db.select({ id: board.jobId, version: board.version }).from(board);
      return new Map(rows.map((row) => [row.id, row.version]));
    },

    async wordVersions() {
      const rows = await db.select({ id: jobWords.jobId, version: jobWords.version }).from(jobWords);
      return new Map(rows.map((row) => [row.id, row.version]));
    },
  };
}

async function removeFrom(
  db: Db,
  table: typeof board | typeof jobWords,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) await db.delete(table).where(inArray(table.jobId, [...ids]));
}
