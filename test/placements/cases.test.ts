import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobView } from '../../src/jobs';
import type { WageCaseHistory, WageCaseView } from '../../src/placements';
import { upkeep } from '../../src/runtime/upkeep';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Client, openTestStation, type TestStation } from '../support/station';
import { hired, hours, ledger, paid, type Work } from './people';

/** Pay that does not come becomes somebody's case. */
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
const cases = async () => (await answer<{ items: WageCaseView[] }>(t.service().get('/api/wage-cases'))).items;
const step = (client: Client, id: string, body: unknown) => client.post(`/api/wage-cases/${id}/steps`, body);
const close = { kind: 'closed', outcome: 'paid', note: '回访过，钱给了' };
/** Somebody who worked four hours today, by their own word. */
async function worked(staff?: Client): Promise<Work> {
  const work = await hired(t, {}, staff);
  await answer(hours(work.worker, work.id, TODAY, 240), 201);
  return work;
}

describe('overdue pay', () => {
  it('becomes a case within a day after it was due, with an owner', async () => {
    const staff = await t.signIn('staff');
    const { worker, id } = await worked();
    t.clock.set('2026-06-02T11:59:00+08:00');
    await round();
    expect(await cases()).toEqual([]);
    t.clock.set('2026-06-02T12:00:00+08:00');
    await round();
    await round();
    const [only, ...others] = await cases();
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      placementId: id,
      reason: 'overdue',
      state: 'open',
      owner: { id: staff.userId, name: '工作人员' },
      amount: 100,
      open: 100,
      dueOn: TODAY,
    });
    expect((await ledger(worker, id)).case).toMatchObject({ id: only?.id, owner: '工作人员' });
  });

  it('does not, when the worker has said that it came', async () => {
    const { worker, id } = await worked();
    await answer(paid(worker, id, [TODAY], 100), 201);
    t.clock.set('2026-06-20T12:00:00+08:00');
    await round();
    expect(await cases()).toEqual([]);
  });

  it('does, when only a part came, or when only the employer said the hours', async () => {
    const { worker, id } = await worked();
    await answer(paid(worker, id, [TODAY], 99.99), 201);
    const other = await hired(t);
    await answer(hours(other.shop, other.id, TODAY, 60), 201);
    t.clock.set('2026-06-02T12:00:00+08:00');
    await round();
    expect((await cases()).map(({ open }) => open).sort()).toEqual([0.01, 25]);
  });

  it('is made once by two servers at the same moment', async () => {
    await worked();
    t.clock.set('2026-06-02T12:00:00+08:00');
    await Promise.all([round(), round()]);
    expect(await cases()).toHaveLength(1);
  });

  it('goes to who sent the person, else in turn; and on when somebody leaves', async () => {
    const [first, second] = [await t.signIn('staff'), await t.signIn('staff')];
    await worked(second);
    for (let i = 0; i < 3; i++) {
      // Made at the same instant they would be looked at in any order, and who sent somebody might come last.
      t.clock.advance(1);
      await worked();
    }
    t.clock.set('2026-06-02T12:00:00+08:00');
    await round();
    const owners = (await cases()).map(({ owner }) => owner?.id);
    expect(owners.filter((id) => id === first.userId)).toHaveLength(2);
    expect(owners.filter((id) => id === second.userId)).toHaveLength(2);
    const admin = await t.signIn('admin');
    await answer(admin.post(`/api/users/${first.userId}/disable`), 204);
    await round();
    const after = (await cases()).map(({ owner }) => owner?.id);
    expect(after).not.toContain(first.userId);
    expect(after).not.toContain(undefined);
  });
});

describe('no pay, said by the worker', () => {
  it('is a case at once; once more it is a note, also at the same moment', async () => {
    const { worker, id } = await worked();
    const say = () => worker.post(`/api/placements/${id}/unpaid`, { note: '老板说下月' });
    expect(await atOnce(say, say)).toEqual([201, 201]);
    const [only, ...others] = await cases();
    expect(others).toEqual([]);
    const history = await answer<WageCaseHistory>(t.service().get(`/api/wage-cases/${only?.id}`));
    expect(history.reason).toBe('not_paid');
    expect(history.steps.map(({ kind, note }) => [kind, note])).toEqual([
      ['opened', '老板说下月'],
      ['noted', '老板说下月'],
    ]);
    const rows = await t.open.services.stores.placements.stepsOf(t.station.id, only?.id ?? '');
    expect(rows.some(({ noteSealed }) => Buffer.from(noteSealed ?? []).includes('老板'))).toBe(false);
  });
});

