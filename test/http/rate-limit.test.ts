import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTOR_LIMITS, LIMITS } from '../../src/http/rate-limit';
import { problem } from '../support/answers';
import { openTestStation, type TestStation, TOKEN } from '../support/station';

/** Requests a minute per address; each test comes from an address of its own. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation({ env: { RATE_LIMIT: 'on', TRUST_PROXY: 'on' } });
});
afterAll(() => t.close());

const from = (address: string, more: Record<string, string> = {}) =>
  t.client({ 'x-forwarded-for': address, ...more });

async function statuses(times: number, call: () => Promise<Response>): Promise<Record<number, number>> {
  const seen: Record<number, number> = {};
  for (let i = 0; i < times; i++) {
    const { status } = await call();
    seen[status] = (seen[status] ?? 0) + 1;
  }
  return seen;
}

describe('the limit', () => {
  it(`lets ${LIMITS.read} reads of one address through, then says when to come again`, async () => {
    const client = from('10.0.0.1');
    expect(await statuses(LIMITS.read, () => client.get('/api/session'))).toEqual({ 200: LIMITS.read });
    const refused = await client.get('/api/session');
    const { code, detail } = await problem(refused, 429);
    expect(code).toBe('too_many_requests');
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(detail).toContain(`${seconds} 秒`);
  });

  it('is far lower for signing in', async () => {
    const client = from('10.0.0.2');
    const call = () => client.post('/api/session/phone', { phone: 'x', code: 'x' });
    expect(await statuses(LIMITS.signIn + 5, call)).toEqual({ 422: LIMITS.signIn, 429: 5 });
    // Reading goes on.
    expect((await client.get('/api/jobs')).status).toBe(200);
  });

  it('counts writes apart', async () => {
    const client = from('10.0.0.3');
    expect(await statuses(LIMITS.write + 3, () => client.post('/api/jobs', {}))).toEqual({
      422: LIMITS.write,
      429: 3,
    });
  });

  it('counts an account as well, from however many addresses it comes', { timeout: 60_000 }, async () => {
    const [{ cookie }, other] = [await t.signIn('seeker'), await t.signIn('seeker')];
    let address = 0;
    const call = () =>
      from(`10.1.${Math.floor(address / 200)}.${address++ % 200}`, { cookie }).get('/api/session');
    expect(await statuses(ACTOR_LIMITS.read + 5, call)).toEqual({ 200: ACTOR_LIMITS.read, 429: 5 });
    const refused = await call();
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await problem(refused, 429)).code).toBe('too_many_requests');
    // The others behind such an address go on, and so does whoever is not signed in.
    expect((await from('10.1.0.1', { cookie: other.cookie }).get('/api/session')).status).toBe(200);
    expect((await from('10.1.0.1').get('/api/session')).status).toBe(200);
  });

  it('counts each address by itself, of IPv6 a household', async () => {
    const drain = (address: string) =>
      statuses(LIMITS.signIn, () => from(address).post('/api/session/phone', {}));
    await drain('10.0.0.4');
    expect((await from('10.0.0.5').post('/api/session/phone', {})).status).toBe(422);
    await drain('2001:db8:1:2::1');
    expect((await from('2001:db8:1:2:ffff::9').post('/api/session/phone', {})).status).toBe(429);
    expect((await from('2001:db8:1:3::1').post('/api/session/phone', {})).status).toBe(422);
  });

  it('does not hold for the service account', async () => {
    const service = {
      ...t.service(),
      post: (path: string, body?: unknown) =>
        t.service().request('POST', path, body, { 'x-forwarded-for': '10.0.0.6' }),
    };
    expect(await statuses(LIMITS.write + 10, () => service.post('/api/jobs', {}))).toEqual({
      422: LIMITS.write + 10,
    });
  });

  it('counts also what is refused: unknown stations, whoever asks for them', async () => {
    const call = async () =>
      t.app.request('http://station.test/api/jobs?station=nowhere', {
        headers: { 'x-forwarded-for': '10.0.0.8' },
      });
    expect(await statuses(LIMITS.read + 2, call)).toEqual({ 404: LIMITS.read, 429: 2 });
    const page = await from('10.0.0.8', { accept: 'text/html' }).get('/');
    expect([page.status, Number(page.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await page.text()).toContain('<h1>');
  });

  it('is not the business of the health of the process', async () => {
    await statuses(LIMITS.read, () => from('10.0.0.7').get('/api/session'));
    expect((await from('10.0.0.7').get('/api/session')).status).toBe(429);
    expect((await from('10.0.0.7').get('/healthz')).status).toBe(200);
  });
});

describe('wrong tokens', () => {
  const guess = (address: string, token: string) => from(address, { authorization: token }).get('/api/jobs');

  it('are counted per address, then not even looked at; others go on', async () => {
    const address = '10.2.0.1';
    const some = await statuses(LIMITS.wrongToken - 1, () => guess(address, 'Bearer wrong-token-0123456789'));
    expect(some).toEqual({ 401: LIMITS.wrongToken - 1 });
    expect((await guess(address, 'Basic YTpi')).status).toBe(401);
    const refused = await guess(address, 'Bearer wrong-token-0123456789');
    expect((await problem(refused, 429)).code).toBe('too_many_requests');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // A guess that happens to be right is no news either.
    expect((await guess(address, `Bearer ${TOKEN}`)).status).toBe(429);
    expect((await guess('10.2.0.2', `Bearer ${TOKEN}`)).status).toBe(200);
    // Reading without a token goes on.
    expect((await from(address).get('/api/jobs')).status).toBe(200);
  });

  it('do not lock out the machine that used the right one from there before', async () => {
    const address = '10.2.0.3';
    expect((await guess(address, `Bearer ${TOKEN}`)).status).toBe(200);
    const all = await statuses(LIMITS.wrongToken + 3, () => guess(address, 'Bearer wrong-token-0123456789'));
    expect(all).toEqual({ 401: LIMITS.wrongToken, 429: 3 });
    expect((await guess(address, `Bearer ${TOKEN}`)).status).toBe(200);
  });

  it('count also where the station has no token at all, and with an unknown station', async () => {
    const plain = await openTestStation({
      env: { RATE_LIMIT: 'on', TRUST_PROXY: 'on', API_TOKEN: '' },
    });
    const headers = { 'x-forwarded-for': '10.2.0.4', authorization: 'Bearer any-token-0123456789' };
    const call = () => plain.client(headers).get('/api/jobs?station=nowhere');
    expect(await statuses(LIMITS.wrongToken + 1, call)).toEqual({ 401: LIMITS.wrongToken, 429: 1 });
    await plain.close();
  });
});

it('without a trusted proxy an address that is only claimed does not count', async () => {
  const plain = await openTestStation({ env: { RATE_LIMIT: 'on' } });
  const call = (address: string) =>
    plain.client({ 'x-forwarded-for': address }).post('/api/session/phone', {});
  for (let i = 0; i < LIMITS.signIn; i++) await call(`10.1.0.${i}`);
  expect((await call('10.1.1.1')).status).toBe(429);
  await plain.close();
});
