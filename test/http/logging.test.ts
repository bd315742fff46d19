import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogLine } from '../../src/http/env';
import { answer } from '../support/answers';
import { HOME, jobDraft } from '../support/builders';
import { openTestStation, type TestStation } from '../support/station';

/**
 * One line a request, and nothing in it that a person typed or is: after a whole morning at the desk the log is
 * searched for all of it.
 */
const SECRETS = {
  name: '秘密姓名',
  phone: '13877776666',
  words: '想找洗碗的秘密活',
  note: '秘密备注',
  contact: '秘密联系人',
  contactPhone: '13855554444',
  password: 'secret-password-1234',
  token: 'wrong-secret-token-123',
  key: 'secret-idempotency-key',
  lat: String(HOME.lat),
};

let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
  const service = t.service();
  const anyone = t.client();
  const jobId = await t.openJob({ contact: { name: SECRETS.contact, phone: SECRETS.contactPhone } });
  const q = new URLSearchParams({ q: SECRETS.words, lat: SECRETS.lat, lng: String(HOME.lng) });
  await answer(anyone.get(`/api/jobs?${q}`));
  await answer(anyone.get(`/api/jobs/${jobId}/why?${q}`));
  const seeker = await t.signIn('seeker');
  const person = { name: SECRETS.name, phone: SECRETS.phone, home: HOME };
  const consent = { purpose: ['matching', 'contact'], channel: 'screen' };
  const { id } = await answer<{ id: string }>(
    seeker.post('/api/candidates', { ...person, consent }, { 'idempotency-key': SECRETS.key }),
    201,
  );
  await answer(seeker.get(`/api/candidates/${id}/export`));
  await answer(seeker.post(`/api/jobs/${jobId}/interest`), 201);
  const { name, phone } = SECRETS;
  const { walkIn } = await answer<{ walkIn: { id: string } }>(
    service.post('/api/walk-ins', { name, phone, text: SECRETS.words, origin: HOME, consent }),
    201,
  );
  const referral = await answer<{ id: string }>(
    service.post('/api/referrals', { jobId, walkInId: walkIn.id }),
    201,
  );
  await answer(
    service.post(`/api/referrals/${referral.id}/events`, { kind: 'contacted', note: SECRETS.note }),
    201,
  );
  // Refusals, too: what was wrong is not repeated.
  await anyone.post('/api/session/password', { username: SECRETS.name, password: SECRETS.password });
  await anyone.post('/api/session/phone', { phone: SECRETS.phone, code: '654321' });
  await service.post('/api/candidates', { ...person, phone: `${SECRETS.phone}x` });
  await service.post('/api/jobs', `{"title":"${SECRETS.name}`);
  await service.post('/api/jobs', jobDraft({ title: SECRETS.words, validThrough: '2020-01-01' }));
  await t.client({ authorization: `Bearer ${SECRETS.token}` }).get('/api/jobs');
  await anyone.get(`/nothing/${encodeURIComponent(SECRETS.name)}?phone=${SECRETS.phone}`);
  await anyone.get(`/api/jobs/${SECRETS.phone}`);
  await anyone.get('/metrics');
});
afterAll(() => t.close());

describe('the log of a morning', () => {
  it.each(Object.entries(SECRETS))('holds no %s', (_, secret) => {
    const text = JSON.stringify(t.logged);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(encodeURIComponent(secret));
  });

  it('holds no code, no session and no id of a person', async () => {
    const text = JSON.stringify(t.logged);
    for (const code of t.codes.values()) expect(text).not.toContain(code);
    expect(text).not.toMatch(/station\.session|Bearer|cookie/i);
    expect(text).not.toMatch(/\/api\/(candidates|walk-ins|referrals)\/[0-9a-f]{8}/);
  });

  it('is one line a request: pattern, status, duration', () => {
    const lines = t.logged.filter((line): line is LogLine => typeof line === 'object');
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines) {
      expect(line).toMatchObject({
        requestId: expect.any(String),
        method: expect.stringMatching(/^[A-Z]+$/),
        route: expect.any(String),
        status: expect.any(Number),
        ms: expect.any(Number),
        message: 'request',
      });
    }
    expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(lines.length);
    const seen = lines.map(({ method, route, status }) => `${method} ${route} ${status}`);
    for (const wanted of [
      'GET /api/jobs 200',
      'GET /api/jobs/:id/why 200',
      'POST /api/walk-ins 201',
      'POST /api/jobs 400',
      'POST /api/jobs 422',
      'GET - 404',
    ]) {
      expect(seen).toContain(wanted);
    }
  });

  it('nor do the metrics', async () => {
    const text = await (await t.client().get('/metrics')).text();
    for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
  });
});
