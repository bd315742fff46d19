import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft } from '../support/builders';
import { runCli, type Service, startService, until } from '../support/service';
import { openTestStation } from '../support/station';

const validThrough = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);

describe('the embedded PostgreSQL killed with kill -9 during writes', { timeout: 120_000 }, () => {
  let dataDir: string;
  let service: Service;
  const acknowledged: string[] = [];
  const refusals = new Set<number>();
  const postmaster = () =>
    Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'station-killed-'));
    service = await startService({ DATA_DIR: dataDir });
  });
  afterAll(async () => {
    await service.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function write(): Promise<number> {
    const answer = await service.call('POST', '/api/jobs', jobDraft({ validThrough }));
    const body = (await answer.json()) as { id: string; code?: string };
    if (answer.status === 201) acknowledged.push(body.id);
    else {
      refusals.add(answer.status);
      expect(body.code).toBe('unavailable');
    }
    return answer.status;
  }

  it('answers 503 meanwhile, and comes back by itself', async () => {
    for (let i = 0; i < 20; i++) expect(await write()).toBe(201);
    const killed = postmaster();
    const writers = Array.from({ length: 4 }, async () => {
      for (let i = 0; i < 60; i++) await write();
    });
    process.kill(killed, 'SIGKILL');
    await until('a refusal', async () => refusals.size > 0);
    const sick = await service.call('GET', '/readyz');
    const seen = { status: sick.status, ...((await sick.json()) as { database: boolean }) };
    expect(seen.status).toBe(seen.database ? 200 : 503);
    await until('the database is back', async () => (await service.call('GET', '/readyz')).status === 200);
    expect(postmaster()).not.toBe(killed);
    await Promise.all(writers);
    expect(await write()).toBe(201);
    expect([...refusals]).toEqual([503]);
    expect(service.output()).toContain('the database has died');
  });

  it('has kept every acknowledged write', async () => {
    const missing = [];
    for (const id of acknowledged) {
      const answer = await service.call('GET', `/api/jobs/${id}`);
      await answer.text();
      if (answer.status !== 200) missing.push(id);
    }
    expect(missing).toEqual([]);
    const verified = await runCli('verify', [], { DATA_DIR: dataDir });
    expect(verified.stdout).toMatch(/^equal: /);
  });

  it('tells monitors while the database is away', async () => {
    process.kill(postmaster(), 'SIGKILL');
    await until('not ready', async () => {
      const answer = await service.call('GET', '/readyz');
      return answer.status === 503 && ((await answer.json()) as { database: boolean }).database === false;
    });
    expect((await service.call('GET', '/healthz')).status).toBe(200);
    await until('ready', async () => (await service.call('GET', '/readyz')).status === 200);
    const metrics = await (await service.call('GET', '/metrics')).text();
    expect(metrics).toContain('station_database_up 1');
  });
});

describe('connections cut by the database', () => {
  it('fail what was under way and nothing after it', async () => {
    const t = await openTestStation();
    const admin = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
    const statuses = await Promise.all([
      ...Array.from({ length: 30 }, async () => (await t.service().post('/api/jobs', jobDraft())).status),
      admin`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.then(() => 201),
    ]);
    expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
    expect((await t.service().post('/api/jobs', jobDraft())).status).toBe(201);
    await admin.end();
    await t.close();
  });
});