describe('a case', () => {
  it('is handed over, noted, closed after the follow-up; then nothing more', async () => {
    const [staff, other] = [await t.signIn('staff'), await t.signIn('staff')];
    const { worker, id } = await worked(staff);
    await answer(worker.post(`/api/placements/${id}/unpaid`, {}), 201);
    const caseId = (await cases())[0]?.id ?? '';
    const path = (body: unknown) => step(staff, caseId, body);
    expect(await refusedFields(path({ kind: 'closed' }))).toEqual(['/note required', '/outcome required']);
    expect(await refusedFields(path({ kind: 'handed_over' }))).toEqual(['/ownerId required']);
    const stranger = { kind: 'handed_over', ownerId: worker.userId };
    expect(await refusedFields(path(stranger))).toEqual(['/ownerId unknown_value']);
    await answer(path({ kind: 'handed_over', ownerId: other.userId, note: '请你去店里问' }), 201);
    await answer(step(other, caseId, { kind: 'noted', note: '去过了' }), 201);
    const closed = await answer<WageCaseHistory>(step(other, caseId, close), 201);
    expect(closed).toMatchObject({ state: 'closed', outcome: 'paid', owner: { id: other.userId } });
    expect(closed.steps.map(({ kind }) => kind)).toEqual(['opened', 'handed_over', 'noted', 'closed']);
    await problem(path({ kind: 'noted', note: '再记' }), 409);
    await problem(worker.get(`/api/wage-cases/${caseId}`), 403);
  });

  it('that is closed does not come back by itself, and opens anew when the worker says so', async () => {
    const { worker, id } = await worked();
    t.clock.set('2026-06-02T12:00:00+08:00');
    await round();
    await answer(step(t.service(), (await cases())[0]?.id ?? '', close), 201);
    t.clock.set('2026-06-05T12:00:00+08:00');
    await round();
    expect((await cases()).map(({ state }) => state)).toEqual(['closed']);
    await answer(worker.post(`/api/placements/${id}/unpaid`, {}), 201);
    expect((await cases()).map(({ state }) => state)).toEqual(['open', 'closed']);
    // Work of later days falls due as ever.
    await answer(step(t.service(), (await cases())[0]?.id ?? '', close), 201);
    await answer(hours(worker, id, '2026-06-05', 60), 201);
    t.clock.set('2026-06-06T12:00:00+08:00');
    await round();
    expect(await cases()).toHaveLength(3);
  });

  it('is closed once of two at the same moment', async () => {
    const { worker, id } = await worked();
    await answer(worker.post(`/api/placements/${id}/unpaid`, {}), 201);
    const caseId = (await cases())[0]?.id ?? '';
    const call = () => step(t.service(), caseId, close);
    expect(await atOnce(call, call)).toEqual([201, 409]);
  });
});

describe('while a case is open', () => {
  async function owing() {
    const work = await worked();
    const closed = await t.openJob({ business: work.business, title: '收起来的' });
    await answer(work.shop.post(`/api/jobs/${closed}/close`));
    const draft = jobDraft({ business: work.business, title: '新的岗位' });
    const { id: fresh } = await answer<JobView>(work.shop.post('/api/jobs', draft), 201);
    await answer(work.worker.post(`/api/placements/${work.id}/unpaid`, {}), 201);
    const lift = async () => answer(step(t.service(), (await cases())[0]?.id ?? '', close), 201);
    return { ...work, closed, fresh, lift };
  }

  it('the employer publishes and renews nothing, nor do staff for them; closing it lifts that', async () => {
    const { shop, closed, fresh, jobId, lift } = await owing();
    for (const client of [shop, t.service()]) {
      for (const path of [`${fresh}/publish`, `${closed}/renew`, `${jobId}/urgent`]) {
        const { status, code } = await problem(client.post(`/api/jobs/${path}`), 409);
        if (!path.startsWith(jobId)) expect([status, code]).toEqual([409, 'wage_case_open']);
      }
    }
    await lift();
    await answer(t.service().post(`/api/jobs/${fresh}/publish`));
    await answer(t.service().post(`/api/jobs/${closed}/renew`));
  });

  it('imports of the employer wait for staff, others open, and what is open stays', async () => {
    const { business, worker, id } = await worked();
    const importer = async (lines: object[]) => {
      const body = lines.map((line) => JSON.stringify(line)).join('\n');
      const response = await t
        .service()
        .request('POST', '/api/import/jobs', body, { 'content-type': 'application/x-ndjson' });
      const told = (await response.text()).trim().split('\n');
      return told.map((line) => JSON.parse(line));
    };
    const known = { ...jobDraft({ business, title: '早就开着的' }), externalId: 'own-0' };
    expect(await importer([known])).toMatchObject([{ result: 'created', status: 'open' }]);
    await answer(worker.post(`/api/placements/${id}/unpaid`, {}), 201);
    expect(await importer([{ ...known, headcount: 3 }])).toMatchObject([
      { result: 'updated', status: 'open' },
    ]);
    const [own, other] = await importer([
      { ...jobDraft({ business, title: '导入的' }), externalId: 'own-1' },
      { ...jobDraft({ title: '别家的' }), externalId: 'other-1' },
    ]);
    expect(own).toMatchObject({ result: 'created', status: 'review' });
    expect(own.notes).toMatchObject([{ pointer: '/business', code: 'wage_case_open' }]);
    expect(other).toMatchObject({ result: 'created', status: 'open' });
  });

  it('urgent filling says why not', async () => {
    const { worker, shop, id } = await worked();
    const schedule = {
      kind: 'shifts' as const,
      commitment: 'all' as const,
      shifts: [{ date: '2026-06-02', start: '09:00', end: '13:00' }],
    };
    const [own] = await t.open.services.stores.businesses.ofUser(t.station.id, shop.userId);
    const jobId = await t.openJob({ business: { name: own?.name ?? '', kind: 'shop' }, schedule });
    await answer(worker.post(`/api/placements/${id}/unpaid`, {}), 201);
    const { code } = await problem(shop.post(`/api/jobs/${jobId}/urgent`), 409);
    expect(code).toBe('wage_case_open');
    expect(await answer(shop.get(`/api/jobs/${jobId}/urgent`))).toMatchObject({ obstacle: 'wage_case_open' });
  });
});
