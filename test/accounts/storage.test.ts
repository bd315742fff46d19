import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase, type TestDatabase } from './database';
import { carrying, type Office, openOffice, somePhone } from './office';

const PASSWORD = 'rice noodles at noon';
const ADDRESS = '203.0.113.77';

let database: TestDatabase;
let office: Office;

beforeAll(async () => {
  database = await openDatabase();
  office = await openOffice(database);
});
afterAll(() => database.close());

/** Every row of every table as JSON text; bytes as hexadecimal digits. */
async function everything(): Promise<string> {
  const tables = await database.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['users', 'sessions']));
  const rows = await Promise.all(
    tables.map(({ name }) => database.sql.unsafe(`select to_jsonb(t)::text as row from "${name}" t`)),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

it('holds no token, code, password, phone or address in clear', async () => {
  const { accounts, stationId } = office;
  const [phone, waiting] = [somePhone(), somePhone()];
  await accounts.requestCode({ stationId, phone, role: 'seeker', address: ADDRESS });
  const signedIn = await accounts.signInWithCode({
    stationId,
    phone,
    code: office.lastCode(),
    address: ADDRESS,
  });
  await accounts.createStaff({
    stationId,
    username: 'desk',
    password: PASSWORD,
    name: 'Desk',
    role: 'staff',
  });
  const staff = { stationId, username: 'desk', address: ADDRESS };
  const desk = await accounts.signInWithPassword({ ...staff, password: PASSWORD });
  await accounts.signInWithPassword({ ...staff, password: `${PASSWORD}?` }).catch(() => {});
  await accounts.requestCode({ stationId, phone: waiting, role: 'seeker', address: ADDRESS });
  const code = office.lastCode();

  const text = await everything();
  const secrets = [phone, waiting, `"${code}"`, PASSWORD, ADDRESS];
  for (const { cookies } of [signedIn, desk]) {
    const [token = '', signature = ''] = (cookies[0]?.split(';')[0]?.split('=')[1] ?? '').split('.');
    expect(token).toMatch(/^\w{32}$/);
    secrets.push(token, decodeURIComponent(signature));
  }
  for (const secret of secrets) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('hex'));
  }
  const stored = [...text.matchAll(/\\"hash\\": ?\\"([0-9a-f]+)\\"/g)].map(([, hash]) => hash);
  expect(stored).toHaveLength(1);
  expect(text).toContain(await office.vault.blindIndex('phone', `${stationId}:${phone}`));
  expect(await accounts.actorOf(carrying(desk.cookies))).not.toBeNull();
});

it('keeps no count of sign-ins that succeeded', async () => {
  const { accounts, stationId } = office;
  const staff = { stationId, username: 'counted', password: PASSWORD } as const;
  await accounts.createStaff({ ...staff, name: 'Desk', role: 'staff' });
  const counted = () => database.sql`select 1 from verifications where identifier like 'failed%'`;
  await database.sql`delete from verifications`;
  await office.signIn(somePhone());
  await accounts.signInWithPassword({ ...staff, address: ADDRESS });
  expect(await counted()).toHaveLength(0);
  await accounts.signInWithPassword({ ...staff, password: 'wrong', address: ADDRESS }).catch(() => {});
  expect(await counted()).toHaveLength(2);
});

it('keeps the phone sealed, an e-mail address that cannot be, and ids that sort by age', async () => {
  const phone = somePhone();
  const { userId } = await office.signIn(phone);
  const [user] = await database.sql`select * from users where id = ${userId}`;
  expect(await office.vault.open('phone', user?.phone_sealed)).toBe(phone);
  expect(user).toMatchObject({ phone_number_verified: true, ban_expires: null, username: null });
  expect(user?.email).toMatch(/^[0-9a-f-]{36}@station\.invalid$/);
  const ids = await database.sql`
    select id from users union all select id from sessions
    union all select id from accounts union all select id from verifications`;
  expect(ids.length).toBeGreaterThan(4);
  for (const { id } of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});

it('keeps one account of a phone per station and role, and user names as people wrote them', async () => {
  const { accounts, stationId } = office;
  const elsewhere = await office.newStation();
  const phone = somePhone();
  const account = { phone, name: 'Noodle shop', role: 'shop' } as const;
  const here = await accounts.ensurePhoneAccount({ ...account, stationId });
  expect(await accounts.ensurePhoneAccount({ ...account, stationId, name: 'x' })).toBe(here);
  const there = await accounts.ensurePhoneAccount({ ...account, stationId: elsewhere });
  expect(there).not.toBe(here);
  expect(await office.signIn(phone)).toMatchObject({ userId: here, role: 'shop', name: 'Noodle shop' });

  const staff = await accounts.createStaff({
    stationId,
    username: 'Front-Desk',
    password: PASSWORD,
    name: 'Desk',
    role: 'staff',
  });
  const [row] = await database.sql`select username, display_username from users where id = ${staff}`;
  expect(row).toEqual({ username: `${stationId}/front-desk`, display_username: 'Front-Desk' });
});

it('loses ended sessions, codes and counters when told to, and nothing else', async () => {
  const before = await office.signIn(somePhone());
  office.pass(29 * 86_400_000);
  const after = await office.signIn(somePhone());
  office.pass(86_400_000);
  expect(await office.accounts.removeExpired()).toBeGreaterThan(0);
  const left = await database.sql`select user_id from sessions`;
  expect(left.map(({ user_id }) => user_id)).toEqual([after.userId]);
  expect(await database.sql`select 1 from verifications`).toHaveLength(0);
  expect(await office.accounts.removeExpired()).toBe(0);
  const people = await database.sql`select id from users where id in (${before.userId}, ${after.userId})`;
  expect(people).toHaveLength(2);
});
