import { sql } from 'drizzle-orm';
import { jobWords } from '../../db/schema';
import type { Db } from '../../db/tx';
import { mercator, type Point } from '../../kernel/geo';
import {
  documentLexemes,
  occupationLexeme,
  quoted,
  type ScoredText,
  type SearchDocument,
} from '../../search';
import { each, insertMany } from './bulk';

/**
 * Adds or replaces the words of postings, never an older version over a newer one. What stands already is not written
 * again, so that a rebuild of what is in order is quick.
 */
export async function putWords(db: Db, documents: Iterable<SearchDocument>): Promise<void> {
  await insertMany(
    db,
    jobWords,
    each(documents, wordsRow),
    sql`on conflict (job_id) do update
      set spot = excluded.spot, words = excluded.words, text = excluded.text, version = excluded.version
      where ${jobWords.version} <= excluded.version
        and (${jobWords.version}, ${jobWords.words}, ${jobWords.text}, ${jobWords.spot}::text)
          is distinct from (excluded.version, excluded.words, excluded.text, excluded.spot::text)`,
  );
}

function wordsRow(document: SearchDocument): typeof jobWords.$inferInsert {
  const { _geo: spot, title, occupation, business, description, pinyin, initials } = document;
  const text: ScoredText = { title, occupation, business, description, pinyin, initials };
  const named = occupation === null ? [] : [occupationLexeme(occupation)];
  return {
    jobId: document.id,
    stationId: document.stationId,
    spot: spot === null ? null : pointText(spot),
    words: vectorText([...documentLexemes(document), ...named]),
    text,
    version: document.version,
  };
}

/**
 * A tsvector without positions, by the type's own input syntax. Weights are not kept: ranking is by coverage, not by ts_rank.
 */
function vectorText(lexemes: readonly string[]): string {
  return lexemes.map(quoted).join(' ');
}

/** A place in the input syntax of the type point, in Web-Mercator metres. */
export function pointText(place: Point): string {
  const { x, y } = mercator(place);
  return `(${x},${y})`;
}
