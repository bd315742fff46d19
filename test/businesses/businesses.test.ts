import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BusinessView, VERIFIED_MS } from '../../src/businesses';
import type { JobView } from '../../src/jobs';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { jobDraft, licenceOf } from '../support/builders';
import { type Cast, openCast, profile } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** Businesses: verified for half a year by staff, acted for by the accounts that staff link to them. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

/** A business that an import or staff entered, with one open posting. */
async function entered(name: string): Promise<{ id: string; jobId: string }> {
  const jobId = await cast.openJob({ business: { name, kind: 'shop' } });
  const { business } = await answer<JobView>(cast.public.get(`/api/jobs/${jobId}`));
  return { id: business.id, jobId };
}
/** Every business has a licence of its own. */
const licences = new Map<string, string>();
const verify = (id: string, client = cast.staff) => {
  const licence = licences.get(id) ?? licenceOf(licences.size + 1);
  licences.set(id, licence);
  return client.post(`/api/businesses/${id}/verify`, { licence });
};
const link = (id: string, phone: string, client = cast.staff) =>
  client.post(`/api/businesses/${id}/members`, { phone, name: '店主' });

describe('verification', () => {
  it('holds for half a year, and every open posting shows it at once', async () => {
    const { id, jobId } = await entered('核验店');
    const view = await answer<BusinessView>(verify(id));
    expect(view).toMatchObject({ id, name: '核验店', verified: true });
    expect(Date.parse(view.verifiedUntil ?? '')).toBe(t.clock.now() + VERIFIED_MS);
    expect((await answer<JobView>(cast.public.get(`/api/jobs/${jobId}`))).business.verified).toBe(true);
    expect((await t.open.services.board.row(cast.station.id, jobId))?.verifiedUntil).toBe(
      t.clock.now() + VERIFIED_MS,
    );
  });

  it('twice at the same moment, and beside a closing, harms nothing', async () => {
    const { id, jobId } = await entered('同时核验');
    const calls = [() => verify(id), () => verify(id), () => cast.service.post(`/api/jobs/${jobId}/close`)];
    expect(await atOnce(...calls)).toEqual([200, 200, 200]);
    expect(await t.open.services.board.row(cast.station.id, jobId)).toBeNull();
  });

  /** Statuses of calls that run one by one into rows that are held, until `meanwhile` is done. */
  async function heldUp(
    hold: (tx: postgres.TransactionSql) => Promise<unknown>,
    calls: (() => Promise<Response>)[],
    meanwhile: () => Promise<unknown> = async () => {},
  ): Promise<number[]> {
    const sql = postgres(t.database.superUrl, { max: 2, onnotice: () => {} });
    const waiting = () => sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    const running: Promise<Response>[] = [];
    await sql.begin(async (tx) => {
      await hold(tx);
      for (const call of calls) {
        running.push(call());
        while ((await waiting()).length < running.length) await new Promise((r) => setTimeout(r, 5));
      }
      await meanwhile();
    });
    await sql.end();
    return (await Promise.all(running)).map(({ status }) => status);
  }
  const onBoard = async (jobId: string) =>
    (await t.open.services.board.row(cast.station.id, jobId))?.verifiedUntil;

  it('holds on the board also when a change that began before it ends after it', async () => {
    const { id, jobId } = await entered('边改边核验');
    const edit = () => cast.service.patch(`/api/jobs/${jobId}`, { headcount: 4 });
    const statuses = await heldUp(
      (tx) => tx`select 1 from jobs where id = ${jobId} for update`,
      [edit],
      // The change has read its business; now the verification begins and ends.
      () => answer(verify(id)),
    );
    expect(statuses).toEqual([200]);
    expect(await onBoard(jobId)).toBe(t.clock.now() + VERIFIED_MS);
    expect((await answer<JobView>(cast.public.get(`/api/jobs/${jobId}`))).headcount).toBe(4);
  });

  it('holds on the board also when a change runs into it', async () => {
    const { id, jobId } = await entered('边核验边改');
    const statuses = await heldUp(
      (tx) => tx`select 1 from board where job_id = ${jobId} for update`,
      [() => verify(id), () => cast.service.patch(`/api/jobs/${jobId}`, { headcount: 4 })],
    );
    expect(statuses).toEqual([200, 200]);
    expect(await onBoard(jobId)).toBe(t.clock.now() + VERIFIED_MS);
    expect((await answer<JobView>(cast.public.get(`/api/jobs/${jobId}`))).headcount).toBe(4);
  });

  it('beside changes and imports of the same business deadlocks with nobody', async () => {
    const { id, jobId } = await entered('一起来');
    const lines = Array.from({ length: 20 }, (_, i) =>
      JSON.stringify({ ...jobDraft({ business: { name: '一起来', kind: 'shop' } }), externalId: `x-${i}` }),
    ).join('\n');
    const load = () =>
      cast.service.request('POST', '/api/import/jobs', lines, { 'content-type': 'application/x-ndjson' });
    for (let round = 0; round < 5; round++) {
      t.clock.advance(1000);
      const calls = [
        () => verify(id),
        () => cast.service.patch(`/api/jobs/${jobId}`, { headcount: round + 1 }),
        load,
        () => verify(id),
      ];
      expect(await atOnce(...calls)).toEqual([200, 200, 200, 200]);
      expect(await onBoard(jobId)).toBe(t.clock.now() + VERIFIED_MS);
    }
    const { items } = await answer<{ items: JobView[] }>(
      cast.service.get(`/api/managed-jobs?contains=${encodeURIComponent('一起来')}&limit=100`),
    );
    expect(items).toHaveLength(21);
    for (const job of items) expect(await onBoard(job.id)).toBe(t.clock.now() + VERIFIED_MS);
  });

  it('of nothing, or of another station’s, finds nothing', async () => {
    const { id } = await entered('本站店');
    expect((await problem(verify('01890000-0000-7000-8000-000000000000'), 404)).code).toBe(
      'business_not_found',
    );
    expect((await problem(verify(id, cast.elsewhere), 404)).code).toBe('business_not_found');
    await problem(verify(id, cast.shop), 403);
  });
});

