import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobView } from '../../src/jobs';
import { hideLapsed } from '../../src/review';
import { upkeep } from '../../src/runtime/upkeep';
import { answer } from '../support/answers';
import { jobDraft, LICENCE } from '../support/builders';
import { type Cast, openCast } from '../support/cast';
import { readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** What becomes of postings when the verification under which they were opened ends. */
let t: TestStation;
let cast: Cast;
const stations: TestStation[] = [];
beforeEach(async () => {
  t = await openTestStation();
  stations.push(t);
  cast = await openCast(t);
});
afterAll(async () => {
  for (const one of stations) await one.close();
});
const businessOf = async () =>
  (await t.open.services.stores.businesses.ofUser(cast.station.id, cast.shop.userId))[0]?.id ?? '';
const statusOf = async (id: string) => (await answer<JobView>(cast.service.get(`/api/jobs/${id}`))).status;
const listed = async () =>
  (await answer<{ items: { job: JobView }[] }>(cast.public.get('/api/jobs?limit=100'))).items.map(
    ({ job }) => job.id,
  );

/** A verified shop with an open posting; its verification ends in a minute. */
async function nearlyOver(): Promise<string> {
  await cast.verifyShop();
  const draft = jobDraft({ business: { name: cast.shopName, kind: 'shop' } });
  const { id } = await answer<JobView>(cast.shop.post('/api/jobs', draft), 201);
  expect((await answer<JobView>(cast.shop.post(`/api/jobs/${id}/publish`))).status).toBe('open');
  const until = t.clock.now() + 60_000;
  await t.open.services.stores.businesses.setVerified(cast.station.id, await businessOf(), until);
  return id;
}

describe('an ended verification', () => {
  it('takes its postings off the lists, and the business reads why', async () => {
    const id = await nearlyOver();
    const other = await cast.openJob({ business: { name: '没核验过的店', kind: 'shop' } });
    await upkeep(t.open.services, t.open.accounts);
    expect(await statusOf(id)).toBe('open');
    t.clock.advance(61_000);
    await upkeep(t.open.services, t.open.accounts);
    expect(await statusOf(id)).toBe('review');
    expect(await listed()).toEqual([other]);
    const shop = visitor(t, cast.shop.cookie, cast.station);
    expect(readable((await shop.get('/shop')).html)).toContain('的核验已经过期，岗位先收起来了');
    const log = await t.open.services.stores.audit.ofEntity(cast.station.id, id, 1);
    expect(log).toMatchObject([{ action: 'job.hide', actor: 'system' }]);
  });

  it('is over with the next one: the shop opens them itself, and they stay', async () => {
    const id = await nearlyOver();
    t.clock.advance(61_000);
    await upkeep(t.open.services, t.open.accounts);
    await answer(cast.service.post(`/api/businesses/${await businessOf()}/verify`, { licence: LICENCE }));
    expect((await answer<JobView>(cast.shop.post(`/api/jobs/${id}/publish`))).status).toBe('open');
    await upkeep(t.open.services, t.open.accounts);
    expect(await listed()).toContain(id);
  });

  it('does not take off what staff have opened since', async () => {
    const id = await nearlyOver();
    t.clock.advance(61_000);
    await upkeep(t.open.services, t.open.accounts);
    await answer(cast.service.post(`/api/jobs/${id}/publish`));
    await upkeep(t.open.services, t.open.accounts);
    expect(await statusOf(id)).toBe('open');
  });

  it('hides each once, by several servers at the same moment', async () => {
    await nearlyOver();
    t.clock.advance(61_000);
    const counts = await Promise.all([1, 2, 3].map(() => hideLapsed(t.open.services)));
    expect(counts.sort()).toEqual([0, 0, 1]);
  });
});
