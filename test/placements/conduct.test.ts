import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConductView } from '../../src/conduct';
import { DAY_MS } from '../../src/kernel/clock';
import { upkeep } from '../../src/runtime/upkeep';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { type Client, openTestStation, type TestStation } from '../support/station';
import { hired, type Work } from './people';

/** Facts about who did not come, of both sides. Today is Monday 2026-06-01. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());
const TODAY = '2026-06-01';
const tell = (client: Client, { id }: Work, changes: Record<string, unknown> = {}) =>
  client.post('/api/conduct', { referralId: id, about: 'worker', kind: 'no_show', date: TODAY, ...changes });
const told = (client: Client, work: Work, changes: Record<string, unknown> = {}) =>
  answer<ConductView>(tell(client, work, changes), 201);
const facts = async (client: Client, query = '') =>
  (await answer<{ items: ConductView[] }>(client.get(`/api/conduct${query}`))).items;
const reply = (client: Client, id: string, body: unknown) => client.post(`/api/conduct/${id}/answer`, body);
const decide = (client: Client, id: string, decision: string) =>
  client.post(`/api/conduct/${id}/decide`, { decision, reason: '两边都问过了' });

describe('a fact', () => {
  it('is told by the other side, and seen by both and the desk with who said it', async () => {
    const work = await hired(t);
    const fact = await told(work.shop, work, { note: '等了一上午' });
    expect(fact).toMatchObject({
      about: 'worker',
      kind: 'no_show',
      date: TODAY,
      saidBy: 'employer',
      note: '等了一上午',
      view: null,
      counts: true,
      own: false,
    });
    expect(await facts(work.worker)).toMatchObject([{ id: fact.id, own: true }]);
    expect(await facts(t.service(), `?candidateId=${work.candidateId}`)).toMatchObject([{ id: fact.id }]);
    const late = await told(work.worker, work, { about: 'employer', kind: 'late_cancel' });
    expect(late).toMatchObject({ saidBy: 'worker', about: 'employer' });
    expect(await facts(work.shop)).toHaveLength(2);
  });

  it('is not told of oneself, of others, twice, of days to come or long ago', async () => {
    const [work, other] = [await hired(t), await hired(t)];
    expect(await refusedFields(tell(work.worker, work))).toEqual(['/about about_oneself']);
    await problem(tell(other.shop, work), 404);
    await problem(tell(other.worker, work, { about: 'employer' }), 404);
    expect(await refusedFields(tell(work.shop, work, { date: '2026-06-02' }))).toEqual(['/date in_future']);
    expect(await refusedFields(tell(work.shop, work, { date: '2026-05-01' }))).toEqual(['/date long_ago']);
    expect(
      await atOnce(
        () => tell(work.shop, work),
        () => tell(work.shop, work),
      ),
    ).toEqual([201, 409]);
  });

  it('comes of a referral that ended with nobody there', async () => {
    const work = await hired(t);
    await answer(work.shop.post(`/api/referrals/${work.id}/events`, { kind: 'no_show' }), 201);
    expect(await facts(work.worker)).toMatchObject([{ kind: 'no_show', saidBy: 'employer', date: TODAY }]);
  });

  it('goes with the person', async () => {
    const work = await hired(t);
    await told(work.shop, work);
    await answer(t.service().delete(`/api/candidates/${work.candidateId}`), 200);
    expect(await facts(work.shop)).toEqual([]);
  });
});

describe('an appeal', () => {
  it('takes the effect away until staff decide, with a reason', async () => {
    const work = await hired(t);
    const { id } = await told(work.shop, work);
    await problem(reply(work.shop, id, { view: 'disagrees' }), 409);
    const appealed = await answer<ConductView>(
      reply(work.worker, id, { view: 'disagrees', note: '前一天说过去不了', appeal: true }),
    );
    expect(appealed).toMatchObject({ counts: false, viewNote: '前一天说过去不了' });
    expect((await facts(t.service(), '?appealed=1')).map((fact) => fact.id)).toContain(id);
    await problem(decide(work.worker, id, 'struck'), 403);
    expect(
      await refusedFields(t.service().post(`/api/conduct/${id}/decide`, { decision: 'struck' })),
    ).toEqual(['/reason required']);
    expect(
      await atOnce(
        () => decide(t.service(), id, 'upheld'),
        () => decide(t.service(), id, 'upheld'),
      ),
    ).toEqual([200, 409]);
    expect(await facts(work.worker)).toMatchObject([
      { decision: 'upheld', reason: '两边都问过了', counts: true },
    ]);
    await problem(reply(work.worker, id, { view: 'disagrees', appeal: true }), 409);
    expect((await facts(t.service(), '?appealed=1')).map((fact) => fact.id)).not.toContain(id);
  });

  it('is not decided by who told it, while there are others', async () => {
    const [staff, other] = [await t.signIn('staff'), await t.signIn('staff')];
    const work = await hired(t, {}, staff);
    const { id } = await told(staff, work);
    const { code } = await problem(decide(staff, id, 'upheld'), 403);
    expect(code).toBe('own_word');
    expect(await answer(decide(other, id, 'struck'))).toMatchObject({ decision: 'struck', counts: false });
  });
});

describe('the effect', () => {
  it('of two facts about an employer: no urgent filling, for two months', async () => {
    const work = await hired(t);
    const schedule = {
      kind: 'shifts' as const,
      commitment: 'all' as const,
      shifts: [{ days: 'Mo-Su', start: '20:00', end: '22:00' }],
    };
    const { business } = work;
    const jobId = await t.openJob({ business, schedule, validThrough: '2026-06-30' });
    const obstacle = async () =>
      (await answer<{ obstacle: string | null }>(work.shop.get(`/api/jobs/${jobId}/urgent`))).obstacle;
    const first = await told(work.worker, work, { about: 'employer', kind: 'late_cancel' });
    expect(await obstacle()).toBeNull();
    await told(work.worker, work, { about: 'employer' });
    expect(await obstacle()).toBe('called_off_late');
    const { code } = await problem(work.shop.post(`/api/jobs/${jobId}/urgent`), 409);
    expect(code).toBe('called_off_late');
    await answer(reply(work.shop, first.id, { view: 'disagrees', appeal: true }));
    expect(await obstacle()).toBeNull();
  });

  it('of facts about a worker: none on what they are shown', async () => {
    const work = await hired(t);
    const matches = () => answer(work.worker.get(`/api/candidates/${work.candidateId}/matches`));
    const before = await matches();
    await told(work.shop, work);
    await told(work.shop, work, { kind: 'late_cancel' });
    expect(await matches()).toEqual(before);
  });

  it('ends after 90 days, and the fact is erased', async () => {
    const work = await hired(t);
    const { id } = await told(work.shop, work);
    t.clock.advance(89 * DAY_MS);
    await upkeep(t.open.services, t.open.accounts);
    expect(await facts(t.service(), `?candidateId=${work.candidateId}`)).toHaveLength(1);
    t.clock.advance(2 * DAY_MS);
    expect(await facts(t.service(), `?candidateId=${work.candidateId}`)).toEqual([]);
    await upkeep(t.open.services, t.open.accounts);
    expect(await t.open.services.stores.conduct.get(t.station.id, id)).toBeNull();
  });
});
