import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll } from 'vitest';
import { createPostgresIndex } from '../../../src/adapters/postgres/text-index';
import { putWords } from '../../../src/adapters/postgres/words';
import { type Connection, connect } from '../../../src/db/connect';
import { jobWords } from '../../../src/db/schema';
import {
  createEdgeSegmenter,
  type SearchDocument,
  shippedLexicon,
  type WritableIndex,
} from '../../../src/search';
import { OTHER, STATION } from '../../contracts/search-index.documents';
import { searchIndexContract } from '../../contracts/search-index.suite';
import { createDatabase, type TestDatabase } from '../../support/database';

/**
 * The Postgres engine is written in the transaction of each posting; here its rows are written by themselves,
 * with as little of a posting as the foreign keys ask for.
 */
const BUSINESS = '01920000-0000-7000-8000-00000000000b';
let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await createDatabase();
  connection = connect(database.appUrl);
  const { sql } = connection;
  for (const id of [STATION, OTHER]) {
    await sql`insert into stations (id, slug, name, lat, lng) values (${id}, ${id}, 'x', 35, 113)`;
  }
  await sql`insert into businesses (id, station_id, name, kind) values (${BUSINESS}, ${STATION}, 'x', 'shop')`;
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

searchIndexContract('postgres', async () => {
  const { db, sql } = connection;
  const jobsOf = async (documents: SearchDocument[]) => {
    const ids = JSON.stringify(documents.map(({ id }) => id));
    await sql`insert into jobs (id, station_id, business_id, title)
      select id::uuid, ${STATION}, ${BUSINESS}, 'x' from json_array_elements_text(${ids}::text::json) id
      on conflict do nothing`;
  };
  const search = createPostgresIndex(db, createEdgeSegmenter(shippedLexicon));
  const index: WritableIndex = {
    ...search,
    async put(documents) {
      await jobsOf(documents);
      await putWords(db, documents);
    },
    async remove(ids) {
      if (ids.length > 0) await db.delete(jobWords).where(inArray(jobWords.jobId, ids));
    },
    async *list() {
      yield* await db.select({ id: jobWords.jobId, version: jobWords.version }).from(jobWords);
    },
    async rebuild(batches) {
      await db.transaction(async (tx) => {
        await tx.delete(jobWords);
        for await (const documents of batches) {
          await jobsOf(documents);
          await putWords(tx, documents);
        }
      });
    },
    ready: async () => true,
    isSetUp: async () => true,
  };
  return {
    index,
    async dispose() {
      await db.delete(jobWords);
    },
  };
});
