import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as schema from '../../src/db/schema';
import type { Db } from '../../src/db/tx';
import { createDatabase } from '../support/database';

/** A migrated database, seen as the serving role sees it. */
export interface TestDatabase {
  db: Db;
  sql: postgres.Sql;
  /** Another client of the same database. */
  connect(connections: number): Db;
  close(): Promise<void>;
}

/** Opens a database of the suite's own. */
export async function openDatabase(): Promise<TestDatabase> {
  const database = await createDatabase();
  const clients: postgres.Sql[] = [];
  const open = (max: number) => {
    const client = postgres(database.appUrl, { max, onnotice: () => {} });
    clients.push(client);
    return client;
  };
  const sql = open(10);
  return {
    db: drizzle(sql, { schema }),
    sql,
    connect: (connections) => drizzle(open(connections), { schema }),
    async close() {
      await Promise.all(clients.map((client) => client.end()));
      await database.drop();
    },
  };
}
