import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobRecord, JobStore, JobWithBusiness } from '../../../src/jobs';
import type { Station } from '../../../src/stations';
import { streetMetresNorth } from '../../support/builders';
import { openTestStation, type TestStation } from '../../support/station';

/** JobStore: conditional writes, lists and batches. */
let t: TestStation;
let jobs: JobStore;
beforeAll(async () => {
  t = await openTestStation();
  jobs = t.open.services.stores.jobs;
});
afterAll(() => t.close());

async function stored(id: string, station: Station = t.station): Promise<JobWithBusiness> {
  const found = await jobs.get(station.id, id);
  if (!found) throw new Error(`posting ${id} is missing`);
  return found;
}
const next = (job: JobRecord, changes: Partial<JobRecord>): JobRecord => ({
  ...job,
  ...changes,
  version: job.version + 1,
});

describe('a conditional write', () => {
  it('writes every field when version and state are as thought', async () => {
    const { job } = await stored(await t.openJob());
    const changed = next(job, {
      title: '全改',
      description: '新',
      status: 'closed',
      closedBy: 'person',
      headcount: 7,
      benefits: ['lodging'],
      requirements: { minAge: 20 },
      place: { lat: 35.1, lng: 113.1, precision: 'street' },
      address: '新地址',
      pay: {
        amountFen: 100,
        maxFen: 200,
        unit: 'piece',
        expectedHours: 0.5,
        settlement: 'weekly',
        hourlyFen: 200,
      },
      schedule: {
        kind: 'shifts',
        atLeast: 2,
        hoursPerWeek: null,
        minBlockMinutes: null,
        rules: [
          { days: null, date: '2026-06-09', startMinute: 1320, endMinute: 1800 },
          { days: 'Mo,We', date: null, startMinute: 60, endMinute: 120 },
        ],
      },
      validThrough: '2026-06-11',
      publishedAt: t.clock.now() - 5,
    });
    expect(await jobs.update(changed, ['open'])).toBe(true);
    expect((await stored(job.id)).job).toEqual(changed);
  });

  it('writes nothing for another version, another state, another station', async () => {
    const { job } = await stored(await t.openJob());
    const other = await t.mintStation();
    expect(await jobs.update({ ...next(job, { title: 'x' }), version: job.version }, ['open'])).toBe(false);
    expect(await jobs.update({ ...next(job, { title: 'x' }), version: job.version + 2 }, ['open'])).toBe(
      false,
    );
    expect(await jobs.update(next(job, { title: 'x' }), ['draft', 'closed'])).toBe(false);
    expect(await jobs.update(next(job, { title: 'x', stationId: other.id }), ['open'])).toBe(false);
    expect((await stored(job.id)).job).toEqual(job);
  });

  it('of two at once writes one', async () => {
    const { job } = await stored(await t.openJob());
    const both = await Promise.all(
      [1, 2].map((headcount) => jobs.update(next(job, { headcount }), ['open'])),
    );
    expect(both.sort()).toEqual([false, true]);
  });

  it('of many tells how many were as thought', async () => {
    const records = await Promise.all(
      [1, 2, 3].map(async (n) => (await stored(await t.openJob({ title: `批${n}` }))).job),
    );
    const changes = records.map((job, i) => ({
      ...next(job, { headcount: 9 }),
      version: job.version + (i === 1 ? 5 : 1),
    }));
    expect(await jobs.updateMany(changes, ['open'])).toBe(2);
    const after = await Promise.all(records.map(async ({ id }) => (await stored(id)).job.headcount));
    expect(after).toEqual([9, 1, 9]);
  });
});

describe('lists', () => {
  let station: Station;
  let ids: string[];
  beforeAll(async () => {
    station = await t.mintStation();
    ids = [];
    for (const title of ['甲_一', '甲%二', '乙三']) {
      ids.push(await t.openJob({ title }, station));
      t.clock.advance(1000);
    }
    await t.service(station).post(`/api/jobs/${ids[2]}/close`);
  });
  const titles = async (query: Parameters<JobStore['list']>[1]) =>
    (await jobs.list(station.id, query)).map(({ job }) => job.title);

  it('are newest first, by pages', async () => {
    expect(await titles({ limit: 2 })).toEqual(['乙三', '甲%二']);
    expect(await titles({ limit: 2, before: ids[1] })).toEqual(['甲_一']);
  });

  it('by state, by part of a title or business, with % and _ as themselves', async () => {
    expect(await titles({ limit: 9, statuses: ['open'] })).toEqual(['甲%二', '甲_一']);
    expect(await titles({ limit: 9, contains: '甲' })).toEqual(['甲%二', '甲_一']);
    expect(await titles({ limit: 9, contains: '%' })).toEqual(['甲%二']);
    expect(await titles({ limit: 9, contains: '_' })).toEqual(['甲_一']);
    expect(await titles({ limit: 9, contains: '便利店' })).toHaveLength(3);
    expect(await titles({ limit: 9, contains: '\\' })).toEqual([]);
  });

  it('by business: of none there is none', async () => {
    const { business } = await stored(ids[0] ?? '', station);
    expect(await titles({ limit: 9, businessIds: [business.id] })).toHaveLength(3);
    expect(await titles({ limit: 9, businessIds: [] })).toEqual([]);
  });

  it('of another station are empty', async () => {
    const other = await t.mintStation();
    expect(await jobs.list(other.id, { limit: 9 })).toEqual([]);
    expect(await jobs.getMany(other.id, ids)).toEqual([]);
    expect(await jobs.countByStatus(other.id)).toEqual({});
    expect(await jobs.countByStatus(station.id)).toEqual({ open: 2, closed: 1 });
  });
});

describe('batches of all that is open', () => {
  it('give every posting of every station once, however large they are', async () => {
    const [one, two] = [await t.mintStation(), await t.mintStation()];
    const mine = new Set<string>();
    for (const station of [one, two, one])
      mine.add(await t.openJob({ place: streetMetresNorth(50) }, station));
    for (const size of [1, 2, 1000]) {
      const seen: string[] = [];
      for await (const batch of jobs.openInBatches(size)) {
        expect(batch.length).toBeLessThanOrEqual(size);
        seen.push(...batch.map(({ job }) => job.id));
      }
      expect(new Set(seen).size).toBe(seen.length);
      for (const id of mine) expect(seen).toContain(id);
    }
  });
});

describe('locks', () => {
  it('hold a posting until the transaction ends', async () => {
    const id = await t.openJob();
    const sql = postgres(t.database.superUrl, { max: 1 });
    await t.open.services.tx(async (stores) => {
      await stores.jobs.lock(t.station.id, [id]);
      await expect(sql`select 1 from jobs where id = ${id} for update nowait`).rejects.toMatchObject({
        code: '55P03',
      });
    });
    expect(await sql`select 1 from jobs where id = ${id} for update nowait`).toHaveLength(1);
    await sql.end();
  });
});
