import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '../../src/accounts';
import { runCli } from '../support/service';
import { openTestStation, type TestStation } from '../support/station';

describe('commands', { timeout: 120_000 }, () => {
  let t: TestStation;
  let env: Record<string, string>;
  let folder: string;
  beforeAll(async () => {
    t = await openTestStation();
    env = { DATABASE_URL: t.database.appUrl, DATABASE_OWNER_URL: t.database.ownerUrl };
    folder = mkdtempSync(join(tmpdir(), 'station-cli-'));
    for (let i = 0; i < 22; i++) await t.openJob({ title: `理货员${i}号` });
  });
  afterAll(async () => {
    await t.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('verify lists what differs, at most twenty of a kind, and exits with 1; reindex mends it', async () => {
    const sql = postgres(t.database.ownerUrl, { max: 1, onnotice: () => {} });
    const [first] = await sql<{ id: string }[]>`delete from board returning job_id as id`;
    await sql`update job_words set version = version - 1 where job_id = ${first?.id ?? ''}`;
    await sql.end();
    const broken = await runCli('verify', [], env);
    expect(broken.code).toBe(1);
    const lines = broken.stdout.trim().split('\n');
    expect(lines[0]).toBe('not equal: 22 open postings');
    expect(lines).toContain('board: 22 missing');
    expect(lines).toContain('memory: 22 missing');
    expect(lines).toContain('  and 2 more');
    expect(lines).toContain('words: 1 stale');
    expect(lines.filter((line) => /^ {2}[0-9a-f-]{36}$/.test(line))).toHaveLength(41);

    const rebuilt = await runCli('reindex', [], env);
    expect(rebuilt).toMatchObject({ code: 0 });
    expect(rebuilt.stdout).toMatch(/^rebuilt 22 open postings in [\d.]+ s\n$/);
    expect(rebuilt.stderr).toContain('22 postings');
    expect((await runCli('verify', [], env)).stdout).toBe(
      'equal: 22 open postings, board, board in memory and words\n',
    );
  });

  it('admin takes a lost second step away, ends sessions, disables and enables', async () => {
    const { accounts } = t.open;
    const stationId = t.station.id;
    const staff = { stationId, username: 'loser', password: 'correct horse battery', role: 'staff' } as const;
    const userId = await accounts.createStaff({ ...staff, name: 'loser' });
    const { secret } = await accounts.beginSecondFactor({ stationId, userId, by: userId });
    const code = await totpCode(secret, Math.floor(t.clock.now() / 30_000));
    await accounts.confirmSecondFactor({ stationId, userId, by: userId }, code);
    const enter = async () => {
      const { username, password } = staff;
      return (await t.client().post('/api/session/password', { username, password })).status;
    };
    expect(await enter()).toBe(401);
    const reset = await runCli('admin', ['reset-totp', 'loser', '--station', t.station.slug], env);
    expect(reset).toMatchObject({ code: 0 });
    expect(await enter()).toBe(200);
    expect((await runCli('admin', ['disable', 'loser', '--station', t.station.slug], env)).code).toBe(0);
    expect(await enter()).toBe(403);
    const nobody = await runCli('admin', ['reset-totp', 'nobody', '--station', t.station.slug], env);
    expect(nobody).toMatchObject({ code: 1 });
  });

  it('audit:verify names the first line that was touched, and exits with 1', async () => {
    await t.open.services.auditChain.seal(10_000);
    const whole = await runCli('audit-verify', [], env);
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.stdout).toMatch(/^s-\w+: \d+ lines in the chain, \d+ not yet, head [0-9a-f]{64}$/m);
    const written = join(folder, 'heads.txt');
    writeFileSync(written, whole.stdout);
    expect(await runCli('audit-verify', ['--since', written], env)).toMatchObject({ code: 0 });
    const sql = postgres(t.database.superUrl, { max: 1, onnotice: () => {} });
    const [line] = await sql<{ seq: string }[]>`update audit set action = 'job.close'
      where seq = (select seq from audit where action = 'job.create' order by seq offset 3 limit 1) returning seq`;
    await sql.end();
    const touched = await runCli('audit-verify', [], env);
    expect(touched).toMatchObject({ code: 1 });
    expect(touched.stdout).toContain(`BAD: line ${line?.seq}, link`);
    expect(touched.stdout).toContain('was changed');
  });

  it('admin makes an account that can sign in, with the password from standard input', async () => {
    const args = ['create', 'chief', '--station', t.station.slug, '--role', 'staff'];
    const weak = await runCli('admin', args, env, 'short\n');
    expect(weak).toMatchObject({ code: 1, stdout: '' });
    expect(weak.stderr).toContain('password_weak');
    const made = await runCli('admin', args, env, 'correct horse battery\n');
    expect(made).toMatchObject({ code: 0 });
    expect(made.stdout).toMatch(/^staff chief of station s-/);
    expect(made.stdout + made.stderr).not.toContain('horse');
    const login = { username: 'chief', password: 'correct horse battery' };
    expect((await t.client().post('/api/session/password', login)).status).toBe(200);
  });

  it('station makes a station', async () => {
    const place = ['--name', '河西驿站', '--lat', '35.2', '--lng', '-70.5'];
    const made = await runCli('station', ['create', 'hexi', ...place, '--class', '2'], env);
    expect(made).toMatchObject({ code: 0, stdout: expect.stringContaining('station hexi at 35.2, -70.5') });
    const found = await t.open.services.stores.stations.bySlug('hexi');
    expect(found).toMatchObject({ name: '河西驿站', areaClass: 2 });
    const nowhere = await runCli('station', ['create', 'x', '--name', 'X', '--lat', '0', '--lng', '0'], env);
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('/lat') });
  });

  it('station names the places that people start from, all or none', async () => {
    const path = join(folder, 'places.json');
    const put = (places: unknown) => {
      writeFileSync(path, JSON.stringify(places));
      return runCli('station', ['places', t.station.slug, path], env);
    };
    const named = () => t.open.services.stores.stations.byId(t.station.id).then((s) => s?.settings);
    const river = { name: '河湾小区', lat: 35.19, lng: 113.26 };
    expect(await put([river, { ...river, name: '高德标的', datum: 'gcj02' }])).toMatchObject({
      code: 0,
      stdout: `2 places of station ${t.station.slug}\n`,
    });
    const places = (await named())?.places;
    expect(places?.[0]).toEqual(river);
    expect(places?.[1]?.lat).not.toBeCloseTo(35.19, 4);
    const refused = await put([river, { name: '国外', lat: 51.5, lng: 0 }]);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('/1/lat: outside_china') });
    expect(await put([river, river])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('duplicate'),
    });
    expect((await named())?.places).toHaveLength(2);
    expect(await runCli('station', ['places', 'nowhere', path], env)).toMatchObject({ code: 1 });
  });

  it('backup and restore, and verify what came back', async () => {
    const path = join(folder, 'all.backup');
    const made = await runCli('backup', [path], env);
    expect(made).toMatchObject({ code: 0, stderr: expect.stringContaining('DATA_KEY') });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const refused = await runCli('restore', [path], env);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('--force') });
    const lost = await t.openJob();
    const restored = await runCli('restore', [path, '--force'], env);
    expect(restored.stdout).toContain('22 open postings');
    expect((await t.client().get(`/api/jobs/${lost}`)).status).toBe(404);
  });

  it('say how they are used, and exit with 2, when they are not called so', async () => {
    const calls: [string, string[]][] = [
      ['restore', ['a', 'b']],
      ['admin', ['create', 'chief', '--role', 'king']],
      ['station', ['create', 'x', '--name', 'X', '--lat', 'north', '--lng', '1']],
    ];
    for (const [name, args] of calls) {
      const { code, stderr } = await runCli(name, args, env);
      expect([name, args, code, /usage: npm run \w+/.test(stderr)]).toEqual([name, args, 2, true]);
    }
  });

  it('name the variable that is wrong', async () => {
    const { code, stderr } = await runCli('verify', [], { ...env, PORT: 'eighty', MEILI_INDEX: 'jobs-next' });
    expect(code).toBe(1);
    expect(stderr).toContain('PORT');
    expect(stderr).toContain('MEILI_INDEX');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
