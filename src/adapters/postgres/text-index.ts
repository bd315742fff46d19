import { sql } from 'drizzle-orm';
import type { Db } from '../../db/tx';
import { mercator, mercatorRadius } from '../../kernel/geo';
import { coverage, queryTsquery, type ScoredText, type SearchIndex, type Segmenter } from '../../search';

/**
 * SearchIndex over PostgreSQL: a GIN look-up of lexemes, together with the circle. Its rows are written in
 * the transaction of the posting, so it is never behind; it is the engine of small stations and the fallback
 * of large ones.
 */
export function createPostgresIndex(db: Db, segmenter: Segmenter): SearchIndex {
  return {
    engine: 'postgres',
    async match({ stationId, words, scored = words, circle, limit }, signal) {
      signal?.throwIfAborted();
      const tsquery = queryTsquery(words, segmenter);
      if (tsquery === '') return [];
      const near = circle === null ? sql`` : sql`and spot <@ ${circleText(circle)}::circle`;
      const rows = await db.execute<{ id: string; text: ScoredText }>(sql`
        select job_id as id, text from job_words
        where station_id = ${stationId} and words @@ ${tsquery}::tsquery ${near}
        limit ${limit}`);
      return rows
        .map(({ id, text }) => ({ id, score: coverage(scored, text) }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    },
  };
}

function circleText(circle: { lat: number; lng: number; radiusMetres: number }): string {
  const { x, y } = mercator(circle);
  return `<(${x},${y}),${mercatorRadius(circle.lat, circle.radiusMetres)}>`;
}
