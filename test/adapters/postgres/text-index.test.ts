import { inArray } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPostgresIndex } from '../../../src/adapters/postgres/text-index';
import { putWords } from '../../../src/adapters/postgres/words';
import { type Connection, connect } from '../../../src/db/connect';
import { jobWords } from '../../../src/db/schema';
import {
  createEdgeSegmenter,
  type SearchDocument,
  shippedLexicon,
  toDocument,
  type WritableIndex,
} from '../../../src/search';
import { HERE, idOf, OTHER, STATION } from '../../contracts/search-index.documents';
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

describe('rows of an earlier version', () => {
  // They hold the pairs of the names of their occupation, and those names beside the text, but no occupation lexeme.
  const old = idOf(1);
  const search = () => createPostgresIndex(connection.db, createEdgeSegmenter(shippedLexicon));
  const match = (words: string[], exceptOccupations: string[] = []) =>
    search().match({ stationId: STATION, words, exceptOccupations, circle: null, limit: 10 });

  beforeEach(async () => {
    const { sql } = connection;
    const text = { title: '早班', occupation: '洗碗工', aliases: ['刷碗'], business: '', description: '' };
    await sql`insert into jobs (id, station_id, business_id, title) values (${old}, ${STATION}, ${BUSINESS}, 'x')
      on conflict do nothing`;
    await sql`insert into job_words (job_id, station_id, words, text, version)
      values (${old}, ${STATION}, ${"'早' '班' '早班' '洗碗' '碗工' '刷碗'"}::text::tsvector,
        ${JSON.stringify({ ...text, pinyin: '', initials: '' })}::text::jsonb, 1)`;
  });
  afterEach(async () => {
    await connection.db.delete(jobWords);
  });

  it('are found as before, with the same score', async () => {
    expect(await match(['刷碗'])).toEqual([{ id: old, score: 1 }]);
    expect(await match(['早班', '洗碗'])).toEqual([{ id: old, score: 1 }]);
  });

  it('are left out by their occupation', async () => {
    expect(await match(['刷碗'], ['洗碗工'])).toEqual([]);
    expect(await match(['刷碗'], ['保安'])).toEqual([{ id: old, score: 1 }]);
  });

  it('are replaced when they are written again, and only then', async () => {
    const { db, sql } = connection;
    const place = async () => (await sql`select ctid::text, words::text from job_words`)[0];
    const document = toDocument({
      ...{ id: old, stationId: STATION, title: '早班', occupation: '洗碗工', business: '', description: '' },
      ...{ place: HERE, version: 1 },
    });
    await putWords(db, [document]);
    const written = await place();
    expect(written?.['words']).toContain("'@洗碗工'");
    expect(written?.['words']).not.toContain('刷碗');
    await putWords(db, [document]);
    expect(await place()).toEqual(written);
    expect(await match(['刷碗'])).toEqual([{ id: old, score: 1 }]);
  });
});
