import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { businessKey } from '../../src/businesses';
import type { JobView } from '../../src/jobs';
import { answer, problem } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Cast, openCast } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** What an unverified shop writes is looked at by staff before anybody else sees it. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

const draftOf = async (client: Cast['shop'] = cast.shop) =>
  (
    await answer<JobView>(
      client.post('/api/jobs', jobDraft({ business: { name: cast.shopName, kind: 'shop' } })),
      201,
    )
  ).id;
const publish = (client: Cast['public'], id: string) =>
  answer<JobView>(client.post(`/api/jobs/${id}/publish`));
const listed = async () =>
  (await answer<{ items: { job: JobView }[] }>(cast.public.get('/api/jobs?limit=100'))).items.map(
    ({ job }) => job.id,
  );

describe('an unverified shop', () => {
  it('hands its posting to staff; nobody else sees it until they open it', async () => {
    const id = await draftOf();
    expect(await publish(cast.shop, id)).toMatchObject({ status: 'review', publishedAt: null });
    expect(await listed()).not.toContain(id);
    await problem(cast.public.get(`/api/jobs/${id}`), 404);
    await problem(cast.otherShop.get(`/api/jobs/${id}`), 404);
    expect((await publish(cast.staff, id)).status).toBe('open');
    expect(await listed()).toContain(id);
  });

  it('cannot open it by asking twice', async () => {
    const id = await draftOf();
    await publish(cast.shop, id);
    expect((await publish(cast.shop, id)).status).toBe('review');
  });

  it('cannot get round the review by closing and renewing', async () => {
    const id = await draftOf();
    await answer(cast.shop.post(`/api/jobs/${id}/close`));
    expect((await answer<JobView>(cast.shop.post(`/api/jobs/${id}/renew`))).status).toBe('review');
    expect(await listed()).not.toContain(id);
  });

  it.each(['open', 'closed'])('hands what it renews to staff again: %s', async (state) => {
    const id = await draftOf();
    await publish(cast.staff, id);
    if (state === 'closed') await answer(cast.shop.post(`/api/jobs/${id}/close`));
    const renewed = await answer<JobView>(
      cast.shop.post(`/api/jobs/${id}/renew`, { validThrough: '2026-06-28' }),
    );
    expect(renewed).toMatchObject({ status: 'review', publishedAt: null, validThrough: '2026-06-28' });
    expect(await listed()).not.toContain(id);
    expect((await publish(cast.staff, id)).status).toBe('open');
    expect(await listed()).toContain(id);
  });

  it('takes an open posting out of sight by changing it, until staff have seen the change', async () => {
    const id = await draftOf();
    await publish(cast.staff, id);
    const changed = await answer<JobView>(cast.shop.patch(`/api/jobs/${id}`, { description: '自带围裙' }));
    expect(changed).toMatchObject({ status: 'review', publishedAt: null });
    expect(await listed()).not.toContain(id);
    expect(await t.open.services.board.row(cast.station.id, id)).toBeNull();
    await problem(cast.public.get(`/api/jobs/${id}`), 404);
    await problem(cast.public.get(`/api/jobs/${id}/why`), 404);
    const waiting = await answer<{ items: JobView[] }>(cast.staff.get('/api/managed-jobs?status=review'));
    expect(waiting.items.map((job) => job.id)).toContain(id);
    expect((await publish(cast.staff, id)).status).toBe('open');
    expect(await listed()).toContain(id);
  });

  it('changes nothing by storing what stands there already', async () => {
    const requirements = { note: '能搬箱子', minAge: 18, certificates: ['health'] };
    const id = await cast.openJob({ requirements, benefits: ['meals'] });
    const { title, schedule, pay } = jobDraft();
    const stored = { title, schedule, pay, requirements, benefits: ['meals'], headcount: 1 };
    expect((await answer<JobView>(cast.shop.patch(`/api/jobs/${id}`, stored))).status).toBe('open');
    expect(await listed()).toContain(id);
    const contact = { phone: '13900001111' };
    expect((await answer<JobView>(cast.shop.patch(`/api/jobs/${id}`, { contact }))).status).toBe('review');
  });

  it('is not in the way of staff, who change what is open', async () => {
    const id = await cast.openJob();
    for (const who of [cast.staff, cast.service]) {
      expect((await answer<JobView>(who.patch(`/api/jobs/${id}`, { headcount: 3 }))).status).toBe('open');
      expect((await answer<JobView>(who.post(`/api/jobs/${id}/renew`))).status).toBe('open');
    }
  });

  it('keeps its place on the lists that were put aside', async () => {
    const id = await cast.openJob();
    const other = await cast.openJob();
    const consent = { purpose: ['matching', 'contact'], channel: 'paper' };
    const { walkIn } = await answer<{ walkIn: { id: string } }>(
      cast.staff.post('/api/walk-ins', { name: '来访', consent }),
      201,
    );
    const put = (jobIds: string[]) => cast.staff.put(`/api/walk-ins/${walkIn.id}/shortlist`, { jobIds });
    await answer(put([id]));
    await answer(cast.shop.patch(`/api/jobs/${id}`, { headcount: 2 }));
    await answer(put([other, id]));
    await answer(put([other]));
    await problem(put([other, id]), 422);
  });

  it('cannot block a posting', async () => {
    const id = await cast.openJob();
    await problem(cast.shop.post(`/api/jobs/${id}/block`), 403);
  });
});

it('a verified shop opens, changes and renews by itself, until the verification ends', async () => {
  const { businesses } = t.open.services.stores;
  const key = { name: cast.shopName, kind: 'shop' as const };
  const found = await businesses.ensure(cast.station.id, [{ id: t.open.services.ids.next(), ...key }]);
  const business = found.get(businessKey(key.name, key.kind));
  await businesses.setVerified(cast.station.id, business?.id ?? '', t.clock.now() + 1000);
  const opened = await publish(cast.shop, await draftOf());
  expect(opened).toMatchObject({ status: 'open', business: { verified: true } });
  const change = () => answer<JobView>(cast.shop.patch(`/api/jobs/${opened.id}`, { headcount: ++headcount }));
  let headcount = 1;
  expect((await change()).status).toBe('open');
  expect((await answer<JobView>(cast.shop.post(`/api/jobs/${opened.id}/renew`))).status).toBe('open');
  t.clock.advance(1001);
  const later = await publish(cast.shop, await draftOf());
  expect(later).toMatchObject({ status: 'review', business: { verified: false } });
  expect((await change()).status).toBe('review');
});

it('a station that demands verification lists only the verified', async () => {
  const { businesses } = t.open.services.stores;
  const id = await cast.openJob();
  const found = await t.open.services.stores.jobs.get(cast.station.id, id);
  const setting = async (requireVerified: boolean) => {
    const sql = (await import('postgres')).default(t.database.superUrl, { max: 1 });
    await sql`update stations set settings = ${sql.json({ requireVerified })} where id = ${cast.station.id}`;
    await sql.end();
  };
  await setting(true);
  expect(await listed()).not.toContain(id);
  const why = await answer<{ shown: boolean; gates: { code: string; ok: boolean }[] }>(
    cast.public.get(`/api/jobs/${id}/why`),
  );
  expect(why.gates.filter((gate) => !gate.ok).map((gate) => gate.code)).toEqual(['verified']);
  await businesses.setVerified(cast.station.id, found?.business.id ?? '', t.clock.now() + 60_000);
  await answer(cast.service.patch(`/api/jobs/${id}`, { headcount: 2 }));
  expect(await listed()).toContain(id);
  await setting(false);
});
