import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { afterAll, describe, expect, it } from 'vitest';
import { createMeilisearchIndex, MeilisearchTaskError } from '../../../src/adapters/meilisearch';
import { createEdgeSegmenter, DocumentsRefused, shippedLexicon, toDocument } from '../../../src/search';
import { searchIndexContract } from '../../contracts/search-index.suite';
import { MISSING_MEILISEARCH, startMeilisearch } from '../../support/meilisearch';

/** The discard port, on which nothing listens. */
const NOWHERE = 'http://127.0.0.1:9';
const server = await startMeilisearch();
const title = server ? 'Meilisearch' : `Meilisearch (${MISSING_MEILISEARCH})`;

describe.skipIf(!server)(title, () => {
  const { url, key } = server ?? { url: NOWHERE, key: '' };
  const client = new Meilisearch({ host: url, apiKey: key });
  const segmenter = createEdgeSegmenter(shippedLexicon);
  const named = (index: string) => createMeilisearchIndex({ url, key, index, segmenter });
  const used: string[] = [];
  const freshName = () => {
    const name = `test-${randomUUID()}`;
    used.push(name, `${name}-next`);
    return name;
  };
  const drop = (name: string) => client.deleteIndex(name).waitTask();

  afterAll(async () => {
    await Promise.all(used.map(drop));
    await server?.stop();
  });

  searchIndexContract('meilisearch', async () => {
    const index = named(freshName());
    await index.ensure();
    return { index, dispose: async () => {} };
  });

  it('is not ready before it is made, and making it twice changes nothing', async () => {
    const name = freshName();
    const index = named(name);
    expect(await index.ready()).toBe(false);
    await index.ensure();
    expect(await index.ready()).toBe(true);
    const { updatedAt } = await client.getRawIndex(name);
    await index.ensure();
    expect((await client.getRawIndex(name)).updatedAt).toBe(updatedAt);
  });

  it('is not ready when Meilisearch made the index by itself, until it is set up', async () => {
    const name = freshName();
    await client
      .index(name)
      .addDocuments([{ id: 'stray' }])
      .waitTask();
    expect(await named(name).ready()).toBe(false);
    await named(name).ensure();
    expect(await named(name).ready()).toBe(true);
  });

  it('can be rebuilt before it was made', async () => {
    const index = named(freshName());
    await index.rebuild((async function* () {})());
    expect(await index.ready()).toBe(true);
  });

  it('throws what a task failed with', async () => {
    const index = named(freshName());
    await index.ensure();
    const document = toDocument({
      id: 'not an id!',
      stationId: 's',
      title: '洗碗工',
      occupation: null,
      business: '',
      description: '',
      place: null,
      version: 1,
    });
    const failure = await index.put([document]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DocumentsRefused);
    expect(failure).toMatchObject({ cause: { code: 'invalid_document_id' } });
    expect((failure as Error).cause).toBeInstanceOf(MeilisearchTaskError);
  });

  it('is not ready where no server answers', async () => {
    const index = createMeilisearchIndex({ url: NOWHERE, segmenter });
    expect(await index.ready()).toBe(false);
    await expect(index.match({ stationId: 's', words: ['洗碗'], circle: null, limit: 5 })).rejects.toThrow();
  });
});
