import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../support/answers';
import { HOME, streetMetresNorth } from '../support/builders';
import { type Cast, openCast, visit } from '../support/cast';
import { linksOf, readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** The page of the desk plan: read, sent one by one, sent together. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

/** A desk where two wait for two postings, the second of whom can only do what the first likes best. */
async function twoWait() {
  const cast: Cast = await openCast(t);
  const desk = visitor(t, (await t.signIn('staff', cast.station)).cookie, cast.station);
  const shifts = (start: string, end: string) => ({
    kind: 'shifts' as const,
    commitment: 'all' as const,
    shifts: [{ days: 'Mo-Fr', start, end }],
  });
  const near = { title: '早市理货员', place: streetMetresNorth(100), schedule: shifts('09:00', '11:00') };
  const far = { title: '洗碗工', place: streetMetresNorth(600), schedule: shifts('14:00', '16:00') };
  const jobs = [await cast.openJob(near), await cast.openJob(far)] as const;
  const wait = async (name: string, free: string) => {
    const received = cast.service.post('/api/walk-ins', visit({ name, free, origin: HOME }));
    const { walkIn } = await answer<{ walkIn: { id: string } }>(received, 201);
    t.clock.advance(7 * 60_000);
    return walkIn.id;
  };
  const people = [
    await wait('李女士', 'Mo-Fr 08:00-18:00'),
    await wait('王姐', 'Mo-Fr 08:00-12:00'),
  ] as const;
  const referred = async () => {
    const list = await answer<{ items: { walkInId: string; jobId: string }[] }>(
      cast.service.get('/api/referrals'),
    );
    return list.items.map(({ walkInId, jobId }) => `${walkInId} ${jobId}`).sort();
  };
  return { cast, desk, jobs, people, referred };
}
const buttonsOf = (html: string) =>
  [...html.matchAll(/<button[^>]*name="pair"[^>]*value="([^"]*)"/g)].map(([, value]) => value);

describe('the plan of the desk', () => {
  it('is one step from the front page and says who goes where, and why', async () => {
    const { desk, jobs, people } = await twoWait();
    expect(linksOf((await desk.get('/desk')).html, '给等着的 2 人一次派好')).toEqual(['/desk/plan']);
    const { status, html } = await desk.get('/desk/plan');
    const text = readable(html);
    expect(status).toBe(200);
    expect(text).toContain('等着 2 人，派出 2 人。填上 10 个班（他们够得着的空班一共 10 个）。');
    expect(text).toMatch(/李女士 等了 14 分钟 → 洗碗工 .* 填 5 个班 步行 7.5 分钟 时间全合适/);
    expect(text).toContain('“早市理货员”本来更合适，给了王姐：不然少填 5 个班');
    expect(text).toMatch(/王姐 等了 7 分钟 → 早市理货员/);
    expect(buttonsOf(html)).toEqual([`${people[0]} ${jobs[1]}`, `${people[1]} ${jobs[0]}`]);
  });

  it('sends one, and leaves the others as they were', async () => {
    const { desk, jobs, people, referred } = await twoWait();
    const pair = `${people[0]} ${jobs[1]}`;
    const { location } = await desk.post('/desk/plan/refer', { pair });
    expect(location).toBe('/desk/plan?done=referred');
    expect(await referred()).toEqual([pair]);
    const { html } = await desk.get(location ?? '');
    expect(readable(html)).toContain('已经推荐去“洗碗工”，等回话');
    expect(buttonsOf(html)).toEqual([`${people[1]} ${jobs[0]}`]);
  });

  it('sends all at once', async () => {
    const { desk, jobs, people, referred } = await twoWait();
    const pairs = [`${people[0]} ${jobs[1]}`, `${people[1]} ${jobs[0]}`];
    const { html } = await desk.get('/desk/plan');
    expect(readable(html)).toContain('2 人全部推荐');
    expect(
      [...html.matchAll(/type="hidden" name="pair" value="([^"]*)"/g)].map(([, value]) => value),
    ).toEqual(pairs);
    expect((await desk.post('/desk/plan/refer', { pair: pairs })).location).toBe('/desk/plan?done=referred');
    expect(await referred()).toEqual([...pairs].sort());
    expect(buttonsOf((await desk.get('/desk/plan')).html)).toEqual([]);
  });

  it('tells how many could not be sent, and sends the others', async () => {
    const { cast, desk, jobs, people, referred } = await twoWait();
    await answer(cast.service.post(`/api/jobs/${jobs[0]}/close`));
    const pairs = [`${people[0]} ${jobs[1]}`, `${people[1]} ${jobs[0]}`, 'nothing'];
    const { location } = await desk.post('/desk/plan/refer', { pair: pairs });
    expect(location).toBe('/desk/plan?done=referred&unsent=2');
    expect(await referred()).toEqual([`${people[0]} ${jobs[1]}`]);
    expect(readable((await desk.get(location ?? '')).html)).toContain('有 2 人没推荐成');
  });

  it('says so when nobody waits', async () => {
    const cast = await openCast(t);
    const { html } = await visitor(t, (await t.signIn('staff', cast.station)).cookie, cast.station).get(
      '/desk/plan',
    );
    expect(readable(html)).toContain('现在没有人等着');
  });
});
