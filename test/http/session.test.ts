import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CODE_LIFE_MS, CODE_TRIES, SESSION_LIFE_MS } from '../../src/accounts';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { openTestStation, type TestStation } from '../support/station';

/** Signing in and out over HTTP. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
// Codes are counted per address and hour: every test has an hour of its own.
afterAll(() => t.close());

interface Session {
  signedIn: boolean;
  role: string | null;
  name: string | null;
}
let serial = 0;
const freshPhone = () => `1887777${String(1000 + serial++)}`;

async function codeFor(phone: string, role: 'seeker' | 'shop' = 'seeker'): Promise<string> {
  t.clock.advance(3_600_000);
  await answer(t.client().post('/api/session/code', { phone, role }), 202);
  return t.codes.get(phone) ?? '';
}
const enter = (phone: string, code: string) => t.client().post('/api/session/phone', { phone, code });
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
const sessionOf = (cookie: string) => answer<Session>(t.client({ cookie }).get('/api/session'));
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('by phone and code', () => {
  it.each(['seeker', 'shop'] as const)(
    'a new phone becomes a %s, at the next sign-in as well',
    async (role) => {
      const phone = freshPhone();
      const first = await enter(phone, await codeFor(phone, role));
      expect(await answer<Session>(first.clone())).toMatchObject({ signedIn: true, role });
      expect(await sessionOf(cookieOf(first))).toMatchObject({ signedIn: true, role });
      const again = await enter(phone, await codeFor(phone, role));
      expect((await answer<Session>(again)).role).toBe(role);
    },
  );

  it('the cookie is not for scripts and stays on the site', async () => {
    const phone = freshPhone();
    const response = await enter(phone, await codeFor(phone));
    for (const cookie of response.headers.getSetCookie()) {
      expect(cookie).toMatch(/HttpOnly/i);
      expect(cookie).toMatch(/SameSite=Lax/i);
      expect(cookie).toMatch(/Path=\//i);
    }
    expect(response.headers.getSetCookie().length).toBeGreaterThan(0);
  });

  it('a code is used once, also by two at the same moment', async () => {
    const phone = freshPhone();
    const code = await codeFor(phone);
    expect(
      await atOnce(
        () => enter(phone, code),
        () => enter(phone, code),
      ),
    ).toEqual([200, 401]);
    expect((await problem(enter(phone, code), 401)).code).toBe('code_wrong');
  });

  it('a code is dead after a few wrong tries, and after some minutes', async () => {
    const phone = freshPhone();
    const code = await codeFor(phone);
    for (let i = 0; i < CODE_TRIES; i++) await problem(enter(phone, other(code)), 401);
    await problem(enter(phone, code), 401);
    const late = await codeFor(phone);
    t.clock.advance(CODE_LIFE_MS);
    await problem(enter(phone, late), 401);
  });

  it('asking for codes again and again is refused with the time to wait', async () => {
    const phone = freshPhone();
    await codeFor(phone);
    const refused = await t.client().post('/api/session/code', { phone });
    expect((await problem(refused.clone(), 429)).code).toBe('too_many_codes');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('tells nobody whether a phone is known', async () => {
    const known = freshPhone();
    await enter(known, await codeFor(known));
    t.clock.advance(3_600_000);
    const answers = await Promise.all(
      [known, freshPhone()].map(async (phone) => {
        const sent = await t.client().post('/api/session/code', { phone });
        const wrong = await problem(enter(phone, '000000'), 401);
        return [sent.status, await sent.text(), wrong.code];
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['no phone', {}, ['/phone required']],
    ['a land line', { phone: '03911234567' }, ['/phone phone_invalid']],
    ['a role nobody gives oneself', { phone: '18800000000', role: 'admin' }, ['/role unknown_value']],
    ['a field too much', { phone: '18800000000', admin: true }, ['/admin unknown_field']],
  ])('%s is refused', async (_, body, fields) => {
    expect(await refusedFields(t.client().post('/api/session/code', body))).toEqual(fields);
  });

  it('a code has six digits', async () => {
    expect(await refusedFields(enter('18800000000', '12345'))).toEqual(['/code code_format']);
  });
});

describe('by name and password', () => {
  const make = async (role: 'staff' | 'admin', at = t.station) => {
    const login = { username: `desk-${serial++}`, password: 'long enough 123' };
    await t.open.accounts.createStaff({ stationId: at.id, ...login, name: '值班员', role });
    return login;
  };
  const enterAs = (login: object, at = t.station) => t.client({}, at).post('/api/session/password', login);

  it.each(['staff', 'admin'] as const)('%s sign in', async (role) => {
    const response = await enterAs(await make(role));
    expect(await answer<Session>(response.clone())).toEqual({ signedIn: true, role, name: '值班员' });
    expect(await sessionOf(cookieOf(response))).toEqual({ signedIn: true, role, name: '值班员' });
  });

  it('a wrong password and an unknown name look the same', async () => {
    const login = await make('staff');
    const wrong = await problem(enterAs({ ...login, password: 'not the password' }), 401);
    const nobody = await problem(enterAs({ username: 'nobody-here', password: 'not the password' }), 401);
    expect({ ...wrong, requestId: '' }).toEqual({ ...nobody, requestId: '' });
  });

  it('at another station nobody of this one is known', async () => {
    const elsewhere = await t.mintStation();
    await problem(enterAs(await make('staff'), elsewhere), 401);
  });

  it('the session is of its own station, whatever the address says', async () => {
    const elsewhere = await t.mintStation();
    const theirs = await t.openJob({}, elsewhere);
    const cookie = cookieOf(await enterAs(await make('admin')));
    await problem(t.client({ cookie }, elsewhere).get(`/api/jobs/${theirs}`), 404);
    await problem(t.client({ cookie }, elsewhere).post(`/api/jobs/${theirs}/close`), 404);
  });
});

describe('a session', () => {
  it('ends when it is ended, and only that one', async () => {
    const phone = freshPhone();
    const [one, two] = [
      cookieOf(await enter(phone, await codeFor(phone))),
      cookieOf(await enter(phone, await codeFor(phone))),
    ];
    const out = await t.client({ cookie: one }).delete('/api/session');
    expect(out.status).toBe(204);
    expect(out.headers.getSetCookie().join()).toMatch(/Max-Age=0/i);
    expect((await sessionOf(one)).signedIn).toBe(false);
    expect((await sessionOf(two)).signedIn).toBe(true);
  });

  it('ends by itself in its time', async () => {
    const phone = freshPhone();
    const cookie = cookieOf(await enter(phone, await codeFor(phone)));
    t.clock.advance(SESSION_LIFE_MS.code - 1);
    expect((await sessionOf(cookie)).signedIn).toBe(true);
    t.clock.advance(1);
    expect((await sessionOf(cookie)).signedIn).toBe(false);
  });

  it('that was forged is none', async () => {
    const phone = freshPhone();
    const cookie = cookieOf(await enter(phone, await codeFor(phone)));
    for (const forged of [
      cookie.slice(0, -8),
      `${cookie}x`,
      cookie.replace(/=./, '=A'),
      'station.session_token=x.y',
      'a=b',
    ]) {
      expect((await sessionOf(forged)).signedIn).toBe(forged === cookie);
    }
  });

  it('is not lent to other sites: unsafe calls from elsewhere are refused', async () => {
    const phone = freshPhone();
    const cookie = cookieOf(await enter(phone, await codeFor(phone, 'shop')));
    const from = (headers: Record<string, string>) => t.client({ cookie, host: 'station.test', ...headers });
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      expect((await problem(from(headers).post('/api/jobs', {}), 403)).code).toBe('cross_site');
      expect((await from(headers).get('/api/session')).status).toBe(200);
    }
    const own: Record<string, string>[] = [
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'http://station.test' },
      {},
    ];
    for (const headers of own) {
      expect((await from(headers).post('/api/jobs', {})).status).toBe(422);
    }
  });

  it('does not help a wrong token', async () => {
    const phone = freshPhone();
    const cookie = cookieOf(await enter(phone, await codeFor(phone)));
    await problem(
      t.client({ cookie, authorization: 'Bearer wrong-token-0123456789' }).get('/api/session'),
      401,
    );
  });
});
