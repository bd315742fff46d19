import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getWalkIn, planOf } from '../../src/desk';
import type { JobDraftInput } from '../../src/jobs';
import { answer, problem } from '../support/answers';
import { HOME, streetMetresNorth } from '../support/builders';
import { type Cast, openCast, visit } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** 现场派工 over HTTP and a real database; the assignment itself has a test of its own. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

interface Plan {
  filled: number;
  of: number;
  assignments: {
    walkInId: string;
    name: string | null;
    jobId: string;
    shifts: number;
    job: { title: string };
    match: { score: number; travel: { minutes: number }; reasons: { code: string }[] };
    reasons: Record<string, unknown>[];
  }[];
  unassigned: { walkInId: string; name: string | null; why: Record<string, unknown> & { code: string } }[];
}
interface Received {
  walkIn: { id: string };
  shortlist: { job: { id: string }; match: { score: number } }[];
}

/** A desk of its own: nobody waits, nothing is open. */
async function freshDesk() {
  const cast: Cast = await openCast(t);
  return {
    cast,
    plan: () => answer<Plan>(cast.service.get('/api/desk/plan')),
    receive: async (name: string, changes: Record<string, unknown> = {}) => {
      const received = await answer<Received>(
        cast.service.post('/api/walk-ins', visit({ name, origin: HOME, ...changes })),
        201,
      );
      t.clock.advance(7 * 60_000);
      return received;
    },
    /** What the desk's own list of a visit says now, as `title score`. */
    listOf: async (id: string) =>
      (await getWalkIn(t.ctx(undefined, cast.station), id)).matches.items.map(
        ({ found, item }) => `${found.job.title} ${item.score}`,
      ),
    open: (title: string, metres: number, changes: Partial<JobDraftInput> = {}) =>
      cast.openJob({ title, place: streetMetresNorth(metres), ...changes }),
  };
}
const shifts = (days: string, start: string, end: string): JobDraftInput['schedule'] => ({
  kind: 'shifts',
  commitment: 'all',
  shifts: [{ days, start, end }],
});
const who = (plan: Plan) => plan.assignments.map(({ name, job }) => `${name} → ${job.title}`);

