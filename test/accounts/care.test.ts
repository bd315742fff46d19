import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deviceOf, totpCode } from '../../src/accounts';
import { openDatabase, type TestDatabase } from './database';
import { carrying, type Office, openOffice, refusal, somePhone } from './office';

const PASSWORD = 'rice noodles at noon';
const START = Date.UTC(2026, 2, 2, 1);
let database: TestDatabase;
let office: Office;
let passed = 0;
beforeAll(async () => {
  database = await openDatabase();
  office = await openOffice(database);
});
afterAll(() => database.close());

let made = 0;
/** A new member of staff, with ways to sign in. */
async function someone() {
  const username = `care-${++made}`;
  const { accounts, stationId } = office;
  const userId = await accounts.createStaff({
    stationId,
    username,
    password: PASSWORD,
    name: 'Desk',
    role: 'staff',
  });
  const enter = (more: { password?: string; code?: string; agent?: string } = {}) =>
    accounts.signInWithPassword({ stationId, username, password: PASSWORD, address: username, ...more });
  const isIn = async ({ cookies }: { cookies: string[] }) =>
    (await accounts.actorOf(carrying(cookies))) !== null;
  return { userId, username, enter, isIn, of: { userId, stationId, by: userId } };
}
/** Moves the clock on to the next code of the app. */
function nextStep(): number {
  office.pass(30_000);
  passed += 30_000;
  return Math.floor((START + passed) / 30_000);
}
/** Sets the second step up. */
async function withSecondFactor() {
  const person = await someone();
  const { secret } = await office.accounts.beginSecondFactor(person.of);
  const codeNow = () => totpCode(secret, nextStep());
  const backup = await office.accounts.confirmSecondFactor(person.of, await codeNow());
  return { ...person, secret, codeNow, backup };
}
const linesAbout = async (userId: string) =>
  (await database.sql`select action from audit where entity_id = ${userId} order by seq`).map(
    ({ action }) => action,
  );

describe('sessions', () => {
  it('are listed with their kind of machine, newest first, and nothing more is kept of the browser', async () => {
    const { enter, of, userId } = await someone();
    await enter({ agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36' });
    nextStep();
    await enter({ agent: 'Mozilla/5.0 (Linux; Android 14; X) MicroMessenger/8.0.50' });
    const sessions = await office.accounts.sessionsOf(of.userId);
    expect(sessions.map(({ device }) => device)).toEqual(['wechat', 'computer']);
    const rows = await database.sql`select user_agent, ip_address from sessions where user_id = ${userId}`;
    expect(rows.map((row) => row.user_agent).sort()).toEqual(['computer', 'wechat']);
    expect(rows.every((row) => !row.ip_address)).toBe(true);
  });

  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148', 'phone'],
    ['curl/8', 'other'],
    ['', 'other'],
  ])('of %s', (agent, device) => {
    expect(deviceOf(agent)).toBe(device);
  });

  it('are ended one by one, by their owner only', async () => {
    const [one, other] = [await someone(), await someone()];
    const [first, second] = [await one.enter(), await one.enter()];
    const [newest] = await office.accounts.sessionsOf(one.userId);
    const ended = newest?.id ?? '';
    expect(await refusal(office.accounts.endSession(other.of, ended))).toMatchObject({
      code: 'session_not_found',
    });
    await office.accounts.endSession(one.of, ended);
    expect([await one.isIn(first), await one.isIn(second)].sort()).toEqual([false, true]);
    expect(await linesAbout(one.userId)).toEqual(['user.session_end']);
  });

  it('but this one are ended at once', async () => {
    const { enter, isIn, of } = await someone();
    const all = [await enter(), await enter(), await enter()];
    const keep = (await office.accounts.actorOf(carrying(all[1]?.cookies ?? [])))?.sessionId ?? '';
    expect(await office.accounts.endOtherSessions(of, keep)).toBe(2);
    expect(await Promise.all(all.map(isIn))).toEqual([false, true, false]);
  });

  it('of a disabled account are over at once, and no new one begins until it is enabled', async () => {
    const { enter, isIn, of } = await someone();
    const session = await enter();
    await office.accounts.setDisabled({ ...of, by: 'system' }, true);
    expect(await isIn(session)).toBe(false);
    expect(await refusal(enter())).toMatchObject({ kind: 'forbidden', code: 'account_banned' });
    await office.accounts.setDisabled({ ...of, by: 'system' }, false);
    expect(await isIn(session)).toBe(false);
    expect(await isIn(await enter())).toBe(true);
    expect(await linesAbout(of.userId)).toEqual(['user.disable', 'user.enable']);
  });

  it("of another station's people are nobody's to end", async () => {
    const { of } = await someone();
    const elsewhere = { ...of, stationId: await office.newStation() };
    for (const attempt of [
      () => office.accounts.endSessionsOf(elsewhere),
      () => office.accounts.setDisabled(elsewhere, true),
      () => office.accounts.resetSecondFactor(elsewhere),
    ]) {
      expect(await refusal(attempt())).toMatchObject({ kind: 'not_found', code: 'user_not_found' });
    }
  });
});

