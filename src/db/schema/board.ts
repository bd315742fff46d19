import { sql } from 'drizzle-orm';
import { bigserial, index, integer, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import { bytes, createdAt, mercatorPoint, tsvector, xid8 } from './columns';
import { jobs } from './jobs';
import { stationId } from './stations';

/**
 * The two projections of open postings that live in Postgres, written in the transaction of the change.
 *
 * `spot` is the place in Web-Mercator metres (EPSG:3857). The projection is conformal, so a circle on the
 * ground is a circle there, larger by 1/cos(latitude): one GiST index serves every station without PostGIS.
 */
export const board = pgTable(
  'board',
  {
    jobId: uuid('job_id')
      .primaryKey()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    stationId: stationId(),
    spot: mercatorPoint('spot').notNull(),
    /** Everything that ranking needs, packed; see matching/row.ts. */
    packed: bytes('packed').notNull(),
    version: integer('version').notNull(),
  },
  (t) => [index('board_spot').using('gist', t.stationId, t.spot)],
);

/** Words of open postings for the Postgres text engine. */
export const jobWords = pgTable(
  'job_words',
  {
    jobId: uuid('job_id')
      .primaryKey()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    stationId: stationId(),
    spot: mercatorPoint('spot'),
    words: tsvector('words').notNull(),
    /** The normalised text by which hits are scored, so that no hit has to be normalised again. */
    text: jsonb('text').notNull(),
    version: integer('version').notNull(),
  },
  (t) => [
    // New lexemes wait in a short list (kB): ten times faster to write than straight into the tree, and searches
    // that have to look the list through take no longer.
    index('job_words_words').using('gin', t.words).with({ fastupdate: true, gin_pending_list_limit: 256 }),
    index('job_words_spot').using('gist', t.stationId, t.spot),
  ],
);

/**
 * What boards in memory have to read again: one line for each transaction that changed postings, kept for some
 * minutes. `xid` tells which transactions a reader has seen whole: numbers of a sequence do not, because they are
 * taken in another order than transactions end.
 */
export const boardFeed = pgTable(
  'board_feed',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    xid: xid8('xid').notNull().default(sql`pg_current_xact_id()`),
    /** Null when everything was changed. */
    stationId: uuid('station_id'),
    jobIds: uuid('job_ids').array(),
    createdAt: createdAt(),
  },
  (t) => [index('board_feed_xid').on(t.xid)],
);
