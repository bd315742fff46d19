import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prove } from '../../src/cli/proof';
import { rebuildIndex, rebuildProjections, refreshBoard } from '../../src/notify';
import type { SearchDocument, WritableIndex } from '../../src/search';
import { find, openWithEngine, settledProof } from '../support/engine';
import { MISSING_MEILISEARCH, type RunningMeilisearch, startMeilisearch } from '../support/meilisearch';
import { until } from '../support/service';
import { openTestStation, type TestStation } from '../support/station';

const engine = await startMeilisearch();
afterAll(() => engine?.stop());

function rebuildDeps(t: TestStation) {
  const { jobs, projections, outbox } = t.open.services.stores;
  return { jobs, projections, outbox, index: t.open.index, lexicon: t.open.services.lexicon };
}

describe('reindex without a search engine', () => {
  it('mends board and words whatever became of them', async () => {
    const t = await openTestStation();
    const kept = await t.openJob({ title: '麒麟一号' });
    const lost = await t.openJob({ title: '麒麟二号' });
    const closed = await t.openJob({ title: '麒麟三号' });
    const { projections, jobs } = t.open.services.stores;
    const stray = await jobs.getMany(t.station.id, [closed]);
    await t.service().post(`/api/jobs/${closed}/close`);
    await projections.put(stray);
    await projections.remove([lost]);
    expect((await prove(t.open)).lines).toContain('board: 1 missing');
    expect((await prove(t.open)).lines).toContain('words: 1 extra');
    expect(await rebuildProjections(rebuildDeps(t))).toBe(2);
    expect(await prove(t.open)).toMatchObject({ equal: true });
    expect((await find(t, '麒麟')).ids.sort()).toEqual([kept, lost].sort());
    await t.close();
  });
});

describe('a board that another version has written', () => {
  it('is written anew before anything of it is read', async () => {
    const t = await openTestStation();
    await t.openJob({ title: '麒麟四号' });
    const sql = postgres(t.database.superUrl, { max: 1 });
    await sql`update board set packed = set_byte(packed, 2, 1)`;
    await sql.end();
    expect((await t.client().get('/api/jobs')).status).toBe(500);
    const said: string[] = [];
    const deps = rebuildDeps(t);
    await refreshBoard(deps, (line) => said.push(line));
    await refreshBoard(deps, (line) => said.push(line));
    expect(said).toHaveLength(1);
    expect((await find(t, '麒麟四号')).ids).toHaveLength(1);
    await t.close();
  });
});

const title = engine ? 'reindex while people search' : `reindex (${MISSING_MEILISEARCH})`;
describe.skipIf(!engine)(title, { timeout: 60_000 }, () => {
  const server = engine as RunningMeilisearch;
  let t: TestStation;
  beforeAll(async () => {
    t = await openWithEngine(server);
    for (let i = 0; i < 30; i++) await t.openJob({ title: `麒麟${i}号` });
    expect(await settledProof(t.open)).toMatch(/^equal: 30 open/);
  });
  afterAll(() => t.close());

  it('never shows an empty or failing list, and what changes meanwhile is found afterwards', async () => {
    const fixed = await t.openJob({ title: '麒麟常在' });
    expect(await settledProof(t.open)).toMatch(/^equal: 31 open/);
    let running = true;
    let searches = 0;
    const bad: unknown[] = [];
    const searching = async () => {
      while (running) {
        const found = await find(t, '麒麟');
        searches++;
        if (found.status !== 200 || found.degraded || !found.ids.includes(fixed)) {
          bad.push({ ...found, ids: found.ids.length });
        }
      }
    };
    const seekers = [searching(), searching()];
    const opened: string[] = [];
    const closed: string[] = [];
    for (let round = 0; round < 4; round++) {
      const rebuilt = rebuildProjections(rebuildDeps(t));
      const gone = await t.openJob({ title: `麒麟早退${round}` });
      opened.push(await t.openJob({ title: `麒麟新来${round}` }));
      await t.service().post(`/api/jobs/${gone}/close`);
      closed.push(gone);
      await rebuilt;
    }
    running = false;
    await Promise.all(seekers);
    expect(bad).toEqual([]);
    expect(searches).toBeGreaterThan(4);
    expect(await settledProof(t.open)).toMatch(/^equal: 35 open/);
    const { ids } = await find(t, '麒麟');
    expect(opened.filter((id) => !ids.includes(id))).toEqual([]);
    expect(closed.filter((id) => ids.includes(id))).toEqual([]);
  });

  it('is done by one at a time', async () => {
    const { index } = t.open;
    if (!index) throw new Error('no index');
    const both = await Promise.allSettled([
      rebuildIndex({ ...rebuildDeps(t), index }),
      rebuildIndex({ ...rebuildDeps(t), index }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'rebuild_running' },
    });
    expect(await settledProof(t.open)).toMatch(/^equal: 35 open/);
  });

  /** The index, with something done while it is being rebuilt: after the first batch, and just before the swap. */
  function meddling(index: WritableIndex, during: () => Promise<void>, before: () => Promise<unknown>) {
    const watched = async function* (documents: AsyncIterable<SearchDocument[]>) {
      let first = true;
      for await (const batch of documents) {
        yield batch;
        if (first) await during();
        first = false;
      }
      await before();
    };
    return {
      ...index,
      rebuild: (documents: AsyncIterable<SearchDocument[]>) => index.rebuild(watched(documents)),
    };
  }

  /** Opens one posting and closes another, and waits until the drain has told the old index. */
  async function changeAndDrain(name: string, closed: string): Promise<void> {
    await t.openJob({ title: name });
    await t.service().post(`/api/jobs/${closed}/close`);
    await until('the old index has heard', async () => {
      return (await t.open.services.stores.outbox.lag()).waiting === 0;
    });
  }

  it('brings into the new index what the drain has told the old one', async () => {
    const { index } = t.open;
    if (!index) throw new Error('no index');
    const closed = await t.openJob({ title: '麒麟早退' });
    const meddled = meddling(
      index,
      () => changeAndDrain('麒麟途中', closed),
      () => t.open.drainNow(),
    );
    await rebuildIndex({ ...rebuildDeps(t), index: meddled });
    expect(await settledProof(t.open)).toMatch(/^equal: 36 open/);
  });

  it('loses nothing when it dies right after the swap', async () => {
    const { index } = t.open;
    if (!index) throw new Error('no index');
    const closed = await t.openJob({ title: '麒麟早退' });
    const meddled = meddling(
      index,
      () => changeAndDrain('麒麟又途中', closed),
      async () => {},
    );
    const dying: WritableIndex = {
      ...meddled,
      async rebuild(documents) {
        await meddled.rebuild(documents);
        throw new Error('killed');
      },
    };
    await expect(rebuildIndex({ ...rebuildDeps(t), index: dying })).rejects.toThrow('killed');
    expect(await settledProof(t.open)).toMatch(/^equal: 37 open/);
  });
});
