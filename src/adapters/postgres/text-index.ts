import { sql } from 'drizzle-orm';
import type { Db } from '../../db/tx';
import { mercator, mercatorRadius } from '../../kernel/geo';
import {
  aliasesOf,
  coverage,
  type Lexicon,
  NO_ALIASES,
  queryLexemes,
  type ScoredText,
  type SearchIndex,
  type Segmenter,
  shippedLexicon,
  tsqueryOf,
} from '../../search';

/**
 * SearchIndex over PostgreSQL: a GIN look-up of lexemes, together with the circle. Its rows are written in
 * the transaction of the posting, so it is never behind; it is the engine of small stations and the fallback
 * of large ones.
 * @param lexicon where other names of occupations are taken from
 */
export function createPostgresIndex(
  db: Db,
  segmenter: Segmenter,
  lexicon: Lexicon = shippedLexicon,
): SearchIndex {
  return {
    engine: 'postgres',
    async match(query, signal) {
      const { stationId, words, scored = words, exceptOccupations = [], circle, limit } = query;
      signal?.throwIfAborted();
      const aliases = query.ownTextOnly ? NO_ALIASES : aliasesOf(lexicon);
      const tsquery = tsqueryOf(queryLexemes(words, segmenter), aliases, exceptOccupations);
      if (tsquery === '') return [];
      const near = circle === null ? sql`` : sql`and spot <@ ${circleText(circle)}::circle`;
      const rows = await db.execute<{ id: string; text: ScoredText }>(sql`
        select job_id as id, text from job_words
        where station_id = ${stationId} and words @@ ${tsquery}::tsquery ${near}
        limit ${limit}`);
      return (
        rows
          // Rows that an earlier version wrote hold the names of their occupation instead of its lexeme.
          .filter(
            ({ text: { occupation } }) => occupation === null || !exceptOccupations.includes(occupation),
          )
          .map(({ id, text }) => ({ id, score: coverage(scored, text, aliases) }))
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      );
    },
  };
}

function circleText(circle: { lat: number; lng: number; radiusMetres: number }): string {
  const { x, y } = mercator(circle);
  return `<(${x},${y}),${mercatorRadius(circle.lat, circle.radiusMetres)}>`;
}