describe('a new password', () => {
  it('needs the present one, ends every other session and is the only one that opens', async () => {
    const { enter, isIn, of } = await someone();
    const [here, there] = [await enter(), await enter()];
    const keep = (await office.accounts.actorOf(carrying(here.cookies)))?.sessionId ?? '';
    const change = (current: string, next: string) =>
      office.accounts.changePassword(of, { keep, current, next });
    expect(await refusal(change('not the password', 'noodles at midnight'))).toMatchObject({
      fields: [{ pointer: '/current', code: 'password_wrong' }],
    });
    expect(await refusal(change(PASSWORD, 'too short'))).toMatchObject({ code: 'password_weak' });
    expect(await isIn(there)).toBe(true);
    await change(PASSWORD, 'noodles at midnight');
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect(await refusal(enter())).toMatchObject({ code: 'password_wrong' });
    await enter({ password: 'noodles at midnight' });
  });

  it('is not guessed at from an open session: the eleventh try waits', async () => {
    const { of } = await someone();
    const change = () =>
      office.accounts.changePassword(of, { keep: of.userId, current: 'a guess', next: 'whatever it is' });
    for (let i = 0; i < 10; i++) expect((await refusal(change())).code).toBe('password_wrong');
    expect(await refusal(change())).toMatchObject({ kind: 'too_many', values: { retryAfter: 900 } });
  });
});

