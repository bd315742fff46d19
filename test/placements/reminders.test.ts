import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { remindPay } from '../../src/placements';
import { upkeep } from '../../src/runtime/upkeep';
import { answer } from '../support/answers';
import { jobDraft } from '../support/builders';
import { readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';
import { hired, hours, paid, type Work } from './people';

/** Businesses are told before pay falls due. Today is Monday 2026-06-01. */
let t: TestStation;
const stations: TestStation[] = [];
beforeEach(async () => {
  t = await openTestStation();
  stations.push(t);
});
afterAll(async () => {
  for (const one of stations) await one.close();
});
const TODAY = '2026-06-01';
const round = () => upkeep(t.open.services, t.open.accounts);
const told = async ({ businessId }: Work) =>
  (await t.open.services.stores.businesses.notices(t.station.id, [businessId], 50))
    .filter(({ code }) => code === 'pay_due')
    .map(({ values }) => values);
const weekly = { pay: { amount: 25, unit: 'hour', settlement: 'weekly' } } as const;

describe('pay that falls due', () => {
  it('is told of the day before, once, with what is owed and without a name', async () => {
    const work = await hired(t, weekly);
    await answer(hours(work.worker, work.id, TODAY, 240), 201);
    t.clock.set('2026-06-05T23:59:00+08:00');
    await round();
    expect(await told(work)).toEqual([]);
    t.clock.set('2026-06-06T00:01:00+08:00');
    await round();
    await round();
    expect(await told(work)).toEqual([{ title: jobDraft().title, dueOn: '2026-06-07', amount: 100 }]);
    const page = readable((await visitor(t, work.shop.cookie).get('/shop')).html);
    expect(page).toContain('的工钱最晚 6月7日（周日） 要给，100 元');
    expect((await visitor(t, work.shop.cookie).get('/shop')).html).toMatch(/href="\/shop\/work[^"]*">“/);
  });

  it('is told of on the day itself where work is paid by the day, and again for the next', async () => {
    const work = await hired(t);
    await answer(hours(work.shop, work.id, TODAY, 120), 201);
    await round();
    expect(await told(work)).toMatchObject([{ dueOn: TODAY, amount: 50 }]);
    await answer(paid(work.worker, work.id, [TODAY], 50), 201);
    t.clock.set('2026-06-02T18:00:00+08:00');
    await round();
    expect(await told(work)).toHaveLength(1);
    await answer(hours(work.worker, work.id, '2026-06-02', 60), 201);
    await round();
    expect((await told(work)).map(({ dueOn }) => dueOn).sort()).toEqual([TODAY, '2026-06-02']);
  });

  it('is not told of when it has come, or when it is overdue', async () => {
    const done = await hired(t, weekly);
    await answer(hours(done.worker, done.id, TODAY, 60), 201);
    await answer(paid(done.worker, done.id, [TODAY], 25), 201);
    const late = await hired(t, weekly);
    await answer(hours(late.worker, late.id, TODAY, 60), 201);
    t.clock.set('2026-06-08T01:00:00+08:00');
    await round();
    expect([await told(done), await told(late)]).toEqual([[], []]);
  });

  it('is told of once by servers at the same moment', async () => {
    const work = await hired(t);
    await answer(hours(work.worker, work.id, TODAY, 60), 201);
    const counts = await Promise.all([1, 2, 3].map(() => remindPay(t.open.services)));
    expect(counts.sort()).toEqual([0, 0, 1]);
    expect(await told(work)).toHaveLength(1);
  });
});
