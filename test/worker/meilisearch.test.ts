import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft, streetMetresNorth } from '../support/builders';
import { MISSING_MEILISEARCH, startMeilisearch } from '../support/meilisearch';
import { type EdgeStation, openEdgeStation, until } from './edge-station';

const server = await startMeilisearch();
const title = server ? 'the Worker with Meilisearch' : `the Worker with Meilisearch (${MISSING_MEILISEARCH})`;

interface Answer {
  items: { job: { id: string; title: string } }[];
  total: number;
  engine: string;
  degraded: boolean;
}

describe.skipIf(!server)(title, () => {
  const { url, key } = server ?? { url: '', key: '' };
  const index = `edge-${crypto.randomUUID()}`;
  const indexed = () => new Meilisearch({ host: url, apiKey: key }).index(index);
  let edge: EdgeStation;
  beforeAll(async () => {
    edge = await openEdgeStation({ MEILI_URL: url, MEILI_KEY: key, MEILI_INDEX: index });
  });
  afterAll(async () => {
    await edge?.close();
    await indexed().delete().waitTask();
    await server?.stop();
  });

  const draft = (changes: Parameters<typeof jobDraft>[0]) =>
    jobDraft({ validThrough: edge.dateIn(20), ...changes });
  const search = async (q: string) => (await (await edge.call('GET', `/api/jobs?q=${q}`)).json()) as Answer;

  it('answers from Postgres and says so while there is no index', async () => {
    await edge.node.openJob(draft({ title: '早市理货员' }));
    expect(await search('理货')).toMatchObject({ total: 1, engine: 'meilisearch', degraded: true });
    expect(await (await edge.call('GET', '/readyz')).json()).toMatchObject({ index: false, degraded: true });
  });

  it('makes the index and fills it by the schedule', async () => {
    expect((await edge.scheduled()).status).toBe(200);
    expect(await search('理货')).toMatchObject({ total: 1, engine: 'meilisearch', degraded: false });
    expect(await (await edge.call('GET', '/readyz')).json()).toMatchObject({
      index: true,
      degraded: false,
      outbox: { waiting: 0 },
    });
  });

  it('finds a posting in the index right after it was opened, and no more once it is closed', async () => {
    const created = await edge.service('POST', '/api/jobs', draft({ title: '修伞师傅' }));
    const { id } = (await created.json()) as { id: string };
    await edge.service('POST', `/api/jobs/${id}/publish`);
    const opened = performance.now();
    const found = await until(
      () => search('修伞'),
      ({ total, degraded }) => total === 1 && !degraded,
    );
    console.info(`findable in Meilisearch ${Math.round(performance.now() - opened)} ms after it was opened`);
    expect(found).toMatchObject({ total: 1, degraded: false });
    await edge.service('POST', `/api/jobs/${id}/close`);
    const holds = () =>
      indexed()
        .getDocuments<{ id: string }>({ fields: ['id'], limit: 100 })
        .then(({ results }) => results.some((document) => document.id === id));
    expect(await until(holds, (still) => !still)).toBe(false);
  });

  it('loses no posting when many are opened at the same moment', async () => {
    const open = async (i: number) => {
      const created = await edge.service('POST', '/api/jobs', draft({ title: `磨刀师傅${i}` }));
      const { id } = (await created.json()) as { id: string };
      await edge.service('POST', `/api/jobs/${id}/publish`);
    };
    await Promise.all(Array.from({ length: 12 }, (_, i) => open(i)));
    const found = await until(
      () => search('磨刀'),
      ({ total, degraded }) => total === 12 && !degraded,
    );
    expect(found).toMatchObject({ total: 12, degraded: false });
  });

  it('answers as Node does from Postgres, for the same words', async () => {
    const open = (title: string, metres: number) =>
      edge.node.openJob(draft({ title, place: streetMetresNorth(metres) }));
    await open('饭店洗碗工', 420);
    await open('后厨洗碗', 610);
    await open('洗碗工，管饭', 990);
    await open('便利店收银', 770);
    await edge.scheduled();
    for (const q of ['洗碗', 'xiwan', '洗碗 日结', '后厨洗碗', '收银']) {
      const here = await search(q);
      const there = (await (await edge.node.client().get(`/api/jobs?q=${q}`)).json()) as Answer;
      expect(here.items.map((item) => item.job.title)).toEqual(there.items.map((item) => item.job.title));
      expect(there.total).toBeGreaterThan(0);
      expect(here.degraded).toBe(false);
    }
  });
});
