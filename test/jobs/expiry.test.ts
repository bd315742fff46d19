import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { EXPIRY_WARNING_DAYS, expireJobs, type JobView, warnExpiring } from '../../src/jobs';
import { DAY_MS } from '../../src/kernel/clock';
import { answer, problem } from '../support/answers';
import { type Cast, openCast } from '../support/cast';
import { createTestClock } from '../support/clock';
import { openTestStation, type TestStation } from '../support/station';

/** A posting ends with its last day; its business is told before and after. */
const clock = createTestClock();
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation({ clock });
  cast = await openCast(t);
  await cast.verifyShop();
});
afterAll(() => t.close());

// Every test begins on the same Monday, without what the one before left open.
beforeEach(() => clock.set('2026-06-01T09:00:00+08:00'));
afterEach(async () => {
  clock.set('2026-12-01T09:00:00+08:00');
  await expireJobs(t.open.services);
});

const upkeep = async () => [await warnExpiring(t.open.services), await expireJobs(t.open.services)];
const listed = async () =>
  (await answer<{ items: { job: JobView }[] }>(cast.public.get('/api/jobs?limit=100'))).items.map(
    ({ job }) => job.id,
  );
const notices = async (...jobs: string[]) => {
  const { businesses } = t.open.services.stores;
  const own = await businesses.ofUser(cast.station.id, cast.shop.userId);
  const ids = own.map(({ id }) => id);
  const list = await businesses.notices(cast.station.id, ids, 200);
  const about = list.filter(({ entityId }) => jobs.includes(entityId));
  return about.map(({ code, values }) => `${code} ${values.validThrough}`);
};

describe('the last day', () => {
  it('is whole: listed until midnight in Shanghai, gone with it, upkeep or not', async () => {
    const id = await cast.openJob({ validThrough: '2026-06-03' });
    clock.set('2026-06-03T23:59:59.999+08:00');
    expect(await listed()).toEqual([id]);
    clock.advance(1);
    expect(await listed()).toEqual([]);
    const why = await answer<{ gates: { code: string; ok: boolean }[] }>(
      cast.public.get(`/api/jobs/${id}/why`),
    );
    expect(why.gates.find((gate) => !gate.ok)?.code).toBe('expired');
  });

  it('ends the posting, tells the business and leaves a trace, once', async () => {
    const id = await cast.openJob({ validThrough: '2026-06-03' });
    clock.set('2026-06-04T00:00:00+08:00');
    expect(await upkeep()).toEqual([0, 1]);
    expect(await upkeep()).toEqual([0, 0]);
    const job = await answer<JobView>(cast.public.get(`/api/jobs/${id}`));
    expect(job.status).toBe('expired');
    expect(await notices(id)).toEqual(['expired 2026-06-03']);
    const lines = await t.open.services.stores.audit.ofEntity(cast.station.id, id, 5);
    expect(lines[0]).toMatchObject({ actor: 'system', action: 'job.expire' });
    expect(await t.open.services.board.row(cast.station.id, id)).toBeNull();
  });

  it('of dated shifts is the last one that has not begun', async () => {
    const shifts = [{ date: '2026-06-02', start: '18:00', end: '21:00' }];
    const id = await cast.openJob({ schedule: { kind: 'shifts', shifts } });
    clock.set('2026-06-02T17:59:00+08:00');
    expect(await listed()).toEqual([id]);
    clock.set('2026-06-02T18:00:00+08:00');
    expect(await listed()).toEqual([]);
  });

  it('ends many at once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, () => cast.openJob({ validThrough: '2026-06-02' })),
    );
    clock.advance(2 * DAY_MS);
    const twice = await Promise.all([expireJobs(t.open.services), expireJobs(t.open.services)]);
    expect(twice[0] + twice[1]).toBe(12);
    expect(await notices(...ids)).toHaveLength(12);
  });
});

