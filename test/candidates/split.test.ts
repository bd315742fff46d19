import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobDraftInput, JobView } from '../../src/jobs';
import { answer, problem } from '../support/answers';
import { streetMetresNorth } from '../support/builders';
import { type Cast, openCast, profile } from '../support/cast';
import { linksOf, readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** 拆班 over HTTP and a real database, and on the pages of those who keep a posting. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

interface Answer {
  before: number;
  options: {
    shifts: { days?: string; date?: string; start: string; end: string; people: number }[];
    people: number;
    coveredMinutes: number;
    neededMinutes: number;
  }[];
}
const LONG: JobDraftInput['schedule'] = {
  kind: 'shifts',
  commitment: 'all',
  shifts: [{ days: 'Mo-We', start: '10:00', end: '18:00' }],
};

/** A station of its own with one posting of its shop, eight hours on three days. */
async function posted(changes: Partial<JobDraftInput> = {}) {
  // Codes are sent so many an hour.
  t.clock.advance(3_600_000);
  const cast: Cast = await openCast(t);
  const id = await cast.openJob({ title: '看店', schedule: LONG, ...changes });
  return {
    cast,
    id,
    ask: (query = '') => answer<Answer>(cast.shop.get(`/api/jobs/${id}/split${query}`)),
    register: async (free: string | undefined, more: Record<string, unknown> = {}) =>
      (
        await answer<{ id: string }>(
          cast.service.post(
            '/api/candidates',
            profile({ name: '罕见姓名', home: streetMetresNorth(0), ...(free ? { free } : {}), ...more }),
          ),
          201,
        )
      ).id,
  };
}

describe('GET /api/jobs/{id}/split', () => {
  it('cuts a day that nobody can cover whole between those who can share it', async () => {
    const { ask, register } = await posted();
    await register('Mo-We 09:00-14:20');
    await register('Mo-We 13:00-19:00');
    await register('Mo,Tu 13:00-19:00');
    const answered = await ask();
    expect(answered).toEqual({
      source: 'estimate',
      before: 0,
      options: [
        {
          shifts: [
            { days: 'Mo-We', start: '10:00', end: '14:00', people: 1 },
            { days: 'Mo,Tu', start: '14:00', end: '18:00', people: 2 },
            { days: 'We', start: '14:00', end: '18:00', people: 1 },
          ],
          people: 3,
          coveredMinutes: 3 * 480,
          neededMinutes: 3 * 480,
        },
      ],
    });
    expect(JSON.stringify(answered)).not.toContain('罕见姓名');
  });

  it('offers nothing when everybody who could come already can', async () => {
    const { ask, register } = await posted();
    await register('Mo-Su 08:00-20:00');
    expect(await ask()).toEqual({ source: 'estimate', before: 1, options: [] });
  });

  it('cuts nothing for the sake of a second person while one can come to all', async () => {
    const { ask, register } = await posted();
    await register('Mo-Su 08:00-20:00');
    await register('Mo-We 09:00-13:00');
    const { before, options } = await ask();
    expect(before).toBe(1);
    expect(options).toEqual([]);
  });

  it('counts only who consented, lives near, said their hours and may work so long', async () => {
    const { ask, register, cast } = await posted();
    const withdrew = await register('Mo-We 09:00-14:20');
    await answer(cast.service.patch(`/api/candidates/${withdrew}`, { withdraw: 'matching' }));
    await register('Mo-We 09:00-14:20', { home: streetMetresNorth(-4000) });
    await register(undefined);
    expect(await ask()).toEqual({ source: 'estimate', before: 0, options: [] });
    await register('Mo-Su 08:00-20:00', { hoursMax: 3 });
    const { before, options } = await ask();
    expect(before).toBe(0);
    // Three hours a week are all that this person wants to work.
    expect(options[0]?.people).toBe(1);
    for (const { start, end } of options[0]?.shifts.filter(({ people }) => people > 0) ?? []) {
      expect(Number(end.slice(0, 2)) - Number(start.slice(0, 2))).toBeLessThanOrEqual(3);
    }
  });

  it('counts nobody whose week with this employer is full', async () => {
    const { ask, register, cast } = await posted();
    const shifts = [{ days: 'Mo-Sa', start: '18:30', end: '22:30' }];
    const evenings = await cast.openJob({ schedule: { kind: 'shifts', commitment: 'all', shifts } });
    const candidateId = await register('Mo-Sa 09:00-14:20; Mo-Sa 18:00-23:00');
    expect((await ask()).options[0]?.people).toBe(1);
    const { id } = await answer<{ id: string }>(
      cast.service.post('/api/referrals', { jobId: evenings, candidateId }),
      201,
    );
    await answer(cast.service.post(`/api/referrals/${id}/events`, { kind: 'hired' }), 201);
    expect(await ask()).toEqual({ source: 'estimate', before: 0, options: [] });
  });

  it('takes the shortest part that is asked for, an hour at least', async () => {
    const { ask, register, cast, id } = await posted();
    await register('Mo-We 09:30-11:10');
    expect((await ask()).options).toEqual([]);
    expect((await ask('?least=60')).options[0]).toMatchObject({ people: 1, coveredMinutes: 180 });
    await problem(await cast.shop.get(`/api/jobs/${id}/split?least=30`), 400);
  });

  it('has nothing to cut where shifts may be chosen', async () => {
    const { ask, register } = await posted({
      schedule: {
        kind: 'shifts',
        commitment: { atLeast: 1 },
        shifts: [{ days: 'Mo', start: '10:00', end: '18:00' }],
      },
    });
    await register('Mo-We 09:00-14:00');
    expect(await ask()).toEqual({ source: 'estimate', before: 0, options: [] });
  });

  it('is told to its business and staff only, and only of open postings', async () => {
    const { cast, id } = await posted();
    await problem(await cast.public.get(`/api/jobs/${id}/split`), 401);
    await problem(await cast.seeker.get(`/api/jobs/${id}/split`), 403);
    await problem(await cast.otherShop.get(`/api/jobs/${id}/split`), 403);
    await problem(await cast.elsewhere.get(`/api/jobs/${id}/split`), 404);
    await problem(await cast.shop.get(`/api/jobs/${await cast.draftJob()}/split`), 409);
  });
});

describe('on the page of a posting', () => {
  it('stands with a way to the form filled in, and what is saved finds them', async () => {
    const { cast, id, register } = await posted();
    await register('Mo-We 09:00-14:20');
    await register('Mo-We 13:00-19:00');
    const shop = visitor(t, cast.shop.cookie, cast.station);
    const { html } = await shop.get(`/shop/jobs/${id}`);
    const text = readable(html);
    expect(text).toContain('拆成几段更容易招到');
    expect(text).toContain('任选一段就能来，有 2 人能干');
    expect(text).toContain('周一到周三 10:00–14:00 1 人能来');
    expect(text).not.toContain('罕见姓名');
    expect(linksOf(html, '照这样改')).toEqual([`/shop/jobs/${id}/edit?split=1`]);
    const form = await shop.get(`/shop/jobs/${id}/edit?split=1`);
    expect(readable(form.html)).toContain('班次已经照拆好的填上，还没有存');
    const value = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(form.html)?.[1];
    expect(['from0', 'to0', 'from1', 'to1', 'headcount'].map(value)).toEqual([
      '10:00',
      '14:00',
      '14:00',
      '18:00',
      '2',
    ]);
    const part = (start: string, end: string) => ({ days: 'Mo-We', start, end });
    const patch = {
      schedule: {
        kind: 'shifts',
        commitment: { atLeast: 1 },
        shifts: [part('10:00', '14:00'), part('14:00', '18:00')],
      },
    };
    await answer<JobView>(cast.service.patch(`/api/jobs/${id}`, patch));
    const { items } = await answer<{ items: unknown[] }>(cast.shop.get(`/api/jobs/${id}/candidates`));
    expect(items).toHaveLength(2);
    expect(readable((await shop.get(`/shop/jobs/${id}`)).html)).not.toContain('拆成几段');
  });

  it('is not there when somebody can come to all, nor when nobody could come to a part', async () => {
    const { cast, id, register } = await posted();
    const desk = visitor(t, (await t.signIn('staff', cast.station)).cookie, cast.station);
    const shown = async () => readable((await desk.get(`/desk/jobs/${id}`)).html).includes('拆成几段');
    expect(await shown()).toBe(false);
    await register('Mo-We 09:00-14:20');
    expect(await shown()).toBe(true);
    await register('Mo-Su 08:00-20:00');
    expect(await shown()).toBe(false);
  });
});
