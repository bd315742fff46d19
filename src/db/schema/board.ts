import { index, integer, jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import { bytes, mercatorPoint, tsvector } from './columns';
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
