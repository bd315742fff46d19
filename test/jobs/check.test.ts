import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { businessKey } from '../../src/businesses';
import { importBatch, type JobView, jobDraftSchema } from '../../src/jobs';
import { answer, problem } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Cast, openCast } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

interface Found {
  findings: { code: string; severity: string; field: string; start: number; end: number; text: string }[];
}
const check = (body: unknown, client = cast.shop) => answer<Found>(client.post('/api/jobs/check', body));
const ofShop = (changes: object) => ({
  ...jobDraft({ business: { name: cast.shopName, kind: 'shop' } }),
  ...changes,
});
const draftOf = async (changes: object, client = cast.shop) =>
  (await answer<JobView>(client.post('/api/jobs', ofShop(changes)), 201)).id;

describe('POST /api/jobs/check', () => {
  it('tells code, span, article and rewording in words', async () => {
    const description = '饭店招女工两名，入职交押金200元';
    const { findings } = await check(ofShop({ description }));
    expect(findings).toMatchObject([
      { code: 'sex', severity: 'block', field: 'description', suggestion: { replace: '招' } },
      { code: 'deposit', severity: 'block', field: 'description', suggestion: { replace: '不收押金' } },
    ]);
    expect(findings.map(({ start, end }) => description.slice(start, end))).toEqual([
      '招女',
      '入职交押金200元',
    ]);
    for (const { text } of findings) expect(text).toMatch(/法/);
  });

  it('takes any part of a draft, and stores nothing', async () => {
    const before = await t.open.services.stores.jobs.countByStatus(cast.station.id);
    const { findings } = await check({ title: '  外地勿扰' });
    expect(findings[0]).toMatchObject({ code: 'origin', field: 'title', start: 2, end: 6 });
    expect(findings.filter(({ code }) => code === 'missing_field').map(({ field }) => field)).toEqual([
      'business.name',
      'place',
      'pay.amount',
      'schedule',
    ]);
    expect(await check({})).toMatchObject({ findings: [{ code: 'missing_field' }, {}, {}, {}, {}] });
    expect(await t.open.services.stores.jobs.countByStatus(cast.station.id)).toEqual(before);
  });

  it('reads the floor of the day of the work', async () => {
    const shifts = (date: string) => ({ kind: 'shifts', shifts: [{ date, start: '09:00', end: '12:00' }] });
    const { findings } = await check(ofShop({ description: '22块一小时', schedule: shifts('2026-06-03') }));
    expect(findings).toMatchObject([{ code: 'below_floor', values: { hourly: 22, floor: 23 } }]);
  });

  it('is for those who write postings', async () => {
    await problem(cast.public.post('/api/jobs/check', {}), 401);
    await problem(cast.seeker.post('/api/jobs/check', {}), 403);
    await problem(cast.shop.post('/api/jobs/check', { title: 7 }), 422);
  });
});

describe('opening', () => {
  it('is refused while words break the law, with the place of each', async () => {
    const id = await draftOf({ description: '只招本地人，加微信abc123' });
    const refused = await problem(cast.staff.post(`/api/jobs/${id}/publish`), 422);
    expect(refused.errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/description origin',
      '/description lure',
    ]);
    expect(JSON.stringify(refused)).not.toContain('abc123');
    await answer(cast.shop.patch(`/api/jobs/${id}`, { description: '哪里人都行' }));
    expect((await answer<JobView>(cast.staff.post(`/api/jobs/${id}/publish`))).status).toBe('open');
  });

  it('of what needs approval waits for staff, also for a verified shop', async () => {
    const { businesses } = t.open.services.stores;
    const key = { name: cast.shopName, kind: 'shop' as const };
    const found = await businesses.ensure(cast.station.id, [{ id: t.open.services.ids.next(), ...key }]);
    const business = found.get(businessKey(key.name, key.kind))?.id ?? '';
    await businesses.setVerified(cast.station.id, business, t.clock.now() + 60_000);
    const id = await draftOf({ description: '18-45岁' });
    expect((await answer<JobView>(cast.shop.post(`/api/jobs/${id}/publish`))).status).toBe('review');
    expect((await answer<JobView>(cast.staff.post(`/api/jobs/${id}/publish`))).status).toBe('open');
    const plain = await draftOf({ description: '年龄不限' });
    expect((await answer<JobView>(cast.shop.post(`/api/jobs/${plain}/publish`))).status).toBe('open');
    const edited = await answer<JobView>(cast.shop.patch(`/api/jobs/${plain}`, { description: '40岁以下' }));
    expect(edited.status).toBe('review');
    await businesses.setVerified(cast.station.id, business, 0);
  });

  it('stays shut to what is changed or renewed against the law', async () => {
    const id = await cast.openJob();
    await problem(cast.staff.patch(`/api/jobs/${id}`, { description: '押金两百' }), 422);
    await answer(cast.shop.post(`/api/jobs/${id}/close`));
    await answer(cast.shop.patch(`/api/jobs/${id}`, { description: '押金两百' }));
    await problem(cast.shop.post(`/api/jobs/${id}/renew`), 422);
  });
});

describe('an import', () => {
  const line = (externalId: string, changes: object) => ({
    line: 1,
    externalId,
    draft: jobDraftSchema.parse({ ...jobDraft({ externalId }), ...changes }),
    problems: [],
  });
  const bring = async (externalId: string, changes: object) => {
    const ctx = {
      ...t.open.services,
      station: cast.station,
      actor: { kind: 'service', stationId: cast.station.id },
    };
    const [result] = await importBatch(ctx as Parameters<typeof importBatch>[0], [line(externalId, changes)]);
    return result;
  };

  it('opens nothing that is unlawful or needs approval: it waits for staff, who are told why', async () => {
    expect(await bring('c/1', { description: '只要女的' })).toMatchObject({
      status: 'review',
      notes: [{ pointer: '/description', code: 'sex' }],
    });
    expect(await bring('c/2', { description: '55岁以下' })).toMatchObject({
      status: 'review',
      notes: [{ pointer: '/description', code: 'age' }],
    });
    const clean = await bring('c/3', { description: '男女不限，不收押金' });
    expect(clean).toMatchObject({ status: 'open' });
    expect(clean).not.toHaveProperty('notes');
  });

  it('leaves open what staff have approved while its words stay', async () => {
    const first = await bring('c/4', { description: '45岁以下' });
    await answer(cast.staff.post(`/api/jobs/${first?.id}/publish`));
    expect(await bring('c/4', { description: '45岁以下', headcount: 4 })).toMatchObject({ status: 'open' });
    expect(await bring('c/4', { description: '35岁以下', headcount: 4 })).toMatchObject({ status: 'review' });
  });
});