describe('the accounts of a business', () => {
  it('manage its postings from the moment they are linked', async () => {
    const { id, jobId } = await entered('待认领的店');
    const owner = await t.signIn('shop', cast.station);
    await problem(owner.patch(`/api/jobs/${jobId}`, { headcount: 2 }), 403);
    await answer(link(id, owner.phone), 204);
    await answer(link(id, owner.phone), 204);
    await answer(owner.patch(`/api/jobs/${jobId}`, { headcount: 2 }));
    await answer(owner.post('/api/jobs', jobDraft({ business: { name: '待认领的店', kind: 'shop' } })), 201);
    const own = await answer<{ items: JobView[] }>(owner.get('/api/managed-jobs'));
    expect(own.items).toHaveLength(2);
  });

  it('may be made by linking a phone that nobody has used yet', async () => {
    const { id } = await entered('新号店');
    await answer(link(id, '199-1234-0001'), 204);
    t.clock.advance(3_600_000);
    await answer(cast.public.post('/api/session/code', { phone: '19912340001' }), 202);
    const code = t.codes.get('19912340001');
    const session = await answer<{ role: string }>(
      cast.public.post('/api/session/phone', { phone: '19912340001', code }),
    );
    expect(session.role).toBe('shop');
  });

  it('may be of somebody who looks for work: the same phone, two accounts', async () => {
    const { id, jobId } = await entered('摊主也找活');
    const seeker = await t.signIn('seeker', cast.station);
    await answer(link(id, seeker.phone), 204);
    // The seeker's session stays a seeker's.
    await problem(seeker.patch(`/api/jobs/${jobId}`, { headcount: 2 }), 403);
    t.clock.advance(3_600_000);
    await answer(cast.public.post('/api/session/code', { phone: seeker.phone, role: 'shop' }), 202);
    const code = t.codes.get(seeker.phone);
    const entering = await cast.public.post('/api/session/phone', { phone: seeker.phone, code });
    expect(await answer(entering.clone())).toMatchObject({ role: 'shop' });
    const cookie = entering.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    await answer(t.client({ cookie }, cast.station).patch(`/api/jobs/${jobId}`, { headcount: 2 }));
    // Erasing the seeker leaves the shop alone.
    const person = await answer<{ id: string }>(seeker.post('/api/candidates', profile()), 201);
    await answer(seeker.delete(`/api/candidates/${person.id}`), 204);
    await answer(t.client({ cookie }, cast.station).get('/api/managed-jobs'));
  });

  it.each([
    ['12345', '/phone phone_invalid'],
    ['03911234567', '/phone phone_invalid'],
  ])('are not reached by %s', async (phone, field) => {
    const { id } = await entered('电话店');
    expect(await refusedFields(link(id, phone))).toEqual([field]);
  });

  it('are linked by staff of the station only', async () => {
    const { id } = await entered('自家店');
    await problem(link(id, '19912340002', cast.public), 401);
    for (const who of [cast.seeker, cast.shop]) await problem(link(id, '19912340002', who), 403);
    await problem(link(id, '19912340002', cast.elsewhere), 404);
  });
});

it('the list is by name, by part of a name, of one station', async () => {
  await entered('乙%店');
  await entered('甲店');
  const names = async (query: string, client = cast.staff) =>
    (await answer<{ items: BusinessView[] }>(client.get(`/api/businesses?${query}`))).items.map(
      ({ name }) => name,
    );
  expect(await names(`contains=${encodeURIComponent('%')}`)).toEqual(['乙%店']);
  expect(await names(`contains=${encodeURIComponent('甲')}`)).toEqual(['甲店']);
  expect(await names('limit=2')).toHaveLength(2);
  expect(await names('', cast.elsewhere)).toEqual([]);
});
