import { type Locale, Meilisearch, MeilisearchApiError, type MultiSearchParams } from 'meilisearch';
import { haversineMetres } from '../../kernel/geo';
import {
  aliasesOf,
  type Circle,
  coverage,
  holdsAll,
  isHan,
  type Lexicon,
  NO_ALIASES,
  queryLexemes,
  readingsOf,
  type Segmenter,
  shippedLexicon,
  type WritableIndex,
} from '../../search';
import { filterOf, isNoneOf, isOneOf } from './filter';
import { applySettings, hasSettings } from './settings';
import { SCORED_FIELDS, SPELLED_FIELDS, type StoredDocument, stored } from './stored';
import { settled, written } from './tasks';

/**
 * Where the server is; `index` is the uid of the index, `jobs` by default. `lexicon` is where other names of
 * occupations are taken from, the shipped one by default.
 */
export interface MeilisearchOptions {
  url: string;
  key?: string | undefined;
  index?: string;
  segmenter: Segmenter;
  lexicon?: Lexicon;
}

/** A Meilisearch index, which has to be made once before use. */
export interface MeilisearchIndex extends WritableIndex {
  readonly engine: 'meilisearch';
  /** Makes the index if it is missing and applies the settings where they differ. Safe to repeat. */
  ensure(): Promise<void>;
}

const WRITE_TIMEOUT_MS = 60_000;
/** One exchange. Writes are only queued in it, so that more than this is a server that hangs. */
const REQUEST_TIMEOUT_MS = 10_000;
const LIST_PAGE = 1000;
/**
 * Batches of a rebuild that the server may still be at. It takes those that wait together, which is faster than one
 * by one, and the next are made meanwhile.
 */
const UNDER_WAY = 4;
/** Meilisearch ignores every word of a query after the tenth. */
const MAX_WORDS = 10;
/** Compressed answers come in two packets, the second 40 ms late (Nagle's algorithm against delayed ACK, RFC 1122). */
const UNCOMPRESSED = { 'Accept-Encoding': 'identity' };

/**
 * WritableIndex over Meilisearch. Documents carry their character pairs and queries are sent as pairs, so that
 * Meilisearch never has to guess Chinese words; what other names of an occupation find is asked for by a filter. What
 * it finds is held against the same lexemes as in Postgres, so that both engines answer with the same postings and
 * the same scores.
 */
export function createMeilisearchIndex(options: MeilisearchOptions): MeilisearchIndex {
  const client = new Meilisearch({
    host: options.url,
    ...(options.key ? { apiKey: options.key } : {}),
    requestInit: { headers: UNCOMPRESSED },
    timeout: REQUEST_TIMEOUT_MS,
  });
  const name = options.index ?? 'jobs';
  const next = `${name}-next`;
  const lexicon = options.lexicon ?? shippedLexicon;
  const index = client.index<StoredDocument>(name);
  const create = (uid: string) => settled(client.createIndex(uid, { primaryKey: 'id' }), WRITE_TIMEOUT_MS);
  const drop = (uid: string) => settled(client.deleteIndex(uid), WRITE_TIMEOUT_MS);

  return {
    engine: 'meilisearch',

    async ensure() {
      if (!(await exists(client, name))) await create(name);
      await applySettings(index);
    },

    async match(query, signal) {
      const { stationId, words, scored = words, exceptOccupations = [], circle, limit } = query;
      const aliases = query.ownTextOnly ? NO_ALIASES : aliasesOf(lexicon);
      const lexemes = queryLexemes(words, options.segmenter);
      if (lexemes.length === 0) return [];
      const spelled = [...words, ...scored].some((word) => /[a-z0-9]/.test(word));
      const asked = {
        indexUid: name,
        limit,
        locales: ['cmn'] as Locale[],
        matchingStrategy: 'all' as const,
        attributesToRetrieve: spelled ? [...SCORED_FIELDS, ...SPELLED_FIELDS] : SCORED_FIELDS,
      };
      const within = filterOf(stationId, circle);
      if (exceptOccupations.length > 0) within.push(isNoneOf(exceptOccupations));
      const queries = readingsOf(lexemes, aliases, exceptOccupations).map((reading) => ({
        ...asked,
        q: queryText(reading.lexemes),
        filter: reading.occupations ? [...within, isOneOf(reading.occupations)] : within,
      }));
      const { results } = await client.multiSearch<MultiSearchParams, StoredDocument>(
        { queries },
        signal ? { signal } : {},
      );
      const hits = new Map(results.flatMap((result) => result.hits).map((hit) => [hit.id, hit]));
      return [...hits.values()]
        .filter((hit) => holdsAll(lexemes, hit, aliases) && inside(hit, circle))
        .map((hit) => ({ id: hit.id, score: coverage(scored, hit, aliases) }))
        .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },

    async put(documents) {
      if (documents.length === 0) return;
      await written(index.addDocuments(documents.map(stored), { primaryKey: 'id' }), WRITE_TIMEOUT_MS);
    },

    async remove(ids) {
      if (ids.length > 0) await written(index.deleteDocuments(ids), WRITE_TIMEOUT_MS);
    },

    async *list() {
      for (let offset = 0; ; offset += LIST_PAGE) {
        const { results } = await index.getDocuments({ fields: ['id', 'version'], limit: LIST_PAGE, offset });
        for (const { id, version } of results) yield { id, version };
        if (results.length < LIST_PAGE) return;
      }
    },

    async rebuild(batches) {
      if (await exists(client, next)) await drop(next);
      await create(next);
      const fresh = client.index<StoredDocument>(next);
      await applySettings(fresh);
      const writes: Promise<unknown>[] = [];
      for await (const batch of batches) {
        if (batch.length === 0) continue;
        const write = settled(fresh.addDocuments(batch.map(stored)), WRITE_TIMEOUT_MS);
        // Told by the await that follows, even if making the next batch fails first.
        write.catch(() => {});
        writes.push(write);
        if (writes.length > UNDER_WAY) await writes.shift();
      }
      await Promise.all(writes);
      if (!(await exists(client, name))) await create(name);
      await settled(client.swapIndexes([{ indexes: [name, next], rename: false }]), WRITE_TIMEOUT_MS);
      await drop(next);
    },

    async isSetUp() {
      return (await exists(client, name)) && hasSettings(index);
    },

    async ready() {
      return hasSettings(index).catch(() => false);
    },
  };
}

/**
 * What Meilisearch is asked for: never more than the lexemes, so that nothing is missed. Only its last word may be
 * a prefix, so at most one lexeme that is not Han is sent, as the last.
 */
function queryText(lexemes: readonly string[]): string {
  const han = lexemes.filter(isHan);
  const [spelled] = lexemes.filter((lexeme) => !isHan(lexeme)).sort((a, b) => b.length - a.length);
  return [...han.slice(0, MAX_WORDS - 1), ...(spelled ? [spelled] : [])].join(' ');
}

function inside({ lat, lng }: Pick<StoredDocument, 'lat' | 'lng'>, circle: Circle | null): boolean {
  if (!circle) return true;
  return (
    lat !== null && lng !== null && haversineMetres(circle.lat, circle.lng, lat, lng) <= circle.radiusMetres
  );
}

async function exists(client: Meilisearch, uid: string): Promise<boolean> {
  try {
    await client.getRawIndex(uid);
    return true;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return false;
    throw error;
  }
}
