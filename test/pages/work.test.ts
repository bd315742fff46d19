import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConductView } from '../../src/conduct';
import type { WageCaseView } from '../../src/placements';
import { hired, hours, ledger } from '../placements/people';
import { answer } from '../support/answers';
import { readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** Hours, pay and appeals as people do them, page by page. Today is Monday 2026-06-01. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());
const TODAY = '2026-06-01';

describe('a worker', () => {
  it('says hours in halves, agrees with one tap, and says that the pay came', async () => {
    const { worker, shop, id } = await hired(t);
    const me = visitor(t, worker.cookie);
    const path = `/me/work/${id}`;
    expect((await me.post(`${path}/hours`, { date: '2026-05-31', hours: '4.5' })).location).toBe(
      '/me/work?done=said',
    );
    await answer(hours(shop, id, TODAY, 240), 201);
    const page = readable((await me.get('/me/work')).html);
    expect(page).toContain('您记 4.5 小时');
    expect(page).toContain('用工方记 4 小时');
    expect(page).toContain('对，是 4 小时');
    expect((await me.post(`${path}/hours`, { date: TODAY, hours: '4' })).status).toBe(303);
    const dates = ['2026-05-31', TODAY];
    await me.post(`${path}/paid`, { dates, amount: '212.50', paidOn: TODAY });
    const { days } = await ledger(worker, id);
    expect(days.map(({ paid, open }) => [paid, open])).toEqual([
      [112.5, 0],
      [100, 0],
    ]);
    expect(readable((await me.get('/me/work')).html)).toContain('拿到 112.5 元');
  });

  it('reads what was wrong, and nothing is written', async () => {
    const { worker, id } = await hired(t);
    const me = visitor(t, worker.cookie);
    const refused = await me.post(`/me/work/${id}/hours`, { date: '2026-06-02', hours: '4' });
    expect(refused.status).toBe(422);
    expect(readable(refused.html)).toContain('哪一天：日期还没有到');
    const much = await me.post(`/me/work/${id}/hours`, { date: TODAY, hours: '25' });
    expect(readable(much.html)).toContain('干了几小时：');
    expect((await ledger(worker, id)).history).toEqual([]);
  });

  it('who has no pay gets somebody to look after it, whom the desk sees', async () => {
    const staff = await t.signIn('staff');
    const { worker, shop, id } = await hired(t, {}, staff);
    const me = visitor(t, worker.cookie);
    await me.post(`/me/work/${id}/unpaid`, { note: '去要过两回' });
    expect(readable((await me.get('/me/work')).html)).toContain('由工作人员负责');
    expect(readable((await visitor(t, shop.cookie).get('/shop/work')).html)).toContain('不能发新岗位');
    const desk = visitor(t, staff.cookie);
    expect(readable((await desk.get('/desk/cases')).html)).toContain('本人说没拿到');
    const { items } = await answer<{ items: WageCaseView[] }>(staff.get('/api/wage-cases'));
    const path = `/desk/cases/${items[0]?.id}`;
    expect(readable((await desk.get(path)).html)).toContain('去要过两回');
    const empty = await desk.post(`${path}/steps`, { kind: 'closed' });
    expect([empty.status, readable(empty.html)]).toEqual([
      422,
      expect.stringContaining('回访时本人怎么说：'),
    ]);
    const done = { kind: 'closed', outcome: 'paid', note: '电话里说拿到了' };
    expect((await desk.post(`${path}/steps`, done)).location).toBe(`${path}?done=event`);
    expect(readable((await desk.get(path)).html)).toContain('已办结');
    expect(readable((await visitor(t, shop.cookie).get('/shop/work')).html)).not.toContain('不能发新岗位');
  });
});

it('who is said not to have come says how it was, and staff strike it', async () => {
  const { worker, shop, id, candidateId } = await hired(t);
  const keeper = visitor(t, shop.cookie);
  const fact = { about: 'worker', kind: 'no_show', date: TODAY };
  expect((await keeper.post(`/shop/work/${id}/conduct`, fact)).status).toBe(303);
  const me = visitor(t, worker.cookie);
  expect(readable((await me.get('/me/work')).html)).toContain('说好了没有来（用工方说的）');
  const [{ id: factId = '' } = {}] = (await answer<{ items: ConductView[] }>(worker.get('/api/conduct')))
    .items;
  await me.post(`/me/conduct/${factId}/answer`, { note: '前一天打过电话' });
  const desk = visitor(t, (await t.signIn('staff')).cookie);
  const appeals = readable((await desk.get('/desk/cases')).html);
  expect(appeals).toContain('求职者说：不是这样。前一天打过电话');
  await desk.post(`/desk/conduct/${factId}/decide`, { decision: 'struck', reason: '店里也说打过' });
  expect(readable((await me.get('/me/work')).html)).toContain('已划掉');
  expect(readable((await desk.get(`/desk/candidates/${candidateId}`)).html)).toContain('已划掉');
});

it('the desk writes hours for somebody who has only come by', async () => {
  const staff = await t.signIn('staff');
  const { id } = await hired(t);
  const desk = visitor(t, staff.cookie);
  await desk.post(`/desk/work/${id}/hours`, { side: 'worker', date: TODAY, hours: '3' });
  expect(readable((await desk.get(`/desk/work/${id}`)).html)).toContain('（窗口代记）');
  expect((await ledger(staff, id)).history).toMatchObject([{ side: 'worker', atDesk: true, minutes: 180 }]);
});
