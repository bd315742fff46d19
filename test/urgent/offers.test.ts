import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answer, problem } from '../support/answers';
import { openTestStation, type TestStation } from '../support/station';
import { asked, offerOf, openTomorrow, register, signUp, start, stateOf, TOMORROW } from './people';

/** What people say to an offer: the first yes has the place. */
let t: TestStation;
beforeEach(async () => {
  t = await openTestStation();
});
afterEach(() => t.close());

const statusOf = async (jobId: string) =>
  (await answer<{ status: string }>(t.service().get(`/api/jobs/${jobId}`))).status;

describe('a yes', () => {
  it('hires, fills the posting and tells the others', async () => {
    const [first, second] = [await signUp(t), await signUp(t)];
    const jobId = await openTomorrow(t);
    await start(t, jobId);
    const [mine, theirs] = [await offerOf(first), await offerOf(second)];
    expect(mine).toMatchObject({ job: { id: jobId }, answer: null });
    expect(await answer(first.post(`/api/offers/${mine.id}/accept`))).toMatchObject({ answer: 'accepted' });
    expect(await statusOf(jobId)).toBe('filled');
    expect(await stateOf(t, jobId)).toMatchObject({
      state: 'ended',
      endedBecause: 'filled',
      accepted: 1,
      waiting: 0,
      places: 0,
    });
    const { items } = await answer<{ items: { jobId: string; candidateId: string; state: string }[] }>(
      t.service().get('/api/referrals'),
    );
    expect(items).toMatchObject([{ jobId, candidateId: first.id, state: 'hired' }]);
    expect(t.notices.filter(({ kind }) => kind === 'place_gone').map(({ phone }) => phone)).toEqual([
      second.phone,
    ]);
    for (let i = 0; i < 2; i++) {
      expect((await problem(await second.post(`/api/offers/${theirs.id}/accept`), 409)).code).toBe(
        'place_gone',
      );
    }
    expect((await answer<{ items: unknown[] }>(second.get('/api/offers'))).items).toEqual([]);
    expect((await problem(await first.post(`/api/offers/${mine.id}/accept`), 409)).code).toBe('wrong_state');
  });

  it('of one leaves the other places to the others', async () => {
    const [first, second] = [await signUp(t), await signUp(t)];
    const jobId = await openTomorrow(t, { headcount: 2 });
    await start(t, jobId);
    await answer(first.post(`/api/offers/${(await offerOf(first)).id}/accept`));
    expect(await stateOf(t, jobId)).toMatchObject({ state: 'running', accepted: 1, places: 1 });
    await answer(second.post(`/api/offers/${(await offerOf(second)).id}/accept`));
    expect(await statusOf(jobId)).toBe('filled');
  });

  it('wins once, when many say it at the same time over several connections', async () => {
    const people = [];
    for (let i = 0; i < 9; i++) people.push(await signUp(t));
    const jobId = await openTomorrow(t, { headcount: 3 });
    await start(t, jobId);
    const ids = await Promise.all(people.map(async (person) => (await offerOf(person)).id));
    const statuses = await Promise.all(
      people.map(async (person, i) => (await person.post(`/api/offers/${ids[i]}/accept`)).status),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(3);
    expect(statuses.filter((status) => status === 409)).toHaveLength(6);
    const sql = postgres(t.database.ownerUrl, { max: 1 });
    try {
      const [hired] =
        await sql`select count(*)::int as n from referrals where job_id = ${jobId} and state = 'hired'`;
      expect(hired?.n).toBe(3);
      const answers =
        await sql`select answer, count(*)::int as n from offers group by answer order by answer`;
      expect(answers.find(({ answer }) => answer === 'accepted')?.n).toBe(3);
      expect(answers.find(({ answer }) => answer === null)).toBeUndefined();
    } finally {
      await sql.end();
    }
    expect(await stateOf(t, jobId)).toMatchObject({ state: 'ended', endedBecause: 'filled', accepted: 3 });
  });

  it('to the same offer twice at once hires once', async () => {
    const person = await signUp(t);
    const jobId = await openTomorrow(t, { headcount: 2 });
    await start(t, jobId);
    const { id } = await offerOf(person);
    const both = await Promise.all([1, 2].map(() => person.post(`/api/offers/${id}/accept`)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await stateOf(t, jobId)).toMatchObject({ accepted: 1, places: 1 });
  });

  it('races a hire at the desk for the last place', async () => {
    const person = await signUp(t);
    const other = await register(t, { free: 'Sa 09:00-10:00' });
    const jobId = await openTomorrow(t);
    await start(t, jobId);
    const { id } = await offerOf(person);
    const referral = await answer<{ id: string }>(
      t.service().post('/api/referrals', { jobId, candidateId: other }),
      201,
    );
    const both = await Promise.all([
      person.post(`/api/offers/${id}/accept`),
      t.service().post(`/api/referrals/${referral.id}/events`, { kind: 'hired' }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ status }) => status === 409)).toHaveLength(1);
  });

  it('comes too late when the hours have begun', async () => {
    const person = await signUp(t);
    const jobId = await openTomorrow(t);
    await start(t, jobId);
    const { id } = await offerOf(person);
    t.clock.advance(24 * 3_600_000);
    expect((await problem(await person.post(`/api/offers/${id}/accept`), 409)).code).toBe('place_gone');
    expect(await statusOf(jobId)).toBe('open');
  });
});

it('nobody takes two places at the same hours; the hours after are theirs to take', async () => {
  const person = await signUp(t, { free: 'Mo-Su 00:00-24:00' });
  const at = (start: string, end: string) => ({ ...TOMORROW, shifts: [{ date: '2026-06-02', start, end }] });
  const jobs = await Promise.all(
    [at('09:00', '13:00'), at('12:30', '15:00'), at('13:00', '15:00')].map((schedule) =>
      openTomorrow(t, { schedule }),
    ),
  );
  for (const jobId of jobs) await start(t, jobId);
  const { items } = await answer<{ items: { id: string; job: { id: string } }[] }>(person.get('/api/offers'));
  const accept = (i: number) =>
    person.post(`/api/offers/${items.find(({ job }) => job.id === jobs[i])?.id}/accept`);
  await answer(accept(0));
  expect((await problem(await accept(1), 409)).code).toBe('busy_then');
  await answer(accept(2));
});

describe('a no', () => {
  it('is kept, and cannot be taken back', async () => {
    const person = await signUp(t);
    const jobId = await openTomorrow(t);
    await start(t, jobId);
    const { id } = await offerOf(person);
    expect(await answer(person.post(`/api/offers/${id}/decline`))).toMatchObject({ answer: 'declined' });
    expect((await problem(await person.post(`/api/offers/${id}/accept`), 409)).code).toBe('wrong_state');
    expect((await problem(await person.post(`/api/offers/${id}/decline`), 409)).code).toBe('wrong_state');
    expect(await stateOf(t, jobId)).toMatchObject({ declined: 1, waiting: 0 });
  });
});

describe('whose an offer is', () => {
  it('the person it was made to, and staff for them; nobody else knows of it', async () => {
    const [person, stranger, shop] = [
      await signUp(t),
      await signUp(t, { free: null }),
      await t.signIn('shop'),
    ];
    const other = await t.mintStation();
    const jobId = await openTomorrow(t);
    await start(t, jobId);
    const { id } = await offerOf(person);
    expect((await problem(await t.client().post(`/api/offers/${id}/accept`), 401)).code).toBe(
      'sign_in_needed',
    );
    for (const client of [stranger, shop, await t.signIn('staff', other)]) {
      for (const verb of ['accept', 'decline']) {
        expect((await problem(await client.post(`/api/offers/${id}/${verb}`), 404)).code).toBe(
          'offer_not_found',
        );
      }
    }
    await problem(await person.post('/api/offers/01890000-0000-7000-8000-000000000000/accept'), 404);
    await problem(await person.post('/api/offers/none/accept'), 400);
    const staff = await t.signIn('staff');
    expect(await answer(staff.post(`/api/offers/${id}/accept`))).toMatchObject({ answer: 'accepted' });
  });

  it('is in the copy of their data, and goes with them', async () => {
    const person = await signUp(t);
    const jobId = await openTomorrow(t);
    await start(t, jobId);
    const copy = await answer<{ offers: unknown[] }>(person.get(`/api/candidates/${person.id}/export`));
    expect(copy.offers).toMatchObject([{ jobId, answer: null }]);
    expect((await person.delete(`/api/candidates/${person.id}`)).status).toBe(204);
    expect(await asked(t, jobId)).toEqual([]);
  });
});
