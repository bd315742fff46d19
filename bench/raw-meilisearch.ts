import { Meilisearch } from 'meilisearch';
import type { JobDraft } from '../src/jobs';

/** The search engine by itself, with sensible settings and nothing of ours: what we are measured against. */
export interface RawEngine {
  /** Documents a second while indexing. */
  load(drafts: Iterable<JobDraft>): Promise<number>;
  /** Its own top 20 of a circle, nearest first, with words or without. */
  search(query: { lat: number; lng: number; radiusMetres: number; words?: string }): Promise<unknown>;
}

/** The raw engine on a server that runs. */
export function createRawEngine(server: { url: string; key: string }, name = 'raw'): RawEngine {
  const client = new Meilisearch({
    host: server.url,
    apiKey: server.key,
    // Compressed answers stall for 40 ms; the raw engine is measured without that handicap, as ours is.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  });
  const index = client.index(name);
  const wait = { timeout: 600_000 };
  return {
    async load(drafts) {
      await client.createIndex(name, { primaryKey: 'id' }).waitTask(wait);
      await index
        .updateSettings({
          searchableAttributes: ['title', 'business', 'description'],
          filterableAttributes: ['_geo'],
          sortableAttributes: ['_geo'],
          localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
        })
        .waitTask(wait);
      const started = performance.now();
      let batch: Record<string, unknown>[] = [];
      let count = 0;
      const send = async () => {
        await index.addDocuments(batch).waitTask(wait);
        batch = [];
      };
      for (const draft of drafts) {
        batch.push({
          id: draft.externalId?.replace(/\W/g, '-'),
          title: draft.title,
          business: draft.business.name,
          description: draft.description,
          _geo: { lat: draft.place?.lat, lng: draft.place?.lng },
        });
        count++;
        if (batch.length === 10_000) await send();
      }
      if (batch.length > 0) await send();
      return count / ((performance.now() - started) / 1000);
    },
    search: ({ lat, lng, radiusMetres, words }) =>
      index.search(words ?? '', {
        filter: `_geoRadius(${lat}, ${lng}, ${Math.round(radiusMetres)})`,
        sort: words === undefined ? [`_geoPoint(${lat}, ${lng}):asc`] : [],
        limit: 20,
        locales: ['cmn'],
      }),
  };
}
