import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusinessView, businessKey, VERIFIED_MS } from '../../src/businesses';
import { DAY_MS } from '../../src/kernel/clock';
import type { Station } from '../../src/stations';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { jobDraft } from '../support/builders';
import type { Client } from '../support/station';
import { openTestStation, type TestStation } from '../support/station';

/** Who is verified until when, and whose account acts for whom. */
let t: TestStation;
let staff: Client;
beforeAll(async () => {
  t = await openTestStation();
  staff = await t.signIn('staff');
});
afterAll(() => t.close());

async function makeBusiness(name: string, station: Station = t.station): Promise<string> {
  const wanted = { id: t.open.services.ids.next(), name, kind: 'shop' as const };
  const made = await t.open.services.stores.businesses.ensure(station.id, [wanted]);
  return made.get(businessKey(name, 'shop'))?.id ?? '';
}
const verify = (id: string, client: Client = staff) => client.post(`/api/businesses/${id}/verify`);
const link = (id: string, body: unknown, client: Client = staff) =>
  client.post(`/api/businesses/${id}/members`, body);
const auditOf = (id: string) => t.open.services.stores.audit.ofEntity(t.station.id, id, 20);

describe('the list', () => {
  it('is by name, filtered by part of it, and holds no contact', async () => {
    for (const name of ['甲记豆腐', '乙记豆腐', '丙家馒头']) await makeBusiness(name);
    const { items } = await answer<{ items: BusinessView[] }>(
      staff.get(`/api/businesses?contains=${encodeURIComponent('记豆腐')}`),
    );
    expect(items.map(({ name }) => name).sort()).toEqual(['乙记豆腐', '甲记豆腐'].sort());
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(
      ['id', 'kind', 'licence', 'name', 'verified', 'verifiedUntil'].sort(),
    );
    expect(items[0]).toMatchObject({ verified: false, verifiedUntil: null });
  });

  it('takes % and _ as they are', async () => {
    const { items } = await answer<{ items: BusinessView[] }>(staff.get('/api/businesses?contains=%25'));
    expect(items).toEqual([]);
  });

  it('shows nothing of another station', async () => {
    const other = await t.mintStation();
    await makeBusiness('别站的店', other);
    const { items } = await answer<{ items: BusinessView[] }>(staff.get('/api/businesses?limit=500'));
    expect(items.map(({ name }) => name)).not.toContain('别站的店');
  });
});

describe('verifying', () => {
  it('holds for six months and no longer, and leaves a line', async () => {
    const id = await makeBusiness('六个月的店');
    const view = await answer<BusinessView>(verify(id));
    expect(view).toMatchObject({
      verified: true,
      verifiedUntil: new Date(t.clock.now() + VERIFIED_MS).toISOString(),
    });
    expect(await auditOf(id)).toMatchObject([{ action: 'business.verify', entity: 'business' }]);
    const stored = await t.open.services.stores.businesses.get(t.station.id, id);
    expect(stored?.verifiedUntil).toBe(t.clock.now() + 182 * DAY_MS);
  });

  it('brings the open postings of a station that demands it onto the list at once', async () => {
    const station = await t.mintStation();
    const id = await makeBusiness('等核验的店', station);
    const job = await t.openJob({ business: { name: '等核验的店', kind: 'shop' } }, station);
    const draft = await answer<{ id: string }>(
      t.service(station).post('/api/jobs', jobDraft({ business: { name: '等核验的店', kind: 'shop' } })),
      201,
    );
    const row = () => t.open.services.board.row(station.id, job);
    expect((await row())?.verifiedUntil).toBe(0);
    await answer(verify(id, t.service(station)));
    expect((await row())?.verifiedUntil).toBeGreaterThan(t.clock.now());
    expect(await t.open.services.board.row(station.id, draft.id)).toBeNull();
    const { items } = await answer<{ items: { job: { business: { verified: boolean } } }[] }>(
      t.client({}, station).get('/api/jobs'),
    );
    expect(items.map((item) => item.job.business.verified)).toEqual([true]);
  });

  it('twice at once is the same as once', async () => {
    const id = await makeBusiness('两个窗口的店');
    expect(
      await atOnce(
        () => verify(id),
        () => verify(id),
      ),
    ).toEqual([200, 200]);
  });

  it('is refused to the public, shops and seekers, and knows nothing of other stations', async () => {
    const id = await makeBusiness('不许碰的店');
    await problem(verify(id, t.client()), 401);
    await problem(verify(id, await t.signIn('shop')), 403);
    await problem(verify(id, await t.signIn('seeker')), 403);
    const other = await t.mintStation();
    expect((await problem(verify(id, t.service(other)), 404)).code).toBe('business_not_found');
    await problem(verify('no-id'), 400);
    expect((await t.open.services.stores.businesses.get(t.station.id, id))?.verifiedUntil).toBe(0);
  });
});

describe('linking a phone', () => {
  it('lets the account of the phone manage the postings of the business', async () => {
    const id = await makeBusiness('连手机的店');
    const shop = await t.signIn('shop');
    const job = await t.openJob({ business: { name: '连手机的店', kind: 'shop' } });
    await problem(shop.post(`/api/jobs/${job}/close`), 403);
    await answer(link(id, { phone: `+86 ${shop.phone}`, name: '老板' }), 204);
    await answer(shop.post(`/api/jobs/${job}/close`));
    expect(await auditOf(id)).toMatchObject([{ action: 'business.add_member' }]);
  });

  it('makes the account of a phone that has none, once', async () => {
    const id = await makeBusiness('新手机的店');
    const phone = '19855550001';
    const body = { phone, name: '新老板' };
    expect(
      await atOnce(
        () => link(id, body),
        () => link(id, body),
      ),
    ).toEqual([204, 204]);
    await t.client().post('/api/session/code', { phone, role: 'seeker' });
    const session = await t.client().post('/api/session/phone', { phone, code: t.codes.get(phone) });
    expect(await answer(session)).toMatchObject({ role: 'shop', name: '新老板' });
  });

  it('is refused for the phone of a seeker, who would not see it anyway', async () => {
    const id = await makeBusiness('找错人的店');
    const seeker = await t.signIn('seeker');
    const refusal = await problem(link(id, { phone: seeker.phone, name: '某人' }), 409);
    expect(refusal.code).toBe('account_of_other_role');
    const own = await t.open.services.stores.businesses.ofUser(t.station.id, seeker.userId);
    expect(own).toEqual([]);
  });

  it('names what is wrong with the phone and the name', async () => {
    const id = await makeBusiness('写错的店');
    expect(await refusedFields(link(id, { phone: '12345', name: ' ' }))).toEqual([
      '/name required',
      '/phone phone_invalid',
    ]);
    expect(await refusedFields(link(id, { phone: '0391-3551234', name: '座机' }))).toEqual([
      '/phone phone_invalid',
    ]);
    expect(await refusedFields(link(id, { phone: '19855550002', name: '人', role: 'admin' }))).toEqual([
      '/role unknown_field',
    ]);
  });

  it('is refused to the public and to shops, and knows nothing of other stations', async () => {
    const id = await makeBusiness('别人的店面');
    const body = { phone: '19855550003', name: '人' };
    await problem(link(id, body, t.client()), 401);
    await problem(link(id, body, await t.signIn('shop')), 403);
    const other = await t.mintStation();
    await problem(link(id, body, t.service(other)), 404);
  });
});
