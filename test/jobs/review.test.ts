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

  it('renews by itself what staff have opened before', async () => {
    const id = await draftOf();
    await publish(cast.staff, id);
    await answer(cast.shop.post(`/api/jobs/${id}/close`));
    expect(await listed()).not.toContain(id);
    expect((await answer<JobView>(cast.shop.post(`/api/jobs/${id}/renew`))).status).toBe('open');
    expect(await listed()).toContain(id);
  });

  it('cannot block a posting', async () => {
    const id = await cast.openJob();
    await problem(cast.shop.post(`/api/jobs/${id}/block`), 403);
  });
});

it('a verified shop opens by itself, until the verification ends', async () => {
  const { businesses } = t.open.services.stores;
  const key = { name: cast.shopName, kind: 'shop' as const };
  const found = await businesses.ensure(cast.station.id, [{ id: t.open.services.ids.next(), ...key }]);
  const business = found.get(businessKey(key.name, key.kind));
  await businesses.setVerified(cast.station.id, business?.id ?? '', t.clock.now() + 1000);
  const opened = await publish(cast.shop, await draftOf());
  expect(opened).toMatchObject({ status: 'open', business: { verified: true } });
  t.clock.advance(1001);
  const later = await publish(cast.shop, await draftOf());
  expect(later).toMatchObject({ status: 'review', business: { verified: false } });
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
