import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type TestDatabase } from './database';
import { carrying, type Office, openOffice, refusal, somePhone } from './office';

const HOUR = 3_600_000;
const PASSWORD = 'rice noodles at noon';

let database: TestDatabase;
let office: Office;
let address = 0;

beforeAll(async () => {
  database = await openDatabase();
  office = await openOffice(database);
  const { stationId } = office;
  await office.accounts.createStaff({
    stationId,
    username: 'desk',
    password: PASSWORD,
    name: 'Desk',
    role: 'staff',
  });
});
afterAll(() => database.close());

const enterDesk = (accounts = office.accounts) =>
  accounts.signInWithPassword({
    stationId: office.stationId,
    username: 'desk',
    password: PASSWORD,
    address: String(address++),
  });
const actorOf = (cookies: readonly string[]) => office.accounts.actorOf(carrying(cookies));

describe('a session', () => {
  it('of a phone ends after thirty days, of the desk after twelve hours', async () => {
    const [phone, desk] = [await office.signIn(somePhone()), await enterDesk()];
    office.pass(12 * HOUR - 1);
    expect(await actorOf(desk.cookies)).not.toBeNull();
    office.pass(1);
    expect(await actorOf(desk.cookies)).toBeNull();
    office.pass(29.5 * 24 * HOUR - 1);
    expect(await actorOf(phone.cookies)).not.toBeNull();
    office.pass(1);
    expect(await actorOf(phone.cookies)).toBeNull();
  });

  it('travels in cookies that scripts and other sites cannot use', async () => {
    const { cookies } = await office.signIn(somePhone());
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(
      /^station\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    for (const cookie of (await enterDesk()).cookies) {
      expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
      expect(cookie).not.toContain('Max-Age');
    }
    const secure = office.another({ secureCookies: true, baseUrl: 'https://station.example' });
    for (const cookie of (await enterDesk(secure)).cookies) {
      expect(cookie).toMatch(/^__Secure-station\.[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    }
  });

  it('is nobody without the cookie, or with one that was not signed here', async () => {
    const { cookies } = await enterDesk();
    const [value = ''] = cookies[0]?.split(';') ?? [];
    const [token = '', signature = ''] = (value.split('=')[1] ?? '').split('.');
    const forged = await office.another({ secret: 'another secret, of some length, for cookies' });
    expect(await actorOf(cookies)).not.toBeNull();
    expect(await forged.actorOf(carrying(cookies))).toBeNull();
    for (const cookie of [
      'other=1',
      `station.session_token=${token}`,
      `station.session_token=${token}.`,
      `station.session_token=${token.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))}.${signature}`,
      `station.session_token=${token}.${signature.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'))}`,
      'station.session_token=%E0%A4%A',
    ]) {
      expect(await office.accounts.actorOf(new Headers({ cookie }))).toBeNull();
    }
    expect(await office.accounts.actorOf(new Headers())).toBeNull();
  });

  it('is not opened by what the database holds', async () => {
    const { cookies, userId } = await office.signIn(somePhone());
    const [row] = await database.sql`select token from sessions where user_id = ${userId}`;
    const secret = 'the secret is known too, but not the token';
    const insider = office.another({ secret });
    const key = await crypto.subtle.importKey(
      'raw',
      Buffer.from(secret),
      { name: 'HMAC', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    const signature = Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from(row?.token)));
    const cookie = `station.session_token=${row?.token}.${encodeURIComponent(signature.toString('base64'))}`;
    expect(await insider.actorOf(new Headers({ cookie }))).toBeNull();
    expect(await actorOf(cookies)).not.toBeNull();
  });

  it('ends by signing out, and only this one', async () => {
    const [mine, other] = [await enterDesk(), await enterDesk()];
    const cleared = await office.accounts.signOut(carrying(mine.cookies));
    expect(cleared.map((cookie) => cookie.split(';').slice(0, 2).join(';'))).toContain(
      'station.session_token=; Max-Age=0',
    );
    expect(await actorOf(mine.cookies)).toBeNull();
    expect(await actorOf(other.cookies)).not.toBeNull();
    expect(await office.accounts.signOut(new Headers())).toEqual(cleared);
  });

  it('ends with all others of the account when they are revoked', async () => {
    const phone = somePhone();
    const first = await office.signIn(phone);
    office.pass(60_000);
    const second = await office.signIn(phone);
    const stranger = await office.signIn(somePhone());
    await office.accounts.revokeSessions(first.userId);
    expect([await actorOf(first.cookies), await actorOf(second.cookies)]).toEqual([null, null]);
    expect(await actorOf(stranger.cookies)).not.toBeNull();
  });

  it('is of no use to a banned account, until the ban is over', async () => {
    const phone = somePhone();
    const { userId, cookies } = await office.signIn(phone);
    await database.sql`update users set banned = true where id = ${userId}`;
    expect(await actorOf(cookies)).toBeNull();
    office.pass(60_000);
    expect(await refusal(office.signIn(phone))).toMatchObject({ kind: 'forbidden', code: 'account_banned' });
    await database.sql`update users set ban_expires = '2026-01-01T00:00:00Z' where id = ${userId}`;
    expect(await actorOf(cookies)).not.toBeNull();
  });

  it('works over a single connection, as at the edge', async () => {
    const single = office.another({ db: database.connect(1) });
    const { stationId } = office;
    const staff = { stationId, username: 'edge', password: PASSWORD } as const;
    await single.createStaff({ ...staff, name: 'Edge', role: 'admin' });
    const { cookies } = await single.signInWithPassword({ ...staff, address: 'edge' });
    const phone = somePhone();
    await single.requestCode({ stationId, phone, role: 'shop', address: 'edge' });
    await single.signInWithCode({ stationId, phone, code: office.lastCode(), address: 'edge' });
    expect(await single.actorOf(carrying(cookies))).toMatchObject({ name: 'Edge' });
    await single.signOut(carrying(cookies));
    expect(await single.actorOf(carrying(cookies))).toBeNull();
  });
});
