import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readable, type Visitor, visitor } from '../support/pages';
import { openTestStation, type TestStation } from '../support/station';

/** Signing in and out over pages. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

let next = 19_955_550_001;
const freshPhone = () => String(next++);

/** Goes through both pages; returns where the last one leads. */
async function signIn(who: Visitor, phone: string, query = '', role = 'seeker') {
  const sent = await who.post(`/sign-in${query}`, { phone, role }, { csrf: null });
  expect([sent.status, sent.location]).toEqual([303, '/sign-in/code']);
  return who.post('/sign-in/code', { code: t.codes.get(phone) ?? '' }, { csrf: null });
}

describe('by phone and code', () => {
  it('makes a seeker, who starts at their own page', async () => {
    const anna = visitor(t);
    expect((await signIn(anna, freshPhone())).location).toBe('/me');
    const own = await anna.get('/');
    expect(readable(own.html)).toContain('退出');
    expect(own.headers.get('cache-control')).toBe('no-store');
    expect((await anna.get('/sign-in')).location).toBe('/me');
  });

  it('makes a shop when that was chosen', async () => {
    expect((await signIn(visitor(t), freshPhone(), '', 'shop')).location).toBe('/shop');
    expect((await visitor(t).get('/sign-in?next=/shop')).html).toMatch(/value="shop"[^>]*checked/);
  });

  it('lets one phone be a seeker and a shop, by what is chosen', async () => {
    const phone = freshPhone();
    const enter = async (role: string) => {
      t.clock.advance(61 * 60_000);
      const anna = visitor(t);
      return { anna, at: (await signIn(anna, phone, '', role)).location };
    };
    const shop = await enter('shop');
    expect(shop.at).toBe('/shop');
    // What the form proposes is no wish of a shopkeeper: without a second account the shop is entered.
    expect((await enter('seeker')).at).toBe('/shop');
    expect(readable((await shop.anna.get('/shop')).html)).toContain('自己也想找活');
    const made = await shop.anna.post('/shop/also-seeking', {});
    expect(made.location).toBe('/shop?done=also_seeking');
    expect(readable((await shop.anna.get('/shop?done=also_seeking')).html)).toContain('选“找活干”');
    expect((await enter('seeker')).at).toBe('/me');
    expect((await enter('shop')).at).toBe('/shop');
  });

  it('shows the phone only in part, and puts it into no address and no readable cookie', async () => {
    const anna = visitor(t);
    const phone = freshPhone();
    await anna.post('/sign-in', { phone, role: 'seeker' }, { csrf: null });
    const { html } = await anna.get('/sign-in/code');
    expect(html).not.toContain(phone);
    expect(readable(html)).toContain(`${phone.slice(0, 3)}******${phone.slice(-2)}`);
    const cookie = decodeURIComponent(anna.cookies.get('sign-in') ?? '');
    expect(cookie).not.toBe('');
    expect(Buffer.from(cookie, 'base64').toString('latin1')).not.toContain(phone);
  });

  it('says what is wrong beside the phone, and keeps it', async () => {
    const sent = await visitor(t).post('/sign-in', { phone: '12', role: 'shop' }, { csrf: null });
    expect(sent.status).toBe(422);
    expect(sent.html).toMatch(/name="phone"[^>]*value="12"|value="12"[^>]*name="phone"/);
    expect(sent.html).toMatch(/id="f-phone"[^>]*aria-invalid="true"/);
    expect(sent.html).toMatch(/value="shop"[^>]*checked/);
    expect(readable(sent.html)).toContain('手机号码不对');
  });

  it('says so of a wrong code, and takes the right one afterwards', async () => {
    const anna = visitor(t);
    const phone = freshPhone();
    await anna.post('/sign-in', { phone, role: 'seeker' }, { csrf: null });
    const right = t.codes.get(phone) ?? '';
    const wrong = await anna.post(
      '/sign-in/code',
      { code: right === '111111' ? '222222' : '111111' },
      { csrf: null },
    );
    expect(wrong.status).toBe(401);
    expect(readable(wrong.html)).toContain('验证码不对或者已经过期');
    expect(wrong.html).toMatch(/id="f-code"[^>]*aria-invalid="true"/);
    expect((await anna.post('/sign-in/code', { code: right }, { csrf: null })).location).toBe('/me');
  });

  it('says when a code was asked for too often', async () => {
    const phone = freshPhone();
    await visitor(t).post('/sign-in', { phone, role: 'seeker' }, { csrf: null });
    const again = await visitor(t).post('/sign-in', { phone, role: 'seeker' }, { csrf: null });
    expect(again.status).toBe(429);
    expect(readable(again.html)).toMatch(/验证码要得太勤，请 \d+ 秒后再试/);
  });

  it('sends whoever comes without a phone to the first page', async () => {
    expect((await visitor(t).get('/sign-in/code')).location).toBe('/sign-in');
    const forged = visitor(t);
    forged.cookies.set('sign-in', btoa('not ours at all, whatever it says'));
    expect((await forged.get('/sign-in/code')).location).toBe('/sign-in');
  });
});

describe('where it leads afterwards', () => {
  it('is the page that was wanted', async () => {
    expect((await signIn(visitor(t), freshPhone(), '?next=%2Fjobs%2Fx%3Fminutes%3D30')).location).toBe(
      '/jobs/x?minutes=30',
    );
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/.//evil.example',
    'javascript:alert(1)',
    'me',
  ])('is never another site: %s', async (wanted) => {
    const { location } = await signIn(visitor(t), freshPhone(), `?next=${encodeURIComponent(wanted)}`);
    expect(location).toBe('/me');
  });
});

describe('staff', () => {
  it('sign in by name and password, and get to the desk', async () => {
    const username = 'desk-test';
    const password = 'a long enough password';
    await t.open.accounts.createStaff({
      stationId: t.station.id,
      username,
      password,
      name: '小夏',
      role: 'staff',
    });
    const wrong = await visitor(t).post(
      '/desk/sign-in',
      { username, password: 'wrong one here' },
      { csrf: null },
    );
    expect(wrong.status).toBe(401);
    expect(readable(wrong.html)).toContain('登录名或密码不对');
    expect(wrong.html).not.toContain('wrong one here');
    expect(wrong.html).toContain(`value="${username}"`);
    const right = await visitor(t).post('/desk/sign-in', { username, password }, { csrf: null });
    expect(right.location).toBe('/desk');
  });
});

describe('signing out', () => {
  it('ends the session', async () => {
    const { cookie } = await t.signIn('seeker');
    const anna = visitor(t, cookie);
    expect((await anna.post('/sign-out', {})).location).toBe('/');
    const replayed = visitor(t, cookie);
    expect((await replayed.get('/me')).location).toBe('/sign-in?next=%2Fme');
  });
});