describe('the second step', () => {
  it('asks nothing until it is confirmed, and is the same secret until then', async () => {
    const { enter, of } = await someone();
    const { secret, uri } = await office.accounts.beginSecondFactor(of);
    expect(await office.accounts.beginSecondFactor(of)).toEqual({ secret, uri });
    await enter();
    expect((await refusal(office.accounts.confirmSecondFactor(of, '000000'))).code).toBe('code_wrong');
    expect((await office.accounts.secondFactorOf(of.userId)).state).toBe('pending');
  });

  it('is asked for after the right password only, and each code opens once', async () => {
    const { enter, codeNow } = await withSecondFactor();
    expect(await refusal(enter({ password: 'not the password' }))).toMatchObject({ code: 'password_wrong' });
    expect(await refusal(enter({ password: 'not the password', code: '123456' }))).toMatchObject({
      code: 'password_wrong',
    });
    expect(await refusal(enter())).toMatchObject({ kind: 'unauthenticated', code: 'second_factor_needed' });
    const code = await codeNow();
    const both = await Promise.allSettled([
      enter({ code }),
      enter({ code: ` ${code.slice(0, 3)} ${code.slice(3)} ` }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(enter({ code }))).toMatchObject({ code: 'code_wrong' });
  });

  it('leaves no session behind that was opened with a password alone', async () => {
    const { enter, of } = await withSecondFactor();
    await refusal(enter());
    await refusal(enter({ code: '000000' }));
    expect(await office.accounts.sessionsOf(of.userId)).toEqual([]);
  });

  it('takes each backup code once, however it is typed', async () => {
    const { enter, of, backup } = await withSecondFactor();
    expect(backup).toHaveLength(10);
    for (const code of backup) expect(code).toMatch(/^[2-9a-hjkmnp-z]{4}-[2-9a-hjkmnp-z]{4}$/);
    const [first = ''] = backup;
    await enter({ code: first.toUpperCase().replace('-', '') });
    expect(await refusal(enter({ code: first }))).toMatchObject({ code: 'code_wrong' });
    expect(await office.accounts.secondFactorOf(of.userId)).toMatchObject({
      state: 'on',
      backupCodesLeft: 9,
    });
  });

  it('is guessed at ten times at most, also by who knows the password; another process counts on', async () => {
    const { enter, username, codeNow } = await withSecondFactor();
    const input = { stationId: office.stationId, username, password: PASSWORD, address: 'elsewhere' };
    for (let i = 0; i < 10; i++) expect((await refusal(enter({ code: '000000' }))).code).toBe('code_wrong');
    const restarted = office.another({});
    expect(await refusal(restarted.signInWithPassword({ ...input, code: await codeNow() }))).toMatchObject({
      kind: 'too_many',
      code: 'too_many_attempts',
    });
  });

  it('lies sealed in the database, its backup codes as keyed hashes', async () => {
    const { of, secret, backup } = await withSecondFactor();
    const [row] =
      await database.sql`select f::text as text from second_factors f where user_id = ${of.userId}`;
    const plain = Buffer.from(secret).toString('hex');
    for (const text of [secret, plain, ...backup, ...backup.map((code) => code.replace('-', ''))]) {
      expect(row?.text.includes(text)).toBe(false);
    }
  });

  it('ends with a code of its own, or is taken away by the admin', async () => {
    const one = await withSecondFactor();
    expect((await refusal(office.accounts.removeSecondFactor(one.of, '000000'))).code).toBe('code_wrong');
    await office.accounts.removeSecondFactor(one.of, one.backup[3] ?? '');
    await one.enter();
    const other = await withSecondFactor();
    await office.accounts.resetSecondFactor({ ...other.of, by: 'system' });
    await other.enter();
    expect(await linesAbout(other.userId)).toEqual(['user.second_factor_on', 'user.second_factor_reset']);
  });

  it('demanded by the station leaves who has none with its set-up, and nobody without it again', async () => {
    const stationId = await office.newStation();
    const { accounts } = office;
    const staff = {
      stationId,
      username: 'new-desk',
      password: PASSWORD,
      name: 'Desk',
      role: 'staff',
    } as const;
    const userId = await accounts.createStaff(staff);
    const session = await accounts.signInWithPassword({ ...staff, address: 'a' });
    const mustSetUp = async () => (await accounts.actorOf(carrying(session.cookies)))?.mustSetUp;
    expect(await mustSetUp()).toBe(false);
    await accounts.demandSecondFactor({ stationId, by: 'system' }, true);
    expect(await mustSetUp()).toBe(true);
    const of = { stationId, userId, by: userId };
    const { secret } = await accounts.beginSecondFactor(of);
    const [backup = ''] = await accounts.confirmSecondFactor(of, await totpCode(secret, nextStep()));
    expect(await mustSetUp()).toBe(false);
    expect((await refusal(accounts.removeSecondFactor(of, backup))).code).toBe('second_factor_demanded');
    // Seekers and shops have no password and no second step.
    const seeker = await office.signIn(somePhone());
    expect((await accounts.actorOf(carrying(seeker.cookies)))?.mustSetUp).toBe(false);
  });
});
