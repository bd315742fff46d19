import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, problem } from '../support/answers';
import { jobDraft } from '../support/builders';
import { openTestStation, type TestStation } from '../support/station';

/** What those who run the station see, and what every answer carries. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
  await t.openJob();
});
afterAll(() => t.close());

interface Ready {
  ready: boolean;
  database: boolean;
  index: boolean | null;
  engine: string;
  degraded: boolean;
}

describe('health', () => {
  it('/healthz is alive', async () => {
    expect(await answer(t.client().get('/healthz'))).toEqual({ ok: true });
  });

  it('/readyz tells database, index and engine', async () => {
    expect(await answer(t.client().get('/readyz'))).toMatchObject({
      ready: true,
      database: true,
      index: null,
      engine: 'postgres',
      degraded: false,
      // Without a search engine nobody waits for the outbox.
      outbox: null,
    });
  });

  it('/metrics counts requests by route pattern, never by path', async () => {
    await t.client().get('/api/jobs?q=%E6%B4%97%E7%A2%97');
    await t.client().get('/api/jobs/01890000-0000-7000-8000-000000000000');
    const response = await t.client().get('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).toMatch(
      /station_request_seconds_count\{method="GET",route="\/api\/jobs",status="200"\} [1-9]/,
    );
    expect(text).toMatch(/route="\/api\/jobs\/:id",status="404"/);
    expect(text).toMatch(/^station_outbox_waiting \d+$/m);
    expect(text).not.toContain('01890000');
  });
});

describe('a database that cannot be reached', () => {
  it('is told by /readyz; everything else says 503 and no more, and goes on when it is back', async () => {
    const lost = await openTestStation();
    const url = new URL(lost.database.superUrl);
    const name = url.pathname.slice(1);
    url.pathname = '/postgres';
    const admin = postgres(url.href, { max: 1, onnotice: () => {} });
    await admin.unsafe(`alter database ${name} connection limit 0`);
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`;
    expect((await lost.client().get('/healthz')).status).toBe(200);
    expect(await answer<Ready>(lost.client().get('/readyz'), 503)).toMatchObject({
      ready: false,
      database: false,
    });
    expect((await lost.client().get('/metrics')).status).toBe(200);
    for (const call of [lost.client().get('/api/jobs'), lost.service().post('/api/jobs', jobDraft())]) {
      const response = await call;
      expect(response.headers.get('retry-after')).not.toBeNull();
      expect(await response.clone().text()).not.toMatch(/select|insert|postgres|127\.0\.0\.1|t_[0-9a-f]{6}/i);
      expect((await problem(response, 503)).code).toBe('unavailable');
    }
    await admin.unsafe(`alter database ${name} connection limit -1`);
    await admin.end();
    expect((await lost.client().get('/readyz')).status).toBe(200);
    await answer(lost.service().post('/api/jobs', jobDraft()), 201);
    await lost.close();
  });
});

describe('what nobody foresaw', () => {
  it('is a 500 that tells nothing; the log knows the place under the request id, without what was typed', async () => {
    const broken = await openTestStation();
    const admin = postgres(broken.database.superUrl, { max: 1, onnotice: () => {} });
    await admin.unsafe('revoke insert on jobs from station_app');
    const draft = jobDraft({ title: '泄密的题目', contact: { name: '张秘密', phone: '13912345678' } });
    const response = await broken.service().post('/api/jobs', draft, { 'x-request-id': 'find-me-12345' });
    const body = await response.clone().text();
    expect((await problem(response, 500)).code).toBe('internal');
    expect(body).not.toMatch(/insert|permission|denied|42501|\.ts|泄密/i);
    const line = broken.logged.find(
      (entry) => typeof entry === 'object' && entry.requestId === 'find-me-12345',
    );
    expect(line).toMatchObject({
      status: 500,
      route: '/api/jobs',
      method: 'POST',
      error: expect.stringContaining('42501'),
    });
    expect(JSON.stringify(broken.logged)).not.toMatch(/泄密|张秘密|13912345678/);
    // Nothing was kept, and the next one works.
    await admin.unsafe('grant insert on jobs to station_app');
    await admin.end();
    expect((await broken.service().post('/api/jobs', draft)).status).toBe(201);
    await broken.close();
  });
});

describe('every answer', () => {
  it.each(['/', '/api/jobs', '/api/nothing', '/healthz', '/openapi.json'])(
    '%s carries the headers that keep browsers safe',
    async (path) => {
      const { headers } = await t.client().get(path);
      const csp = headers.get('content-security-policy') ?? '';
      expect(csp).toContain("default-src 'none'");
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toContain('camera=()');
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('carries a request id: a good one that was given, else a fresh one', async () => {
    const ask = async (id?: string) =>
      (await t.client(id === undefined ? {} : { 'x-request-id': id }).get('/api/jobs')).headers.get(
        'x-request-id',
      ) ?? '';
    expect(await ask('abc-DEF_12345678')).toBe('abc-DEF_12345678');
    for (const bad of ['short', 'has space in it', 'x'.repeat(65), '"><script>']) {
      expect(await ask(bad)).toMatch(/^[0-9a-f-]{36}$/);
    }
    expect(await ask()).not.toBe(await ask());
    const { requestId } = await problem(
      t.client({ 'x-request-id': 'same-in-problem' }).get('/api/nothing'),
      404,
    );
    expect(requestId).toBe('same-in-problem');
  });

  it('to somebody who is signed in is kept by nobody between', async () => {
    const staff = await t.signIn('staff');
    expect((await staff.get('/api/walk-ins')).headers.get('cache-control')).toBe('no-store');
    expect((await t.service().get('/api/walk-ins')).headers.get('cache-control')).toBe('no-store');
  });

  it('of 401 says how to sign in; a token that is wrong or malformed is 401', async () => {
    const refused = await t.client().get('/api/walk-ins');
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    for (const header of ['Bearer wrong-token-0123456789', 'Bearer', 'Basic dXNlcjpwYXNz', 'Bearer a b']) {
      expect((await problem(t.client({ authorization: header }).get('/api/jobs'), 401)).code).toBe(
        'token_wrong',
      );
    }
  });
});
