import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft, streetMetresNorth } from '../support/builders';
import { type EdgeStation, openEdgeStation, until } from './edge-station';

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

describe('a posting', () => {
  const titles = async () => {
    const answer = (await (await edge.call('GET', '/api/jobs?q=修伞')).json()) as Answer;
    return answer.items.map((item) => item.job.title);
  };

  it('is written, opened, found, closed and gone', async () => {
    const created = await edge.service('POST', '/api/jobs', draft({ title: '修伞师傅' }));
    expect(created.status).toBe(201);
    const { id } = (await created.json()) as { id: string };
    expect(await titles()).toEqual([]);
    expect((await edge.service('POST', `/api/jobs/${id}/publish`)).status).toBe(200);
    expect(await titles()).toEqual(['修伞师傅']);
    expect((await edge.service('POST', `/api/jobs/${id}/close`)).status).toBe(200);
    expect(await titles()).toEqual([]);
  });

  it('is written once, however often it is sent with one key', async () => {
    const key = { 'idempotency-key': `k-${crypto.randomUUID()}` };
    const send = () => edge.service('POST', '/api/jobs', draft({ title: '磨刀师傅' }), key);
    const [first, again] = [await send(), await send()];
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.json()).toEqual(await first.json());
  });

  it('of an import is found like any other, and the answer is streamed line by line', async () => {
    const lines = Array.from({ length: 1200 }, (_, i) =>
      JSON.stringify(
        draft({
          externalId: `bulk-${i}`,
          title: '贴对联',
          place: { address: '远处', lat: 35.5, lng: 113.6 },
        }),
      ),
    );
    const answer = await edge.service('POST', '/api/import/jobs', lines.join('\n'), {
      'content-type': 'application/x-ndjson',
    });
    const results = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).result);
    expect(results).toEqual(lines.map(() => 'created'));
    const found = (await (await edge.call('GET', '/api/jobs?q=贴对联&lat=35.5&lng=113.6')).json()) as Answer;
    expect(found.total).toBe(1200);
  });
});

describe('whoever asks', () => {
  it('with a wrong token gets a problem and no more', async () => {
    const answer = await edge.call('GET', '/api/jobs', undefined, { authorization: 'Bearer wrong-token' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({ status: 401, code: 'token_wrong', title: '需要登录' });
  });

  it('for what makes no sense learns which field', async () => {
    const answer = await edge.call('GET', '/api/jobs?lat=91&lng=113');
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ pointer: '/lat' }] });
  });

  it('as a member of staff signs in, is known, and signs out', async () => {
    const account = { username: 'desk.one', password: 'a-long-enough-one-7' };
    const of = { stationId: edge.node.station.id, name: '工作人员', role: 'staff' as const };
    await edge.node.open.accounts.createStaff({ ...of, ...account });
    const wrong = { ...account, password: 'not-this-one-at-all' };
    expect((await edge.call('POST', '/api/session/password', wrong)).status).toBe(401);
    const answer = await edge.call('POST', '/api/session/password', account);
    expect(await answer.json()).toMatchObject({ signedIn: true, role: 'staff' });
    const cookie = cookieOf(answer);
    const session = () => edge.call('GET', '/api/session', undefined, { cookie });
    expect(await (await session()).json()).toMatchObject({ signedIn: true, role: 'staff' });
    expect((await edge.call('DELETE', '/api/session', undefined, { cookie })).status).toBe(204);
    expect(await (await session()).json()).toMatchObject({ signedIn: false });
  });

  it('signed in on Node is signed in at the edge', async () => {
    const { cookie } = await edge.node.signIn('seeker');
    const answer = await edge.call('GET', '/api/session', undefined, { cookie });
    expect(await answer.json()).toMatchObject({ signedIn: true, role: 'seeker' });
  });

  it('with a phone signs in by the code that was sent', async () => {
    const phone = '19900007788';
    expect((await edge.call('POST', '/api/session/code', { phone, role: 'seeker' })).status).toBe(202);
    const sent = async () => /one-time code[^"]*: (\d{6})/.exec(edge.worker.output())?.[1];
    const code = await until(sent, (found) => found !== undefined);
    const answer = await edge.call('POST', '/api/session/phone', { phone, code });
    expect(await answer.json()).toMatchObject({ signedIn: true, role: 'seeker' });
    expect(edge.worker.output()).not.toContain(phone);
  });
});

describe('the schedule', () => {
  it('ends postings whose last day is over, and leaves nothing in the outbox', async () => {
    const id = await edge.node.openJob(draft({ title: '补鞋师傅' }));
    const db = postgres(edge.node.database.superUrl, { max: 1 });
    try {
      await db`update jobs set valid_through = ${edge.dateIn(-1)} where id = ${id}`;
      await db`update outbox set created_at = created_at - interval '1 day'`;
      expect((await edge.scheduled()).status).toBe(200);
      expect(await db`select status from jobs where id = ${id}`).toEqual([{ status: 'expired' }]);
    } finally {
      await db.end();
    }
  });
});

describe('the Worker', () => {
  it('tells how it is, and its contract', async () => {
    expect(await (await edge.call('GET', '/healthz')).json()).toEqual({ ok: true });
    const ready = await edge.call('GET', '/readyz');
    expect(await ready.json()).toMatchObject({
      ready: true,
      database: true,
      index: null,
      engine: 'postgres',
    });
    const contract = (await (await edge.call('GET', '/openapi.json')).json()) as { paths: object };
    expect(Object.keys(contract.paths)).toContain('/api/jobs');
  });

  it('has no metrics of its own', async () => {
    expect((await edge.call('GET', '/metrics')).status).toBe(404);
  });

  it('serves the page that people see first', async () => {
    const answer = await edge.call('GET', '/');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await answer.text()).toMatch(/<html[^>]* lang="zh-CN"/);
  });

  it('writes one JSON line for a request, without what was typed', async () => {
    await edge.call('GET', '/api/jobs?q=只有我知道的词', undefined, { 'x-request-id': 'line-of-this-test' });
    const line = async () =>
      edge.worker
        .output()
        .split('\n')
        .find((text) => text.includes('line-of-this-test'));
    const found = await until(line, (text) => text !== undefined);
    expect(JSON.parse(found ?? '{}')).toMatchObject({
      level: 30,
      requestId: 'line-of-this-test',
      method: 'GET',
      route: '/api/jobs',
      status: 200,
      msg: 'request',
    });
    expect(edge.worker.output()).not.toContain('只有我知道的词');
    expect(edge.worker.output()).not.toContain(encodeURIComponent('只有我知道的词'));
  });

  it('leaves no connection to the database behind', async () => {
    await Promise.all(Array.from({ length: 20 }, () => edge.call('GET', '/api/jobs').then((a) => a.text())));
    const db = postgres(edge.node.database.superUrl, { max: 1 });
    // The pool of Node names itself; what the Worker opened does not.
    const open = async () => {
      const rows = await db`select pid from pg_stat_activity where datname = current_database()
        and pid <> pg_backend_pid() and application_name <> 'station' and backend_type = 'client backend'`;
      return rows.length;
    };
    const left = await until(open, (count) => count === 0).finally(() => db.end());
    expect(left).toBe(0);
  });

  it('counts requests across them', async () => {
    const send = () => edge.call('POST', '/api/session/code', { phone: 'none' });
    const answers: Response[] = [];
    for (let i = 0; i < 40; i++) answers.push(await send());
    const refused = answers.filter((answer) => answer.status === 429);
    expect(answers[0]?.status).toBe(422);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

function cookieOf(answer: Response): string {
  const pairs = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return pairs.join('; ');
}
