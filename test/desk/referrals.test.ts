import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  EVENT_FROM,
  eventsAfter,
  REFERRAL_EVENTS,
  type ReferralState,
  type ReferralView,
} from '../../src/desk';
import type { JobView } from '../../src/jobs';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { type Cast, openCast, profile, visit } from '../support/cast';
import type { Client } from '../support/station';
import { openTestStation, type TestStation } from '../support/station';

/** Sending a person to a job, and what became of it; the last hire fills the posting. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

const walkIn = async (changes: Record<string, unknown> = {}) =>
  (await answer<{ walkIn: { id: string } }>(cast.staff.post('/api/walk-ins', visit(changes)), 201)).walkIn.id;
const refer = (jobId: string, walkInId: string, client: Client = cast.staff) =>
  client.post('/api/referrals', { jobId, walkInId });
/** A referral of a fresh visitor. */
const referred = async (jobId: string) => (await answer<ReferralView>(refer(jobId, await walkIn()), 201)).id;
const event = (id: string, kind: string, client: Client = cast.staff, note?: string) =>
  client.post(`/api/referrals/${id}/events`, { kind, note });
const statusOf = async (id: string) => (await answer<JobView>(cast.service.get(`/api/jobs/${id}`))).status;

describe('sending a person', () => {
  it('shows who goes where, and what may follow', async () => {
    const jobId = await cast.openJob({ title: '送去的岗位' });
    const view = await answer<ReferralView>(
      refer(jobId, await walkIn({ name: '去的人', phone: '13800009991' })),
      201,
    );
    expect(view).toMatchObject({
      jobId,
      title: '送去的岗位',
      business: cast.shopName,
      person: { name: '去的人', phone: '138******91' },
      state: 'referred',
      next: ['contacted', 'interview', 'hired', 'declined', 'no_show'],
    });
    const all = await answer<{ items: ReferralView[] }>(cast.staff.get('/api/referrals'));
    expect(all.items.map(({ id }) => id)).toContain(view.id);
  });

  it('happens once per person and job, also when sent twice at once', async () => {
    const [jobId, person] = [await cast.openJob(), await walkIn()];
    expect(
      await atOnce(
        () => refer(jobId, person),
        () => refer(jobId, person),
      ),
    ).toEqual([201, 409]);
    expect((await problem(refer(jobId, person), 409)).code).toBe('already_referred');
  });

  it.each(['close', 'fill', 'block'])('comes too late after %s', async (verb) => {
    const jobId = await cast.openJob();
    await answer(cast.service.post(`/api/jobs/${jobId}/${verb}`));
    expect((await problem(refer(jobId, await walkIn()), 409)).code).toBe('wrong_state');
  });

  it('needs a consent that stands', async () => {
    const jobId = await cast.openJob();
    const { id } = await answer<{ id: string }>(
      cast.staff.post('/api/candidates', profile({ consent: { purpose: 'matching', channel: 'paper' } })),
      201,
    );
    await answer(cast.staff.patch(`/api/candidates/${id}`, { withdraw: 'matching' }));
    expect(await refusedFields(cast.staff.post('/api/referrals', { jobId, candidateId: id }))).toEqual([
      '/consent consent_needed',
    ]);
  });

  it('names either a visitor or a profile', async () => {
    const [jobId, walkInId] = [await cast.openJob(), await walkIn()];
    const both = { jobId, walkInId, candidateId: walkInId };
    expect(await refusedFields(cast.staff.post('/api/referrals', both))).toEqual([
      '/walkInId walk_in_or_candidate',
    ]);
    expect(await refusedFields(cast.staff.post('/api/referrals', { jobId }))).toEqual([
      '/walkInId walk_in_or_candidate',
    ]);
    expect(await refusedFields(cast.staff.post('/api/referrals', { walkInId }))).toEqual(['/jobId required']);
  });

  it('is for the desk of the station: all else is not there', async () => {
    const [jobId, person] = [await cast.openJob(), await walkIn()];
    await problem(refer(jobId, person, cast.public), 401);
    for (const who of [cast.seeker, cast.shop]) await problem(refer(jobId, person, who), 403);
    expect((await problem(refer(jobId, person, cast.elsewhere), 404)).code).toBe('job_not_found');
    const theirs = await t.openJob({}, cast.otherStation);
    expect((await problem(refer(theirs, person, cast.elsewhere), 404)).code).toBe('walk_in_not_found');
    expect((await problem(refer(theirs, person), 404)).code).toBe('job_not_found');
    expect((await problem(refer(await cast.draftJob(), person), 404)).code).toBe('job_not_found');
    expect((await answer<{ items: ReferralView[] }>(cast.elsewhere.get('/api/referrals'))).items).toEqual([]);
  });
});

