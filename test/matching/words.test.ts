import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView } from '../../src/jobs';
import type { Station } from '../../src/stations';
import { answer } from '../support/answers';
import { streetMetresNorth } from '../support/builders';
import { openTestStation, type TestStation } from '../support/station';

/** What is said in words orders the list: met before unmet, each group by score. A parameter beats a word. */
let t: TestStation;
let station: Station;
beforeAll(async () => {
  t = await openTestStation();
  station = await t.mintStation();
  const job = (title: string, metres: number, changes: Record<string, unknown> = {}) =>
    t.openJob({ title, place: streetMetresNorth(metres), ...changes }, station);
  const pay = (settlement: string) => ({ pay: { amount: 25, unit: 'hour', settlement } });
  await job('洗碗工近', 200, pay('weekly'));
  await job('洗碗工远', 900, { ...pay('daily'), benefits: ['meals'] });
  await job('洗碗工最远', 1100, pay('weekly'));
  await job('保洁员', 1150, pay('daily'));
});
afterAll(() => t.close());

interface Answer {
  items: {
    job: JobView;
    match: { group: string; score: number; text: number | null; reasons: { text: string }[] };
  }[];
  total: number;
  understood: { occupations: string[]; settlement?: string; benefits?: string[]; text: string };
  notice: { code: string; text: string } | null;
  engine: string;
  degraded: boolean;
}
const ask = (q: string, more = '') =>
  answer<Answer>(t.client({}, station).get(`/api/jobs?limit=50&q=${encodeURIComponent(q)}${more}`));
const titles = ({ items }: Answer) => items.map(({ job }) => job.title);

describe('words', () => {
  it('of an occupation find its postings, whole first', async () => {
    const found = await ask('想找个洗碗的活');
    expect(found.understood.occupations).toEqual(['洗碗工']);
    expect(titles(found).slice(0, 3)).toEqual(['洗碗工近', '洗碗工远', '洗碗工最远']);
    for (const { job, match } of found.items)
      expect(match.group).toBe(job.occupation === '洗碗工' ? 'exact' : 'related');
  });

  it('that state a condition order by it and hide nothing', async () => {
    const found = await ask('洗碗工 日结 管饭');
    expect(found.understood).toMatchObject({ settlement: 'daily', benefits: ['meals'] });
    expect(titles(found).slice(0, 3)).toEqual(['洗碗工远', '洗碗工近', '洗碗工最远']);
    const groups = found.items.map(({ match }) => match.group);
    expect(groups).toEqual([...groups].sort());
    expect(found.items[1]?.match.reasons.map((reason) => reason.text)).toEqual(
      expect.arrayContaining(['结算方式不一样', '您要的待遇没写']),
    );
  });

  it('a parameter filters where a word only orders', async () => {
    expect(
      titles(await ask('洗碗工', '&settlement=daily')).filter((title) => title.startsWith('洗碗工')),
    ).toEqual(['洗碗工远']);
  });

  it('that name nothing there is get a notice, and no list of something else', async () => {
    const found = await ask('挖掘机司机');
    expect(found.items).toEqual([]);
    expect(found.notice).toEqual({ code: 'no_such_job', text: '这里没有这样的岗位' });
  });

  it('that say nothing at all leave the list as it is', async () => {
    const plain = await answer<Answer>(t.client({}, station).get('/api/jobs?limit=50'));
    expect(titles(await ask('   '))).toEqual(titles(plain));
    expect(plain.items.every(({ match }) => match.text === null && match.group === 'exact')).toBe(true);
    expect(plain).toMatchObject({ engine: 'postgres', degraded: false, notice: null });
  });

  it('and /why agree about every posting', async () => {
    for (const q of ['洗碗工', '保洁', '洗碗工 日结', '收银']) {
      const shown = new Set((await ask(q)).items.map(({ job }) => job.id));
      const { items } = await answer<Answer>(t.client({}, station).get('/api/jobs?limit=50'));
      for (const { job } of items) {
        const why = await answer<{ shown: boolean }>(
          t.client({}, station).get(`/api/jobs/${job.id}/why?q=${encodeURIComponent(q)}`),
        );
        expect(why.shown, `${q} ${job.title}`).toBe(shown.has(job.id));
      }
    }
  });
});

describe('work of two kinds', () => {
  let own: Station;
  beforeAll(async () => {
    own = await t.mintStation();
    const job = (title: string, metres: number, description = '') =>
      t.openJob({ title, description, place: streetMetresNorth(metres) }, own);
    await job('收银兼保洁', 100);
    await job('保洁员', 300);
    await job('理货员', 100, '超市理货');
    await job('手工组装 家里做', 100, '材料送到家');
    await job('手工组装', 600, '来店里做');
  });
  const found = async (q: string) =>
    (await answer<Answer>(t.client({}, own).get(`/api/jobs?limit=50&q=${encodeURIComponent(q)}`))).items.map(
      ({ job, match }) => [job.title, match.group],
    );

  it('is found by either, behind what is nothing else about as near and before what is only near to it', async () => {
    expect((await found('保洁')).slice(0, 2)).toEqual([
      ['保洁员', 'exact'],
      ['收银兼保洁', 'exact'],
    ]);
    expect((await found('收银')).slice(0, 2)).toEqual([
      ['收银兼保洁', 'exact'],
      ['理货员', 'related'],
    ]);
  });

  it('is no answer to a parameter that names the second', async () => {
    const shown = await answer<Answer>(
      t.client({}, own).get(`/api/jobs?limit=50&occupation=${encodeURIComponent('保洁员')}`),
    );
    expect(titles(shown)).toEqual(['保洁员']);
  });

  it('that is refused stands behind all that is asked for', async () => {
    expect(await found('不在家干的手工')).toEqual([
      ['手工组装', 'exact'],
      ['手工组装 家里做', 'related'],
    ]);
  });
});

describe('a bait', () => {
  it('is warned of beside the work that was asked for', async () => {
    const { notice, items } = await ask('洗碗工 先交押金');
    expect(notice?.code).toBe('fraud');
    expect(items[0]?.job.occupation).toBe('洗碗工');
    expect((await ask('洗碗工 不交押金')).notice).toBeNull();
  });
});

describe('what a posting is called', () => {
  it('is found in the moment it opens, and gone in the moment it closes', async () => {
    const id = await t.openJob({ title: '临时搬运工', place: streetMetresNorth(400) }, station);
    expect(titles(await ask('搬运'))).toContain('临时搬运工');
    await answer(t.service(station).post(`/api/jobs/${id}/close`));
    expect(titles(await ask('搬运'))).not.toContain('临时搬运工');
  });

  it('is never found at another station', async () => {
    const other = await t.mintStation();
    await t.openJob({ title: '别站的保安' }, other);
    expect(titles(await ask('保安'))).toEqual([]);
  });
});
