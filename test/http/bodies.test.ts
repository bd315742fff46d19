import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer, problem, refusedFields } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Client, openTestStation, type TestStation, TOKEN } from '../support/station';

/** Bodies that are no JSON, too large, of another type, too deep or poisoned. Nothing of them is stored. */
let t: TestStation;
let service: Client;
let server: Server;
let base: string;
beforeAll(async () => {
  t = await openTestStation();
  service = t.service();
  server = createServer(getRequestListener(t.app.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await t.close();
});

const stored = () => t.open.services.stores.jobs.countByStatus(t.station.id);

describe('malformed JSON', () => {
  it.each([
    '{',
    '{"title":',
    '{"title":"x",}',
    "{'title':'x'}",
    'NaN',
    '',
    '\u0000',
    '{"a":1}{"b":2}',
    '<xml/>',
  ])('%j is 400', async (body) => {
    const before = await stored();
    const { code } = await problem(
      service.request('POST', '/api/jobs', body, { 'content-type': 'application/json' }),
      400,
    );
    expect(code).toBe('malformed_json');
    expect(await stored()).toEqual(before);
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a text', '"x"'],
    ['a number', 5],
  ])('%s is JSON, but no posting: 422', async (_, body) => {
    expect(
      await refusedFields(service.post('/api/jobs', typeof body === 'string' ? body : JSON.stringify(body))),
    ).toEqual([' type']);
  });

  it('no body at all names what is needed', async () => {
    expect(await refusedFields(service.post('/api/jobs'))).toEqual(['/business required', '/title required']);
  });
});

describe('the type of a body', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    'application/jsonp',
    'application/json-seq',
    'application/xml',
    '',
  ])('%j is 415', async (type) => {
    const body = JSON.stringify(jobDraft());
    const { code } = await problem(service.post('/api/jobs', body, { 'content-type': type }), 415);
    expect(code).toBe('json_needed');
  });

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'application/vnd.api+json',
  ])('%j is JSON', async (type) => {
    await answer(service.post('/api/jobs', JSON.stringify(jobDraft()), { 'content-type': type }), 201);
  });

  it('of an import is NDJSON', async () => {
    expect((await problem(service.post('/api/import/jobs', '{}'), 415)).code).toBe('ndjson_needed');
  });
});

describe('a body over 256 kB', () => {
  const huge = JSON.stringify({ ...jobDraft(), description: 'x'.repeat(300_000) });

  it('is 413 by what it says it is', async () => {
    const { code } = await problem(
      service.post('/api/jobs', huge, { 'content-length': String(huge.length) }),
      413,
    );
    expect(code).toBe('body_too_large');
  });

  it('is 413 by what it is, sent in pieces over a socket; the server goes on', async () => {
    const before = await stored();
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
      const call = httpRequest(
        `${base}/api/jobs?station=${t.station.slug}`,
        { method: 'POST', headers },
        (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        },
      );
      call.on('error', reject);
      for (let at = 0; at < huge.length; at += 10_000) call.write(huge.slice(at, at + 10_000));
      call.end();
    });
    expect(status).toBe(413);
    expect(await stored()).toEqual(before);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    await answer(service.post('/api/jobs', jobDraft()), 201);
  });

  it('that breaks off in the middle leaves the server as it was', async () => {
    const before = await stored();
    await new Promise<void>((resolve) => {
      const headers = {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'content-length': '5000',
      };
      const call = httpRequest(`${base}/api/jobs?station=${t.station.slug}`, { method: 'POST', headers });
      call.on('error', () => resolve());
      call.on('close', () => resolve());
      call.write('{"title":"half');
      setTimeout(() => call.destroy(), 50);
    });
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    expect(await stored()).toEqual(before);
  });

  it('just under it is read', async () => {
    const body = JSON.stringify({ ...jobDraft(), description: 'x'.repeat(255 * 1024 - 1000) });
    expect(await refusedFields(service.post('/api/jobs', body))).toEqual(['/description too_long']);
  });
});

describe('poisoned JSON', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'toString'])(
    'the key %s is refused and pollutes nothing',
    async (key) => {
      const body = `{"title":"x","business":{"name":"店"},"${key}":{"polluted":true,"status":"open"}}`;
      const fields = await refusedFields(service.post('/api/jobs', body));
      expect(fields).toEqual([`/${key} unknown_field`]);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  it('the same within a part', async () => {
    const body = `{"title":"x","business":{"name":"店","__proto__":{"kind":"company"}}}`;
    expect(await refusedFields(service.post('/api/jobs', body))).toEqual([
      '/business/__proto__ unknown_field',
    ]);
  });

  it('a hundred thousand levels deep is refused like any other wrong type', async () => {
    const deep = `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await refusedFields(service.post('/api/jobs', deep))).toEqual([
      '/business required',
      '/title type',
    ]);
  });

  it('a thousand wrong fields are told in fifty', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, i]));
    expect((await problem(service.post('/api/jobs', { ...jobDraft(), ...many }), 422)).errors).toHaveLength(
      50,
    );
  });
});
