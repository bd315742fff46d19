import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView } from '../../src/jobs';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { type Cast, openCast } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** The same posting written twice is offered for merging. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

const similar = async (id: string) =>
  (await answer<{ items: { id: string }[] }>(cast.shop.get(`/api/jobs/${id}/similar`))).items.map(
    (item) => item.id,
  );
const merge = (id: string, into: string, client: Cast['public'] = cast.shop) =>
  client.post(`/api/jobs/${id}/merge`, { into });
const statusOf = async (id: string) => (await answer<JobView>(cast.service.get(`/api/jobs/${id}`))).status;

describe('duplicates', () => {
  it('are postings of the same business with the same title that have not ended', async () => {
    const [first, second] = [await cast.openJob({ title: '双份' }), await cast.draftJob({ title: '双份' })];
    await cast.openJob({ title: '另一份' });
    await cast.openJob({ title: '双份', business: { name: '别的店', kind: 'shop' } });
    const closed = await cast.openJob({ title: '双份' });
    await answer(cast.shop.post(`/api/jobs/${closed}/close`));
    expect(await similar(first)).toEqual([second]);
    expect(await similar(second)).toEqual([first]);
  });

  it('merge: the duplicate closes, the other stays', async () => {
    const [kept, duplicate] = [await cast.openJob({ title: '合并' }), await cast.openJob({ title: '合并' })];
    expect((await answer<JobView>(merge(duplicate, kept))).status).toBe('closed');
    expect(await statusOf(kept)).toBe('open');
    expect((await problem(merge(duplicate, kept), 409)).code).toBe('wrong_state');
  });

  it('do not merge into what has ended: nothing would be left', async () => {
    const [ended, open] = [await cast.openJob({ title: '已结束' }), await cast.openJob({ title: '已结束' })];
    await answer(cast.shop.post(`/api/jobs/${ended}/fill`));
    expect((await problem(merge(open, ended), 409)).code).toBe('wrong_state');
    expect(await statusOf(open)).toBe('open');
  });

  it('of two merges into each other at the same moment one is done, and one posting is left', async () => {
    for (let round = 0; round < 5; round++) {
      const title = `互并${round}`;
      const [a, b] = [await cast.openJob({ title }), await cast.openJob({ title })];
      expect(
        await atOnce(
          () => merge(a, b),
          () => merge(b, a),
        ),
      ).toEqual([200, 409]);
      expect([await statusOf(a), await statusOf(b)].sort()).toEqual(['closed', 'open']);
    }
  });

  it('are refused where they are none, or not the actor’s', async () => {
    const [one, other] = [await cast.openJob({ title: '甲' }), await cast.openJob({ title: '乙' })];
    expect(await refusedFields(merge(one, other))).toEqual(['/into not_similar']);
    expect(await refusedFields(merge(one, one))).toEqual(['/into not_similar']);
    const twin = await cast.openJob({ title: '甲' });
    await problem(merge(one, twin, cast.otherShop), 403);
    await problem(merge(one, twin, cast.elsewhere), 404);
    await problem(merge(one, '01890000-0000-7000-8000-000000000000'), 404);
    expect(await statusOf(one)).toBe('open');
  });
});
