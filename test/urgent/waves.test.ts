import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStation } from '../../src/runtime/station';
import { sendWaves, startUrgent } from '../../src/urgent';
import { problem } from '../support/answers';
import { streetMetresNorth } from '../support/builders';
import { openTestStation, type TestStation } from '../support/station';
import { asked, openTomorrow, register, start, stateOf, TOMORROW } from './people';

/** Who is asked for an urgent posting, when, and when asking ends. */
let t: TestStation;
beforeEach(async () => {
  t = await openTestStation();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  await t.close();
});
const closing: (() => Promise<void>)[] = [];

const MINUTE = 60_000;
const later = async (minutes: number) => {
  t.clock.advance(minutes * MINUTE);
  return sendWaves(t.open.services);
};

describe('waves', () => {
  it('ask three for each free place every five minutes, the oldest registration first', async () => {
    const people: string[] = [];
    for (let i = 0; i < 8; i++) people.push(await register(t));
    const jobId = await openTomorrow(t);
    expect(await start(t, jobId)).toMatchObject({
      state: 'running',
      wave: 1,
      asked: 3,
      waiting: 3,
      places: 1,
    });
    expect(t.notices.map(({ kind }) => kind)).toEqual(['offer', 'offer', 'offer']);
    expect(await later(4)).toBe(0);
    expect(await later(1)).toBe(3);
    expect(await later(1)).toBe(0);
    expect(await later(4)).toBe(2);
    const waves = await asked(t, jobId);
    expect(waves.map((wave) => [...wave].sort())).toEqual([
      people.slice(0, 3),
      people.slice(3, 6),
      people.slice(6),
    ]);
    expect(await stateOf(t, jobId)).toMatchObject({ wave: 3, asked: 8, waiting: 8 });
  });

  it('are larger for more places', async () => {
    for (let i = 0; i < 7; i++) await register(t);
    expect(await start(t, await openTomorrow(t, { headcount: 2 }))).toMatchObject({ asked: 6, places: 2 });
  });

  it('ask those who were never offered anything first, then who was longest ago', async () => {
    const [a, b, c, d] = [await register(t), await register(t), await register(t), await register(t)];
    const first = await openTomorrow(t);
    await start(t, first);
    expect((await asked(t, first))[0]?.sort()).toEqual([a, b, c]);
    t.clock.advance(MINUTE);
    const second = await openTomorrow(t);
    await start(t, second);
    const [wave] = await asked(t, second);
    expect(wave).toContain(d);
    expect([...(wave ?? [])].sort()).toEqual([a, b, d]);
    // Somebody hired since then has waited least.
    t.clock.advance(MINUTE);
    const other = await openTomorrow(t);
    const referral = (await (
      await t.service().post('/api/referrals', { jobId: other, candidateId: c })
    ).json()) as { id: string };
    expect((await t.service().post(`/api/referrals/${referral.id}/events`, { kind: 'hired' })).status).toBe(
      201,
    );
    const third = await openTomorrow(t);
    await start(t, third);
    expect((await asked(t, third))[0]?.sort()).toEqual([a, b, d].sort());
  });

  it('are sent once, however many servers look', async () => {
    const second = await openStation(t.open.env, {
      clock: t.clock,
      notifier: {
        sendCode: async () => {},
        sendNotice: async (phone, notice) => {
          t.notices.push({ phone, ...notice });
        },
      },
    });
    closing.push(() => second.close());
    for (let i = 0; i < 9; i++) await register(t);
    const jobId = await openTomorrow(t);
    await start(t, jobId);
    t.clock.advance(5 * MINUTE);
    const servers = [t.open, second, t.open, second];
    const counts = await Promise.all(servers.map(({ services }) => sendWaves(services)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(3);
    expect(t.notices).toHaveLength(6);
    expect(new Set(t.notices.map(({ phone }) => phone)).size).toBe(6);
    expect(await stateOf(t, jobId)).toMatchObject({ wave: 2, asked: 6 });
  });
});

it('an offer stands even when its message could not be sent', async () => {
  await register(t);
  await register(t);
  const jobId = await openTomorrow(t);
  const ctx = t.ctx();
  let tried = 0;
  const sendNotice = async () => {
    tried++;
    throw new Error('the gateway is down');
  };
  const state = await startUrgent({ ...ctx, notifier: { ...ctx.notifier, sendNotice } }, jobId);
  expect(state).toMatchObject({ state: 'running', asked: 2 });
  expect(tried).toBe(2);
});

describe('who is asked', () => {
  it('only people who consented, are free at all of the hours, near enough and reachable', async () => {
    const right = await register(t);
    await register(t, { consent: { purpose: ['matching'], channel: 'paper' } });
    await register(t, { consent: { purpose: ['contact'], channel: 'paper' } });
    const withdrew = await register(t);
    await t.service().patch(`/api/candidates/${withdrew}`, { withdraw: 'contact' });
    await register(t, { free: 'Mo-Fr 08:55-13:00' });
    await register(t, { free: 'We 08:00-18:00' });
    await register(t, { free: null });
    await register(t, { phone: null });
    await register(t, { home: streetMetresNorth(-800) });
    const sent = await register(t);
    const jobId = await openTomorrow(t);
    await t.service().post('/api/referrals', { jobId, candidateId: sent });
    await start(t, jobId);
    expect(await asked(t, jobId)).toEqual([[right]]);
  });

  it('who may choose among shifts must be free at the one that is near', async () => {
    const both = await register(t, { free: 'Mo-Su 08:00-15:00' });
    await register(t, { free: 'We-Fr 08:00-15:00' });
    const shifts = [{ days: 'Mo-Fr', start: '09:00', end: '13:00' }];
    const jobId = await openTomorrow(t, { schedule: { kind: 'shifts', commitment: { atLeast: 2 }, shifts } });
    await start(t, jobId);
    expect(await asked(t, jobId)).toEqual([[both]]);
  });

  it('no phone is ever logged, nor stands in a message', async () => {
    await register(t, { phone: '19915550000' });
    await start(t, await openTomorrow(t));
    expect(t.notices.map(({ phone }) => phone)).toEqual(['19915550000']);
    const { phone: _, ...message } = t.notices[0] ?? { phone: '' };
    expect(JSON.stringify([message, t.logged])).not.toContain('19915550000');
  });
});

describe('the end', () => {
  it('comes when nobody is left to ask and nobody can answer any more', async () => {
    const jobId = await openTomorrow(t);
    expect(await start(t, jobId)).toMatchObject({ state: 'ended', endedBecause: 'nobody', asked: 0 });
  });

  it('comes with the hours, and ends what was not answered', async () => {
    await register(t);
    const jobId = await openTomorrow(t);
    await start(t, jobId);
    expect(await later(24 * 60)).toBe(0);
    expect(await stateOf(t, jobId)).toMatchObject({
      state: 'ended',
      endedBecause: 'begun',
      waiting: 0,
      nextWaveAt: null,
    });
  });

  it.each([
    ['close', 'closed'],
    ['fill', 'filled'],
  ])('comes when the posting is gone: %s', async (verb, because) => {
    await register(t);
    const jobId = await openTomorrow(t);
    await start(t, jobId);
    await t.service().post(`/api/jobs/${jobId}/${verb}`);
    await later(1);
    expect(await stateOf(t, jobId)).toMatchObject({ state: 'ended', endedBecause: because });
    expect(t.notices.map(({ kind }) => kind)).toEqual(['offer', 'place_gone']);
  });

  it('lets another be started, which asks everybody anew', async () => {
    await register(t);
    const jobId = await openTomorrow(t);
    await start(t, jobId);
    const again = await t.service().post(`/api/jobs/${jobId}/urgent`);
    expect((await problem(again, 409)).code).toBe('urgent_running');
    await t.service().post(`/api/jobs/${jobId}/close`);
    await later(1);
    await t.service().post(`/api/jobs/${jobId}/renew`);
    expect(await start(t, jobId)).toMatchObject({ state: 'running', asked: 1 });
  });
});

describe('a posting that cannot be filled urgently', () => {
  const refused = async (jobId: string, status: number) =>
    problem(await t.service().post(`/api/jobs/${jobId}/urgent`), status);

  it.each(['2026-06-03', '2026-06-10'])('begins later: %s', async (date) => {
    const shifts = [{ date, start: '09:00', end: '13:00' }];
    const jobId = await openTomorrow(t, { schedule: { ...TOMORROW, shifts } });
    const { errors } = await refused(jobId, 422);
    expect(errors).toMatchObject([{ pointer: '/schedule', code: 'not_urgent' }]);
    expect(await stateOf(t, jobId)).toMatchObject({ state: 'none', obstacle: 'not_urgent' });
  });

  it('is not open, or full', async () => {
    const jobId = await openTomorrow(t);
    await t.service().post(`/api/jobs/${jobId}/close`);
    expect((await refused(jobId, 409)).code).toBe('wrong_state');
  });

  it('has no exact place', async () => {
    const place = { ...streetMetresNorth(520), precision: 'street' as const };
    expect((await refused(await openTomorrow(t, { place }), 422)).errors).toMatchObject([
      { pointer: '/place' },
    ]);
  });
});
