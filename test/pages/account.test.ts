import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '../../src/accounts';
import type { Station } from '../../src/stations';
import { readable, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

let t: TestStation;
let station: Station;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

const PASSWORD = 'rice noodles at noon';
let made = 0;
/** An account at a fresh station, signed in on a page. */
async function enter(role: 'staff' | 'admin', at = station) {
  const username = `page-${++made}`;
  const account = { stationId: at.id, username, password: PASSWORD, name: username, role };
  const userId = await t.open.accounts.createStaff(account);
  const who = visitor(t, '', at);
  const signIn = (code = '') => who.post('/desk/sign-in', { username, password: PASSWORD, code });
  expect((await signIn()).location).toBe('/desk');
  return { who, userId, username, signIn };
}
const stepNow = () => {
  t.clock.advance(30_000);
  return Math.floor(t.clock.now() / 30_000);
};

describe('the account page', () => {
  beforeAll(async () => {
    station = await t.mintStation();
  });

  it('lists sessions and ends the others', async () => {
    const { who, username } = await enter('staff');
    const elsewhere = visitor(t, '', station);
    await elsewhere.post('/desk/sign-in', { username, password: PASSWORD });
    const { html } = await who.get('/account');
    expect(html.match(/action="\/account\/sessions\/[0-9a-f-]{36}\/end/g)).toHaveLength(1);
    expect(readable(html)).toContain('就是这台');
    const done = await who.post('/account/sessions/end-others', {});
    expect(done.location).toBe('/account?done=others');
    expect((await elsewhere.get('/desk')).location).toContain('/desk/sign-in');
    expect((await who.get('/desk')).status).toBe(200);
  });

  it('changes the password, and says beside the field what is wrong', async () => {
    const { who } = await enter('staff');
    const wrong = await who.post('/account/password', { current: 'wrong', next: 'noodles at midnight' });
    expect(wrong.status).toBe(422);
    expect(readable(wrong.html)).toContain('登录名或密码不对');
    expect(wrong.html).not.toContain('noodles');
    const done = await who.post('/account/password', { current: PASSWORD, next: 'noodles at midnight' });
    expect(done.location).toBe('/account?done=password');
  });

  it('of a seeker has sessions and nothing of passwords', async () => {
    const seeker = visitor(t, (await t.signIn('seeker', station)).cookie, station);
    const { html, status } = await seeker.get('/account');
    expect(status).toBe(200);
    expect(html).not.toContain('name="current"');
    expect((await seeker.get('/account/second-factor')).status).toBe(403);
  });
});

describe('the second step', () => {
  it('is set up by a code to scan, asked for at the door, and left with a backup code', async () => {
    const { who, signIn } = await enter('staff', await t.mintStation());
    expect((await who.post('/account/second-factor', {})).location).toBe('/account/second-factor');
    const { html } = await who.get('/account/second-factor');
    const secret = /<code class="account-secret">([^<]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? '';
    expect(html).toContain(`otpauth://totp/`);
    expect(html).toContain('<svg');
    expect((await who.post('/account/second-factor/confirm', { code: '12' })).status).toBe(422);
    const on = await who.post('/account/second-factor/confirm', { code: await totpCode(secret, stepNow()) });
    const codes = [...on.html.matchAll(/<li><code>([^<]+)</g)].map(([, code]) => code ?? '');
    expect(codes).toHaveLength(10);
    expect(on.headers.get('cache-control')).toBe('no-store');
    // Neither secret nor codes are shown again.
    const after = await who.get('/account/second-factor');
    for (const text of [secret, ...codes]) expect(after.html).not.toContain(text);

    await who.post('/sign-out', {});
    const refused = await signIn();
    expect(refused.status).toBe(401);
    expect(readable(refused.html)).toContain('动态验证码');
    expect((await signIn(codes[0])).location).toBe('/desk');
    const off = await who.post('/account/second-factor/remove', { code: codes[1] ?? '' });
    expect(off.location).toBe('/account?done=off');
  });

  it('demanded of all leads everybody to its set-up before anything else', async () => {
    const at = await t.mintStation();
    const [admin, staff] = [await enter('admin', at), await enter('staff', at)];
    expect((await admin.who.post('/desk/users/demand', { demanded: 'yes' })).location).toBe(
      '/desk/users?done=demand',
    );
    for (const { who } of [admin, staff]) {
      expect((await who.get('/desk')).location).toBe('/account/second-factor');
      expect(readable((await who.get('/account/second-factor')).html)).toContain(
        '本站要求工作人员开启两步验证',
      );
      expect((await who.post('/desk/walk-ins', { name: '来访者' })).status).toBe(403);
    }
    // The first page, too, is out of reach until then: the token stands on the one that is left.
    const before = await staff.who.get('/account/second-factor');
    const csrf = /name="csrf" value="([^"]+)"/.exec(before.html)?.[1] ?? '';
    await staff.who.post('/account/second-factor', {}, { csrf });
    const { html } = await staff.who.get('/account/second-factor');
    const secret = /<code class="account-secret">([^<]+)</.exec(html)?.[1]?.replaceAll(' ', '') ?? '';
    const code = await totpCode(secret, stepNow());
    await staff.who.post('/account/second-factor/confirm', { code }, { csrf });
    expect((await staff.who.get('/desk')).status).toBe(200);
  });
});

describe("the admin's page of accounts", () => {
  it('shows staff, ends their sessions and disables them at once', async () => {
    const at = await t.mintStation();
    const [admin, staff] = [await enter('admin', at), await enter('staff', at)];
    const { html } = await admin.who.get('/desk/users');
    expect(readable(html)).toContain(staff.username);
    expect(html).not.toContain(`/desk/users/${admin.userId}/disable`);
    await admin.who.post(`/desk/users/${staff.userId}/end-sessions`, {});
    expect((await staff.who.get('/desk')).location).toContain('/desk/sign-in');
    await staff.signIn();
    await admin.who.post(`/desk/users/${staff.userId}/disable`, {});
    expect((await staff.who.get('/desk')).location).toContain('/desk/sign-in');
    expect(readable((await staff.signIn()).html)).toContain('这个账号已被停用');
    const own = await admin.who.post(`/desk/users/${admin.userId}/disable`, {});
    expect(own.status).toBe(409);
    expect((await admin.who.post(`/desk/users/${staff.userId}/nothing`, {})).status).toBe(404);
  });
});
