import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answer } from '../support/answers';
import { type Cast, openCast, profile } from '../support/cast';
import { type Client, openTestStation, type TestStation } from '../support/station';

/**
 * Whatever happened before, in whatever order: no answer to an employer holds a person's phone unless a consent for
 * that employer stands at this moment.
 */
let t: TestStation;
let cast: Cast;
let shops: { client: Client; jobId: string; businessId: string }[];
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
  shops = [];
  for (const name of ['甲店', '乙店']) {
    const client = await t.signIn('shop', cast.station);
    const business = { name, kind: 'shop' as const };
    await answer(client.post('/api/jobs', { title: '首个岗位', business }), 201);
    const jobId = await cast.openJob({ title: `${name}的活`, business, headcount: 50 });
    const found = await t.open.services.stores.jobs.get(cast.station.id, jobId);
    shops.push({ client, jobId, businessId: found?.business.id ?? '' });
  }
});
afterAll(() => t.close());

const ACTS = [
  'share',
  'unshare',
  'contact',
  'no_contact',
  'accept',
  'refer',
  'referShared',
  'event',
  'desk',
] as const;
const step = fc.record({ act: fc.constantFrom(...ACTS), shop: fc.constantFrom(0, 1) });
let counter = 0;

it('holds over any history', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 6 }),
      fc.boolean(),
      fc.boolean(),
      async (steps, contact, tap) => {
        const phone = `1396666${String(1000 + counter++)}`;
        const seeker = await t.signIn('seeker', cast.station);
        const purpose = contact ? ['matching', 'contact'] : ['matching'];
        const draft = profile({
          phone,
          home: { lat: 35.1905, lng: 113.263 },
          consent: { purpose, channel: 'screen' },
        });
        const { id } = await answer<{ id: string }>(seeker.post('/api/candidates', draft), 201);
        const allowed = new Set<number>();
        for (const [i, { jobId }] of shops.entries()) {
          await answer(seeker.post(`/api/jobs/${jobId}/interest`, { shareContact: tap && i === 0 }), 201);
          if (tap && i === 0) allowed.add(0);
        }
        for (const { act, shop } of steps) {
          const { client, jobId, businessId } = shops[shop] ??
            shops[0] ?? { client: cast.shop, jobId: '', businessId: '' };
          const path = `/api/candidates/${id}/employers/${businessId}`;
          const share = { channel: 'spoken', witness: '窗口' };
          if (act === 'share') await answer(seeker.put(path, { channel: 'screen' }));
          if (act === 'desk') await answer(cast.service.put(path, share));
          if (act === 'unshare') await answer(seeker.delete(path));
          if (act === 'contact') {
            await answer(
              seeker.patch(`/api/candidates/${id}`, { consent: { purpose: 'contact', channel: 'screen' } }),
            );
          }
          if (act === 'no_contact')
            await answer(seeker.patch(`/api/candidates/${id}`, { withdraw: 'contact' }));
          if (act === 'accept') {
            const { items } = await answer<{ items: { interestId: string; status: string }[] }>(
              client.get(`/api/jobs/${jobId}/interests`),
            );
            const last = items.at(-1);
            if (last?.status === 'waiting')
              await answer(client.post(`/api/interests/${last.interestId}/accept`));
          }
          if (act === 'refer') await cast.service.post('/api/referrals', { candidateId: id, jobId });
          let referred = false;
          if (act === 'referShared') {
            referred =
              (await cast.service.post('/api/referrals', { candidateId: id, jobId, share })).status === 201;
          }
          if (act === 'share' || act === 'desk' || referred) allowed.add(shop);
          if (act === 'unshare') allowed.delete(shop);
          if (act === 'no_contact') allowed.clear();
          for (const [i, one] of shops.entries()) {
            const seen = await everything(one, act === 'event' && i === shop ? id : null);
            if (!allowed.has(i)) expect(seen.includes(phone), `shop ${i} after ${act}`).toBe(false);
          }
        }
      },
    ),
    { numRuns: 8 },
  );
}, 120_000);

/** Every answer of the API and every page in which the shop could meet the person. */
async function everything(shop: (typeof shops)[number], hire: string | null): Promise<string> {
  const { client, jobId } = shop;
  const texts: string[] = [];
  for (const path of ['interests', 'candidates', 'urgent'].map((what) => `/api/jobs/${jobId}/${what}`)) {
    texts.push(await (await client.get(path)).text());
  }
  for (const path of [`/shop/jobs/${jobId}`, '/api/managed-jobs'])
    texts.push(await (await client.get(path)).text());
  if (hire !== null) {
    const [referral] = await t.open.services.stores.desk.listReferrals(cast.station.id, {
      candidateId: hire,
      jobIds: [jobId],
      limit: 1,
    });
    if (referral) {
      texts.push(
        await (await client.post(`/api/referrals/${referral.id}/events`, { kind: 'contacted' })).text(),
      );
    }
  }
  expect(texts.some((text) => text.includes('******'))).toBe(true);
  return texts.join('\n');
}
