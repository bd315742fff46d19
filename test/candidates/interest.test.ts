import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, atOnce, problem } from '../support/answers';
import { type Cast, openCast, profile } from '../support/cast';
import type { Client } from '../support/station';
import { openTestStation, type TestStation } from '../support/station';

/** A seeker is interested; the shop hears of it through the station and sees a phone only by consent. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

interface Person {
  interestId: string;
  status: string;
  name: string;
  phone: string | null;
}

/** A seeker with a profile. */
async function seekerWith(changes: Record<string, unknown> = {}): Promise<Client & { candidateId: string }> {
  const seeker = await t.signIn('seeker', cast.station);
  const { id } = await answer<{ id: string }>(seeker.post('/api/candidates', profile(changes)), 201);
  return { ...seeker, candidateId: id };
}
const show = (seeker: Client, jobId: string) => seeker.post(`/api/jobs/${jobId}/interest`);
const interested = async (jobId: string, client: Client = cast.shop) =>
  (await answer<{ items: Person[] }>(client.get(`/api/jobs/${jobId}/interests`))).items;

describe('showing interest', () => {
  it('needs an account, of a seeker, with a profile', async () => {
    const jobId = await cast.openJob();
    await problem(show(cast.public, jobId), 401);
    for (const who of [cast.shop, cast.staff, cast.service]) await problem(show(who, jobId), 403);
    expect((await problem(show(cast.seeker, jobId), 409)).code).toBe('profile_needed');
  });

  it('counts once, also when sent twice at the same moment', async () => {
    const [seeker, jobId] = [await seekerWith(), await cast.openJob()];
    expect(
      await atOnce(
        () => show(seeker, jobId),
        () => show(seeker, jobId),
      ),
    ).toEqual([201, 409]);
    expect((await problem(show(seeker, jobId), 409)).code).toBe('already_interested');
    expect(await interested(jobId)).toHaveLength(1);
  });

  it.each([
    ['close', 'closed'],
    ['fill', 'filled'],
  ])('comes too late after %s', async (verb, status) => {
    const [seeker, jobId] = [await seekerWith(), await cast.openJob()];
    await answer(cast.shop.post(`/api/jobs/${jobId}/${verb}`));
    expect((await problem(show(seeker, jobId), 409)).code).toBe('wrong_state');
    expect(await interested(jobId)).toEqual([]);
    expect((await answer<{ status: string }>(seeker.get(`/api/jobs/${jobId}`))).status).toBe(status);
  });

  it('in a draft, in another station or in nothing finds nothing', async () => {
    const seeker = await seekerWith();
    await problem(show(seeker, await cast.draftJob()), 404);
    await problem(show(seeker, await t.openJob({}, cast.otherStation)), 404);
    await problem(show(seeker, '01890000-0000-7000-8000-000000000000'), 404);
  });

  it('tells the business', async () => {
    const [seeker, jobId] = [await seekerWith(), await cast.openJob({ title: '有人报名' })];
    await answer(show(seeker, jobId), 201);
    const { businesses } = t.open.services.stores;
    const own = await businesses.ofUser(cast.station.id, cast.shop.userId);
    const notices = await businesses.notices(
      cast.station.id,
      own.map(({ id }) => id),
      50,
    );
    expect(notices.filter((notice) => notice.entityId === jobId)).toMatchObject([
      { code: 'interest', values: { title: '有人报名' } },
    ]);
  });
});