describe('two people, two postings', () => {
  it('sends the first elsewhere when the other can only do their favourite, and says why', async () => {
    const { plan, receive, open, listOf } = await freshDesk();
    const favourite = await open('早市理货员', 100, { schedule: shifts('Mo-Fr', '09:00', '11:00') });
    const second = await open('洗碗工', 600, { schedule: shifts('Mo-Fr', '14:00', '16:00') });
    const first = await receive('李女士', { free: 'Mo-Fr 08:00-18:00' });
    const only = await receive('王姐', { free: 'Mo-Fr 08:00-12:00' });
    expect(first.shortlist.map(({ job }) => job.id)).toEqual([favourite, second]);
    expect(only.shortlist.map(({ job }) => job.id)).toEqual([favourite]);

    const answered = await plan();
    expect(who(answered)).toEqual(['李女士 → 洗碗工', '王姐 → 早市理货员']);
    expect(answered).toMatchObject({ filled: 10, of: 10, unassigned: [] });
    expect(answered.assignments.map((one) => one.shifts)).toEqual([5, 5]);
    expect(answered.assignments[0]?.reasons).toEqual([
      {
        code: 'moved',
        jobId: favourite,
        title: '早市理货员',
        for: only.walkIn.id,
        because: 'fewer_shifts',
        shifts: 5,
        text: '“早市理货员”本来更合适，给了王姐：不然少填 5 个班',
      },
    ]);
    expect(answered.assignments[1]?.reasons).toEqual([]);
    // The same pair has the same score on the list of the visit and in the plan.
    const [his, hers] = answered.assignments.map(({ job, match }) => `${job.title} ${match.score}`);
    expect((await listOf(first.walkIn.id))[1]).toBe(his);
    expect((await listOf(only.walkIn.id))[0]).toBe(hers);
  });

  it('gives the only place to whoever waits longer, and tells the other how long', async () => {
    const { plan, receive, open } = await freshDesk();
    const job = await open('洗碗工', 300);
    const first = await receive('先到的', { free: 'Mo-Fr 08:00-18:00' });
    const later = await receive('后到的', { free: 'Mo-Fr 08:00-18:00', origin: streetMetresNorth(300) });
    expect(later.shortlist[0]?.match.score).toBeGreaterThan(first.shortlist[0]?.match.score ?? 1);
    const { assignments, unassigned } = await plan();
    expect(assignments).toMatchObject([{ walkInId: first.walkIn.id, jobId: job, reasons: [] }]);
    expect(unassigned).toMatchObject([
      {
        walkInId: later.walkIn.id,
        why: {
          code: 'taken',
          jobId: job,
          for: first.walkIn.id,
          because: 'waits_longer',
          waitedMinutes: 14,
          text: '“洗碗工”本来更合适，让着先到的：等得更久（14 分钟），不然就没有活了',
        },
      },
    ]);
  });

  it('fills more shifts before it looks at who came first', async () => {
    const { plan, receive, open } = await freshDesk();
    await open('洗碗工', 300, { schedule: shifts('Mo-Fr', '09:00', '11:00') });
    await receive('先到的', { free: 'Mo-We 08:00-12:00' });
    const later = await receive('后到的', { free: 'Mo-Fr 08:00-12:00' });
    const { filled, of, assignments, unassigned } = await plan();
    expect(assignments.map(({ walkInId }) => walkInId)).toEqual([later.walkIn.id]);
    expect([filled, of]).toEqual([5, 5]);
    expect(unassigned[0]?.why).toMatchObject({ code: 'taken', because: 'fewer_shifts', shifts: 2 });
  });

  it('shares so that everybody together fits best', async () => {
    const { plan, receive, open } = await freshDesk();
    const near = await open('近处的', 100);
    await open('远处的', 800);
    await receive('住得近', {});
    const far = await receive('住得远', { origin: streetMetresNorth(-300), mode: 'bike' });
    const { assignments } = await plan();
    expect(assignments.map(({ job }) => job.title)).toEqual(['近处的', '远处的']);
    const [reason] = assignments[1]?.reasons ?? [];
    expect(assignments[1]?.walkInId).toBe(far.walkIn.id);
    expect(reason).toMatchObject({ jobId: near, because: 'worse_together' });
    expect(Number(reason?.score)).toBeGreaterThan(0);
  });
});

describe('places', () => {
  it('are as many as the headcount without who is hired', async () => {
    const { cast, plan, receive, open } = await freshDesk();
    const job = await open('洗碗工', 300, { headcount: 3, schedule: shifts('Mo,We', '09:00', '11:00') });
    const hired = (await receive('上岗的')).walkIn.id;
    const referral = await answer<{ id: string }>(
      cast.staff.post('/api/referrals', { walkInId: hired, jobId: job }),
      201,
    );
    await answer(cast.staff.post(`/api/referrals/${referral.id}/events`, { kind: 'hired' }), 201);
    for (const name of ['甲', '乙', '丙']) await receive(name);
    const { filled, of, assignments, unassigned } = await plan();
    expect(assignments.map(({ name }) => name)).toEqual(['甲', '乙']);
    expect([filled, of]).toEqual([4, 4]);
    expect(unassigned.map(({ name, why }) => [name, why.code])).toEqual([
      ['上岗的', 'sent'],
      ['丙', 'taken'],
    ]);
  });

  it('are held by whoever was sent today, so that the plan stays when one is sent', async () => {
    const { cast, plan, receive, open } = await freshDesk();
    await open('近处的', 100);
    await open('远处的', 800);
    for (const name of ['甲', '乙', '丙']) await receive(name);
    const before = await plan();
    expect(who(before)).toHaveLength(2);
    const [sent, stays] = before.assignments;
    const referral = await answer<{ id: string }>(
      cast.staff.post('/api/referrals', { walkInId: sent?.walkInId, jobId: sent?.jobId }),
      201,
    );
    const after = await plan();
    expect(after.assignments.map(({ walkInId, jobId }) => [walkInId, jobId])).toEqual([
      [stays?.walkInId, stays?.jobId],
    ]);
    expect(after.unassigned.map(({ name, why }) => [name, why.code])).toEqual([
      ['甲', 'sent'],
      ['丙', 'taken'],
    ]);
    expect(after.unassigned[0]?.why.text).toBe(`已经推荐去“${sent?.job.title}”，等回话`);
    // Refused: the place is free again, and the same pair is not proposed once more.
    await answer(cast.staff.post(`/api/referrals/${referral.id}/events`, { kind: 'declined' }), 201);
    const again = await plan();
    expect(again.assignments).toHaveLength(2);
    expect(again.assignments).not.toContainEqual(
      expect.objectContaining({ walkInId: sent?.walkInId, jobId: sent?.jobId }),
    );
  });
});

