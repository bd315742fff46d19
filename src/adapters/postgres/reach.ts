import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { CandidateRecord, CandidateStore, Purpose, Reach, RoughPerson } from '../../candidates';
import { candidates, consents } from '../../db/schema';
import type { Db } from '../../db/tx';

/** The verbs of CandidateStore that find people for a posting. */
export function reachVerbs(db: Db): Pick<CandidateStore, 'homeCells' | 'inReach' | 'consenting'> {
  return {
    async homeCells(stationId) {
      // From one cell to the next along the index: a hundred thousand people live in a few hundred cells.
      const next = (after: SQL) => sql`(select home_cell from ${candidates}
        where station_id = ${stationId} and home_cell > ${after} order by home_cell limit 1)`;
      const rows = await db.execute<{ cell: string }>(sql`
        with recursive cells(cell) as (
          select ${next(sql`''`)} union all select ${next(sql`cells.cell`)} from cells where cells.cell is not null)
        select cell from cells where cell is not null`);
      return rows.map(({ cell }) => cell);
    },

    async inReach(stationId, { reaches, occupation, neededHours, purposes }) {
      const skilled = sql`case when cardinality(c.occupations) = 0 then null
        else coalesce(${occupation}::text = any(c.occupations), false) end`;
      const lines = (list: readonly Reach[], whose: SQL) => sql`
        select json_build_array(c.id, r.place, c.mode, c.minutes, c.free, c.time_sealed is not null, k.skilled) as line
        from ${reachRows(list)} r
        join ${candidates} c on c.station_id = ${stationId} and ${whose}
          and c.mode = r.mode and c.minutes >= r.least and c.minutes < r.most
        cross join lateral (select ${skilled} as skilled) s
        cross join lateral (select s.skilled, case when c.free is null then 1 else 4 end
          + case s.skilled when false then 1 when true then 2 else 0 end as kind) k
        where c.minutes >= r."from"[k.kind] and c.minutes < r."to"[k.kind]
          and (c.hours_max is null or c.hours_max >= ${neededHours}::float8)
          and ${consented(sql`c.id`, purposes)}`;
      const [row] = await db.execute<{ people: string | null }>(sql`
        select json_agg(line)::text as people from (
          ${lines(
            reaches.filter(({ cell }) => cell !== null),
            sql`c.home_cell = r.cell`,
          )}
          union all
          ${lines(
            reaches.filter(({ cell }) => cell === null),
            sql`c.home_cell is null`,
          )}) as found`);
      return (JSON.parse(row?.people ?? '[]') as Line[]).map(
        ([id, place, mode, minutes, free, otherTimes, skilled]): RoughPerson => ({
          id,
          place,
          mode,
          minutes,
          free,
          otherTimes,
          skilled,
        }),
      );
    },

    async consenting(stationId, ids, purposes) {
      const rows = await db
        .select()
        .from(candidates)
        .where(
          and(
            eq(candidates.stationId, stationId),
            inArray(candidates.id, [...ids]),
            consented(sql`${candidates.id}`, purposes),
          ),
        );
      return rows.map(candidateOf);
    },
  };
}

/**
 * The reaches as rows, each with the widest limits of any kind, by which the index is gone through. As one array for each
 * column: a thousand and more of them, and the database reads numbers several times as fast as JSON.
 */
function reachRows(list: readonly Reach[]): SQL {
  const wide = list.map(({ from, to }) => {
    const some = from.flatMap((limit, kind) => (limit < (to[kind] ?? 0) ? [kind] : []));
    return {
      least: Math.min(...some.map((kind) => from[kind] ?? 0)),
      most: Math.max(...some.map((kind) => to[kind] ?? 0)),
    };
  });
  const column = (values: readonly (string | number)[]) => `{${values.join(',')}}`;
  const arrays = (of: (reach: Reach) => readonly number[]) => column(list.map((one) => `"{${of(one)}}"`));
  return sql`(select place, cell, mode, least, most, "from"::smallint[], "to"::smallint[] from unnest(
      ${column(list.map(({ place }) => place))}::int[], ${column(list.map(({ cell }) => cell ?? '""'))}::text[],
      ${column(list.map(({ mode }) => mode))}::text[], ${column(wide.map(({ least }) => least))}::smallint[],
      ${column(wide.map(({ most }) => most))}::smallint[], ${arrays(({ from }) => from)}::text[],
      ${arrays(({ to }) => to)}::text[]) as x(place, cell, mode, least, most, "from", "to") offset 0)`;
}

type Line = [string, number, RoughPerson['mode'], number, string | null, boolean, boolean | null];

/** The person as the database has them. */
export function candidateOf({
  updatedAt: _,
  lockedAt: _at,
  lockedUntil: _until,
  lockedSealed: _sealed,
  createdAt,
  ...row
}: typeof candidates.$inferSelect): CandidateRecord {
  return { ...row, createdAt: createdAt.getTime() };
}

/** Whether the consents to all the purposes stand. */
function consented(id: SQL, purposes: readonly Purpose[]): SQL {
  const each = purposes.map(
    (purpose) => sql`exists (select 1 from ${consents} s
      where s.candidate_id = ${id} and s.purpose = ${purpose} and s.withdrawn_at is null)`,
  );
  return each.length === 0 ? sql`true` : sql.join(each, sql` and `);
}
