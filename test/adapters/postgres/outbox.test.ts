import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outbox, OutboxEntry } from '../../../src/notify';
import { openTestStation, type TestStation } from '../../support/station';

/** The transactional outbox: written with the change, handed out under one lock, kept until it is settled. */
let t: TestStation;
let outbox: Outbox;
let sql: postgres.Sql;
beforeAll(async () => {
  t = await openTestStation();
  outbox = t.open.services.stores.outbox;
  sql = postgres(t.database.superUrl, { max: 2, onnotice: () => {} });
});
beforeEach(() => sql`delete from outbox`);
afterAll(async () => {
  await sql.end();
  await t.close();
});

const entries = (count: number) =>
  Array.from({ length: count }, () => ({ stationId: t.station.id, entityId: t.open.services.ids.next() }));
const all = (batch: OutboxEntry[]) => ({ done: batch.map(({ seq }) => seq), failed: [] });
const none = { done: [], failed: [] };
/** Holds one side of a race until the other has moved. */
function latch() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), opened };
}
const waiting = async () => (await outbox.lag()).waiting;

describe('what is written', () => {
  it('is there with its change, and not without it', async () => {
    const failing = t.open.services.tx(async (stores) => {
      await stores.outbox.push(entries(3));
      throw new Error('no change after all');
    });
    await expect(failing).rejects.toThrow();
    expect(await waiting()).toBe(0);
    await t.open.services.tx((stores) => stores.outbox.push(entries(3)));
    expect(await waiting()).toBe(3);
  });

  it('follows every change of a posting', async () => {
    const id = await t.openJob();
    await t.service().post(`/api/jobs/${id}/close`);
    const rows = await sql`select entity_id from outbox order by seq`;
    expect(rows.map((row) => row.entity_id)).toEqual([id, id]);
  });
});

describe('a batch', () => {
  it('is handed out in order, at most as many as asked, and removed when it is done', async () => {
    const given = entries(5);
    await outbox.push(given);
    const seen: string[] = [];
    const handled = await outbox.withBatch(3, async (batch) => {
      seen.push(...batch.map(({ entityId }) => entityId));
      return all(batch);
    });
    expect(handled).toBe(3);
    expect(seen).toEqual(given.slice(0, 3).map(({ entityId }) => entityId));
    expect(await waiting()).toBe(2);
  });

  it('stays when the work throws, and when nothing is said of it', async () => {
    await outbox.push(entries(2));
    const failing = outbox.withBatch(10, async () => {
      throw new Error('the process is dying');
    });
    await expect(failing).rejects.toThrow('dying');
    expect(await waiting()).toBe(2);
    expect(await outbox.withBatch(10, async () => none)).toBe(2);
    // Nothing was their fault: they are due at once.
    expect(await outbox.withBatch(10, async (batch) => all(batch))).toBe(2);
    expect(await waiting()).toBe(0);
  });

  it('is handed to one drain at a time, whoever asks', async () => {
    await outbox.push(entries(4));
    const atWork = latch();
    const goOn = latch();
    const first = outbox.withBatch(2, async (batch) => {
      atWork.open();
      await goOn.opened;
      return all(batch);
    });
    await atWork.opened;
    const never = () => Promise.reject(new Error('called'));
    expect(await Promise.all([1, 2, 3].map(() => outbox.withBatch(2, never)))).toEqual([null, null, null]);
    goOn.open();
    expect(await first).toBe(2);
    expect(await outbox.withBatch(2, async (batch) => all(batch))).toBe(2);
    expect(await waiting()).toBe(0);
  });

  it('of nothing asks for no work', async () => {
    expect(await outbox.withBatch(10, () => Promise.reject(new Error('called')))).toBe(0);
  });
});

describe('a failure', () => {
  it('is tried again later and later, ten minutes at most; the others go on', async () => {
    const [bad, good] = entries(2);
    await outbox.push([bad, good].flatMap((entry) => entry ?? []));
    const waits: number[] = [];
    for (let i = 0; i < 12; i++) {
      await outbox.withBatch(10, async (batch) => ({
        done: batch.filter(({ entityId }) => entityId === good?.entityId).map(({ seq }) => seq),
        failed: batch
          .filter(({ entityId }) => entityId === bad?.entityId)
          .map(({ seq }) => ({ seq, error: 'refused' })),
      }));
      // Not due: handed to nobody.
      expect(await outbox.withBatch(10, () => Promise.reject(new Error('called')))).toBe(0);
      const [row] =
        await sql`select attempts, last_error, extract(epoch from available_at - now())::float8 as wait from outbox`;
      expect(row).toMatchObject({ attempts: i + 1, last_error: 'refused' });
      waits.push(Math.round(Number(row?.wait)));
      await sql`update outbox set available_at = now()`;
    }
    expect(waits.slice(0, 5)).toEqual([2, 4, 8, 16, 32]);
    expect(Math.max(...waits)).toBe(600);
    expect(waits.at(-1)).toBe(600);
    expect(await waiting()).toBe(1);
  });

  it('is kept with the beginning of its reason', async () => {
    await outbox.push(entries(1));
    await outbox.withBatch(1, async ([entry]) => ({
      done: [],
      failed: [{ seq: entry?.seq ?? 0, error: 'x'.repeat(5000) }],
    }));
    const [row] = await sql`select length(last_error) as length from outbox`;
    expect(row?.length).toBe(200);
  });
});

describe('beside the drain', () => {
  it('the lag is how many wait, and for how long', async () => {
    await outbox.push(entries(2));
    await sql`update outbox set created_at = now() - interval '90 seconds' where seq = (select min(seq) from outbox)`;
    const { waiting: count, oldestMs } = await outbox.lag();
    expect(count).toBe(2);
    expect(oldestMs).toBeGreaterThanOrEqual(90_000);
    expect(oldestMs).toBeLessThan(150_000);
  });

  it('only what is old is forgotten', async () => {
    await outbox.push(entries(3));
    await sql`update outbox set created_at = now() - interval '1 hour' where seq = (select min(seq) from outbox)`;
    await outbox.discard(60_000);
    expect(await waiting()).toBe(2);
  });

  it('what changed since an instant is queued again', async () => {
    const id = await t.openJob();
    await sql`delete from outbox`;
    await sql`update jobs set updated_at = now() - interval '1 hour' where id <> ${id}`;
    await outbox.pushChangedSince(Date.now() - 60_000);
    const rows = await sql`select entity_id from outbox`;
    expect(rows.map((row) => row.entity_id)).toEqual([id]);
  });

  it('one rebuild runs at a time', async () => {
    const atWork = latch();
    const goOn = latch();
    const first = outbox.rebuilding(async (since) => {
      atWork.open();
      await goOn.opened;
      return since;
    });
    await atWork.opened;
    expect(await outbox.rebuilding(async () => 'second')).toBeNull();
    goOn.open();
    expect(await first).toBeLessThan(Date.now());
    expect(await outbox.rebuilding(async () => 'third')).toBe('third');
  });

  it('a pause keeps every drain out until it ends', async () => {
    await outbox.push(entries(1));
    const resume = await outbox.pause();
    expect(await outbox.withBatch(1, async (batch) => all(batch))).toBeNull();
    await resume();
    expect(await outbox.withBatch(1, async (batch) => all(batch))).toBe(1);
  });
});
