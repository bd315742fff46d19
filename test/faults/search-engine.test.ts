import { Meilisearch } from 'meilisearch';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PAUSE_MS } from '../../src/kernel/pause';
import { openStation } from '../../src/runtime/station';
import { createTextSearch } from '../../src/search';
import { find, findAgain, openWithEngine, settledProof } from '../support/engine';
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import { MISSING_MEILISEARCH, type RunningMeilisearch, startMeilisearch } from '../support/meilisearch';
import { until } from '../support/service';
import type { TestStation } from '../support/station';

const engine = await startMeilisearch();
const title = engine ? 'Meilisearch' : `Meilisearch (${MISSING_MEILISEARCH})`;

describe.skipIf(!engine)(title, { timeout: 60_000 }, () => {
  const server = engine as RunningMeilisearch;
  let proxy: FaultProxy;
  let t: TestStation;
  beforeAll(async () => {
    proxy = await startFaultProxy(server.url);
  });
  beforeEach(async () => {
    t = await openWithEngine(server, proxy.url);
    await t.openJob({ title: '麒麟' });
    expect(await settledProof(t.open)).toMatch(/^equal: 1 open/);
  });
  afterEach(async () => {
    proxy.fault = () => ({ kind: 'none' });
    await t.close();
  });
  afterAll(async () => {
    await proxy.stop();
    await server.stop();
  });

  it('answers by itself while all is well', async () => {
    expect(await find(t, '麒麟')).toMatchObject({ status: 200, total: 1, degraded: false });
  });

  it('is down for a while: Postgres answers, nothing is lost, all is drained later', async () => {
    await proxy.goAway();
    const id = await t.openJob({ title: '麒麟二号' });
    const found = await find(t, '麒麟');
    expect(found).toMatchObject({ status: 200, total: 2, degraded: true });
    expect(found.ids).toContain(id);
    const ready = await t.client().get('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ ready: true, index: false, degraded: true });
    await proxy.comeBack();
    expect(await settledProof(t.open)).toMatch(/^equal: 2 open/);
    expect(await findAgain(t, '麒麟')).toMatchObject({ total: 2, degraded: false });
  });

  it('does not push the news back when it is down for long', async () => {
    await proxy.goAway();
    await t.openJob({ title: '麒麟二号' });
    for (let i = 0; i < 10; i++) await t.open.drainNow();
    const sql = postgres(t.database.superUrl, { max: 1 });
    const [entry] = await sql`select attempts, available_at <= now() as due from outbox`;
    await sql.end();
    await proxy.comeBack();
    expect(entry).toEqual({ attempts: 0, due: true });
  });

  const faults: [string, Fault][] = [
    ['accepts calls and never answers', { kind: 'hang' }],
    ['answers after 3 seconds', { kind: 'delay', ms: 3_000 }],
    ['cuts connections', { kind: 'reset' }],
    ['answers 500', { kind: 'status', status: 500 }],
    ['answers 503', { kind: 'status', status: 503 }],
    ['answers nonsense', { kind: 'garbage' }],
  ];
  for (const [name, fault] of faults) {
    it(`${name}: Postgres answers, later all is equal`, async () => {
      proxy.fault = () => fault;
      await t.openJob({ title: '麒麟二号' });
      expect(await find(t, '麒麟')).toMatchObject({ status: 200, total: 2, degraded: true });
      proxy.fault = () => ({ kind: 'none' });
      expect(await settledProof(t.open)).toMatch(/^equal: 2 open/);
      expect(await findAgain(t, '麒麟')).toMatchObject({ total: 2, degraded: false });
    });
  }

  it('hangs: one search waits for it, the others do not, until one finds that it is back', async () => {
    let asked = 0;
    let hangs = true;
    proxy.fault = (path) => {
      if (!path.endsWith('search')) return { kind: 'none' };
      asked++;
      return { kind: hangs ? 'hang' : 'none' };
    };
    const { index } = t.open;
    if (!index) throw new Error('no engine');
    const reasons: string[] = [];
    let now = 0;
    const { postgres } = t.open.services.text;
    const text = createTextSearch(index, postgres, (reason) => reasons.push(reason), { now: () => now });
    const query = { stationId: t.station.id, words: ['麒麟'], circle: null, limit: 10 };
    const search = async () => {
      const { matches, degraded } = await text.match(query);
      return [matches.length, degraded];
    };
    const several = (count: number) => Promise.all(Array.from({ length: count }, search));

    expect(await search()).toEqual([1, true]);
    expect(await several(5)).toEqual(Array.from({ length: 5 }, () => [1, true]));
    expect(asked).toBe(1);
    now += PAUSE_MS;
    expect(await several(3)).toEqual(Array.from({ length: 3 }, () => [1, true]));
    expect(asked).toBe(2);
    now += PAUSE_MS - 1;
    expect(await search()).toEqual([1, true]);
    expect(asked).toBe(2);
    expect(reasons.filter((reason) => reason === 'timeout')).toHaveLength(2);
    expect(reasons.filter((reason) => reason === 'paused')).toHaveLength(8);

    hangs = false;
    now += 1;
    expect(await search()).toEqual([1, false]);
    expect(await several(3)).toEqual(Array.from({ length: 3 }, () => [1, false]));
    expect(asked).toBe(6);
  });

  it('refuses one document of a batch: the others are found, the bad one later', async () => {
    // An id with spaces in it: the real server refuses the whole batch.
    const spoil = (text: string) => text.replaceAll(/"id":"[^"]+"(?=[^{}]*坏单)/g, '"id":"not an id"');
    const isWrite = (path: string) => path.includes('/documents') && !path.includes('delete');
    proxy.fault = (path) => (isWrite(path) ? { kind: 'rewrite', body: spoil } : { kind: 'none' });
    const good: string[] = [];
    // All of them in one batch.
    await proxy.goAway();
    for (let i = 0; i < 5; i++) good.push(await t.openJob({ title: `麒麟${i}` }));
    const bad = await t.openJob({ title: '麒麟坏单' });
    for (let i = 5; i < 9; i++) good.push(await t.openJob({ title: `麒麟${i}` }));
    await proxy.comeBack();
    await until('the good ones are found', async () => {
      const { ids, degraded } = await find(t, '麒麟');
      return !degraded && good.every((id) => ids.includes(id));
    });
    const sql = postgres(t.database.superUrl, { max: 1 });
    let refused: Record<string, unknown>[] = [];
    await until('the bad one is put back', async () => {
      refused =
        await sql`select entity_id as id, attempts, last_error as error from outbox where attempts > 0`;
      return refused.length > 0;
    });
    expect(refused).toMatchObject([{ id: bad, attempts: 1 }]);
    expect(refused[0]?.['error']).toContain('invalid_document_id');
    expect((await find(t, '麒麟')).ids).not.toContain(bad);
    proxy.fault = () => ({ kind: 'none' });
    await sql`update outbox set available_at = now()`;
    await sql.end();
    expect(await settledProof(t.open)).toMatch(/^equal: 11 open/);
    expect((await findAgain(t, '麒麟')).ids).toContain(bad);
  });

  it('refuses a document for years: its waits stay finite', async () => {
    const id = await t.openJob({ title: '麒麟坏单' });
    expect(await settledProof(t.open)).toMatch(/^equal/);
    const spoil = (text: string) => text.replaceAll(/"id":"[^"]+"/g, '"id":"not an id"');
    proxy.fault = (path) =>
      path.includes('/documents') ? { kind: 'rewrite', body: spoil } : { kind: 'none' };
    const sql = postgres(t.database.superUrl, { max: 1 });
    await sql`insert into outbox (station_id, entity_id, attempts) values (${t.station.id}, ${id}, 5000)`;
    await until('one more attempt', async () => {
      await t.open.drainNow();
      const [row] = await sql`select attempts from outbox`;
      return row?.['attempts'] === 5001;
    });
    const [row] = await sql`select extract(epoch from available_at - now()) as wait from outbox`;
    await sql.end();
    expect(Number(row?.['wait'])).toBeLessThanOrEqual(600);
  });

  it('loses its data: the index is built again by itself', async () => {
    const client = new Meilisearch({ host: server.url, apiKey: server.key });
    await client.deleteIndex(t.open.env.MEILI_INDEX).waitTask();
    expect(await find(t, '麒麟')).toMatchObject({ total: 1, degraded: true });
    await until('it answers again', async () => !(await find(t, '麒麟')).degraded);
    expect(await settledProof(t.open)).toMatch(/^equal: 1 open/);
  });

  it('is configured for a station that has worked without: the index is filled first', async () => {
    const after = await openStation({ ...t.open.env, MEILI_INDEX: `${t.open.env.MEILI_INDEX}-new` });
    await after.drainNow();
    expect(await settledProof(after)).toMatch(/^equal: 1 open/);
    await after.close();
  });
});
