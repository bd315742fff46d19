import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlacementView } from '../../src/placements';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { openTestStation, type TestStation } from '../support/station';
import { hired, hours, ledger, paid } from './people';

/** Hours and pay as both sides say them. Today is Monday 2026-06-01. */
let t: TestStation;
const open = async () => {
  t = await openTestStation();
};
const close = () => t.close();
const TODAY = '2026-06-01';

describe('hours', () => {
  beforeAll(open);
  afterAll(close);

  it('are what both say; where they differ both stay, and nothing is overwritten', async () => {
    const { worker, shop, id } = await hired(t);
    await answer(hours(worker, id, TODAY, 300), 201);
    const view = await answer<PlacementView>(hours(shop, id, TODAY, 240), 201);
    expect(view.days).toEqual([
      {
        date: TODAY,
        worker: 300,
        employer: 240,
        agreement: 'differs',
        owed: 100,
        claimed: 125,
        paid: 0,
        paidOn: null,
        dueOn: TODAY,
        open: 100,
        overdue: false,
      },
    ]);
    const agreed = await answer<PlacementView>(hours(worker, id, TODAY, 240), 201);
    expect(agreed.days[0]).toMatchObject({ agreement: 'agreed', owed: 100, claimed: 100 });
    expect(agreed.history.map(({ side, minutes }) => [side, minutes])).toEqual([
      ['worker', 300],
      ['employer', 240],
      ['worker', 240],
    ]);
    expect(await ledger(shop, id)).toEqual(agreed);
  });

  it('go by the pay that was agreed at the hire, whatever the posting says later', async () => {
    const { worker, shop, id, jobId } = await hired(t, { headcount: 2 });
    await answer(
      shop.patch(`/api/jobs/${jobId}`, { pay: { amount: 99, unit: 'hour', settlement: 'weekly' } }),
    );
    const view = await answer<PlacementView>(hours(worker, id, TODAY, 60), 201);
    expect(view).toMatchObject({ pay: { amount: 25, settlement: 'daily' } });
    expect(view.days[0]).toMatchObject({ owed: 25, dueOn: TODAY });
  });

  it('are written down by the desk for either side, which it must name', async () => {
    const { staff, id } = await hired(t);
    expect(await refusedFields(hours(staff, id, TODAY, 60))).toEqual(['/side required']);
    const view = await answer<PlacementView>(hours(staff, id, TODAY, 60, 'worker'), 201);
    expect(view.history).toMatchObject([{ side: 'worker', atDesk: true, minutes: 60 }]);
  });

  it("are nobody else's, not to come, not of another side", async () => {
    const { worker, shop, id } = await hired(t);
    const other = await hired(t);
    await problem(hours(other.worker, id, TODAY, 60), 404);
    await problem(hours(other.shop, id, TODAY, 60), 404);
    expect(await refusedFields(hours(worker, id, '2026-06-02', 60))).toEqual(['/date in_future']);
    expect(await refusedFields(hours(worker, id, '2026-03-01', 60))).toEqual(['/date before_hire']);
    expect(await refusedFields(hours(worker, id, '2026-02-30', 60))).toEqual(['/date date']);
    expect(await refusedFields(hours(worker, id, TODAY, 60, 'employer'))).toEqual(['/side not_your_side']);
    expect((await ledger(shop, id)).history).toEqual([]);
  });

  it('said at the same moment are both kept', async () => {
    const { worker, shop, id } = await hired(t);
    const calls = [60, 120, 180].flatMap((minutes) => [
      () => hours(worker, id, TODAY, minutes),
      () => hours(shop, id, TODAY, minutes),
    ]);
    expect(await atOnce(...calls)).toEqual(Array(6).fill(201));
    const { history, days } = await ledger(worker, id);
    expect(history).toHaveLength(6);
    const last = (side: string) => history.findLast((entry) => entry.side === side)?.minutes;
    expect(days[0]).toMatchObject({ worker: last('worker'), employer: last('employer') });
  });
});

