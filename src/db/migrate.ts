import { fileURLToPath } from 'node:url';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import * as schema from './schema';
import { sqlState } from './tx';

/** Where the named SQL migrations are. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../drizzle', import.meta.url));
/** Two processes that start at once must not migrate at once. */
const MIGRATION_LOCK = 7_215_002;

/**
 * Brings the database to the newest schema, as its owner. Safe to repeat and to run twice at once.
 * @param ownerUrl connection of the role that owns the tables
 */
export async function runMigrations(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS_FOLDER });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** SQLSTATE 42501: the role may not do this. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** The database lacks what this version of the program needs, and the role at hand may not add it. */
export class NotMigratedError extends Error {}

/**
 * `runMigrations` when all that is known is the serving connection: if its role may migrate, it does; if it may not,
 * as it should be, somebody else has done it or has to.
 * @throws NotMigratedError naming what is missing
 */
export async function migrateOrCheck(url: string): Promise<void> {
  try {
    await runMigrations(url);
  } catch (error) {
    if (sqlState(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    const missing = await missingColumns(url);
    if (missing.length === 0) return;
    const some = missing.slice(0, 5).join(', ');
    throw new NotMigratedError(
      `the database is not migrated (${some} missing): run npm run migrate as its owner`,
    );
  }
}

/** Columns of the program's tables that the role cannot see, as `table.column`. */
async function missingColumns(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    const rows = await sql<{ name: string }[]>`
      select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`;
    const visible = new Set(rows.map(({ name }) => name));
    return Object.values(schema)
      .filter((table) => is(table, PgTable))
      .map(getTableConfig)
      .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
      .filter((name) => !visible.has(name));
  } finally {
    await sql.end({ timeout: 5 });
  }
}
