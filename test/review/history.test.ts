import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConductView } from '../../src/conduct';
import type { JobView } from '../../src/jobs';
import { DAY_MS } from '../../src/kernel/clock';
import type { WageCaseView } from '../../src/placements';
import type { EmployerLabel, ReviewItem } from '../../src/review';
import { hired, hours, type Work } from '../placements/people';
import { answer, problem } from '../support/answers';
import { jobDraft, LICENCE } from '../support/builders';
import { profile, visit } from '../support/cast';
import { readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** What staff see of an employer beside its postings. Today is Monday 2026-06-01. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());
const TODAY = '2026-06-01';
const label = (id: string) => answer<EmployerLabel>(t.service().get(`/api/businesses/${id}/history`));
const caseOf = async ({ id }: Work) => {
  const { items } = await answer<{ items: WageCaseView[] }>(t.service().get('/api/wage-cases?state=open'));
  return items.find(({ placementId }) => placementId === id)?.id ?? '';
};
const close = (id: string, outcome: string) =>
  answer(t.service().post(`/api/wage-cases/${id}/steps`, { kind: 'closed', outcome, note: '回访过' }), 201);
const lateCancel = ({ worker, id }: Work, date = TODAY) =>
  answer<ConductView>(
    worker.post('/api/conduct', { referralId: id, about: 'employer', kind: 'late_cancel', date }),
    201,
  );
const unpaid = async (work: Work) => {
  await answer(hours(work.worker, work.id, TODAY, 240), 201);
  await answer(work.worker.post(`/api/placements/${work.id}/unpaid`, {}), 201);
};

describe('the history of an employer', () => {
  it('counts nothing for one that has done nothing, not even a posting', async () => {
    const { businessId } = await hired(t);
    const clean = await label(businessId);
    expect(clean).toMatchObject({ postings: 1, openCases: 0, pastCases: 0, facts: 0, verifiedUntil: null });
    const [empty] = (
      await t.open.services.stores.businesses.ensure(t.station.id, [
        { id: t.open.services.ids.next(), name: '什么都没发过', kind: 'shop' },
      ])
    ).values();
    expect(await label(empty?.id ?? '')).toMatchObject({ postings: 0, openCases: 0, facts: 0 });
  });

  it('shows wage cases, open and past, but none in which nothing was owed', async () => {
    const work = await hired(t);
    await unpaid(work);
    expect(await label(work.businessId)).toMatchObject({ openCases: 1, pastCases: 0 });
    await close(await caseOf(work), 'unfounded');
    expect(await label(work.businessId)).toMatchObject({ openCases: 0, pastCases: 0 });
    await answer(work.worker.post(`/api/placements/${work.id}/unpaid`, {}), 201);
    await close(await caseOf(work), 'paid');
    expect(await label(work.businessId)).toMatchObject({ openCases: 0, pastCases: 1 });
    expect((await label((await hired(t)).businessId)).pastCases).toBe(0);
  });

  it('shows facts while they count: not under appeal, not struck, not over, none about the worker', async () => {
    const work = await hired(t);
    const first = await lateCancel(work);
    await lateCancel(work, '2026-05-31');
    await answer(
      work.shop.post('/api/conduct', { referralId: work.id, about: 'worker', kind: 'no_show', date: TODAY }),
      201,
    );
    const facts = async () => (await label(work.businessId)).facts;
    expect(await facts()).toBe(2);
    const appeal = { view: 'disagrees', appeal: true };
    await answer(work.shop.post(`/api/conduct/${first.id}/answer`, appeal));
    expect(await facts()).toBe(1);
    const decide = { decision: 'upheld', reason: '两边都问过了' };
    await answer(t.service().post(`/api/conduct/${first.id}/decide`, decide));
    expect(await facts()).toBe(2);
    t.clock.advance(91 * DAY_MS);
    expect(await facts()).toBe(0);
    t.clock.advance(-91 * DAY_MS);
  });

  it('stands in the queue beside reports and what was returned', async () => {
    const work = await hired(t);
    await lateCancel(work);
    const draft = jobDraft({ title: '又来一个岗位', business: work.business });
    const { id } = await answer<JobView>(work.shop.post('/api/jobs', draft), 201);
    await answer(work.shop.post(`/api/jobs/${id}/publish`));
    await answer(t.client().post(`/api/jobs/${work.jobId}/report`, { reason: 'pay' }), 202);
    await unpaid(work);
    const { items } = await answer<{ items: ReviewItem[] }>(t.service().get('/api/review-queue?limit=100'));
    const employer = items.find(({ job }) => job.id === id)?.employer;
    expect(employer).toMatchObject({ postings: 2, reports: 1, unhandled: 1, openCases: 1, facts: 1 });
    const staff = await t.signIn('staff');
    const html = readable((await visitor(t, staff.cookie).get('/desk/review')).html);
    expect(html).toContain('又来一个岗位');
    for (const piece of ['欠薪诉求 1 件没办完', '失约 1 次', '被举报 1 次']) expect(html).toContain(piece);
  });

  it('is for staff, and of another station nothing is found', async () => {
    const { businessId, shop, worker } = await hired(t);
    await problem(shop.get(`/api/businesses/${businessId}/history`), 403);
    await problem(worker.get(`/api/businesses/${businessId}/history`), 403);
    await problem(t.client().get(`/api/businesses/${businessId}/history`), 401);
    const elsewhere = await t.mintStation();
    await problem(t.service(elsewhere).get(`/api/businesses/${businessId}/history`), 404);
  });
});

describe('the label', () => {
  it('stands wherever staff see a posting, and nowhere else', async () => {
    const work = await hired(t, { title: '标签岗位' });
    await answer(t.service().post(`/api/businesses/${work.businessId}/verify`, { licence: LICENCE }));
    await lateCancel(work);
    const { id: candidateId } = await answer<{ id: string }>(
      t.service().post('/api/candidates', profile()),
      201,
    );
    const { walkIn } = await answer<{ walkIn: { id: string } }>(
      t.service().post('/api/walk-ins', visit()),
      201,
    );
    const open = await t.openJob({ title: '标签岗位二', business: work.business });
    await unpaid(work);
    const staff = await t.signIn('staff');
    const desk = visitor(t, staff.cookie);
    for (const path of [
      `/desk/jobs?contains=${encodeURIComponent('标签岗位')}`,
      `/desk/jobs/${open}`,
      `/desk/businesses?q=${encodeURIComponent(work.business.name)}`,
      `/desk/walk-ins/${walkIn.id}?limit=50`,
      `/desk/candidates/${candidateId}`,
    ]) {
      const { html } = await desk.get(path);
      for (const piece of ['已核验，到 2026年11月30日', '欠薪诉求 1 件没办完', '失约 1 次'])
        expect(readable(html), path).toContain(piece);
      expect(html, path).toMatch(new RegExp(`href="/desk/cases\\?business=${work.businessId}`));
    }
    const cases = readable((await desk.get(`/desk/cases?business=${work.businessId}`)).html);
    expect(cases).toContain('标签岗位');
    const others = readable((await desk.get(`/desk/cases?business=${(await hired(t)).businessId}`)).html);
    expect(others).toContain('没有工钱诉求');
    for (const [cookie, path] of [
      ['', `/jobs/${open}`],
      [work.worker.cookie, `/jobs/${open}`],
      [work.shop.cookie, `/shop/jobs/${open}`],
    ] as const) {
      const html = readable((await visitor(t, cookie).get(path)).html);
      expect(html).toContain('标签岗位二');
      expect(html).not.toMatch(/欠薪诉求|失约/);
    }
  });
});
