import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft } from '../support/builders';
import { type EdgeStation, openEdgeStation, until } from './edge-station';

let edge: EdgeStation;
beforeAll(async () => {
  edge = await openEdgeStation();
});
afterAll(() => edge?.close());

const draft = (changes: Parameters<typeof jobDraft>[0]) =>
  jobDraft({ validThrough: edge.dateIn(20), ...changes });

interface Answer {
  items: { job: { title: string } }[];
  total: number;
}

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
    // Sooner than an idle one would end by itself, which takes ten seconds.
    const left = await until(open, (count) => count === 0, 6_000).finally(() => db.end());
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
