import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importBatch, lineOfDraft } from '../../src/jobs';
import { systemCtx } from '../../src/runtime/first-station';
import { type OpenStation, openStation } from '../../src/runtime/station';
import { upkeep } from '../../src/runtime/upkeep';
import { jobDraft } from '../support/builders';
import { find, openWithEngine, settledProof } from '../support/engine';
import { startFaultProxy } from '../support/fault-proxy';
import { MISSING_MEILISEARCH, type RunningMeilisearch, startMeilisearch } from '../support/meilisearch';
import { until } from '../support/service';
import { openTestStation, type TestStation } from '../support/station';

const engine = await startMeilisearch();
afterAll(() => engine?.stop());

/** Lines as an importer sends them. */
const lines = (count: number, title: string) =>
  Array.from({ length: count }, (_, i) =>
    lineOfDraft(i + 1, jobDraft({ externalId: `both/${i}`, title: `${title}${i}号` })),
  );

describe('the same import twice at once', () => {
  it('makes every posting once, whoever is first', { timeout: 60_000 }, async () => {
    const t = await openTestStation();
    const other = await openStation(t.open.env, { clock: t.clock });
    const batch = lines(400, '理货员');
    const [one, two] = await Promise.all([
      importBatch(t.ctx(), batch),
      importBatch(systemCtx(other.services, t.station), batch),
    ]);
    const results = [...one, ...two].map(({ result }) => result);
    expect(results.filter((result) => result === 'created')).toHaveLength(400);
    expect(results.filter((result) => result === 'unchanged')).toHaveLength(400);
    expect(one.map(({ id }) => id)).toEqual(two.map(({ id }) => id));
    const counts = await t.open.services.stores.jobs.countByStatus(t.station.id);
    expect(counts).toEqual({ open: 400 });
    await other.close();
    await t.close();
  });
});

const title = engine ? 'two servers' : `two servers (${MISSING_MEILISEARCH})`;
describe.skipIf(!engine)(title, { timeout: 60_000 }, () => {
  const server = engine as RunningMeilisearch;
  let t: TestStation;
  let other: OpenStation;
  beforeAll(async () => {
    t = await openWithEngine(server);
    other = await openStation(t.open.env, { clock: t.clock, keepDraining: true });
  });
  afterAll(async () => {
    await other.close();
    await t.close();
  });

  it('drain one outbox into one index at once: nothing is lost, nothing old comes back', async () => {
    const contexts = [t.ctx(), systemCtx(other.services, t.station)];
    const change = (round: number) =>
      contexts.map((ctx, i) => importBatch(ctx, lines(60, i === 0 ? `麒麟甲${round}` : `麒麟乙${round}`)));
    for (let round = 0; round < 5; round++) {
      await Promise.all([...change(round), t.open.drainNow(), other.drainNow()]);
    }
    expect(await settledProof(t.open)).toMatch(/^equal: 60 open/);
    const { total, degraded } = await find(t, '麒麟');
    expect({ total, degraded }).toEqual({ total: 60, degraded: false });
  });

  it('take turns: what a slow one read before a change never overwrites what came after', async () => {
    const proxy = await startFaultProxy(server.url);
    const own = await openWithEngine(server, proxy.url);
    expect(await settledProof(own.open)).toMatch(/^equal: 0/);
    await own.open.close();
    const slow = await openStation(own.open.env, { clock: own.clock });
    const quick = await openStation({ ...own.open.env, MEILI_URL: server.url }, { clock: own.clock });
    const ctx = systemCtx(quick.services, own.station);
    const say = (title: string) =>
      importBatch(ctx, [lineOfDraft(1, jobDraft({ externalId: 'slow/1', title }))]);
    let writing = false;
    proxy.fault = (path) => {
      if (!path.includes('/documents')) return { kind: 'none' };
      writing = true;
      return { kind: 'delay', ms: 700 };
    };
    await say('麒麟旧名');
    const first = slow.drainNow();
    await until('the slow one writes', async () => writing);
    await say('麒麟新名');
    await quick.drainNow();
    await first;
    expect(await settledProof(quick)).toMatch(/^equal: 1 open/);
    await slow.close();
    await quick.close();
    await own.database.drop();
    await proxy.stop();
  });

  it('hear of what the other one wrote', async () => {
    const [result] = await importBatch(systemCtx(other.services, t.station), [
      lineOfDraft(1, jobDraft({ title: '凤凰店员' })),
    ]);
    await until('it is found', async () => {
      const { ids, degraded } = await find(t, '凤凰');
      return !degraded && ids.includes(result?.id ?? '');
    });
  });

  it('start at once with an empty engine: one of them builds the index', async () => {
    const env = { ...t.open.env, MEILI_INDEX: `${t.open.env.MEILI_INDEX}-fresh` };
    const both = await Promise.all([openStation(env), openStation(env)]);
    await Promise.all(both.map((open) => open.drainNow()));
    for (const open of both) expect(await settledProof(open)).toMatch(/^equal: 61 open/);
    await Promise.all(both.map((open) => open.close()));
  });

  it('with and without an engine: the one without throws no news away', async () => {
    const plain = await openStation({ ...t.open.env, MEILI_URL: undefined }, { clock: t.clock });
    const quiet = await openStation(t.open.env, { clock: t.clock });
    await other.close();
    await t.open.close();
    const [result] = await importBatch(systemCtx(plain.services, t.station), [
      lineOfDraft(1, jobDraft({ title: '麒麟夜班' })),
    ]);
    await plain.drainNow();
    await upkeep(plain.services, plain.accounts);
    const { stores } = quiet.services;
    expect((await stores.outbox.lag()).waiting).toBe(1);
    expect(await settledProof(quiet)).toMatch(/^equal: 62 open/);
    const held = [];
    for await (const { id } of quiet.index?.list() ?? []) held.push(id);
    expect(held).toContain(result?.id);
    await plain.close();
    await quiet.close();
  });
});
