import type postgres from 'postgres';
import type { Header } from './format';

/** A session in a transaction. */
export type Tx = postgres.TransactionSql;

/** A table of the station with its columns in their order. */
export type Table = Pick<Header['tables'][number], 'name' | 'columns'>;

/** An identifier as SQL wants it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Settings under which text means the same when it is written and when it is read. */
export async function plainText(tx: Tx): Promise<void> {
  await tx.unsafe(`set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local extra_float_digits = 1;
    set local bytea_output = 'hex'; set local client_encoding = 'UTF8'; set local statement_timeout = 0;
    set local idle_in_transaction_session_timeout = 0`);
}

/** What is only passed on between running servers and forgotten within minutes. */
const PASSING = 'board_feed';

/**
 * Every table of the schema `public` that is kept, those that others refer to first.
 * @throws Error when tables refer to each other in a circle
 */
export async function tablesInOrder(tx: Tx): Promise<Table[]> {
  const rows = await tx<{ name: string; columns: string[]; refers: string[] }[]>`
    select c.relname as name,
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select coalesce(json_agg(distinct f.relname::text), '[]') from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname <> ${PASSING} order by c.relname`;
  const ordered: Table[] = [];
  const placed = new Set<string>();
  while (placed.size < rows.length) {
    const next = rows.filter(
      ({ name, refers }) => !placed.has(name) && refers.every((other) => placed.has(other)),
    );
    if (next.length === 0) throw new Error('tables refer to each other in a circle');
    for (const { name, columns } of next) {
      ordered.push({ name, columns });
      placed.add(name);
    }
  }
  return ordered;
}

/** Hashes of the migrations applied, oldest first. */
export async function appliedMigrations(tx: Tx): Promise<string[]> {
  const rows = await tx<
    { hash: string }[]
  >`select hash from drizzle.__drizzle_migrations order by created_at, id`;
  return rows.map(({ hash }) => hash);
}

/** The last value of each sequence; null for one that was never used. */
export async function sequenceValues(tx: Tx): Promise<Record<string, number | null>> {
  const rows = await tx<{ name: string; value: string | null }[]>`
    select sequencename as name, last_value as value from pg_sequences
    where schemaname = 'public' and sequencename <> ${`${PASSING}_seq_seq`} order by 1`;
  return Object.fromEntries(rows.map(({ name, value }) => [name, value === null ? null : Number(value)]));
}

/** How many rows a table holds. */
export async function rowCount(tx: Tx, table: string): Promise<number> {
  const [row] = await tx.unsafe<{ count: string }[]>(`select count(*) as count from public.${quoted(table)}`);
  return Number(row?.count);
}
