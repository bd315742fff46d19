import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView } from '../../../src/jobs';
import { boardContract } from '../../contracts/board.suite';
import { boardOf } from '../../contracts/board-of';
import { answer } from '../../support/answers';
import { openTestStation, type TestStation } from '../../support/station';

boardContract('postgres', async () => boardOf(await openTestStation()));

describe('the board and the database', () => {
  let t: TestStation;
  beforeAll(async () => {
    t = await openTestStation();
  });
  afterAll(() => t.close());

  it('change together: a transaction that fails leaves both as they were', async () => {
    const id = await t.openJob();
    const { stores, tx, board } = t.open.services;
    const found = await stores.jobs.get(t.station.id, id);
    if (!found) throw new Error('the posting is missing');
    const closed = { ...found.job, status: 'closed' as const, version: found.job.version + 1 };
    const failing = tx(async (inside) => {
      expect(await inside.jobs.update(closed, ['open'])).toBe(true);
      await inside.projections.remove([id]);
      // Others see neither of it yet.
      expect((await board.row(t.station.id, id))?.id).toBe(id);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect((await stores.jobs.get(t.station.id, id))?.job.status).toBe('open');
    expect((await board.row(t.station.id, id))?.id).toBe(id);
  });

  it('never differ for anybody who looks in between', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map((n) => t.openJob({ title: `开关${n}` })));
    const sql = postgres(t.database.superUrl, { max: 1 });
    let over = false;
    let looks = 0;
    const watch = async () => {
      while (!over) {
        const [row] = await sql`select
          (select count(*) from board b join jobs j on j.id = b.job_id where j.status <> 'open')::int as strays,
          (select count(*) from jobs j where j.status = 'open' and j.precision = 'door'
            and not exists (select 1 from board b where b.job_id = j.id))::int as missing`;
        expect(row).toEqual({ strays: 0, missing: 0 });
        looks++;
      }
    };
    const toggle = async (id: string) => {
      for (let i = 0; i < 6; i++) {
        await t.service().post(`/api/jobs/${id}/close`);
        await t.service().post(`/api/jobs/${id}/renew`);
      }
    };
    const watching = watch();
    await Promise.all(ids.map(toggle));
    over = true;
    await watching;
    await sql.end();
    expect(looks).toBeGreaterThan(5);
  });

  it('keep the newer version when an older one comes late', async () => {
    const id = await t.openJob({ headcount: 1 });
    const { stores, board } = t.open.services;
    const old = await stores.jobs.get(t.station.id, id);
    await answer<JobView>(
      t.service().patch(`/api/jobs/${id}`, { pay: { amount: 40, unit: 'hour', settlement: 'daily' } }),
    );
    if (old) await stores.projections.put([old]);
    expect((await board.row(t.station.id, id))?.hourlyFen).toBe(4000);
    expect((await stores.projections.boardVersions()).get(id)).toBe((old?.job.version ?? 0) + 1);
  });

  it('are cleared of strays without losing what is open', async () => {
    const [open, stray] = [await t.openJob(), await t.openJob()];
    const sql = postgres(t.database.superUrl, { max: 1 });
    await sql`update jobs set status = 'closed' where id = ${stray}`;
    await sql.end();
    await t.open.services.stores.projections.removeStrays();
    expect(await t.open.services.board.row(t.station.id, stray)).toBeNull();
    expect((await t.open.services.board.row(t.station.id, open))?.id).toBe(open);
    const words = await t.open.services.stores.projections.wordVersions();
    expect([words.has(open), words.has(stray)]).toEqual([true, false]);
  });
});
