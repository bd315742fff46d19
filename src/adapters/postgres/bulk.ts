import { getTableColumns, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../../db/tx';

/** Rows of one statement; a thousand full postings are a few megabytes. */
const ROWS = 1000;

type Row<T extends PgTable> = InferInsertModel<T>;

/**
 * Inserts many rows with one parameter a statement: they travel as one JSON array that the database takes apart
 * by the table's own types. VALUES with ten thousand parameters takes both sides several times as long.
 * @param rows all with the keys of the first; a column that it does not name gets its default, undefined is null
 * @param conflict what follows the statement, such as an ON CONFLICT clause
 */
export async function insertMany<T extends PgTable>(
  db: Db,
  table: T,
  rows: readonly Row<T>[],
  conflict: SQL = sql``,
): Promise<void> {
  const columns = columnsOfRows(table, rows);
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  for (let i = 0; i < rows.length; i += ROWS) {
    const given = recordset(table, columns, rows.slice(i, i + ROWS));
    await db.execute(sql`insert into ${table} (${names}) select ${names} from ${given} ${conflict}`);
  }
}

/**
 * Updates many rows by id, each only where `only` holds; in it `given` is the row as it comes in.
 * @returns ids of the rows that were written
 */
export async function updateMany<T extends PgTable & { id: PgColumn }>(
  db: Db,
  table: T,
  rows: readonly Row<T>[],
  parts: { set?: SQL; only: SQL },
): Promise<string[]> {
  const columns = columnsOfRows(table, rows).filter(([, column]) => column.name !== 'id');
  const set = columns.map(([, { name }]) => sql`${sql.identifier(name)} = given.${sql.identifier(name)}`);
  const written: string[] = [];
  for (let i = 0; i < rows.length; i += ROWS) {
    const given = recordset(table, columnsOfRows(table, rows), rows.slice(i, i + ROWS));
    const ids = await db.execute<{ id: string }>(sql`
      update ${table} set ${sql.join([...set, ...(parts.set ? [parts.set] : [])], sql`, `)}
      from ${given} where ${table.id} = given.id and ${parts.only} returning ${table.id} as id`);
    written.push(...ids.map(({ id }) => id));
  }
  return written;
}

type Columns = [key: string, column: PgColumn][];

function columnsOfRows<T extends PgTable>(table: T, rows: readonly Row<T>[]): Columns {
  const [first] = rows;
  if (!first) return [];
  return Object.entries(getTableColumns(table) as Record<string, PgColumn>).filter(([key]) => key in first);
}

function recordset<T extends PgTable>(table: T, columns: Columns, rows: readonly Row<T>[]): SQL {
  const json = rows.map((row) =>
    Object.fromEntries(
      columns.map(([key, { name }]) => [name, plain((row as Record<string, unknown>)[key])]),
    ),
  );
  return sql`json_populate_recordset(null::${table}, ${JSON.stringify(json)}::text::json) as given`;
}

/** Bytes as the input syntax of bytea; instants become ISO texts by themselves. */
function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
}
