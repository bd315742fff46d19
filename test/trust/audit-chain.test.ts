import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../../src/adapters/crypto/vault';
import { createAuditChain } from '../../src/adapters/postgres/audit-chain';
import { connect } from '../../src/db/connect';
import { upkeep } from '../../src/runtime/upkeep';
import type { Station } from '../../src/stations';
import type { AuditEntry, ChainReport } from '../../src/trust';
import { openTestStation, type TestStation } from '../support/station';

/** A superuser tampers; the chain names the first line that was touched. Every test has a station of its own. */
let t: TestStation;
let sql: postgres.Sql;
let station: Station;
beforeAll(async () => {
  t = await openTestStation();
  sql = postgres(t.database.superUrl, { max: 4, onnotice: () => {} });
});
afterAll(async () => {
  await sql.end();
  await t.close();
});
beforeEach(async () => {
  station = await t.mintStation();
});

const chain = () => t.open.services.auditChain;
const entry = (action = 'job.create'): AuditEntry => ({
  stationId: station.id,
  actor: 'service',
  action,
  entity: 'job',
  entityId: t.open.services.ids.next(),
});
const append = (lines: number) =>
  t.open.services.tx((stores) => stores.audit.append(Array.from({ length: lines }, () => entry())));
async function report(): Promise<ChainReport> {
  const found = (await chain().verify()).find(({ stationId }) => stationId === station.id);
  if (!found) throw new Error('no report of the station');
  return found;
}
const seqs = async () =>
  (await sql<{ seq: string }[]>`select seq from audit where station_id = ${station.id} order by seq`).map(
    ({ seq }) => Number(seq),
  );

/** Five linked lines; returns their numbers in the audit log. */
async function five(): Promise<number[]> {
  await append(5);
  await chain().seal(1000);
  return seqs();
}

describe('an untouched chain', () => {
  it('holds, and tells how many lines wait for their link', async () => {
    await five();
    await append(2);
    expect(await report()).toMatchObject({ links: 5, waiting: 2, fault: null });
    expect(await chain().seal(1000)).toBe(2);
    expect(await report()).toMatchObject({ links: 7, waiting: 0, fault: null });
  });

  it('is made by the upkeep', async () => {
    await append(3);
    await upkeep(t.open.services, t.open.accounts);
    expect(await report()).toMatchObject({ links: 3, waiting: 0, fault: null });
  });

  it('takes no more at once than it is asked to, and goes on where it stopped', async () => {
    await append(2_300);
    expect(await chain().seal(1_500)).toBe(1_500);
    expect(await report()).toMatchObject({ links: 1_500, waiting: 800, fault: null });
    expect(await chain().seal(100_000)).toBe(800);
    expect(await report()).toMatchObject({ links: 2_300, waiting: 0, fault: null });
  });

  it('takes a line whose transaction began before and ended after others were linked', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let written = () => {};
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const late = t.open.services.tx(async (stores) => {
      await stores.audit.append([entry('job.late')]);
      written();
      await held;
    });
    await isWritten;
    await five();
    release();
    await late;
    await chain().seal(1000);
    expect(await report()).toMatchObject({ links: 6, waiting: 0, fault: null });
  });

  it('does not fork when writers and several that link are at it at once', async () => {
    const linking = Array.from({ length: 4 }, async () => {
      for (let i = 0; i < 5; i++) await chain().seal(50);
    });
    await Promise.all([...linking, ...Array.from({ length: 40 }, () => append(3))]);
    await chain().seal(1000);
    expect(await report()).toMatchObject({ links: 120, waiting: 0, fault: null });
  });
});

