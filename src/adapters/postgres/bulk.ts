import { getTableColumns, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import { type PgColumn, PgDialect, type PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../../db/tx';
import { turn } from '../../jobs';

/** Rows of one statement. */
const ROWS = 125;
/** Rows that are made before the database is attended to. */
const AT_A_STRETCH = 25;

type Row<T extends PgTable> = InferInsertModel<T>;

/**
 * Inserts many rows with one parameter a statement: they travel as a JSON array that the database takes apart by
 * the table's own types. VALUES with ten thousand parameters takes both sides several times as long. While the
 * database is at one statement the rows of the next are made, if `rows` makes them only when asked.
 * @param rows all with the keys of the first; a column that it does not name gets its default, undefined is null
 * @param following what follows in the statement, such as an ON CONFLICT or a RETURNING clause
 * @returns the rows that RETURNING names
 */
export async function insertMany<T extends PgTable>(
  db: Db,
  table: T,
  rows: Iterable<Row<T>>,
  following: SQL = sql``,
): Promise<Record<string, unknown>[]> {
  let under: Promise<unknown> = Promise.resolve();
  const returned: Record<string, unknown>[] = [];
  for await (const part of partsMade(rows)) {
    const columns = columnsOfRows(table, part);
    const names = sql.join(
      columns.map(([, column]) => sql.identifier(column.name)),
      sql`, `,
    );
    const given = recordset(table, columns, part);
    await under;
    under = kept(db, sql`insert into ${table} (${names}) select ${names} from ${given} ${following}`).then(
      (rows) => returned.push(...rows),
    );
    // Whatever makes the next rows may throw first; the failure is still told by the await that follows.
    under.catch(() => {});
  }
  await under;
  return returned;
}

const dialect = new PgDialect();

/**
 * Runs a statement that the connection keeps prepared, because its text is always the same. Besides being planned
 * once, it is sent at once: the driver asks the server about the parameters of any other, and nothing else leaves
 * the connection until both answers are there and this process has had time for them.
 */
function kept(db: Db, query: SQL): Promise<Record<string, unknown>[]> {
  const { session } = db._;
  type Rows = { execute: Record<string, unknown>[]; all: unknown; values: unknown };
  return session.prepareQuery<Rows>(dialect.sqlToQuery(query), undefined, 'kept', false).execute();
}

/** Rows made one by one, when they are asked for. */
export function* each<A, B>(list: Iterable<A>, make: (item: A) => B): Generator<B> {
  for (const item of list) yield make(item);
}

/** Parts of rows that take time to make; in between the driver gets to speak with the database. */
async function* partsMade<R>(rows: Iterable<R>): AsyncGenerator<R[]> {
  let part: R[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length % AT_A_STRETCH === 0) await turn();
    if (part.length < ROWS) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

function* parts<R>(rows: Iterable<R>): Generator<R[]> {
  let part: R[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < ROWS) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/**
 * Updates many rows by id, each only where `only` holds; in it `given` is the row as it comes in.
 * @returns ids of the rows that were written
 */
export async function updateMany<T extends PgTable & { id: PgColumn }>(
  db: Db,
  table: T,
  rows: readonly Row<T>[],
  { set: also, only }: { set?: SQL; only: SQL },
): Promise<string[]> {
  const columns = columnsOfRows(table, rows).filter(([, column]) => column.name !== 'id');
  const set = columns.map(([, { name }]) => sql`${sql.identifier(name)} = given.${sql.identifier(name)}`);
  const written: string[] = [];
  for (const part of parts(rows)) {
    const given = recordset(table, columnsOfRows(table, rows), part);
    // The ids once more, as a constant: nobody knows how many rows the record set has, and a planner that takes
    // the wrong guess compares every row of the table with each of them.
    const wanted = part.map((row) => (row as { id: string }).id).join(',');
    const ids = await db.execute<{ id: string }>(sql`
      update ${table} set ${sql.join([...set, ...(also ? [also] : [])], sql`, `)}
      from ${given}
      where ${table.id} = any(string_to_array(${wanted}, ',')::uuid[]) and ${table.id} = given.id
        and ${only} returning ${table.id} as id`);
    written.push(...ids.map(({ id }) => id));
  }
  return written;
}

/**
 * Ids of a station's rows whose `column` is one of `values`. One look into the index of (station, column) for each: a
 * planner without statistics, as in a first import, would rather read through all rows of the station. OFFSET 0
 * keeps it from turning the look-up into a join.
 */
export async function idsAt(
  db: Db,
  table: PgTable & { id: PgColumn; stationId: PgColumn },
  column: PgColumn,
  { stationId, values }: { stationId: string; values: readonly string[] },
): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select found.id from json_array_elements_text(${JSON.stringify(values)}::text::json) as wanted(value),
      lateral (select ${table.id} from ${table}
        where ${table.stationId} = ${stationId} and ${column} = wanted.value offset 0) as found`);
  return rows.map(({ id }) => id);
}

type Columns = [key: string, column: PgColumn][];

function columnsOfRows<T extends PgTable>(table: T, rows: readonly Row<T>[]): Columns {
  const [first] = rows;
  if (!first) return [];
  return Object.entries(getTableColumns(table) as Record<string, PgColumn>).filter(([key]) => key in first);
}

function recordset<T extends PgTable>(table: T, columns: Columns, rows: readonly Row<T>[]): SQL {
  const json = rows.map((row) => {
    const named: Record<string, unknown> = {};
    for (const [key, { name }] of columns) named[name] = plain((row as Record<string, unknown>)[key]);
    return named;
  });
  return sql`json_populate_recordset(null::${table}, ${JSON.stringify(json)}::text::json) as given`;
}

/** Bytes as the input syntax of bytea; instants become ISO texts by themselves. */
function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
}