describe('who is in the plan', () => {
  it('is everybody of today who still waits and consented to being matched', async () => {
    const { cast, plan, receive, open } = await freshDesk();
    await receive('昨天的');
    t.clock.advance(24 * 3_600_000);
    const job = await open('洗碗工', 300, { headcount: 9 });
    const served = await receive('办好的');
    await answer(cast.service.put(`/api/walk-ins/${served.walkIn.id}/shortlist`, { jobIds: [job] }));
    await receive('不要介绍', { consent: { purpose: 'follow_up', channel: 'paper' } });
    await receive('等着的');
    await receive('太远的', { origin: streetMetresNorth(5000) });
    const { assignments, unassigned } = await plan();
    expect(assignments.map(({ name }) => name)).toEqual(['等着的']);
    expect(unassigned.map(({ name, why }) => [name, why])).toEqual([
      ['不要介绍', { code: 'no_consent', text: '本人没有同意介绍活，不能派' }],
      ['太远的', { code: 'no_match', text: '按本人的条件，眼下没有合适又空着的岗位' }],
    ]);
  });

  it('goes by what they said, as their own list does', async () => {
    const { plan, receive, open, listOf } = await freshDesk();
    await open('收银员', 100);
    await open('洗碗工', 700);
    const { walkIn } = await receive('要洗碗的', { text: '想找洗碗的活' });
    const { assignments } = await plan();
    expect(assignments).toMatchObject([{ walkInId: walkIn.id, job: { title: '洗碗工' }, reasons: [] }]);
    expect(await listOf(walkIn.id)).toEqual([`洗碗工 ${assignments[0]?.match.score}`]);
  });

  it('is nobody at an empty desk', async () => {
    const { plan } = await freshDesk();
    expect(await plan()).toEqual({ degraded: false, filled: 0, of: 0, assignments: [], unassigned: [] });
  });

  it('counts shifts of choice and of windows', async () => {
    const { plan, receive, open } = await freshDesk();
    await open('自选班', 100, {
      schedule: {
        kind: 'shifts',
        commitment: { atLeast: 2 },
        shifts: [{ days: 'Mo-Fr', start: '09:00', end: '11:00' }],
      },
    });
    await open('自定时间', 200, {
      schedule: {
        kind: 'window',
        windows: [{ days: 'Mo-Su', start: '08:00', end: '21:00' }],
        hoursPerWeek: 10,
        minBlockMinutes: 60,
      },
    });
    await receive('甲', { free: 'Mo-Su 08:00-21:00' });
    await receive('乙', { free: 'Mo-Su 08:00-21:00' });
    expect(await plan()).toMatchObject({ filled: 5, of: 5, unassigned: [] });
  });
});

it('belongs to one station: staff of another see their own', async () => {
  const { cast, receive, open } = await freshDesk();
  await open('洗碗工', 300);
  await receive('甲');
  expect(await answer<Plan>(cast.elsewhere.get('/api/desk/plan'))).toMatchObject({ assignments: [] });
  await problem(await cast.public.get('/api/desk/plan'), 401);
  await problem(await cast.shop.get('/api/desk/plan'), 403);
  await expect(planOf(t.ctx({ kind: 'public' }, cast.station))).rejects.toMatchObject({
    code: 'sign_in_needed',
  });
});

it('writes no name into the log', async () => {
  const { plan, receive, open } = await freshDesk();
  await open('洗碗工', 300);
  await receive('罕见的名字');
  await plan();
  expect(JSON.stringify(t.logged)).not.toContain('罕见的名字');
});
