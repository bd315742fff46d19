import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, problem, refusedFields } from '../support/answers';
import { type Cast, openCast, profile } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** Nobody is introduced to work that is closed to their age on its first day. Today is Monday 2026-06-01. */
let t: TestStation;
let cast: Cast;
let bar: string;
let shop: string;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
  const business = { name: '夜色酒吧', kind: 'shop' as const };
  bar = await cast.openJob({ title: '收银员', business });
  shop = await cast.openJob({ title: '收银员' });
});
afterAll(() => t.close());
const REFUSED = ['/jobId work_closed_by_age'];
const born = async (birthDate: string | undefined, client = cast.staff) =>
  (await answer<{ id: string }>(client.post('/api/candidates', profile({ birthDate })), 201)).id;
const refer = (candidateId: string, jobId: string) =>
  cast.staff.post('/api/referrals', { candidateId, jobId });

describe('a person of 17', () => {
  it('is sent to a shop and to no bar; a day after their birthday to both', async () => {
    const id = await born('2008-06-02');
    expect(await refusedFields(refer(id, bar))).toEqual(REFUSED);
    expect((await problem(refer(id, bar), 422)).errors[0]?.message).toContain('17 岁');
    await answer(refer(id, shop), 201);
    const grown = await born('2008-06-01');
    await answer(refer(grown, bar), 201);
  });

  it('shows no interest in a bar either, and is not hired by one that has changed since', async () => {
    const seeker = await t.signIn('seeker', cast.station);
    const id = await born('2009-01-01', seeker);
    expect(await refusedFields(seeker.post(`/api/jobs/${bar}/interest`))).toEqual(REFUSED);
    const jobId = await cast.openJob({ title: '店员', headcount: 3 });
    const { id: referralId } = await answer<{ id: string }>(refer(id, jobId), 201);
    const shifts = [{ days: 'Mo-Fr', start: '20:00', end: '23:00' }];
    const evening = { schedule: { kind: 'shifts', commitment: 'all', shifts } };
    await answer(cast.staff.patch(`/api/jobs/${jobId}`, evening));
    const hire = cast.staff.post(`/api/referrals/${referralId}/events`, { kind: 'hired' });
    expect(await refusedFields(hire)).toEqual(REFUSED);
  });

  it('is a person like others where no date of birth is known, or the work is open to all', async () => {
    await answer(refer(await born(undefined), bar), 201);
    await answer(refer(await born('1980-01-01'), bar), 201);
  });
});