describe('pay', () => {
  beforeAll(open);
  afterAll(close);

  it('is marked by the worker for several dates together, and counted once', async () => {
    const { worker, id } = await hired(t);
    await answer(hours(worker, id, '2026-05-30', 240), 201);
    await answer(hours(worker, id, TODAY, 100), 201);
    const view = await answer<PlacementView>(paid(worker, id, [TODAY, '2026-05-30'], 141.67, TODAY), 201);
    expect(view.days.map(({ date, owed, paid, open }) => [date, owed, paid, open])).toEqual([
      ['2026-05-30', 100, 100, 0],
      [TODAY, 41.67, 41.67, 0],
    ]);
    const again = await atOnce(
      () => paid(worker, id, [TODAY, '2026-05-30'], 141.67, TODAY),
      () => paid(worker, id, [TODAY, '2026-05-30'], 141.67, TODAY),
    );
    expect(again).toEqual([201, 201]);
    const after = await ledger(worker, id);
    expect(after.days).toEqual(view.days);
    expect(after.history.filter(({ kind }) => kind === 'paid')).toHaveLength(6);
  });

  it('may come in part, and a mark can be taken back', async () => {
    const { worker, id } = await hired(t);
    await answer(hours(worker, id, TODAY, 240), 201);
    await answer(paid(worker, id, [TODAY], 60), 201);
    expect((await ledger(worker, id)).days[0]).toMatchObject({ paid: 60, open: 40 });
    await answer(paid(worker, id, [TODAY], 0), 201);
    expect((await ledger(worker, id)).days[0]).toMatchObject({ paid: 0, paidOn: null, open: 100 });
  });

  it("is not the employer's word", async () => {
    const { worker, shop, id } = await hired(t);
    await answer(hours(worker, id, TODAY, 240), 201);
    await problem(paid(shop, id, [TODAY], 100), 403);
    await problem(shop.post(`/api/placements/${id}/unpaid`, {}), 403);
  });

  it('on completion falls due when the work is finished', async () => {
    const pay = { amount: 30, unit: 'hour' as const, settlement: 'on_completion' as const };
    const { worker, staff, id } = await hired(t, { pay });
    await answer(hours(worker, id, TODAY, 60), 201);
    expect((await ledger(worker, id)).days[0]?.dueOn).toBe('2026-06-16');
    await answer(staff.post(`/api/referrals/${id}/events`, { kind: 'finished' }), 201);
    expect(await ledger(worker, id)).toMatchObject({ endsOn: TODAY, days: [{ dueOn: TODAY }] });
  });
});

describe('the ledger', () => {
  beforeAll(open);
  afterAll(close);

  it('everybody lists their own', async () => {
    const [one, other] = [await hired(t), await hired(t)];
    const ids = async (client: typeof one.worker) =>
      (await answer<{ items: PlacementView[] }>(client.get('/api/placements'))).items.map(({ id }) => id);
    expect(await ids(one.worker)).toEqual([one.id]);
    expect(await ids(other.shop)).toEqual([other.id]);
    const all = await answer<{ items: PlacementView[] }>(t.service().get('/api/placements?limit=2'));
    expect(all.items.map(({ id }) => id).sort()).toEqual([other.id, one.id].sort());
  });

  it('the ledger stays when the person has their data erased, without their name', async () => {
    const { worker, staff, id, candidateId } = await hired(t);
    await answer(hours(worker, id, TODAY, 240), 201);
    await answer(staff.delete(`/api/candidates/${candidateId}`), 200);
    expect(await ledger(staff, id)).toMatchObject({ person: null, days: [{ worker: 240, owed: 100 }] });
  });

  it('no entry can be changed or taken away by the serving role', async () => {
    const { worker, id } = await hired(t);
    await answer(hours(worker, id, TODAY, 60), 201);
    const sql = postgres(t.database.appUrl, { max: 1, onnotice: () => {} });
    await expect(sql`update work_entries set minutes = 0`).rejects.toThrow(/permission denied/);
    await expect(sql`delete from work_entries`).rejects.toThrow(/permission denied/);
    await expect(sql`delete from wage_case_steps`).rejects.toThrow(/permission denied/);
    await sql.end();
  });
});
