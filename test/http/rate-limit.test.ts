import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/http/rate-limit';
import { problem } from '../support/answers';
import { openTestStation, type TestStation } from '../support/station';

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

  it('is not the business of the health of the process', async () => {
    await statuses(LIMITS.read, () => from('10.0.0.7').get('/api/session'));
    expect((await from('10.0.0.7').get('/api/session')).status).toBe(429);
    expect((await from('10.0.0.7').get('/healthz')).status).toBe(200);
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
