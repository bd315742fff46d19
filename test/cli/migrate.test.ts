import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runCli } from '../support/service';

/** A database that nobody has migrated, with the two roles as docs/operations.md makes them. */
describe('a database with two roles', { timeout: 120_000 }, () => {
  const urls = inject('postgres');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = postgres(urls.super, { max: 1, onnotice: () => {} });
  const at = (base: string) => new URL(`/${name}`, base).href;
  beforeAll(async () => {
    await admin.unsafe(`create database ${name} owner station_owner`);
    const inside = postgres(at(urls.super), { max: 1 });
    await inside`alter schema public owner to station_owner`;
    await inside.end();
  });
  afterAll(async () => {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  });

  it('is not served before its owner has migrated it, and says so', async () => {
    const { code, stderr } = await runCli('verify', [], { DATABASE_URL: at(urls.app) });
    expect(code).toBe(1);
    expect(stderr).toContain('npm run migrate');
  });

  it('is migrated by its owner', async () => {
    const { code, stdout } = await runCli('migrate', [], { DATABASE_OWNER_URL: at(urls.owner) });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'the database has the newest schema\n' });
  });

  it('is then served by the role that may not migrate', async () => {
    const { code, stdout } = await runCli('verify', [], { DATABASE_URL: at(urls.app) });
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'equal: 0 open postings, board, board in memory and words\n',
    });
  });

  it('is backed up by its owner only', async () => {
    const { code, stderr } = await runCli('backup', ['/nonexistent/file'], { DATABASE_URL: at(urls.app) });
    expect(code).toBe(1);
    expect(stderr).toContain('DATABASE_OWNER_URL');
  });
});
