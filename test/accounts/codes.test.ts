import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWebhookNotifier } from '../../src/adapters/notify/webhook';
import { openDatabase, type TestDatabase } from './database';
import { carrying, type Office, openOffice, refusal, somePhone, waiting, wrongCode } from './office';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const CODE_WRONG = { kind: 'unauthenticated', code: 'code_wrong' };

let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await openDatabase();
  office = await openOffice(database);
});
afterAll(() => database.close());

const request = (phone: string, address = phone, stationId = office.stationId) =>
  office.accounts.requestCode({ stationId, phone, role: 'seeker', address });
const enter = (phone: string, code: string, stationId = office.stationId) =>
  office.accounts.signInWithCode({ stationId, phone, code, address: phone });

describe('a one-time code', () => {
  it('makes the account at the first sign-in and finds it at the next', async () => {
    const phone = somePhone();
    const first = await office.signIn(phone, 'shop');
    expect(first).toMatchObject({ role: 'shop', name: '' });
    office.pass(MINUTE);
    const again = await office.signIn(`+86 ${phone.slice(0, 3)} ${phone.slice(3)}`, 'seeker');
    expect(again).toMatchObject({ userId: first.userId, role: 'shop' });
    expect(again.cookies).not.toEqual(first.cookies);
  });

  it('makes a shop beside the seeker of the same phone, and enters the one that is asked for', async () => {
    const phone = somePhone();
    const seeker = await office.signIn(phone);
    office.pass(MINUTE);
    const shop = await office.signIn(phone, 'shop');
    expect(shop).toMatchObject({ role: 'shop' });
    expect(shop.userId).not.toBe(seeker.userId);
    for (const { userId, role } of [seeker, shop]) {
      office.pass(MINUTE);
      expect(await office.signIn(phone, role as 'seeker' | 'shop')).toMatchObject({ userId, role });
      expect(await office.accounts.phoneOf(userId)).toBe(phone);
    }
    // Each session is of its own account.
    const actor = async ({ cookies }: { cookies: string[] }) =>
      (await office.accounts.actorOf(carrying(cookies)))?.actor;
    expect(await actor(seeker)).toMatchObject({ userId: seeker.userId, role: 'seeker' });
    expect(await actor(shop)).toMatchObject({ userId: shop.userId, role: 'shop' });
  });

  it('asked for in the other role meanwhile opens nothing with the code of before', async () => {
    const phone = somePhone();
    await office.signIn(phone);
    office.pass(MINUTE);
    await request(phone);
    const before = office.lastCode();
    office.pass(MINUTE);
    await office.accounts.requestCode({
      stationId: office.stationId,
      phone,
      role: 'shop',
      address: 'another',
    });
    if (before !== office.lastCode()) expect(await refusal(enter(phone, before))).toMatchObject(CODE_WRONG);
    expect(await enter(phone, office.lastCode())).toMatchObject({ role: 'shop' });
  });

  it('makes no second account for a banned phone', async () => {
    const phone = somePhone();
    const { userId } = await office.signIn(phone);
    await database.sql`update users set banned = true where id = ${userId}`;
    office.pass(MINUTE);
    expect(await refusal(office.signIn(phone, 'shop'))).toMatchObject({ code: 'account_banned' });
    const rows = await database.sql`select 1 from users where phone_number like (
      select split_part(phone_number, ':', 1) || '%' from users where id = ${userId})`;
    expect(rows).toHaveLength(1);
  });

  it('finds accounts from before a phone could have two', async () => {
    const phone = somePhone();
    const { userId } = await office.signIn(phone, 'shop');
    await database.sql`update users set phone_number = split_part(phone_number, ':', 1) where id = ${userId}`;
    for (const role of ['shop', 'seeker'] as const) {
      office.pass(MINUTE);
      expect(await office.signIn(phone, role)).toMatchObject({ userId, role: 'shop' });
    }
    const account = { stationId: office.stationId, phone, name: '' };
    expect(await office.accounts.ensurePhoneAccount({ ...account, role: 'shop' })).toBe(userId);
    const seeker = await office.accounts.ensurePhoneAccount({ ...account, role: 'seeker' });
    office.pass(MINUTE);
    expect(await office.signIn(phone)).toMatchObject({ userId: seeker, role: 'seeker' });
  });

  it('opens the session whose actor is the account', async () => {
    const { userId, cookies } = await office.signIn(somePhone());
    expect(await office.accounts.actorOf(carrying(cookies))).toMatchObject({
      actor: { kind: 'user', userId, role: 'seeker', stationId: office.stationId },
      name: '',
    });
  });

  it('lives for five minutes by the given clock', async () => {
    const [early, late] = [somePhone(), somePhone()];
    await request(early);
    const code = office.lastCode();
    office.pass(5 * MINUTE - 1);
    await expect(enter(early, code)).resolves.toBeDefined();
    await request(late);
    office.pass(5 * MINUTE);
    expect(await refusal(enter(late, office.lastCode()))).toMatchObject(CODE_WRONG);
  });

  it('is used once', async () => {
    const phone = somePhone();
    await request(phone);
    const code = office.lastCode();
    await enter(phone, code);
    expect(await refusal(enter(phone, code))).toMatchObject(CODE_WRONG);
  });

  it('lets one of two win that use it at the same moment', async () => {
    const phone = somePhone();
    await request(phone);
    const code = office.lastCode();
    const input = { stationId: office.stationId, phone, code };
    const index = await office.vault.blindIndex('phone', `${office.stationId}:${phone}`);
    const both = await database.sql.begin(async (sql) => {
      await sql`select 1 from verifications where identifier = ${`code:${index}`} for update`;
      const tries = ['a', 'b'].map((address) => office.accounts.signInWithCode({ ...input, address }));
      await waiting(database, 2);
      return { outcomes: Promise.allSettled(tries) };
    });
    const states = (await both.outcomes).map(({ status }) => status).sort();
    expect(states).toEqual(['fulfilled', 'rejected']);
  });

  it('still works after four wrong tries and is dead after five', async () => {
    const [four, five] = [somePhone(), somePhone()];
    for (const [phone, tries] of [
      [four, 4],
      [five, 5],
    ] as const) {
      await request(phone);
      const code = office.lastCode();
      for (let i = 0; i < tries; i++) {
        expect(await refusal(enter(phone, wrongCode(code)))).toMatchObject(CODE_WRONG);
      }
      const last = enter(phone, code);
      if (tries === 4) await expect(last).resolves.toBeDefined();
      else expect(await refusal(last)).toMatchObject(CODE_WRONG);
    }
  });

  it('counts wrong tries that come all at once', async () => {
    const phone = somePhone();
    await request(phone);
    const code = office.lastCode();
    const guesses = Array.from({ length: 12 }, () => refusal(enter(phone, wrongCode(code))));
    for (const guess of await Promise.all(guesses)) expect(guess).toMatchObject(CODE_WRONG);
    expect(await refusal(enter(phone, code))).toMatchObject(CODE_WRONG);
  });

  it('takes the place of the one sent before', async () => {
    const phone = somePhone();
    await request(phone);
    const earlier = office.lastCode();
    office.pass(MINUTE);
    await request(phone);
    const later = office.lastCode();
    if (earlier !== later) expect(await refusal(enter(phone, earlier))).toMatchObject(CODE_WRONG);
    await expect(enter(phone, later)).resolves.toBeDefined();
  });

  it('belongs to one phone at one station', async () => {
    const [phone, other] = [somePhone(), somePhone()];
    const elsewhere = await office.newStation();
    await request(phone);
    const code = office.lastCode();
    expect(await refusal(enter(other, code))).toMatchObject(CODE_WRONG);
    expect(await refusal(enter(phone, code, elsewhere))).toMatchObject(CODE_WRONG);
    await expect(enter(phone, code)).resolves.toBeDefined();
  });

  it('is refused without a mobile number', async () => {
    for (const phone of ['', 'phone', '0391 1234567', '1380000000']) {
      expect(await refusal(request(phone))).toMatchObject({
        kind: 'rule_broken',
        fields: [{ pointer: '/phone', code: 'phone_invalid' }],
      });
    }
  });

  it('says so when the gateway fails', async () => {
    const accounts = office.another({
      notifier: createWebhookNotifier({ url: 'http://127.0.0.1:9/', secret: 's' }),
    });
    const input = { stationId: office.stationId, phone: somePhone(), role: 'seeker', address: 'a' } as const;
    expect(await refusal(accounts.requestCode(input))).toMatchObject({
      kind: 'unavailable',
      code: 'code_not_sent',
    });
  });
});