describe('what happened', () => {
  /** A way from `referred` into each state. */
  const WAY: Record<ReferralState, string[]> = {
    referred: [],
    contacted: ['contacted'],
    interview: ['interview'],
    hired: ['hired'],
    declined: ['declined'],
    no_show: ['no_show'],
    finished: ['hired', 'finished'],
    revisited: ['hired', 'revisited'],
  };

  // Others for each state: whoever was hired once before works for this shop already.
  let visitors: string[] = [];
  beforeEach(async () => {
    visitors = await Promise.all(REFERRAL_EVENTS.map(() => walkIn()));
  });

  it.each(Object.keys(WAY) as ReferralState[])('after %s only what can follow is written', async (state) => {
    const jobId = await cast.openJob({ headcount: 50 });
    for (const [i, kind] of REFERRAL_EVENTS.entries()) {
      const { id } = await answer<ReferralView>(refer(jobId, visitors[i] ?? ''), 201);
      for (const step of WAY[state]) await answer(event(id, step), 201);
      if (EVENT_FROM[kind].includes(state)) {
        expect(await answer<ReferralView>(event(id, kind), 201)).toMatchObject({
          state: kind,
          next: eventsAfter(kind),
        });
      } else {
        expect((await problem(event(id, kind), 409)).code).toBe('wrong_state');
        expect((await desk().getReferral(cast.station.id, id))?.state).toBe(state);
      }
    }
  });
  const desk = () => t.open.services.stores.desk;

  it('is kept in order with a sealed note, and told by the shop as well as by the desk', async () => {
    const id = await referred(await cast.openJob());
    await answer(event(id, 'contacted', cast.shop, '电话里说好了'), 201);
    t.clock.advance(60_000);
    await answer(event(id, 'interview'), 201);
    const events = await desk().eventsOf(cast.station.id, id);
    expect(events.map((e) => e.kind)).toEqual(['contacted', 'interview']);
    const note = events[0]?.noteSealed ?? new Uint8Array();
    expect(await t.open.services.vault.open('referral_note', note)).toBe('电话里说好了');
  });

  it('of two contradicting events at the same moment one is written', async () => {
    const jobId = await cast.openJob({ headcount: 9 });
    for (let round = 0; round < 4; round++) {
      const id = await referred(jobId);
      expect(
        await atOnce(
          () => event(id, 'hired'),
          () => event(id, 'declined'),
        ),
      ).toEqual([201, 409]);
      expect(await desk().eventsOf(cast.station.id, id)).toHaveLength(1);
    }
  });

  it('is refused when it is none, and for all but the shop and the desk', async () => {
    const id = await referred(await cast.openJob());
    expect(await refusedFields(event(id, 'promoted'))).toEqual(['/kind unknown_value']);
    expect(await refusedFields(event(id, 'contacted', cast.staff, '长'.repeat(501)))).toEqual([
      '/note too_long',
    ]);
    await problem(event(id, 'contacted', cast.public), 401);
    for (const who of [cast.seeker, cast.otherShop, cast.elsewhere])
      await problem(event(id, 'contacted', who), 404);
    expect(await desk().eventsOf(cast.station.id, id)).toEqual([]);
  });
});

describe('filling by headcount', () => {
  it('the last hire fills the posting, takes it off the lists and tells the shop', async () => {
    const jobId = await cast.openJob({ headcount: 2, title: '招两个' });
    const [first, second, third] = [await referred(jobId), await referred(jobId), await referred(jobId)];
    await answer(event(first, 'hired'), 201);
    expect(await statusOf(jobId)).toBe('open');
    await answer(event(second, 'hired', cast.shop), 201);
    expect(await statusOf(jobId)).toBe('filled');
    expect(await t.open.services.board.row(cast.station.id, jobId)).toBeNull();
    expect((await problem(event(third, 'hired'), 409)).code).toBe('job_full');
    await answer(event(third, 'declined'), 201);
    const { businesses } = t.open.services.stores;
    const own = await businesses.ofUser(cast.station.id, cast.shop.userId);
    const notices = await businesses.notices(
      cast.station.id,
      own.map(({ id }) => id),
      50,
    );
    expect(notices.filter((n) => n.entityId === jobId).map((n) => n.code)).toEqual(['filled']);
  });

  it('of many at once for the last place exactly one is hired', async () => {
    for (let round = 0; round < 3; round++) {
      const jobId = await cast.openJob();
      const ids = await Promise.all([1, 2, 3, 4].map(() => referred(jobId)));
      expect(await atOnce(...ids.map((id) => () => event(id, 'hired')))).toEqual([201, 409, 409, 409]);
      expect(await statusOf(jobId)).toBe('filled');
      expect(await t.open.services.stores.desk.countHired(cast.station.id, jobId)).toBe(1);
    }
  });

  it('a hire and a closing at the same moment: the hire counts, the posting is off the lists', async () => {
    for (let round = 0; round < 3; round++) {
      const jobId = await cast.openJob();
      const id = await referred(jobId);
      const [hired] = await Promise.all([event(id, 'hired'), cast.shop.post(`/api/jobs/${jobId}/close`)]);
      expect([201, 409]).toContain(hired.status);
      expect(['filled', 'closed']).toContain(await statusOf(jobId));
      expect(await t.open.services.board.row(cast.station.id, jobId)).toBeNull();
    }
  });

  it('somebody who did not come leaves a place for another', async () => {
    const jobId = await cast.openJob({ headcount: 2 });
    const [first, second, third] = [await referred(jobId), await referred(jobId), await referred(jobId)];
    await answer(event(first, 'hired'), 201);
    await answer(event(first, 'no_show'), 201);
    await answer(event(second, 'hired'), 201);
    expect(await statusOf(jobId)).toBe('open');
    await answer(event(third, 'hired'), 201);
    expect(await statusOf(jobId)).toBe('filled');
  });
});