describe('a superuser who', () => {
  it.each([
    ['actor', (seq: number) => sql`update audit set actor = 'somebody' where seq = ${seq}`],
    [
      'time',
      (seq: number) => sql`update audit set created_at = created_at - interval '1 microsecond'
      where seq = ${seq}`,
    ],
    ['entity', (seq: number) => sql`update audit set entity_id = gen_random_uuid() where seq = ${seq}`],
  ])('changes the %s of a line is told, and which line', async (_, change) => {
    const [, , third = 0] = await five();
    await change(third);
    expect((await report()).fault).toEqual({ kind: 'changed', number: 3, seq: third });
  });

  it('removes a line', async () => {
    const [, second = 0] = await five();
    await sql`delete from audit where seq = ${second}`;
    expect((await report()).fault).toEqual({ kind: 'removed', number: 2, seq: second });
  });

  it('removes a line with its link', async () => {
    const [, second = 0] = await five();
    await sql`delete from audit_chain where seq = ${second}`;
    await sql`delete from audit where seq = ${second}`;
    expect((await report()).fault).toEqual({ kind: 'link_missing', number: 2, seq: null });
  });

  it('slips in a line of the past', async () => {
    await five();
    const [row] = await sql`insert into audit (station_id, actor, action, entity, entity_id, created_at)
      values (${station.id}, 'system', 'job.block', 'job', gen_random_uuid(), now() - interval '2 days') returning seq`;
    const fault = { kind: 'inserted', number: null, seq: Number(row?.seq) };
    expect((await report()).fault).toEqual(fault);
    // Nor is it linked afterwards.
    await chain().seal(1000);
    expect((await report()).fault).toEqual(fault);
  });

  it('makes room for it in the chain', async () => {
    const [, second = 0] = await five();
    await sql`update audit_chain set number = number + 100 where station_id = ${station.id} and number > 2`;
    const [row] = await sql`insert into audit (station_id, actor, action, entity, entity_id)
      values (${station.id}, 'system', 'job.block', 'job', gen_random_uuid()) returning seq`;
    await sql`insert into audit_chain select station_id, 3, ${row?.seq}, hash, at from audit_chain where seq = ${second}`;
    await sql`update audit_chain set number = number - 99 where station_id = ${station.id} and number > 100`;
    expect((await report()).fault).toEqual({ kind: 'changed', number: 3, seq: Number(row?.seq) });
  });

  it('rewrites the chain from there on cannot sign it', async () => {
    const [, , third = 0] = await five();
    await sql`update audit set actor = 'somebody' where seq = ${third}`;
    await sql`delete from audit_chain where station_id = ${station.id}`;
    const connection = connect(t.database.superUrl);
    await createAuditChain(connection.db, await createVault(randomBytes(32))).seal(1000);
    await connection.close();
    expect((await report()).fault).toEqual({ kind: 'signature', number: 5, seq: null });
    // Nor does the station build on what it has not signed.
    await append(1);
    await chain().seal(1000);
    expect(await report()).toMatchObject({ links: 5, fault: { kind: 'signature' } });
  });

  it('takes the whole chain away', async () => {
    await five();
    await sql`delete from audit_chain where station_id = ${station.id}`;
    await sql`update audit set created_at = created_at - interval '61 minutes' where station_id = ${station.id}`;
    expect((await report()).fault).toMatchObject({ kind: 'unsealed' });
  });
});

it('a chain that was made anew, or cut off at its end, is not the one that was written down', async () => {
  await five();
  const written = [await report()];
  await append(1);
  await chain().seal(1000);
  const then = async () =>
    (await chain().verify(written)).find(({ stationId }) => stationId === station.id)?.fault ?? null;
  expect(await then()).toBeNull();
  await sql`delete from audit_signatures where station_id = ${station.id}`;
  await sql`delete from audit_chain where station_id = ${station.id}`;
  await sql`update audit set actor = 'somebody' where station_id = ${station.id}`;
  await chain().seal(1000);
  expect((await report()).fault).toBeNull();
  expect(await then()).toEqual({ kind: 'not_continued', number: 5, seq: null });
});

it('a new key signs what holds', async () => {
  await five();
  const connection = connect(t.database.appUrl);
  const renewed = createAuditChain(connection.db, await createVault(randomBytes(32)));
  const ours = async () => (await renewed.verify()).find(({ stationId }) => stationId === station.id);
  expect((await ours())?.fault?.kind).toBe('signature');
  await renewed.sign();
  expect((await ours())?.fault).toBeNull();
  await connection.close();
});

describe('the serving role', () => {
  it.each(['audit', 'audit_chain', 'audit_signatures'])('may only append to %s', async (table) => {
    await five();
    const app = postgres(t.database.appUrl, { max: 1, onnotice: () => {} });
    const column = table === 'audit' ? 'actor = actor' : 'number = number';
    for (const statement of [`update ${table} set ${column}`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(app.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(app.unsafe(`select count(*) from ${table}`)).resolves.toHaveLength(1);
    await app.end();
  });
});
