import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft, streetMetresNorth } from '../support/builders';
import { type EdgeStation, openEdgeStation } from './edge-station';

let edge: EdgeStation;
beforeAll(async () => {
  edge = await openEdgeStation();
});
afterAll(() => edge?.close());

/** A week of shifts of one posting. */
const shifts = (days: string, start: string, end: string) => ({
  schedule: { kind: 'shifts' as const, commitment: 'all' as const, shifts: [{ days, start, end }] },
});
const draft = (changes: Parameters<typeof jobDraft>[0]) =>
  jobDraft({ validThrough: edge.dateIn(20), ...changes });

interface Answer {
  items: { job: { id: string; title: string }; match: Record<string, unknown> }[];
  total: number;
  next: string | null;
  engine: string;
  degraded: boolean;
}

/** An answer without what depends on the moment: score and cursor hold how fresh a posting is. */
function timeless({ next, items, ...rest }: Answer) {
  return {
    ...rest,
    more: next !== null,
    items: items.map(({ job, match: { score: _, ...match } }) => ({ job, match })),
  };
}

describe('a search', () => {
  beforeAll(async () => {
    const open = (title: string, metres: number, hours: ReturnType<typeof shifts>) =>
      edge.node.openJob(draft({ title, place: streetMetresNorth(metres), ...hours }));
    await open('便利店理货', 520, shifts('Mo-Fr', '09:00', '13:00'));
    await open('奶茶店', 900, shifts('Mo-Sa', '11:00', '14:00'));
    await open('洗碗', 1590, shifts('Mo-Fr', '10:00', '14:00'));
    await open('饭店后厨洗碗工', 640, shifts('Mo-Su', '18:00', '21:00'));
    await open('文具店看店', 680, shifts('Mo-Fr', '13:00', '15:30'));
    await open('仓库夜班分拣', 2100, shifts('Mo,We,Fr', '22:00', '05:00'));
  });

  it('finds what is near and fits the hours, nearest hours first', async () => {
    const answer = await edge.call('GET', '/api/jobs?mode=walk&free=Mo-Fr 08:20-15:40');
    expect(answer.status).toBe(200);
    const { items, engine } = (await answer.json()) as Answer;
    expect(items.map((item) => item.job.title)).toEqual(['便利店理货', '文具店看店', '奶茶店']);
    expect(items[0]?.match).toMatchObject({ travel: { minutes: 6.5, metres: 520 }, time: { fit: 1 } });
    expect(engine).toBe('postgres');
  });

  it.each([
    ['of everything', ''],
    ['by free hours', 'mode=walk&free=Mo-Fr 08:20-15:40'],
    ['over midnight, by e-bike', 'mode=ebike&free=22:00-06:00;Sa,Su 09:00-12:00&minutes=30'],
    ['by an occupation in words', 'q=洗碗'],
    ['by words with a typo, a condition and hours', 'q=理活 日结 管饭&free=Mo-Fr 08:00-16:00'],
    ['by pinyin', 'q=xiwan'],
    ['in traditional characters', 'q=奶茶店兼職'],
    ['by words that no lexicon knows', 'q=文具店'],
    ['by nothing on offer', 'q=潜水教练'],
    ['in another order, a page at a time', 'sort=near&limit=2'],
    ['with filters', 'pay_min=20&hours_max=20&settlement=daily'],
    ['from a place on another datum', 'lat=35.189&lng=113.27&datum=gcj02&mode=bike'],
  ])('answers as on Node: %s', async (_, query) => {
    const path = `/api/jobs?${query}`;
    const [here, there] = await Promise.all([edge.call('GET', path), edge.node.client().get(path)]);
    expect([here.status, there.status]).toEqual([200, 200]);
    const wanted = timeless((await there.json()) as Answer);
    expect(JSON.stringify(timeless((await here.json()) as Answer))).toBe(JSON.stringify(wanted));
  });

  it('goes on where Node stopped: cursors are the same', async () => {
    const first = (await (await edge.node.client().get('/api/jobs?limit=2')).json()) as Answer;
    const path = `/api/jobs?limit=2&cursor=${first.next}`;
    const [here, there] = await Promise.all([edge.call('GET', path), edge.node.client().get(path)]);
    expect(timeless((await here.json()) as Answer)).toEqual(timeless((await there.json()) as Answer));
    expect(first.next).not.toBeNull();
  });

  it('explains itself as on Node', async () => {
    const { items } = (await (await edge.node.client().get('/api/jobs?q=奶茶店')).json()) as Answer;
    const path = `/api/jobs/${items[0]?.job.id}/why?mode=walk&free=Mo-Fr 08:20-15:40`;
    const [here, there] = await Promise.all([edge.call('GET', path), edge.node.client().get(path)]);
    const withoutScore = async (answer: Response) => {
      const { match, ...rest } = (await answer.json()) as { match: Record<string, unknown> };
      return { ...rest, match: { ...match, score: null } };
    };
    expect(await withoutScore(here)).toEqual(await withoutScore(there));
  });
});
