import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from './schema';
import { guardTransactions } from './transactions';
import type { Db } from './tx';

/** An open connection pool and Drizzle over it. */
export interface Connection {
  db: Db;
  sql: postgres.Sql;
  close(): Promise<void>;
}

/** Pause before a lost connection is tried again. */
const RETRY_SECONDS = 0.25;

/**
 * Opens a pool.
 * @param options `max`: connections; `edge`: one request's client on Workers, where type look-ups and prepared
 * statements outlive nothing
 */
export function connect(url: string, options: { max?: number; edge?: boolean } = {}): Connection {
  const sql = postgres(url, {
    max: options.edge ? 1 : (options.max ?? 10),
    idle_timeout: options.edge ? 10 : 60,
    connect_timeout: 10,
    // The driver's own pauses grow to 20 s, in which requests wait for a database that is long back.
    backoff: () => RETRY_SECONDS,
    fetch_types: false,
    // Notices such as "relation already exists, skipping" are no news to anybody.
    onnotice: () => {},
    ...(options.edge ? {} : { connection: { application_name: 'station' } }),
  });
  guardTransactions(sql, !options.edge);
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}