describe('the number of codes', () => {
  it('is one a minute, five an hour and ten a day for a phone, at all stations together', async () => {
    const phone = somePhone();
    const elsewhere = await office.newStation();
    const tooMany = async (retryAfter: number) =>
      expect(await refusal(request(phone))).toMatchObject({
        kind: 'too_many',
        code: 'too_many_codes',
        values: { retryAfter },
      });
    await request(phone);
    await tooMany(60);
    office.pass(30_500);
    await tooMany(30);
    expect(await refusal(request(phone, phone, elsewhere))).toMatchObject({ kind: 'too_many' });
    for (let i = 0; i < 4; i++) {
      office.pass(MINUTE);
      await request(phone);
    }
    office.pass(MINUTE);
    await tooMany(3600 - 30 - 5 * 60);
    office.pass(HOUR);
    for (let i = 0; i < 5; i++) {
      await request(phone);
      office.pass(MINUTE);
    }
    office.pass(HOUR);
    expect((await refusal(request(phone))).values.retryAfter).toBeGreaterThan(20 * 3600);
    office.pass(24 * HOUR);
    await request(phone);
  });

  it('is twenty an hour for an address, whichever the phones', async () => {
    const address = '2001:db8:1:2::/64';
    for (let i = 0; i < 20; i++) await request(somePhone(), address);
    expect(await refusal(request(somePhone(), address))).toMatchObject({
      kind: 'too_many',
      values: { retryAfter: 3600 },
    });
    await request(somePhone(), 'another address');
    office.pass(HOUR);
    await request(somePhone(), address);
  });

  it('holds for requests at the same moment and from several processes', async () => {
    const phone = somePhone();
    const processes = [office.accounts, office.another({}), office.another({})];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 9 }, (_, i) =>
        processes[i % 3]?.requestCode({
          stationId: office.stationId,
          phone,
          role: 'seeker',
          address: String(i),
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of wrong ones is fifty in a quarter of an hour for an address', async () => {
    const input = { stationId: office.stationId, phone: somePhone(), code: '000000', address: 'guesser' };
    for (let i = 0; i < 50; i++) {
      expect(await refusal(office.accounts.signInWithCode(input))).toMatchObject(CODE_WRONG);
    }
    expect(await refusal(office.accounts.signInWithCode(input))).toMatchObject({
      kind: 'too_many',
      code: 'too_many_attempts',
      values: { retryAfter: 900 },
    });
  });
});
