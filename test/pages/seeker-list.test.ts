import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobDraftInput } from '../../src/jobs';
import type { Station } from '../../src/stations';
import { jobDraft, streetMetresNorth } from '../support/builders';
import { linksOf, readable, type Visitor, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** The list of postings as a seeker sees it. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

const shifts = (days: string, start: string, end: string) => ({
  schedule: { kind: 'shifts' as const, commitment: 'all' as const, shifts: [{ days, start, end }] },
});

/** A station of its own with these postings, and somebody who visits it. */
async function place(
  jobs: Partial<JobDraftInput>[],
): Promise<{ anna: Visitor; station: Station; ids: string[] }> {
  const station = await t.mintStation();
  const ids: string[] = [];
  for (const job of jobs) ids.push(await t.openJob(jobDraft(job), station));
  return { anna: visitor(t, '', station), station, ids };
}

const titles = (html: string) => [...html.matchAll(/class="job-link">([^<]*)</g)].map((m) => m[1]);

describe('example 1: 李女士, free between two school runs', () => {
  let html: string;
  let text: string;
  beforeAll(async () => {
    const { anna } = await place([
      { title: '便利店理货', place: streetMetresNorth(520), ...shifts('Mo-Fr', '09:00', '13:00') },
      { title: '奶茶店', place: streetMetresNorth(900), ...shifts('Mo-Sa', '11:00', '14:00') },
      { title: '洗碗', place: streetMetresNorth(1590), ...shifts('Mo-Fr', '10:00', '14:00') },
      { title: '文具店', place: streetMetresNorth(680), ...shifts('Mo-Fr', '13:00', '15:30') },
    ]);
    html = (await anna.get('/?free=Mo-Fr%2008:20-15:40')).html;
    text = readable(html);
  });

  it('shows A, D, B in this order and leaves C out', () => {
    expect(titles(html)).toEqual(['便利店理货', '文具店', '奶茶店']);
    expect(text).toContain('步行 15 分钟以内、时间合适的，有 3 个岗位');
  });

  it('says how far, how long, what it pays and what fits', () => {
    expect(text).toContain('步行 6.5 分钟');
    expect(text).toContain('周一到周五 09:00–13:00');
    expect(text).toContain('每周 20 小时');
    expect(text).toContain('每小时 25 元 日结');
    expect(text).toContain('时间全合适');
  });

  it('says what is missing of the one that fits in part', () => {
    expect(text).toContain('周六不符 (5/6)');
    expect(text).toContain('周六 11:00–14:00 来不了');
  });

  it('offers the change that would add one, as a link that makes it', () => {
    const [href] = linksOf(html, '放宽到 20 分钟多 1 个');
    expect(href).toBe('/?free=Mo-Fr+08%3A20-15%3A40&minutes=20');
  });

  it('says the hours it goes by, and how to do without them', () => {
    expect(text).toContain('周一到周五 08:20–15:40');
    expect(linksOf(html, '去掉“周一到周五 08:20–15:40”')).toEqual(['/']);
  });

  it('carries the search on to the posting', () => {
    expect(linksOf(html, '便利店理货')[0]).toMatch(/^\/jobs\/[0-9a-f-]{36}\?free=Mo-Fr\+08%3A20-15%3A40$/);
  });
});

describe('what was said in words', () => {
  it('tells what was understood, and each part can be undone', async () => {
    const { anna } = await place([{ title: '洗碗工', benefits: ['meals'] }]);
    const { html } = await anna.get(`/?q=${encodeURIComponent('洗碗 日结 管饭')}`);
    expect(readable(html)).toContain('您说的，我们听成');
    expect(linksOf(html, '去掉“洗碗工”')).toEqual([
      `/?q=${encodeURIComponent('日结 管饭').replace('%20', '+')}`,
    ]);
    expect(linksOf(html, '去掉“日结”')).toEqual([
      `/?q=${encodeURIComponent('洗碗 管饭').replace('%20', '+')}`,
    ]);
    expect(linksOf(html, '去掉“管饭”')).toEqual([
      `/?q=${encodeURIComponent('洗碗 日结').replace('%20', '+')}`,
    ]);
  });

  it('says which words were left aside', async () => {
    const { anna } = await place([{ title: '洗碗工' }]);
    const { html } = await anna.get(`/?q=${encodeURIComponent('洗碗不管饭')}`);
    expect(readable(html)).toContain('“不管饭”没有用上');
  });

  it('puts what only comes near under a heading of its own', async () => {
    const { anna } = await place([
      { title: '洗碗工', pay: { amount: 25, unit: 'hour', settlement: 'weekly' } },
      {
        title: '洗碗工',
        place: streetMetresNorth(900),
        pay: { amount: 24, unit: 'hour', settlement: 'daily' },
      },
    ]);
    const { html } = await anna.get(`/?q=${encodeURIComponent('洗碗 日结')}`);
    const text = readable(html);
    expect(text.indexOf('正合您说的')).toBeGreaterThan(0);
    expect(text.indexOf('正合您说的')).toBeLessThan(text.indexOf('每小时 24 元'));
    expect(text.indexOf('每小时 24 元')).toBeLessThan(text.indexOf('相近的岗位'));
    expect(text.indexOf('相近的岗位')).toBeLessThan(text.indexOf('每小时 25 元'));
    expect(text).toContain('结算方式不一样');
  });
});

describe('an empty answer', () => {
  it('is honest about a job that does not exist here, and leads on', async () => {
    const { anna } = await place([{ title: '洗碗工' }]);
    const { html, status } = await anna.get(`/?q=${encodeURIComponent('宇航员')}`);
    expect(status).toBe(200);
    expect(readable(html)).toContain('这里没有这样的岗位');
    expect(linksOf(html, '不限工种，只按距离和时间找')).toEqual(['/']);
    expect(linksOf(html, '看附近所有的岗位')).toEqual(['/?minutes=60']);
  });

  it('does not say so of a job that is only at other hours', async () => {
    const { anna } = await place([{ title: '洗碗工' }]);
    const { html } = await anna.get(`/?q=${encodeURIComponent('洗碗')}&free=Su%2003:00-04:00`);
    expect(readable(html)).not.toContain('这里没有这样的岗位');
    expect(linksOf(html, '不限时间多 1 个')).toEqual([`/?q=${encodeURIComponent('洗碗')}`]);
  });
});

describe('a long list', () => {
  it('goes on page by page, without loss or duplicates', async () => {
    const jobs = Array.from({ length: 17 }, (_, i) => ({
      title: `活${i}`,
      place: streetMetresNorth(100 + i * 20),
    }));
    const { anna } = await place(jobs);
    const first = await anna.get('/?sort=near');
    const [next = ''] = linksOf(first.html, '下一页');
    const second = await anna.get(next);
    expect([...titles(first.html), ...titles(second.html)]).toEqual(jobs.map(({ title }) => title));
    expect(linksOf(second.html, '回到第一页')).toEqual(['/?sort=near']);
    expect(linksOf(second.html, '下一页')).toEqual([]);
  });

  it('starts again when the place in it belongs to another search', async () => {
    const { anna } = await place(Array.from({ length: 16 }, (_, i) => ({ title: `活${i}` })));
    const [next = ''] = linksOf((await anna.get('/')).html, '下一页');
    const answer = await anna.get(`${next}&minutes=30`);
    expect([answer.status, answer.location]).toEqual([303, '/?minutes=30']);
  });
});

describe('postings whose place is not known to the door', () => {
  it('stand apart, as what they are', async () => {
    const { anna, station } = await place([{ title: '门牌清楚' }]);
    await t.openJob(
      jobDraft({
        title: '只知道街',
        place: { address: '滨溪路', ...streetMetresNorth(300), precision: 'street' },
      }),
      station,
    );
    const { html } = await anna.get('/');
    const text = readable(html);
    expect(text).toContain('有 1 个岗位');
    expect(text).toContain('另有 1 个岗位，位置待核实');
    expect(text.indexOf('只知道街')).toBeGreaterThan(text.indexOf('位置待核实'));
  });

  it('are left out once their last day is over', async () => {
    const { anna, station } = await place([]);
    await t.openJob(
      jobDraft({
        title: '过期的街',
        place: { address: '滨溪路', ...streetMetresNorth(300), precision: 'street' },
        validThrough: '2026-06-01',
      }),
      station,
    );
    expect((await anna.get('/')).html).toContain('过期的街');
    t.clock.advance(86_400_000);
    try {
      expect((await anna.get('/')).html).not.toContain('过期的街');
    } finally {
      t.clock.advance(-86_400_000);
    }
  });
});

describe('what was read out of the words', () => {
  it('stands above the list, place and hours as well, each with the search that lacks it', async () => {
    const { anna } = await place([{ title: '洗碗工' }]);
    const { html } = await anna.get(`/?q=${encodeURIComponent('龙源湖 晚上洗碗 不要保洁 轻松点')}`);
    const without = (what: string) =>
      linksOf(html, `去掉“${what}”`).map((href) => new URL(href, 'http://x').searchParams.get('q'));
    expect(without('在龙源湖附近')).toEqual(['晚上洗碗 不要保洁 轻松点']);
    expect(without('洗碗工')).toEqual(['龙源湖 晚上 不要保洁 轻松点']);
    expect(without('不要保洁员')).toEqual(['龙源湖 晚上洗碗 轻松点']);
    expect(without('上班时间在每天 18:00–22:00')).toEqual(['龙源湖 洗碗 不要保洁 轻松点']);
    expect(without('轻松点')).toEqual(['龙源湖 晚上洗碗 不要保洁']);
  });

  it('says what was repaired, and can be told to leave it', async () => {
    const { anna } = await place([{ title: '洗碗工' }]);
    const repaired = await anna.get(`/?q=${encodeURIComponent('西碗工')}`);
    expect(readable(repaired.html)).toContain('“西碗工”当作“洗碗工”');
    const [path = ''] = linksOf(repaired.html, '还是按我打的字找');
    expect(titles(repaired.html)).toEqual(['洗碗工']);
    expect(path).toContain('as_written=1');
    const asWritten = await anna.get(path);
    expect(readable(asWritten.html)).not.toContain('当作');
  });

  it('warns of what is a fraud', async () => {
    const { anna } = await place([{ title: '洗碗工' }]);
    const { html } = await anna.get(`/?q=${encodeURIComponent('刷单')}`);
    expect(titles(html)).toEqual([]);
    expect(readable(html)).toContain('骗人');
    // Also where the other words bring honest work.
    const more = await anna.get(`/?q=${encodeURIComponent('刷单 兼职')}`);
    expect(titles(more.html)).toEqual(['洗碗工']);
    expect(readable(more.html)).toContain('骗人');
  });

  it('shows hours that were said once, as what was understood', async () => {
    const { anna } = await place([{ title: '洗碗工' }]);
    const { html } = await anna.get(`/?q=${encodeURIComponent('周末有空 洗碗')}`);
    expect(readable(html)).toContain('您说的');
    expect(readable(html)).not.toContain('您选的');
  });
});
