import { sql } from 'drizzle-orm';
import type { Db } from '../../db/tx';
import type { Id } from '../../kernel/ids';
import type { BoardChange, BoardSource, Horizon } from '../memory';

/** Postings read at once while loading. */
const BATCH = 20_000;
/** A reader that has heard nothing for so long, ms, loads again: older lines may be gone (see `FEED_KEPT_MS`). */
const REMEMBERED_MS = 10 * 60_000;

/** A line of {@link BoardSource.changesSince}; without a posting when nothing was changed. */
interface ChangeRow extends Record<string, unknown> {
  mark: string;
  at: string;
  reset: string;
  station: Id | null;
  job: Id | null;
  version: number | null;
  packed: string | null;
}

/**
 * What boards in memory read, from PostgreSQL. Everything that one statement sees belongs to one snapshot: the
 * lines of the feed, the rows they speak of, and the oldest transaction that is still at work. Whatever has a lower
 * number than that has been seen, and whatever ends later has a higher one or is read again.
 */
export function createBoardSource(db: Db): BoardSource {
  return {
    async horizon() {
      const [row] = await db.execute<{ mark: string; at: string; reset: string }>(
        sql`select ${NOW}, ${LAST_RESET} as reset`,
      );
      if (!row) throw new Error('no horizon');
      return horizonOf(row);
    },

    async *load() {
      let last: Id | null = null;
      for (;;) {
        const after = last === null ? sql`` : sql`where job_id > ${last}`;
        const groups: Record<string, unknown>[] = await db.execute(sql`
          select station_id as station, max(job_id::text) as last, count(*)::int as count,
            string_agg(version::text, ',' order by job_id) as versions,
            encode(string_agg(packed, ''::bytea order by job_id), 'base64') as rows
          from (select * from board ${after} order by job_id limit ${BATCH}) as part group by station_id`);
        let count = 0;
        for (const group of groups as {
          station: Id;
          last: Id;
          count: number;
          versions: string;
          rows: string;
        }[]) {
          yield {
            stationId: group.station,
            rows: Buffer.from(group.rows, 'base64'),
            versions: group.versions.split(',').map(Number),
          };
          count += group.count;
          if (last === null || group.last > last) last = group.last;
        }
        if (count < BATCH) return;
      }
    },

    async changesSince(horizon) {
      const rows = await db.execute<ChangeRow>(sql`
        with now as (select ${NOW}, ${LAST_RESET} as reset), changed as (
          select distinct station_id, unnest(job_ids) as job_id from board_feed where xid >= ${horizon.mark}::xid8
        )
        select now.mark, now.at, now.reset, changed.station_id as station, changed.job_id as job, board.version,
          encode(board.packed, 'base64') as packed
        from now left join changed on true left join board on board.job_id = changed.job_id`);
      const [first] = rows;
      if (!first) throw new Error('no horizon');
      const next = horizonOf(first);
      // A lower number: the line has been forgotten since, and was heeded long ago.
      if (Number(next.reset) > Number(horizon.reset) || next.at - horizon.at > REMEMBERED_MS) return null;
      return { changes: rows.flatMap(changeOf), horizon: next };
    },

    async digest() {
      const [row] = await db.execute<{ count: number; sum: string }>(sql`
        select count(*)::int as count, coalesce(sum(mod(
          ('x' || right(job_id::text, 7))::bit(28)::int::bigint * 31 + version, 1000003)), 0)::text as sum from board`);
      return { count: row?.count ?? 0, sum: Number(row?.sum ?? 0) };
    },
  };
}

/** The oldest transaction at work, and the time. */
const NOW = sql`pg_snapshot_xmin(pg_current_snapshot())::text as mark,
  (extract(epoch from clock_timestamp()) * 1000)::text as at`;
/** The last line that says that everything was changed. */
const LAST_RESET = sql`(select coalesce(max(seq), 0)::text from board_feed where job_ids is null)`;

function horizonOf({ mark, at, reset }: { mark: string; at: string; reset: string }): Horizon {
  return { mark, at: Number(at), reset };
}

function changeOf({ station, job, version, packed }: ChangeRow): BoardChange[] {
  if (station === null || job === null) return [];
  const row = packed === null || version === null ? null : { packed: Buffer.from(packed, 'base64'), version };
  return [{ stationId: station, jobId: job, row }];
}
