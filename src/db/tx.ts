import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type * as schema from './schema';

/** A connection or a transaction; stores do not care which. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;

/** SQLSTATE of an error from the driver, looked for through Drizzle's wrapping; null for other errors. */
export function sqlState(error: unknown): string | null {
  for (let e: unknown = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    const code = (e as { code?: unknown }).code;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return null;
}

/** SQLSTATE 23505: a row with this key is already there. */
export const UNIQUE_VIOLATION = '23505';