describe('who is interested', () => {
  it('is for the shop and staff only', async () => {
    const jobId = await cast.openJob();
    await problem(cast.public.get(`/api/jobs/${jobId}/interests`), 401);
    for (const who of [cast.seeker, cast.otherShop])
      await problem(who.get(`/api/jobs/${jobId}/interests`), 403);
    await problem(cast.elsewhere.get(`/api/jobs/${jobId}/interests`), 404);
    expect(await interested(jobId, cast.staff)).toEqual([]);
  });

  it('shows a phone in clear only after a yes and by consent for this business', async () => {
    const jobId = await cast.openJob();
    const open = await seekerWith({ phone: '13800006661' });
    const shy = await seekerWith({
      phone: '13800006662',
      consent: { purpose: 'matching', channel: 'screen' },
    });
    for (const [who, shareContact] of [
      [open, true],
      [shy, false],
    ] as const) {
      await answer(who.post(`/api/jobs/${jobId}/interest`, { shareContact }), 201);
      t.clock.advance(1000);
    }
    expect((await interested(jobId)).map((p) => p.phone)).toEqual(['138******61', '138******62']);
    for (const { interestId } of await interested(jobId)) {
      await answer(cast.shop.post(`/api/interests/${interestId}/accept`));
    }
    expect((await interested(jobId)).map((p) => p.phone)).toEqual(['13800006661', '138******62']);
    await answer(open.patch(`/api/candidates/${open.candidateId}`, { withdraw: 'contact' }));
    expect((await interested(jobId)).map((p) => p.phone)).toEqual(['138******61', '138******62']);
  });
});

describe('the answer', () => {
  async function waiting() {
    const [seeker, jobId] = [await seekerWith(), await cast.openJob()];
    const { id } = await answer<{ id: string }>(show(seeker, jobId), 201);
    return { id, jobId, seeker };
  }
  const say = (client: Client, id: string, what: string) => client.post(`/api/interests/${id}/${what}`);
  const referralsOf = (jobId: string) =>
    t.open.services.stores.desk.listReferrals(cast.station.id, { jobIds: [jobId], limit: 10 });

  it('yes becomes a referral', async () => {
    const { id, jobId, seeker } = await waiting();
    expect(await answer(say(cast.shop, id, 'accept'))).toEqual({ id, status: 'accepted' });
    expect(await referralsOf(jobId)).toMatchObject([{ candidateId: seeker.candidateId, state: 'referred' }]);
  });

  it('yes stands also where the desk had sent the person before', async () => {
    const { id, jobId, seeker } = await waiting();
    await answer(cast.staff.post('/api/referrals', { candidateId: seeker.candidateId, jobId }), 201);
    await answer(say(cast.shop, id, 'accept'));
    expect(await referralsOf(jobId)).toHaveLength(1);
  });

  it('no becomes nothing', async () => {
    const { id, jobId } = await waiting();
    expect(await answer(say(cast.staff, id, 'decline'))).toEqual({ id, status: 'declined' });
    expect(await referralsOf(jobId)).toEqual([]);
  });

  it('is given once: of yes and no at the same moment one counts', async () => {
    for (let round = 0; round < 4; round++) {
      const { id, jobId } = await waiting();
      const [yes, no] = await Promise.all([say(cast.shop, id, 'accept'), say(cast.staff, id, 'decline')]);
      expect([yes.status, no.status].sort()).toEqual([200, 409]);
      expect(await referralsOf(jobId)).toHaveLength(yes.status === 200 ? 1 : 0);
      expect((await problem(say(cast.shop, id, 'accept'), 409)).code).toBe('wrong_state');
    }
  });

  it('yes to a posting that has ended is refused and leaves the interest waiting', async () => {
    const { id, jobId } = await waiting();
    await answer(cast.shop.post(`/api/jobs/${jobId}/fill`));
    await problem(say(cast.shop, id, 'accept'), 409);
    expect((await interested(jobId)).map((p) => p.status)).toEqual(['waiting']);
    await answer(say(cast.shop, id, 'decline'));
  });

  it('is for the shop and staff only', async () => {
    const { id, seeker } = await waiting();
    await problem(say(cast.public, id, 'accept'), 401);
    await problem(say(seeker, id, 'accept'), 403);
    await problem(say(cast.otherShop, id, 'accept'), 403);
    await problem(say(cast.elsewhere, id, 'accept'), 404);
    await problem(say(cast.staff, '01890000-0000-7000-8000-000000000000', 'accept'), 404);
    await problem(say(cast.staff, id, 'perhaps'), 400);
  });
});
