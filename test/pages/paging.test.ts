import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessView } from '../../src/businesses';
import { answer } from '../support/answers';
import { type Cast, openCast, profile } from '../support/cast';
import { linksOf, type Visitor, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** Lists longer than a page: nothing is lost, nothing comes twice, and no script is needed. */
const MANY = 103;
let t: TestStation;
let cast: Cast;
let clerk: Visitor;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
  clerk = visitor(t, (await t.signIn('staff', cast.station)).cookie, cast.station);
});
afterAll(() => t.close());

const numbers = Array.from({ length: MANY }, (_, i) => i);
const word = (i: number) => `${String(i).padStart(3, '0')}号`;

/** Every match of a pattern on the pages of a list, by following the link to the next one. */
async function everywhere(who: Visitor, path: string, next: string, pattern: RegExp): Promise<string[][]> {
  const pages: string[][] = [];
  let at: string | undefined = path;
  while (at !== undefined) {
    const { status, html } = await who.get(at);
    expect([status, pages.length < 5]).toEqual([200, true]);
    pages.push([...html.matchAll(pattern)].map(([found]) => found));
    expect(linksOf(html, '回到第一页')).toEqual(pages.length > 1 ? [path] : []);
    at = linksOf(html, next)[0];
  }
  return pages;
}
const sizes = (pages: string[][]) => pages.map(({ length }) => length);
const distinct = (pages: string[][]) => new Set(pages.flat()).size;

describe('the list', () => {
  it('of the shop’s own postings goes on, in one state and in all', async () => {
    for (const i of numbers) await cast.draftJob({ title: `岗位${word(i)}` });
    await cast.openJob({ title: '开着的岗位' });
    const shop = visitor(t, cast.shop.cookie, cast.station);
    const drafts = await everywhere(shop, '/shop?status=draft', '更早的', /岗位\d+号|首个岗位/g);
    expect([sizes(drafts), distinct(drafts)]).toEqual([[50, 50, 4], MANY + 1]);
    const all = await everywhere(shop, '/shop', '更早的', /岗位\d+号|开着的岗位|首个岗位/g);
    expect([sizes(all), distinct(all)]).toEqual([[50, 50, 5], MANY + 2]);
  });

  it('of people goes on, also when it is searched', async () => {
    for (const i of numbers) {
      await answer(cast.service.post('/api/candidates', profile({ name: `街坊${word(i)}` })), 201);
    }
    await answer(cast.service.post('/api/candidates', profile({ name: '别人' })), 201);
    const path = `/desk/candidates?q=${encodeURIComponent('街坊')}`;
    const people = await everywhere(clerk, path, '更早的', /街坊\d+号/g);
    expect([sizes(people), distinct(people)]).toEqual([[50, 50, 3], MANY]);
  });

  it('of referrals under way goes on behind any number that are over', async () => {
    const { desk, candidates } = t.open.services.stores;
    const jobs = [await cast.openJob(), await cast.openJob()];
    const people = await candidates.list(cast.station.id, { contains: '街坊', limit: MANY });
    for (const jobId of jobs) {
      t.clock.advance(1000);
      for (const { id: candidateId } of people) {
        await answer(cast.service.post('/api/referrals', { candidateId, jobId }), 201);
      }
    }
    // The newest are over: what is under way stands behind them.
    const newest = await desk.listReferrals(cast.station.id, { jobIds: jobs.slice(1), limit: 200 });
    for (const { id } of newest) {
      await answer(cast.service.post(`/api/referrals/${id}/events`, { kind: 'declined' }), 201);
    }
    const row = /desk\/referrals\/[0-9a-f-]{36}\/events/g;
    const open = await everywhere(clerk, '/desk/referrals', '更早的', row);
    expect([sizes(open), distinct(open)]).toEqual([[50, 50, 3], MANY]);
    const first = await answer<{ items: { id: string }[] }>(cast.service.get('/api/referrals?limit=100'));
    const before = first.items.at(-1)?.id;
    const second = await answer<{ items: { id: string }[] }>(
      cast.service.get(`/api/referrals?limit=100&before=${before}`),
    );
    const third = await answer<{ items: { id: string }[] }>(
      cast.service.get(`/api/referrals?limit=100&before=${second.items.at(-1)?.id}`),
    );
    const ids = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([2 * MANY, 2 * MANY]);
  });

  it('of businesses goes on by name', async () => {
    const { businesses } = t.open.services.stores;
    const named = numbers.map((i) => ({
      id: t.open.services.ids.next(),
      name: `小店${word(Math.floor(i / 2))}`,
      // Two of each name: of one shop there may be a household as well.
      kind: i % 2 === 0 ? ('shop' as const) : ('household' as const),
    }));
    await businesses.ensure(cast.station.id, named);
    const path = `/desk/businesses?q=${encodeURIComponent('小店')}`;
    const pages = await everywhere(clerk, path, '后面的', /businesses\/[0-9a-f-]{36}\/verify/g);
    expect([sizes(pages), distinct(pages)]).toEqual([[50, 50, 3], MANY]);
    const list = async (query: string) =>
      (await answer<{ items: BusinessView[] }>(cast.service.get(`/api/businesses?${query}`))).items;
    const [first, ...others] = await list('contains=%E5%B0%8F%E5%BA%97&limit=500');
    expect(await list(`contains=%E5%B0%8F%E5%BA%97&limit=500&after=${first?.id}`)).toEqual(others);
  });

  it('begins at its start for a place that is none', async () => {
    for (const path of ['/shop', '/desk/referrals', '/desk/candidates', '/desk/businesses', '/desk/jobs']) {
      const who = path === '/shop' ? visitor(t, cast.shop.cookie, cast.station) : clerk;
      expect((await who.get(`${path}?before=x&after=y`)).status).toBe(200);
    }
  });
});
