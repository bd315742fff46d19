import { sql } from 'drizzle-orm';
import { jobWords } from '../../db/schema';
import type { Db } from '../../db/tx';
import { mercator, type Point } from '../../kernel/geo';
import { documentLexemes, type SearchDocument } from '../../search';
import { each, insertMany } from './bulk';

/** Adds or replaces the words of postings, never an older version over a newer one. */
export async function putWords(db: Db, documents: Iterable<SearchDocument>): Promise<void> {
  await insertMany(
    db,
    jobWords,
    each(documents, wordsRow),
    sql`on conflict (job_id) do update
      set spot = excluded.spot, words = excluded.words, text = excluded.text, version = excluded.version
      where ${jobWords.version} <= excluded.version`,
  );
}

function wordsRow(document: SearchDocument): typeof jobWords.$inferInsert {
  const { _geo: spot, title, occupation, aliases, business, description, pinyin, initials } = document;
  return {
    jobId: document.id,
    stationId: document.stationId,
    spot: spot === null ? null : pointText(spot),
    words: vectorText(documentLexemes(document)),
    text: { title, occupation, aliases, business, description, pinyin, initials },
    version: document.version,
  };
}

/**
 * A tsvector without positions, by the type's own input syntax: every lexeme quoted, quotes and backslashes
 * doubled. Weights are not kept: ranking is by coverage, not by ts_rank.
 */
function vectorText(lexemes: readonly string[]): string {
  return lexemes.map((word) => `'${word.replace(/['\\]/g, '$&$&')}'`).join(' ');
}

/** A place in the input syntax of the type point, in Web-Mercator metres. */
export function pointText(place: Point): string {
  const { x, y } = mercator(place);
  return `(${x},${y})`;
}
