import { afterAll, beforeAll, expect, it } from 'vitest';
import { momentText, OFFER_TEXT, URGENT_TEXT } from '../../src/web/text/zh-CN';
import { openCast } from '../support/cast';
import { readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';
import { TOMORROW, willing } from '../urgent/people';

/** 急招 from the shop's button to the seeker's yes, in forms that need no script. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

it('a shop asks, a seeker takes it, and both see how it stands', async () => {
  const cast = await openCast(t);
  const { seeker, shop } = cast;
  await seeker.post('/api/candidates', willing({ name: '李女士', phone: seeker.phone }));
  const jobId = await cast.openJob({ title: '急用理货员', schedule: TOMORROW });
  const keeper = visitor(t, shop.cookie, cast.station);
  const anna = visitor(t, seeker.cookie, cast.station);

  expect(readable((await anna.get('/me')).html)).not.toContain(OFFER_TEXT.title);
  const before = readable((await keeper.get(`/shop/jobs/${jobId}`)).html);
  expect(before).toContain(URGENT_TEXT.lead);
  expect(before).toContain(URGENT_TEXT.start);
  const started = await keeper.post(`/shop/jobs/${jobId}/urgent`, {});
  expect([started.status, started.location]).toEqual([303, `/shop/jobs/${jobId}?done=urgent`]);

  const running = readable((await keeper.get(`/shop/jobs/${jobId}`)).html);
  expect(running).toContain(URGENT_TEXT.running);
  expect(running).toContain(URGENT_TEXT.asked(1, 1));
  expect(running).toContain(URGENT_TEXT.next(momentText(t.clock.now() + 5 * 60_000)));
  expect(running).not.toContain(URGENT_TEXT.start);

  const mine = (await anna.get('/me')).html;
  expect(readable(mine)).toContain(OFFER_TEXT.before('6月2日（周二） 09:00'));
  const [, accept = ''] = /action="([^"]*\/me\/offers\/[^"]*\/accept)[^"]*"/.exec(mine) ?? [];
  expect(accept).not.toBe('');
  expect((await anna.post(accept, {})).location).toBe('/me?done=accepted');
  expect(readable((await anna.get('/me')).html)).not.toContain(OFFER_TEXT.title);

  const after = readable((await keeper.get(`/shop/jobs/${jobId}`)).html);
  expect(after).toContain(URGENT_TEXT.ended.filled);
  expect(after).toContain('李女士');
  const again = await anna.post(accept, {});
  expect(again.status).toBe(409);
});

it('the desk sees why a posting cannot be asked for', async () => {
  const cast = await openCast(t);
  const { cookie } = await t.signIn('staff', cast.station);
  const shifts = [{ days: 'Sa', start: '09:00', end: '13:00' }];
  const jobId = await cast.openJob({ schedule: { kind: 'shifts', commitment: 'all', shifts } });
  const page = readable((await visitor(t, cookie, cast.station).get(`/desk/jobs/${jobId}`)).html);
  expect(page).toContain('急招只用于今天或明天上班的岗位');
  expect(page).not.toContain(URGENT_TEXT.start);
});