describe('warnings', () => {
  it(`come ${EXPIRY_WARNING_DAYS} days before, once, also when two servers look at the same moment`, async () => {
    const id = await cast.openJob({ validThrough: '2026-06-05' });
    clock.set('2026-06-02T12:00:00+08:00');
    expect(await warnExpiring(t.open.services)).toBe(0);
    clock.set('2026-06-03T00:00:01+08:00');
    // Nobody may write notices until both have looked whether there is one.
    const sql = postgres(t.database.superUrl, { max: 2, onnotice: () => {} });
    const told = await sql.begin(async (held) => {
      await held`lock table notices in share mode`;
      const both = [warnExpiring(t.open.services), warnExpiring(t.open.services)];
      const waiting = () => sql`select 1 from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      while ((await waiting()).length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      return both;
    });
    expect((await Promise.all(told)).sort()).toEqual([0, 1]);
    await sql.end();
    clock.set('2026-06-03T23:59:00+08:00');
    expect(await warnExpiring(t.open.services)).toBe(0);
    expect(await notices(id)).toEqual(['expiring 2026-06-05']);
  });

  it.each(['2026-06-04T09:00:00+08:00', '2026-06-05T23:59:00+08:00'])(
    'come late rather than never, when nobody looked before %s, and still once',
    async (now) => {
      const id = await cast.openJob({ validThrough: '2026-06-05' });
      const later = await cast.openJob({ validThrough: '2026-06-08' });
      clock.set(now);
      expect(await warnExpiring(t.open.services)).toBe(1);
      clock.advance(30_000);
      expect(await warnExpiring(t.open.services)).toBe(0);
      expect(await notices(id)).toEqual(['expiring 2026-06-05']);
      expect(await notices(later)).toEqual([]);
    },
  );

  it('do not come after the last day', async () => {
    await cast.openJob({ validThrough: '2026-06-05' });
    clock.set('2026-06-06T00:00:00+08:00');
    expect(await warnExpiring(t.open.services)).toBe(0);
  });

  it('come again for the new last day of a renewed posting', async () => {
    const id = await cast.openJob({ validThrough: '2026-06-03' });
    await warnExpiring(t.open.services);
    await answer(cast.shop.post(`/api/jobs/${id}/renew`, { validThrough: '2026-06-10' }));
    clock.set('2026-06-08T09:00:00+08:00');
    await warnExpiring(t.open.services);
    expect((await notices(id)).sort()).toEqual(['expiring 2026-06-03', 'expiring 2026-06-10']);
  });

  it('do not come for what has ended before', async () => {
    const id = await cast.openJob({ validThrough: '2026-06-03' });
    await answer(cast.shop.post(`/api/jobs/${id}/close`));
    expect(await warnExpiring(t.open.services)).toBe(0);
  });
});

describe('renewal', () => {
  it('brings an expired posting back into the lists as a new one', async () => {
    const id = await cast.openJob({ validThrough: '2026-06-02' });
    clock.set('2026-06-05T10:00:00+08:00');
    await expireJobs(t.open.services);
    const renewed = await answer<JobView>(
      cast.shop.post(`/api/jobs/${id}/renew`, { validThrough: '2026-06-15' }),
    );
    expect(renewed).toMatchObject({
      status: 'open',
      validThrough: '2026-06-15',
      publishedAt: '2026-06-05T02:00:00.000Z',
    });
    expect(await listed()).toEqual([id]);
  });

  it('gives an open one more days and leaves its age', async () => {
    const id = await cast.openJob({ validThrough: '2026-06-02' });
    clock.set('2026-06-02T10:00:00+08:00');
    const renewed = await answer<JobView>(cast.shop.post(`/api/jobs/${id}/renew`));
    expect(renewed).toMatchObject({ validThrough: '2026-07-02', publishedAt: '2026-06-01T01:00:00.000Z' });
    clock.set('2026-06-04T10:00:00+08:00');
    expect(await expireJobs(t.open.services)).toBe(0);
    expect(await listed()).toEqual([id]);
  });

  it('and the ending of the same posting at the same moment leave it in one of the two states', async () => {
    const id = await cast.openJob({ validThrough: '2026-06-02' });
    clock.set('2026-06-03T10:00:00+08:00');
    const [, renewed] = await Promise.all([
      expireJobs(t.open.services),
      cast.shop.post(`/api/jobs/${id}/renew`),
    ]);
    const { status } = await answer<JobView>(cast.shop.get(`/api/jobs/${id}`));
    expect(status).toBe(renewed.status === 200 ? 'open' : 'expired');
    expect(await listed()).toEqual(status === 'open' ? [id] : []);
  });

  it.each(['2026-05-31', '2026-07-02', '2026-02-30', 'soon'])(
    'cannot last until %s',
    async (validThrough) => {
      const id = await cast.openJob();
      expect(
        (await problem(cast.shop.post(`/api/jobs/${id}/renew`, { validThrough }), 422)).errors[0]?.pointer,
      ).toBe('/validThrough');
    },
  );
});

describe('an import', () => {
  const line = (externalId: string, title: string) =>
    `${JSON.stringify({ externalId, title, business: { name: cast.shopName }, place: { lat: 35.1905, lng: 113.263 }, pay: { amount: 25, unit: 'hour', settlement: 'daily' }, schedule: { kind: 'shifts', shifts: [{ days: 'Mo', start: '09:00', end: '12:00' }] } })}\n`;
  const send = async (externalId: string, title: string) => {
    const response = await cast.service.post('/api/import/jobs', line(externalId, title), {
      'content-type': 'application/x-ndjson',
    });
    return JSON.parse((await response.text()).trim()) as { id: string; result: string; status: string };
  };

  it.each([
    ['close', 'closed'],
    ['fill', 'filled'],
    ['block', 'blocked'],
  ])('never reopens what a person took off by %s', async (verb, status) => {
    const { id } = await send(verb, '导入岗位');
    await answer(cast.service.post(`/api/jobs/${id}/${verb}`));
    expect(await send(verb, '导入岗位')).toMatchObject({ id, result: 'unchanged', status });
    expect(await send(verb, '导入岗位，改了')).toMatchObject({ id, result: 'unchanged', status });
    expect(await listed()).toEqual([]);
  });

  it('takes up again what only expired', async () => {
    const { id } = await send('again', '导入岗位');
    clock.advance(40 * DAY_MS);
    await expireJobs(t.open.services);
    expect(await send('again', '导入岗位')).toMatchObject({ id, result: 'updated', status: 'open' });
    expect(await listed()).toEqual([id]);
  });
});
