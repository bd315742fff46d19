import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, refusedFields } from '../support/answers';
import { type Client, openTestStation, type TestStation } from '../support/station';

/** Reading of sentences, completions and spoken drafts through HTTP, as anybody. The clock says Monday 1 June 2026. */
let t: TestStation;
let anyone: Client;
beforeAll(async () => {
  t = await openTestStation();
  anyone = t.client();
});
afterAll(() => t.close());

interface Understanding {
  understood: { occupations: string[]; time?: unknown; cut?: boolean };
  readBack: string | null;
  questions: { about: string; text: string }[];
}
const understand = (text: unknown, more = {}) =>
  answer<Understanding>(anyone.post('/api/understand', { text, ...more }));

/** What people paste, dictate and try. */
const ODD = [
  '',
  '   ',
  '😀😀😀',
  "'; DROP TABLE jobs; --",
  '<script>alert(1)</script>',
  '洗碗 '.repeat(500),
  '长'.repeat(2500),
  '\u202e\u2066abc\u2069',
  'x\u0000y\ud800',
];

describe('POST /api/understand', () => {
  it('reads a week out of a sentence, says it back and asks what is open', async () => {
    const { understood, readBack, questions } = await understand('我周一到周五早上8点到下午4点有空,想洗碗');
    expect(understood).toMatchObject({
      occupations: ['洗碗工'],
      time: { free: 'Mo-Fr 08:00-16:00', exceptions: [], anchors: [] },
    });
    expect([readBack, questions]).toEqual(['周一到周五 8:00–16:00 有空，对吗？', []]);
  });

  it('knows what tomorrow is, by the station or by what it is told', async () => {
    const date = async (more: object) => (await understand('明天下午两点到六点有空', more)).understood.time;
    expect(await date({})).toMatchObject({ exceptions: [{ date: '2026-06-02' }] });
    expect(await date({ today: '2026-12-31' })).toMatchObject({ exceptions: [{ date: '2027-01-01' }] });
  });

  it('asks in words what was not said', async () => {
    const { questions } = await understand('送完孩子到四点接孩子之间有空');
    expect(questions.map(({ about }) => about)).toContain('start');
    for (const { text } of questions) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it.each(ODD.map((text, i) => [i, text] as const))('answers odd text %i', async (_, text) => {
    const { understood } = await understand(text);
    expect(Array.isArray(understood.occupations)).toBe(true);
  });

  it('says when it cut', async () => {
    expect((await understand('长'.repeat(2500))).understood.cut).toBe(true);
  });

  it('takes a text, and a date that is one', async () => {
    expect(await refusedFields(anyone.post('/api/understand', {}))).toEqual(['/text required']);
    expect(await refusedFields(anyone.post('/api/understand', { text: 'x', today: 'x' }))).toEqual([
      '/today date',
    ]);
  });
});

describe('GET /api/suggest', () => {
  const suggest = async (q: string) =>
    (
      await answer<{ items: { text: string; canonical: string }[] }>(
        anyone.get(`/api/suggest?q=${encodeURIComponent(q)}`),
      )
    ).items;

  it('completes, and gives starters to those who have typed nothing', async () => {
    expect((await suggest('xwg'))[0]).toEqual({ text: '洗碗工', kind: 'occupation', canonical: '洗碗工' });
    expect((await suggest('')).length).toBeGreaterThan(5);
    expect((await answer<{ items: unknown[] }>(anyone.get('/api/suggest'))).items.length).toBeGreaterThan(5);
  });

  it.each(ODD.map((text, i) => [i, text.toWellFormed()] as const))('answers odd text %i', async (_, text) => {
    expect(Array.isArray(await suggest(text))).toBe(true);
  });
});

describe('POST /api/jobs/draft-from-text', () => {
  interface Drafted {
    draft: Record<string, unknown>;
    missing: string[];
    questions: { field: string; about: string; text: string }[];
  }
  const drafted = (text: unknown) => answer<Drafted>(anyone.post('/api/jobs/draft-from-text', { text }));

  it('makes a draft of a sentence, which the contract takes once what is missing is added', async () => {
    const { draft, missing } = await drafted('明天中午缺个洗碗的 11点到2点 25一小时 管饭 日结');
    expect(draft).toMatchObject({
      title: '洗碗工',
      pay: { amount: 25, unit: 'hour', settlement: 'daily' },
      schedule: {
        kind: 'shifts',
        commitment: 'all',
        shifts: [{ date: '2026-06-02', start: '11:00', end: '14:00' }],
      },
      benefits: ['meals'],
      description: '明天中午缺个洗碗的 11点到2点 25一小时 管饭 日结',
    });
    expect(missing).toEqual(['business', 'place']);
    const place = { address: '一号楼底商', lat: 35.19, lng: 113.263 };
    const business = { name: '试营业小店', kind: 'shop' };
    const job = await answer<{ id: string }>(
      t.service().post('/api/jobs', { ...draft, business, place }),
      201,
    );
    const opened = await answer<{ status: string }>(t.service().post(`/api/jobs/${job.id}/publish`));
    expect(opened.status).toBe('open');
  });

  it('asks in words for what is missing, and stores nothing', async () => {
    const { draft, missing, questions } = await drafted('6点到9点缺个洗碗的');
    expect(missing).toEqual(['business', 'place', 'schedule', 'pay']);
    expect(draft['schedule']).toBeUndefined();
    for (const { text } of questions) expect(text).toMatch(/\p{Script=Han}/u);
  });

  it.each(ODD.map((text, i) => [i, text] as const))('answers odd text %i', async (_, text) => {
    expect((await drafted(text)).missing).toContain('pay');
  });
});
