import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RestoreOptions, restoreBackup, writeBackup } from '../../../src/adapters/backup';
import { createVault } from '../../../src/adapters/crypto/vault';
import { createDatabase, type TestDatabase } from '../../support/database';
import { openTestStation, type TestStation } from '../../support/station';

let t: TestStation;
let folder: string;
let path: string;
let empty: TestDatabase;
const seal = (sha256: string) => t.open.services.vault.blindIndex('backup', sha256);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'station-backup-'));
  path = join(folder, 'good.backup');
  t = await openTestStation();
  empty = await createDatabase();
  await t.openJob();
  await writeBackup({ path, ownerUrl: t.database.ownerUrl, seal });
});
afterAll(async () => {
  await empty.drop();
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

async function attempt(changes: Partial<RestoreOptions> = {}): Promise<string> {
  const wanted = { path, ownerUrl: empty.ownerUrl, seal, force: true, otherKey: false, ...changes };
  return restoreBackup(wanted).then(
    () => 'taken',
    (error) => error.code ?? error.message,
  );
}

async function stationsIn(url: string): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [row] = await sql`select count(*)::int as count from stations`;
  await sql.end();
  return row?.count;
}

/** The same file with its plain text changed. */
function rewritten(name: string, change: (text: string) => string): string {
  const file = join(folder, name);
  writeFileSync(file, gzipSync(change(gunzipSync(readFileSync(path)).toString('utf8'))));
  return file;
}

describe('a restore refuses, and writes nothing', () => {
  it('a file that is cut off, wherever', async () => {
    const whole = readFileSync(path).length;
    for (const length of [0, 10, Math.floor(whole / 2), whole - 9, whole - 1]) {
      const file = join(folder, `cut-${length}`);
      copyFileSync(path, file);
      truncateSync(file, length);
      expect(['damaged', 'not_a_backup']).toContain(await attempt({ path: file }));
    }
    expect(await stationsIn(empty.ownerUrl)).toBe(0);
  });

  it('a file in which one byte changed', async () => {
    const bytes = readFileSync(path);
    const at = Math.floor(bytes.length * 0.6);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const file = join(folder, 'flipped');
    writeFileSync(file, bytes);
    expect(await attempt({ path: file })).toBe('damaged');
    expect(await stationsIn(empty.ownerUrl)).toBe(0);
  });

  it('a text that was changed and packed again', async () => {
    expect(
      await attempt({ path: rewritten('renamed', (text) => text.replace('测试驿站', '别人驿站')) }),
    ).toBe('damaged');
    expect(await attempt({ path: rewritten('longer', (text) => `${text}more\n`) })).toBe('damaged');
    const rows = (text: string) => text.split('\n').toSpliced(1, 1).join('\n');
    expect(await attempt({ path: rewritten('shorter', rows) })).toBe('damaged');
  });

  it('what is no backup, or of a format it does not know', async () => {
    const text = join(folder, 'text');
    writeFileSync(text, 'no gzip');
    expect(await attempt({ path: text })).toBe('damaged');
    writeFileSync(text, gzipSync('{"format":"something else"}\n'));
    expect(await attempt({ path: text })).toBe('not_a_backup');
    const next = (before: string) => before.replace('"version":1', '"version":2');
    expect(await attempt({ path: rewritten('next', next) })).toBe('other_version');
  });

  it('a file of another key, unless that is accepted', async () => {
    const vault = await createVault(new Uint8Array(32).fill(9));
    const otherSeal = (sha256: string) => vault.blindIndex('backup', sha256);
    expect(await attempt({ seal: otherSeal })).toBe('other_key');
    expect(await stationsIn(empty.ownerUrl)).toBe(0);
    const target = await createDatabase();
    expect(await attempt({ seal: otherSeal, otherKey: true, ownerUrl: target.ownerUrl })).toBe('taken');
    expect(await stationsIn(target.ownerUrl)).toBe(1);
    await target.drop();
  });

  it('a database of another schema', async () => {
    const target = await createDatabase();
    const sql = postgres(target.ownerUrl, { max: 1, onnotice: () => {} });
    await sql`alter table stations add column motto text`;
    await sql.end();
    expect(await attempt({ ownerUrl: target.ownerUrl })).toBe('other_schema');
    await target.drop();
  });

  it('rows that the database will not have, all of them', async () => {
    const target = await createDatabase();
    const sql = postgres(target.ownerUrl, { max: 1, onnotice: () => {} });
    await sql`alter table jobs add constraint never check (headcount > 1000)`;
    expect(await attempt({ ownerUrl: target.ownerUrl })).not.toBe('taken');
    expect(await stationsIn(target.ownerUrl)).toBe(0);
    await sql.end();
    await target.drop();
  });

  it('to overwrite a file', async () => {
    const again = writeBackup({ path, ownerUrl: t.database.ownerUrl, seal });
    await expect(again).rejects.toMatchObject({ code: 'file_exists' });
    expect(await attempt()).toBe('taken');
  });
});
