import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView } from '../../src/jobs';
import { type DecisionView, type ReviewItem, sendWarnings, type WarnedView } from '../../src/review';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Cast, openCast, profile, visit } from '../support/cast';
import { readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** What staff decide about postings that wait, and who hears of it. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

/** A posting that the shop has handed in. */
async function handedIn(changes: Parameters<typeof jobDraft>[0] = {}): Promise<string> {
  const draft = jobDraft({ business: { name: cast.shopName, kind: 'shop' }, ...changes });
  const { id } = await answer<JobView>(cast.shop.post('/api/jobs', draft), 201);
  expect((await answer<JobView>(cast.shop.post(`/api/jobs/${id}/publish`))).status).toBe('review');
  return id;
}
const queue = async () =>
  (await answer<{ items: ReviewItem[] }>(cast.staff.get('/api/review-queue?limit=100'))).items;
const itemOf = async (id: string) => {
  const item = (await queue()).find(({ job }) => job.id === id);
  if (!item) throw new Error('not in the queue');
  return item;
};
const decide = (id: string, body: object, by = cast.staff) => by.post(`/api/jobs/${id}/review`, body);
const statusOf = async (id: string) => (await answer<JobView>(cast.staff.get(`/api/jobs/${id}`))).status;
const decisions = async (id: string, by = cast.shop) =>
  (await answer<{ items: DecisionView[] }>(by.get(`/api/jobs/${id}/decisions`))).items;
const actions = async (id: string) =>
  (await t.open.services.stores.audit.ofEntity(cast.station.id, id, 50)).map(({ action }) => action);

describe('the queue', () => {
  it('shows what waits, the oldest first, with findings, what is lacking, and the business from before', async () => {
    const first = await handedIn({ description: '月入过万不是梦，轻松。' });
    t.clock.advance(1_000);
    const second = await handedIn();
    const items = await queue();
    const ids = items.map(({ job }) => job.id);
    expect(ids.indexOf(first)).toBeLessThan(ids.indexOf(second));
    const item = await itemOf(first);
    expect(item.findings).toMatchObject([{ code: 'bait', severity: 'approve', field: 'description' }]);
    expect(item.findings[0]?.text).toMatch(/收入/);
    expect(item).toMatchObject({ held: null, problems: [], reports: { independent: 0 }, last: null });
    expect(item.employer).toMatchObject({ name: cast.shopName, kind: 'shop', verified: false });
    expect(item.employer.postings).toBeGreaterThanOrEqual(2);
    const page = await answer<{ items: ReviewItem[] }>(cast.staff.get('/api/review-queue?limit=1'));
    const rest = await answer<{ items: ReviewItem[] }>(
      cast.staff.get(`/api/review-queue?limit=100&after=${page.items[0]?.job.id}`),
    );
    expect([...page.items, ...rest.items].map(({ job }) => job.id)).toEqual(ids);
  });

  it('holds imports that wait as well', async () => {
    const line = { ...jobDraft({ description: '轻松月入过万' }), externalId: 'warte/1' };
    const taken = await cast.service.request('POST', '/api/import/jobs', `${JSON.stringify(line)}\n`, {
      'content-type': 'application/x-ndjson',
    });
    const { id, status } = JSON.parse(await taken.text()) as { id: string; status: string };
    expect(status).toBe('review');
    expect((await itemOf(id)).findings.map(({ code }) => code)).toContain('bait');
  });
});

describe('staff', () => {
  it('approve: it is open, and the log says who', async () => {
    const id = await handedIn();
    const { version } = await itemOf(id);
    expect((await answer<JobView>(decide(id, { decision: 'approve', version }))).status).toBe('open');
    expect(await decisions(id)).toMatchObject([{ decision: 'approved', reason: null }]);
    expect(await actions(id)).toContain('job.publish');
    const [line] = await t.open.services.stores.audit.ofEntity(cast.station.id, id, 1);
    expect(line?.actor).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('return with a reason: the shop reads it, changes it, hands it in again', async () => {
    const id = await handedIn();
    const { version } = await itemOf(id);
    const returned = { decision: 'return', version, reason: 'pay', note: '写清加班怎么算' };
    expect((await answer<JobView>(decide(id, returned))).status).toBe('draft');
    expect((await queue()).map(({ job }) => job.id)).not.toContain(id);
    expect(await decisions(id)).toMatchObject([
      { decision: 'returned', reason: 'pay', note: '写清加班怎么算' },
    ]);
    const browser = visitor(t, cast.shop.cookie, cast.station);
    expect(readable((await browser.get('/shop')).html)).toContain('被退回了');
    expect(readable((await browser.get(`/shop/jobs/${id}`)).html)).toContain('写清加班怎么算');
    // Also a verified shop hands it in, instead of opening it by itself.
    await cast.verifyShop();
    await answer(cast.shop.patch(`/api/jobs/${id}`, { description: '加班另算，每小时 30 元。' }));
    expect((await answer<JobView>(cast.shop.post(`/api/jobs/${id}/publish`))).status).toBe('review');
    const again = await itemOf(id);
    expect(again).toMatchObject({
      held: 'returned',
      last: { decision: 'returned' },
      employer: { returned: 1 },
    });
    await answer(decide(id, { decision: 'approve', version: again.version }));
    expect(await statusOf(id)).toBe('open');
    expect(await actions(id)).toEqual(expect.arrayContaining(['job.return', 'job.edit', 'job.publish']));
    const own = (await t.open.services.stores.businesses.ofUser(cast.station.id, cast.shop.userId))[0];
    await t.open.services.stores.businesses.setVerified(cast.station.id, own?.id ?? '', 0);
  });

  it('block with a reason: it is gone for good, and the shop reads why', async () => {
    const id = await handedIn();
    const { version } = await itemOf(id);
    const blocked = { decision: 'block', version, reason: 'fee', note: '要收 200 元押金' };
    expect((await answer<JobView>(decide(id, blocked))).status).toBe('blocked');
    expect(await decisions(id)).toMatchObject([{ decision: 'blocked', reason: 'fee' }]);
    await problem(cast.shop.post(`/api/jobs/${id}/publish`), 409);
    await problem(cast.staff.post(`/api/jobs/${id}/publish`), 409);
    expect(await actions(id)).toContain('job.block');
    const html = (await visitor(t, cast.shop.cookie, cast.station).get(`/shop/jobs/${id}`)).html;
    expect(readable(html)).toContain('要收 200 元押金');
  });

  it('do not open what breaks the law, and need a reason to return or block', async () => {
    const id = await handedIn();
    const { version } = await itemOf(id);
    await answer(cast.staff.patch(`/api/jobs/${id}`, { description: '只要女的。' }));
    expect((await problem(decide(id, { decision: 'approve', version }), 409)).code).toBe('job_changed');
    const now = (await itemOf(id)).version;
    expect((await problem(decide(id, { decision: 'approve', version: now }), 422)).errors).toMatchObject([
      { code: 'sex' },
    ]);
    for (const decision of ['return', 'block']) {
      expect((await refusedFields(decide(id, { decision, version: now }))).join()).toContain('/reason');
    }
    await problem(decide(id, { decision: 'return', version: now, reason: 'ugly' }), 422);
    await problem(decide(id, { decision: 'applaud', version: now }), 422);
    expect(await statusOf(id)).toBe('review');
  });

  it('decide about what they have seen: what the shop changed meanwhile is not opened unread', async () => {
    const id = await handedIn();
    const { version } = await itemOf(id);
    await answer(cast.shop.patch(`/api/jobs/${id}`, { title: '换成别的活' }));
    for (const body of [
      { decision: 'approve', version },
      { decision: 'return', version, reason: 'unclear' },
      { decision: 'block', version, reason: 'fraud' },
    ]) {
      expect((await problem(decide(id, body), 409)).code).toBe('job_changed');
    }
    expect(await statusOf(id)).toBe('review');
  });

  it.each([
    ['approve', 'approve'],
    ['approve', 'block'],
    ['return', 'block'],
    ['return', 'return'],
    ['block', 'block'],
  ])('of two at once (%s, %s) one wins', async (one, other) => {
    const id = await handedIn();
    const { version } = await itemOf(id);
    const body = (decision: string) => ({
      decision,
      version,
      ...(decision === 'approve' ? {} : { reason: 'other' }),
    });
    const statuses = await atOnce(
      () => decide(id, body(one)),
      () => decide(id, body(other), cast.admin),
    );
    expect(statuses).toEqual([200, 409]);
    expect(await decisions(id)).toHaveLength(1);
  });

  it('are the only ones: shops decide nothing, and the desk of another station finds nothing', async () => {
    const id = await handedIn();
    const { version } = await itemOf(id);
    await problem(decide(id, { decision: 'approve', version }, cast.shop), 403);
    await problem(decide(id, { decision: 'approve', version }, cast.elsewhere), 404);
    await problem(decide(id, { decision: 'approve', version }, cast.public), 401);
    await problem(cast.otherShop.get(`/api/jobs/${id}/decisions`), 404);
  });

  it('work through the queue on its page', async () => {
    const id = await handedIn({ title: '页面上审核的活', description: '轻松月入过万。' });
    const staff = await t.signIn('staff', cast.station);
    const browser = visitor(t, staff.cookie, cast.station);
    const { html } = await browser.get('/desk/review');
    expect(readable(html)).toContain('页面上审核的活');
    expect(readable(html)).toMatch(/“[^”]*月入过万[^”]*”/);
    const { version } = await itemOf(id);
    const fields = { decision: 'return', version: String(version), reason: 'unclear', note: '别写月入过万' };
    expect((await browser.post(`/desk/jobs/${id}/review`, fields)).location).toContain('done=returned');
    expect((await browser.post(`/desk/jobs/${id}/review`, fields)).location).toContain('done=overtaken');
    expect(await statusOf(id)).toBe('draft');
  });
});

describe('those who were sent to a posting that is blocked', () => {
  /** Somebody referred, somebody interested, two with it on their list, one without a phone, one who declined. */
  async function people(jobId: string) {
    const consent = { purpose: ['matching', 'contact'], channel: 'paper' };
    const referred = await answer<{ id: string }>(
      cast.service.post('/api/candidates', profile({ phone: '18655550001' })),
      201,
    );
    await answer(cast.staff.post('/api/referrals', { candidateId: referred.id, jobId }), 201);
    await answer(cast.seeker.post('/api/candidates', profile({ phone: cast.seeker.phone })), 201);
    await answer(cast.seeker.post(`/api/jobs/${jobId}/interest`), 201);
    const visits: string[] = [];
    for (const phone of ['18655550002', undefined]) {
      const body = visit({ consent, ...(phone ? { phone } : {}) });
      const { walkIn } = await answer<{ walkIn: { id: string } }>(
        cast.staff.post('/api/walk-ins', body),
        201,
      );
      await answer(cast.staff.put(`/api/walk-ins/${walkIn.id}/shortlist`, { jobIds: [jobId] }));
      visits.push(walkIn.id);
    }
    const gone = await answer<{ id: string }>(
      cast.service.post('/api/candidates', profile({ phone: '18655550009' })),
      201,
    );
    const referral = await answer<{ id: string }>(
      cast.staff.post('/api/referrals', { candidateId: gone.id, jobId }),
      201,
    );
    await answer(cast.staff.post(`/api/referrals/${referral.id}/events`, { kind: 'declined' }), 201);
    return { referred: referred.id, visits };
  }

  it('are told, once each; who cannot be reached is left for staff by name of their page', async () => {
    const id = await cast.openJob({ title: '骗人的活' });
    const { referred, visits } = await people(id);
    const before = t.notices.length;
    await answer(cast.staff.post(`/api/jobs/${id}/block`, { reason: 'fraud' }));
    const told = t.notices.slice(before);
    expect(told.map(({ phone }) => phone).sort()).toEqual(
      ['18655550001', '18655550002', cast.seeker.phone].sort(),
    );
    for (const notice of told) {
      expect(notice).toMatchObject({ kind: 'job_blocked', values: { title: '骗人的活' } });
      expect(notice.text).toContain('骗人的活');
    }
    const { items } = await answer<{ items: WarnedView[] }>(cast.staff.get(`/api/jobs/${id}/warned`));
    expect(items).toHaveLength(4);
    expect(items).toContainEqual({ candidateId: referred, walkInId: null, state: 'sent' });
    expect(items).toContainEqual({ candidateId: null, walkInId: visits[1], state: 'unreachable' });
    // Nobody hears it twice.
    await sendWarnings(t.open.services);
    t.clock.advance(3_600_000);
    await sendWarnings(t.open.services);
    expect(t.notices).toHaveLength(before + 3);
    const me = await visitor(t, cast.seeker.cookie, cast.station).get('/me');
    expect(readable(me.html)).toContain('已经下架，请不要再去');
    const staff = await t.signIn('staff', cast.station);
    const page = await visitor(t, staff.cookie, cast.station).get(`/desk/jobs/${id}`);
    expect(readable(page.html)).toContain('已发短信 3 人');
    expect(page.html).toContain(`/desk/walk-ins/${visits[1]}`);
  });

  it('who have withdrawn every consent are not written to', async () => {
    const id = await cast.openJob();
    const { id: candidateId } = await answer<{ id: string }>(
      cast.service.post('/api/candidates', profile({ phone: '18655550021' })),
      201,
    );
    await answer(cast.staff.post('/api/referrals', { candidateId, jobId: id }), 201);
    for (const withdraw of ['matching', 'contact']) {
      await answer(cast.service.patch(`/api/candidates/${candidateId}`, { withdraw }));
    }
    const before = t.notices.length;
    await answer(cast.staff.post(`/api/jobs/${id}/block`));
    expect(t.notices).toHaveLength(before);
    const { items } = await answer<{ items: WarnedView[] }>(cast.staff.get(`/api/jobs/${id}/warned`));
    expect(items).toEqual([{ candidateId, walkInId: null, state: 'unreachable' }]);
  });

  it('are tried again when the gateway refuses, three times in all', async () => {
    const id = await cast.openJob();
    const { id: candidateId } = await answer<{ id: string }>(
      cast.service.post('/api/candidates', profile({ phone: '18655550031' })),
      201,
    );
    await answer(cast.staff.post('/api/referrals', { candidateId, jobId: id }), 201);
    const tried: string[] = [];
    const services = {
      ...t.open.services,
      notifier: {
        ...t.open.services.notifier,
        async sendNotice(phone: string) {
          tried.push(phone);
          throw new Error('gateway down');
        },
      },
    };
    const { blockJob } = await import('../../src/review');
    await blockJob({ ...t.ctx(undefined, cast.station), ...services }, id);
    const state = async () =>
      (await answer<{ items: WarnedView[] }>(cast.staff.get(`/api/jobs/${id}/warned`))).items[0]?.state;
    expect([tried.length, await state()]).toEqual([1, 'waiting']);
    for (let round = 0; round < 4; round++) {
      await sendWarnings(services);
      t.clock.advance(6 * 60_000);
    }
    expect([tried.length, await state()]).toEqual([3, 'failed']);
  });
});
