import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView } from '../../src/jobs';
import { answer, problem } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Cast, openCast, profile } from '../support/cast';
import type { Client } from '../support/station';
import { openTestStation, type TestStation } from '../support/station';

/** Unsafe calls with an Idempotency-Key do their work once. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

const key = (text: string) => ({ 'idempotency-key': text });
const post = (name: string, title: string, client: Client = cast.service) =>
  client.post('/api/jobs', jobDraft({ title, business: { name: cast.shopName, kind: 'shop' } }), key(name));
const count = async (title: string) =>
  (
    await answer<{ items: JobView[] }>(
      cast.service.get(`/api/managed-jobs?contains=${encodeURIComponent(title)}`),
    )
  ).items.length;

describe('the same key', () => {
  it('with the same body gives the same answer, and the work is done once', async () => {
    const first = await post('k-1', '一次');
    const body = await first.text();
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null]);
    for (let again = 0; again < 3; again++) {
      const repeated = await post('k-1', '一次');
      expect([repeated.status, repeated.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
      expect(await repeated.text()).toBe(body);
      expect(repeated.headers.get('content-type')).toBe(first.headers.get('content-type'));
    }
    expect(await count('一次')).toBe(1);
  });

  it('with another body is 409', async () => {
    await answer(post('k-2', '原样'), 201);
    expect((await problem(post('k-2', '改样'), 409)).code).toBe('idempotency_key_reused');
    expect(await count('改样')).toBe(0);
  });

  it('at another path is 409', async () => {
    const id = await cast.draftJob();
    await answer(cast.service.post(`/api/jobs/${id}/publish`, undefined, key('k-3')));
    expect((await problem(cast.service.post(`/api/jobs/${id}/close`, undefined, key('k-3')), 409)).code).toBe(
      'idempotency_key_reused',
    );
  });

  it('of another person is another key', async () => {
    await answer(post('k-4', '本人'), 201);
    const others = await post('k-4', '本人', cast.shop);
    expect([others.status, others.headers.get('idempotency-replayed')]).toEqual([201, null]);
    expect(await count('本人')).toBe(2);
  });

  it('at another station is another key', async () => {
    await answer(post('k-5', '本站'), 201);
    expect(
      (await post('k-5', '本站', t.service(cast.otherStation))).headers.get('idempotency-replayed'),
    ).toBeNull();
  });

  it('at the same moment: once done, others are told to wait or given the answer', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('k-6', '同时')));
    expect(await count('同时')).toBe(1);
    for (const given of answers) {
      if (given.status === 201) continue;
      expect((await problem(given, 409)).code).toBe('still_running');
    }
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    expect((await post('k-6', '同时')).status).toBe(201);
  });
});

describe('what is kept', () => {
  it('are refusals too: the same mistake gets the same answer', async () => {
    const wrong = () => cast.service.post('/api/jobs', { title: '' }, key('k-7'));
    const first = await (await wrong()).text();
    const again = await wrong();
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([422, 'true']);
    expect(await again.text()).toBe(first);
  });

  it('is an answer without a body as well', async () => {
    const { id } = await answer<{ id: string }>(cast.service.post('/api/candidates', profile()), 201);
    const erase = () => cast.service.request('DELETE', `/api/candidates/${id}`, undefined, key('k-8'));
    expect([(await erase()).status, (await erase()).status]).toEqual([204, 204]);
    expect((await cast.service.delete(`/api/candidates/${id}`)).status).toBe(404);
  });

  it('lies sealed in the database and is forgotten after a day', async () => {
    await answer(cast.service.post('/api/candidates', profile({ name: '不可明存的名字' }), key('k-9')), 201);
    const { idempotency } = t.open.services.stores;
    const kept = await idempotency.read(`${cast.station.id}:service`, 'k-9');
    expect(Buffer.from(kept?.body ?? []).includes('不可明存的名字')).toBe(false);
    expect(kept?.body?.length).toBeGreaterThan(50);
    const sql = (await import('postgres')).default(t.database.superUrl, { max: 1 });
    await sql`update idempotency_keys set created_at = now() - interval '25 hours' where key = 'k-9'`;
    await sql.end();
    expect(await idempotency.removeOld()).toBe(1);
    expect(await idempotency.read(`${cast.station.id}:service`, 'k-9')).toBeNull();
  });
});

describe('signing in and out', () => {
  it('is done anew each time: a kept answer would have no session in it', async () => {
    const login = { username: 'once', password: 'correct horse battery' };
    await t.open.accounts.createStaff({
      stationId: cast.station.id,
      ...login,
      name: '工作人员',
      role: 'staff',
    });
    const cookies = new Set<string>();
    for (let time = 0; time < 2; time++) {
      const signedIn = await cast.public.post('/api/session/password', login, key('k-11'));
      expect([signedIn.status, signedIn.headers.get('idempotency-replayed')]).toEqual([200, null]);
      const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0]);
      cookies.add(cookie.join('; '));
    }
    expect(cookies.size).toBe(2);
    for (const cookie of cookies) {
      const who = t.client({ cookie }, cast.station);
      expect(await answer(who.get('/api/session'))).toMatchObject({ signedIn: true, role: 'staff' });
      const out = await who.request('DELETE', '/api/session', undefined, key('k-12'));
      expect([out.status, out.headers.getSetCookie().length > 0]).toEqual([204, true]);
    }
    const { idempotency } = t.open.services.stores;
    expect(await idempotency.read(`${cast.station.id}:public`, 'k-11')).toBeNull();
  });

  it('leaves sending a code as it was: one key, one code', async () => {
    const phone = '19900008765';
    const send = () => cast.public.post('/api/session/code', { phone, role: 'seeker' }, key('k-13'));
    expect((await send()).status).toBe(202);
    const code = t.codes.get(phone);
    const again = await send();
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([202, 'true']);
    expect(t.codes.get(phone)).toBe(code);
  });
});

describe('a key', () => {
  it.each(['', ' ', 'ein Schlüssel', 'x'.repeat(201)])('%j is none', async (name) => {
    const response = await cast.service.post('/api/jobs', jobDraft({ title: '无钥' }), key(name));
    // An empty header is no header.
    if (name.trim() === '') expect([201, 400]).toContain(response.status);
    else expect((await problem(response, 400)).code).toBe('idempotency_key_invalid');
  });

  it('on a read is not looked at', async () => {
    const read = () => cast.public.request('GET', '/api/jobs', undefined, key('k-10'));
    expect((await read()).status).toBe(200);
    expect((await read()).headers.get('idempotency-replayed')).toBeNull();
  });
});
