import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/adapters/embedded';
import { runMigrations } from '../../src/db/migrate';

declare module 'vitest' {
  interface ProvidedContext {
    /** URLs of the migrated database `station`, by role; `super` may create databases. */
    postgres: { super: string; owner: string; app: string };
  }
}

/** One real PostgreSQL for the whole run; its migrated database is the template of every suite's own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'station-test-'));
  const server = await startEmbeddedPostgres({ dataDir });
  await runMigrations(server.ownerUrl);
  const secret = JSON.parse(readFileSync(join(dataDir, 'postgres.secret'), 'utf8'));
  const superUrl = new URL(server.ownerUrl);
  superUrl.username = 'postgres';
  superUrl.password = secret.superuser;
  superUrl.pathname = '/postgres';
  await neverWait(superUrl.href);
  project.provide('postgres', { super: superUrl.href, owner: server.ownerUrl, app: server.appUrl });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** What the tests write is thrown away: they need not wait until the disk has it. The code's own cluster does wait. */
async function neverWait(superUrl: string): Promise<void> {
  const sql = postgres(superUrl, { max: 1, onnotice: () => {} });
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await sql.unsafe(`alter system set ${setting} = off`);
  await sql`select pg_reload_conf()`;
  await sql.end();
}
