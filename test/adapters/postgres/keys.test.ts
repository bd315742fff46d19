import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDataKeys } from '../../../src/adapters/crypto/keys';
import { createVault } from '../../../src/adapters/crypto/vault';
import { createAuditChain } from '../../../src/adapters/postgres/audit-chain';
import { createKeyRotation, SEALED_TABLES } from '../../../src/adapters/postgres/keys';
import { type Connection, connect } from '../../../src/db/connect';
import { answer } from '../../support/answers';
import { openTestStation, type TestStation } from '../../support/station';

/** A station changes its key while it serves: nothing is lost, nobody is not found, nothing is left under the old key. */
const OLD = { number: 1, key: new Uint8Array(32).fill(7) };
const NEW = { number: 2, key: new Uint8Array(randomBytes(32)) };
const PHONE = '13811110001';
const VISITOR = '13811110002';
const consent = { purpose: ['matching', 'contact'], channel: 'screen' };

let t: TestStation;
let connection: Connection;
let sql: postgres.Sql;
let candidateId: string;
beforeAll(async () => {
  t = await openTestStation();
  connection = connect(t.database.appUrl);
  sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
  const staff = await t.signIn('staff');
  await t.signIn('seeker');
  const home = { lat: 35.191, lng: 113.264 };
  const person = {
    name: '某人',
    phone: PHONE,
    home,
    consent,
    anchors: [{ at: '16:00', days: 'Mo-Fr', kind: 'leave' }],
  };
  ({ id: candidateId } = await answer<{ id: string }>(
    staff.post('/api/candidates', person, { 'idempotency-key': 'rotation-1' }),
    201,
  ));
  const visit = { name: '来人', phone: VISITOR, text: '想找洗碗的活', origin: home, consent };
  const { walkIn } = await answer<{ walkIn: { id: string } }>(staff.post('/api/walk-ins', visit), 201);
  const jobId = await t.openJob({ contact: { name: '联系人', phone: '13811110003' } });
  const referral = await answer<{ id: string }>(
    staff.post('/api/referrals', { jobId, walkInId: walkIn.id }),
    201,
  );
  await answer(
    staff.post(`/api/referrals/${referral.id}/events`, { kind: 'contacted', note: '说好了' }),
    201,
  );
  await answer(staff.post('/api/account/second-factor'), 200);
});
afterAll(async () => {
  await sql.end();
  await connection.close();
  await t.close();
});

it('knows every sealed column of the database', async () => {
  const rows = await sql<{ name: string }[]>`select table_name || '.' || column_name as name
    from information_schema.columns where table_schema = 'public' and data_type = 'bytea'
    and column_name like '%\\_sealed' order by 1`;
  const known = SEALED_TABLES.flatMap(({ table, columns }) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  );
  expect(rows.map(({ name }) => name)).toEqual(known.sort());
});

it('finds people under either key while keys are changed', async () => {
  const both = await createVault([NEW, OLD]);
  const { candidates, desk } = t.open.services.stores;
  const text = (phone: string) => `${t.station.id}:${phone}`;
  const before = await both.blindIndexes('phone', text(PHONE));
  expect((await candidates.byPhone(t.station.id, before)).map(({ id }) => id)).toEqual([candidateId]);
  const visitor = await both.blindIndexes('phone', text(VISITOR));
  const query = { since: 0, phoneIndexes: visitor, limit: 5 };
  expect(await desk.listWalkIns(t.station.id, query)).toHaveLength(1);
});

it('seals everything anew, also when it is broken off and run twice, beside changes', async () => {
  const both = await createVault([NEW, OLD]);
  const rotation = createKeyRotation(connection.db, both);
  await t.open.services.auditChain.seal(10_000);
  const before = await rotation.status();
  expect(before.left).toBeGreaterThan(9);
  // Broken off in the middle: what is done stays done.
  let calls = 0;
  const stop = () => {
    if (++calls === 3) throw new Error('broken off');
  };
  await expect(rotation.rotate(stop)).rejects.toThrow('broken off');
  // The server of before still writes under the old key meanwhile.
  const [report] = await Promise.all([
    rotation.rotate(),
    answer(t.service().post('/api/candidates', { name: '半路来的', phone: '13811110004', consent }), 201),
  ]);
  const again = await rotation.rotate();
  expect([report.unreadable, again.left, again.unreadable]).toEqual([0, 0, 0]);
  for (const { column, byKey } of again.columns) {
    expect(
      Object.keys(byKey).filter((key) => key !== '2'),
      column,
    ).toEqual([]);
  }
  expect(again.columns.filter(({ byKey }) => (byKey[2] ?? 0) > 0).length).toBeGreaterThan(7);
});

it('afterwards the old key opens nothing, and the new one alone finds and opens all', async () => {
  const [alone, old] = [await createVault([NEW]), await createVault([OLD])];
  const { candidates } = t.open.services.stores;
  const [person] = await candidates.byPhone(t.station.id, [
    await alone.blindIndex('phone', `${t.station.id}:${PHONE}`),
  ]);
  expect(person?.id).toBe(candidateId);
  const sealed = person?.phoneSealed ?? new Uint8Array();
  expect(await alone.open('phone', sealed)).toBe(PHONE);
  await expect(old.open('phone', sealed)).rejects.toThrow();
  const byOld = await old.blindIndex('phone', `${t.station.id}:${PHONE}`);
  expect(await candidates.byPhone(t.station.id, [byOld])).toEqual([]);
  const users = await sql<
    { phone_number: string | null; phone_sealed: Uint8Array | null; station_id: string }[]
  >`
    select phone_number, phone_sealed, station_id from users where phone_sealed is not null`;
  for (const { phone_number, phone_sealed, station_id } of users) {
    const phone = await alone.open('phone', new Uint8Array(phone_sealed ?? []));
    expect(phone_number?.slice(0, 64)).toBe(await alone.blindIndex('phone', `${station_id}:${phone}`));
    expect(phone_number?.slice(64)).toMatch(/^(:(seeker|shop))?$/);
  }
});

it('the chain of the audit log holds under the new key alone once it is signed', async () => {
  const both = createAuditChain(connection.db, await createVault([NEW, OLD]));
  await both.sign();
  const alone = createAuditChain(connection.db, await createVault([NEW]));
  expect((await alone.verify()).filter(({ fault }) => fault !== null)).toEqual([]);
});

it('leaves what no key opens, and counts it', async () => {
  const stranger = await createVault([{ number: 9, key: new Uint8Array(randomBytes(32)) }]);
  await sql`update candidates set time_sealed = ${Buffer.from(await stranger.seal('person_time', '{}'))} where id = ${candidateId}`;
  const report = await createKeyRotation(connection.db, await createVault([NEW, OLD])).rotate();
  expect([report.unreadable, report.left]).toEqual([1, 1]);
});

it('reads one key, or several with their numbers', () => {
  const key = Buffer.alloc(32, 5).toString('base64');
  expect(readDataKeys(key)).toEqual([{ number: 1, key: new Uint8Array(32).fill(5) }]);
  expect(readDataKeys(`2:${key},1:${key}`)?.map(({ number }) => number)).toEqual([2, 1]);
  for (const bad of [
    '',
    'short',
    `${key},${key}`,
    `1:${key},1:${key}`,
    `0:${key}`,
    `256:${key}`,
    `2:${key},`,
  ]) {
    expect(readDataKeys(bad), bad).toBeNull();
  }
});
