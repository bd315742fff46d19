import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView } from '../../src/jobs';
import type { DecisionView, ReportCounts, ReviewItem } from '../../src/review';
import { forgetReporters } from '../../src/review';
import { answer, problem, refusedFields } from '../support/answers';
import { type Cast, openCast } from '../support/cast';
import { visitor } from '../support/pages';
import type { Client } from '../support/station';
import { openTestStation, type TestStation } from '../support/station';

/** 举报: anybody, without an account; three different people hide a posting until staff have looked. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  // The address of whoever asks is that of the proxy's header.
  t = await openTestStation({ env: { TRUST_PROXY: 'on' } });
  cast = await openCast(t);
});
afterAll(() => t.close());

const from = (address: string, client: Client = cast.public) => ({
  report: (id: string, reason = 'fee') =>
    client.request('POST', `/api/jobs/${id}/report`, { reason }, { 'x-forwarded-for': address }),
});
const three = ['203.0.113.1', '203.0.113.2', '203.0.113.3'];
const hideByReports = async (id: string) => {
  for (const address of three) await answer(from(address).report(id), 202);
};
const counts = (id: string) => answer<ReportCounts>(cast.service.get(`/api/jobs/${id}/reports`));
const statusOf = async (id: string) => (await answer<JobView>(cast.service.get(`/api/jobs/${id}`))).status;
const listed = async () =>
  (await answer<{ items: { job: JobView }[] }>(cast.public.get('/api/jobs?limit=100'))).items.map(
    ({ job }) => job.id,
  );
const actions = async (id: string) =>
  (await t.open.services.stores.audit.ofEntity(cast.station.id, id, 50)).map(
    ({ actor, action }) => `${actor} ${action}`,
  );

describe('reports', () => {
  it('of three different people hide a posting at once: no list, no index, no page', async () => {
    const id = await cast.openJob();
    await answer(from('203.0.113.1').report(id, 'fake'), 202);
    await answer(from('203.0.113.2').report(id, 'fee'), 202);
    expect(await listed()).toContain(id);
    expect(await counts(id)).toEqual({ open: { fake: 1, fee: 1 }, handled: {}, independent: 2 });
    await answer(from('203.0.113.3').report(id, 'fee'), 202);
    expect(await listed()).not.toContain(id);
    expect(await t.open.services.board.row(cast.station.id, id)).toBeNull();
    await problem(cast.public.get(`/api/jobs/${id}`), 404);
    expect(await statusOf(id)).toBe('review');
    expect(await counts(id)).toEqual({ open: { fake: 1, fee: 2 }, handled: {}, independent: 3 });
    expect(await actions(id)).toContain('system job.hide');
  });

  it('from one address count once, however often and for whatever reason', async () => {
    const id = await cast.openJob();
    for (const reason of ['fee', 'fake', 'pay', 'fee']) {
      expect(await answer(from('203.0.113.9').report(id, reason), 202)).toEqual({ received: true });
    }
    expect(await counts(id)).toEqual({ open: { fee: 1 }, handled: {}, independent: 1 });
    expect(await statusOf(id)).toBe('open');
  });

  it('from one account count once, wherever it is', async () => {
    const id = await cast.openJob();
    for (const address of three) await answer(from(address, cast.seeker).report(id), 202);
    expect((await counts(id)).independent).toBe(1);
    expect(await statusOf(id)).toBe('open');
  });

  it('of one household with one /64 count once', async () => {
    const id = await cast.openJob();
    for (const end of ['1', '2', '3']) await answer(from(`2001:db8:1:2:${end}::1`).report(id), 202);
    expect((await counts(id)).independent).toBe(1);
  });

  it('at the same moment are all counted, and hide once', async () => {
    const id = await cast.openJob();
    const addresses = Array.from({ length: 8 }, (_, i) => `198.51.100.${i + 1}`);
    const statuses = await Promise.all(addresses.map(async (one) => (await from(one).report(id)).status));
    expect(statuses.filter((status) => status === 202)).toHaveLength(3);
    // Those that came after it was hidden found nothing there to report.
    expect((await counts(id)).independent).toBe(3);
    expect((await actions(id)).filter((line) => line === 'system job.hide')).toHaveLength(1);
  });

  it('say nothing of who it was: no address, no account, in no row', async () => {
    const id = await cast.openJob();
    await answer(from('203.0.113.77', cast.seeker).report(id), 202);
    const sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
    const rows = await sql`select row_to_json(r)::text as text from reports r where job_id = ${id}`;
    const lines = await sql`select row_to_json(a)::text as text from audit a where entity_id = ${id}`;
    await sql.end();
    const written = JSON.stringify([rows, lines]);
    expect(rows).toHaveLength(1);
    expect(written).not.toContain('203.0.113.77');
    expect(written).not.toContain(cast.seeker.userId);
    expect(await actions(id)).toContain('public job.report');
  });

  it('cannot be held beside each other from one posting to the next', async () => {
    const [a, b] = [await cast.openJob(), await cast.openJob()];
    for (const id of [a, b]) await answer(from('203.0.113.5').report(id), 202);
    const sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
    const rows = await sql`select address_hash as hash from reports where job_id in (${a}, ${b})`;
    await sql.end();
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  });

  it('are taken of nothing that is not public, and of no reason that is not known', async () => {
    await problem(from('203.0.113.1').report(await cast.draftJob()), 404);
    const id = await cast.openJob();
    expect(await refusedFields(from('203.0.113.1').report(id, 'ugly'))).toEqual(['/reason unknown_value']);
    await answer(cast.staff.post(`/api/jobs/${id}/block`, { reason: 'fraud' }));
    await problem(from('203.0.113.1').report(id), 404);
    await problem(cast.shop.get(`/api/jobs/${id}/reports`), 403);
  });
});

describe('a posting that reports have hidden', () => {
  it('is opened by nobody but staff: not by its verified shop, nor by an import', async () => {
    await cast.verifyShop();
    const externalId = 'liste/1';
    const id = await cast.openJob({ externalId });
    await hideByReports(id);
    expect((await answer<JobView>(cast.shop.post(`/api/jobs/${id}/publish`))).status).toBe('review');
    await answer(cast.shop.patch(`/api/jobs/${id}`, { title: '改个名字' }));
    await answer(cast.shop.post(`/api/jobs/${id}/close`));
    expect((await answer<JobView>(cast.shop.post(`/api/jobs/${id}/renew`))).status).toBe('review');
    const line = `${JSON.stringify(importLine(externalId))}\n`;
    const taken = await cast.service.request('POST', '/api/import/jobs', line, {
      'content-type': 'application/x-ndjson',
    });
    expect(JSON.parse(await taken.text())).toMatchObject({ result: 'updated', status: 'review' });
    expect(await statusOf(id)).toBe('review');
    const { items } = await answer<{ items: ReviewItem[] }>(cast.staff.get('/api/review-queue'));
    const item = items.find(({ job }) => job.id === id);
    expect(item).toMatchObject({ held: 'reports', reports: { independent: 3 } });
    expect(item?.employer.hidden).toBeGreaterThan(0);
    await answer(
      cast.staff.post(`/api/jobs/${id}/review`, { decision: 'approve', version: item?.version ?? 0 }),
    );
    expect(await listed()).toContain(id);
    expect((await counts(id)).independent).toBe(0);
  });

  it('tells its shop, which sees why, and staff see the reports in the queue', async () => {
    const id = await cast.openJob();
    await hideByReports(id);
    const { items } = await answer<{ items: DecisionView[] }>(cast.shop.get(`/api/jobs/${id}/decisions`));
    expect(items).toMatchObject([{ decision: 'hidden', reason: null }]);
    const home = await visitor(t, cast.shop.cookie, cast.station).get('/shop');
    expect(home.html).toContain('先收起来了');
  });

  it('can be let go: dismissed reports hold it no longer, and the same people do not hide it again', async () => {
    const id = await cast.openJob();
    await hideByReports(id);
    expect(await answer(cast.staff.post(`/api/jobs/${id}/reports/dismiss`))).toEqual({
      open: {},
      handled: { fee: 3 },
      independent: 0,
    });
    expect((await problem(cast.staff.post(`/api/jobs/${id}/reports/dismiss`), 409)).code).toBe('no_reports');
    await answer(cast.staff.post(`/api/jobs/${id}/publish`));
    await hideByReports(id);
    expect(await statusOf(id)).toBe('open');
    for (const end of [7, 8, 9]) await answer(from(`203.0.113.${end}`).report(id), 202);
    expect(await statusOf(id)).toBe('review');
    expect((await actions(id)).filter((line) => line.endsWith('job.release'))).toHaveLength(1);
  });
});

describe('the button on the page', () => {
  it('works without a session and without a script, and says thank you', async () => {
    const id = await cast.openJob();
    const anybody = visitor(t, '', cast.station);
    expect((await anybody.get(`/jobs/${id}`)).html).toContain('name="reason" value="fake"');
    for (const address of three) {
      const headers = { 'x-forwarded-for': address };
      const page = await anybody.post(`/jobs/${id}/report`, { reason: 'fake' }, { headers });
      expect(page.status).toBe(200);
      expect(page.html).toContain('收到了');
    }
    expect((await anybody.get(`/jobs/${id}`)).status).toBe(404);
    expect((await counts(id)).independent).toBe(3);
  });

  it('is not there for those whose posting it is', async () => {
    const id = await cast.openJob();
    const own = await visitor(t, cast.shop.cookie, cast.station).get(`/jobs/${id}`);
    expect(own.html).not.toContain(`/jobs/${id}/report`);
  });
});

it('too many reports of one address are refused for a while', async () => {
  const limited = await openTestStation({ env: { RATE_LIMIT: 'on', TRUST_PROXY: 'on' } });
  const id = await limited.openJob();
  const ask = () =>
    limited
      .client()
      .request('POST', `/api/jobs/${id}/report`, { reason: 'fee' }, { 'x-forwarded-for': '203.0.113.4' });
  const statuses: number[] = [];
  for (let i = 0; i < 21; i++) statuses.push((await ask()).status);
  expect(statuses.slice(0, 20).every((status) => status === 202)).toBe(true);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  await limited.close();
});

// The last one: sessions end as well.
it('reports are forgotten whose they are after two weeks, and count no more', async () => {
  const id = await cast.openJob({ validThrough: '2026-06-30' });
  for (const address of three.slice(0, 2)) await answer(from(address).report(id), 202);
  t.clock.advance(15 * 86_400_000);
  expect(await forgetReporters(t.open.services)).toBeGreaterThanOrEqual(2);
  const sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
  const [row] = await sql`select count(address_hash)::int as known from reports where job_id = ${id}`;
  await sql.end();
  expect(row?.known).toBe(0);
  await answer(from('203.0.113.3').report(id), 202);
  expect(await statusOf(id)).toBe('open');
  expect(await counts(id)).toEqual({ open: { fee: 3 }, handled: {}, independent: 1 });
});

function importLine(externalId: string) {
  return {
    externalId,
    title: '早市理货员二',
    business: { name: cast.shopName, kind: 'shop' },
    place: { address: '一号楼底商', lat: 35.191, lng: 113.262 },
    pay: { amount: 26, unit: 'hour', settlement: 'daily' },
    schedule: {
      kind: 'shifts',
      commitment: 'all',
      shifts: [{ days: 'Mo-Fr', start: '09:00', end: '13:00' }],
    },
    validThrough: '2026-06-20',
  };
}
