import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Header, restoreBackup, writeBackup } from '../../../src/adapters/backup';
import { createAuditChain } from '../../../src/adapters/postgres/audit-chain';
import { connect } from '../../../src/db/connect';
import { verifyProjections } from '../../../src/notify';
import { createDatabase, type TestDatabase } from '../../support/database';
import { fillEveryTable } from '../../support/filled';
import { openTestStation, type TestStation } from '../../support/station';

let t: TestStation;
let folder: string;
let path: string;
let header: Header;
let empty: TestDatabase;
const seal = (sha256: string) => t.open.services.vault.blindIndex('backup', sha256);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'station-backup-'));
  path = join(folder, 'all.backup');
  t = await openTestStation();
  empty = await createDatabase();
  await fillEveryTable(t);
  header = await writeBackup({ path, ownerUrl: t.database.ownerUrl, seal });
});
afterAll(async () => {
  await empty.drop();
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every row of every table as text, sorted, with everything that a column holds. */
async function contents(url: string): Promise<Record<string, string[]>> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'
    and table_name <> 'board_feed' order by 1`;
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await sql.unsafe<{ row: string }[]>(
      `select t::text as row from public."${name}" t order by 1`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  await sql.end();
  return all;
}

describe('a backup', () => {
  it('holds every table, each with rows, and is for its owner only', async () => {
    const tables = Object.keys(await contents(t.database.ownerUrl));
    expect(header.tables.map(({ name }) => name).sort()).toEqual(tables);
    expect(header.tables.filter(({ rows }) => rows === 0)).toEqual([]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('brings every row back as it was, and the sequences', async () => {
    await restoreBackup({ path, ownerUrl: empty.ownerUrl, seal, force: false, otherKey: false });
    expect(await contents(empty.ownerUrl)).toEqual(await contents(t.database.ownerUrl));
    const last = async (url: string) => {
      const sql = postgres(url, { max: 1, onnotice: () => {} });
      const rows = await sql`select sequencename, last_value from pg_sequences
        where sequencename <> 'board_feed_seq_seq' order by 1`;
      await sql.end();
      return [...rows];
    };
    expect(await last(empty.ownerUrl)).toEqual(await last(t.database.ownerUrl));
  });

  it('brings the audit log back with a chain that holds', async () => {
    const connection = connect(empty.appUrl);
    const reports = await createAuditChain(connection.db, t.open.services.vault).verify();
    await connection.close();
    expect(reports.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(reports.some(({ links }) => links > 10)).toBe(true);
  });

  it('does not go into a database with rows, unless that is emptied by force', async () => {
    const into = { path, ownerUrl: empty.ownerUrl, seal, otherKey: false };
    await expect(restoreBackup({ ...into, force: false })).rejects.toMatchObject({ code: 'not_empty' });
    const sql = postgres(empty.ownerUrl, { max: 1, onnotice: () => {} });
    await sql`insert into stations (id, slug, name, lat, lng) values (gen_random_uuid(), 'stray', '多余', 1, 1)`;
    await sql.end();
    await restoreBackup({ ...into, force: true });
    expect(await contents(empty.ownerUrl)).toEqual(await contents(t.database.ownerUrl));
  });

  it('is one instant: a posting made while it is written is not in half', async () => {
    const during = join(folder, 'during.backup');
    const [made] = await Promise.all([
      writeBackup({ path: during, ownerUrl: t.database.ownerUrl, seal }),
      t.openJob({ title: '写备份时发布' }),
      t.openJob({ title: '写备份时又发布' }),
    ]);
    const target = await createDatabase();
    await restoreBackup({ path: during, ownerUrl: target.ownerUrl, seal, force: false, otherKey: false });
    const rows = await contents(target.ownerUrl);
    for (const { name, rows: count } of made.tables)
      expect([name, rows[name]?.length]).toEqual([name, count]);
    await target.drop();
  });

  it('leaves projections that prove equal', async () => {
    const restored = await openTestStation({
      env: { DATABASE_URL: empty.appUrl, DATABASE_OWNER_URL: empty.ownerUrl },
    });
    const { jobs, projections } = restored.open.services.stores;
    const { open, differences } = await verifyProjections({ jobs, projections, memory: null, index: null });
    expect(differences).toEqual([]);
    expect(open).toBeGreaterThan(50);
    await restored.close();
  });
});
