import { spawn } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { thisHost } from '../../../src/adapters/embedded/identity';
import { isAlive, isServerOf } from '../../../src/adapters/embedded/processes';
import { startOn } from '../../../src/adapters/embedded/start';
import { ended, Scratch } from './scratch';

describe('the life of an embedded server', () => {
  const scratch = new Scratch();
  afterEach(() => scratch.cleanUp());

  /** Commits one row as owner. */
  const writeRow = async (url: string) => {
    const sql = scratch.connect(url);
    await sql`create table kept (id int)`;
    await sql`insert into kept values (7)`;
    await sql.end();
  };
  const readRow = (url: string) => scratch.connect(url)`select id from kept`;
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  it('keeps its data over a stop and a start', async () => {
    const dataDir = scratch.folder();
    const first = await scratch.start(dataDir);
    await writeRow(first.ownerUrl);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await scratch.start(dataDir);
    expect(second.reused).toBe(false);
    expect(await readRow(second.ownerUrl)).toEqual([{ id: 7 }]);
  });

  it('is joined by a second start, whose stop leaves it running', async () => {
    const dataDir = scratch.folder();
    const first = await scratch.start(dataDir);
    await writeRow(first.ownerUrl);
    const second = await scratch.start(dataDir);
    expect(second).toMatchObject({
      reused: true,
      pid: first.pid,
      ownerUrl: first.ownerUrl,
      appUrl: first.appUrl,
    });
    await second.stop();
    expect(await readRow(first.ownerUrl)).toEqual([{ id: 7 }]);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
  });

  it('is one server when several processes start at the same moment', async () => {
    const dataDir = scratch.folder();
    const all = await Promise.all([
      scratch.startElsewhere(dataDir),
      scratch.startElsewhere(dataDir),
      scratch.start(dataDir),
      scratch.start(dataDir),
    ]);
    expect(new Set(all.map((one) => one.pid)).size).toBe(1);
    expect(all.filter((one) => !one.reused)).toHaveLength(1);
    for (const one of all) if ('child' in one) one.child.stdin?.end();
    await Promise.all(all.map((one) => ('child' in one ? ended(one.child) : undefined)));
  });

  it('comes back with every committed row after kill -9', async () => {
    const dataDir = scratch.folder();
    const first = await scratch.start(dataDir);
    await writeRow(first.ownerUrl);
    process.kill(first.pid, 'SIGKILL');
    const second = await scratch.start(dataDir);
    expect(second.reused).toBe(false);
    expect(await readRow(second.ownerUrl)).toEqual([{ id: 7 }]);
  });

  it('waits for a child of the killed server that is still computing', async () => {
    const dataDir = scratch.folder();
    const first = await scratch.start(dataDir);
    await writeRow(first.ownerUrl);
    const busy = scratch.connect(first.ownerUrl);
    const watch = scratch.connect(first.ownerUrl);
    const [backend] = await busy`select pg_backend_pid() as pid`;
    const computing = busy`select count(*) from generate_series(1, 8000000)`.catch(() => {});
    const isComputing = () => watch`
      select 1 from pg_stat_activity where pid = ${backend?.pid} and state = 'active' and query like '%count%'`;
    while ((await isComputing()).length === 0);
    process.kill(first.pid, 'SIGKILL');
    const second = await scratch.start(dataDir);
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('pre-existing shared memory block');
    expect(isAlive(backend?.pid)).toBe(false);
    expect(await readRow(second.ownerUrl)).toEqual([{ id: 7 }]);
    await computing;
  });

  it('starts although the pid left in postmaster.pid belongs to another program now', async () => {
    const dataDir = scratch.folder();
    const first = await scratch.start(dataDir);
    await writeRow(first.ownerUrl);
    await first.stop();
    const stranger = spawn('sleep', ['60']);
    const left = [stranger.pid, join(dataDir, 'postgres'), 1, 5432, '', '127.0.0.1', '0 0', 'ready', ''];
    const file = join(dataDir, 'postgres', 'postmaster.pid');
    writeFileSync(file, left.join('\n'), { mode: 0o600 });
    const second = await scratch.start(dataDir);
    expect(second.reused).toBe(false);
    expect(await readRow(second.ownerUrl)).toEqual([{ id: 7 }]);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
    stranger.kill();
  });

  it('survives the Ctrl-C and the kill -9 of its starter, and is taken over', async () => {
    const dataDir = scratch.folder();
    const starter = await scratch.startElsewhere(dataDir);
    process.kill(-(starter.child.pid ?? 0), 'SIGINT');
    await ended(starter.child);
    expect(isServerOf(starter.pid, join(dataDir, 'postgres'))).toBe(true);

    const second = await scratch.startElsewhere(dataDir);
    expect(second).toMatchObject({ reused: true, pid: starter.pid });
    second.child.kill('SIGKILL');
    await ended(second.child);

    const third = await scratch.start(dataDir);
    expect(third).toMatchObject({ reused: true, pid: starter.pid });
    await third.stop();
    expect(isAlive(starter.pid)).toBe(false);
  });

  it('ends with a starter that forgets to stop it', async () => {
    const dataDir = scratch.folder();
    const starter = await scratch.startElsewhere(dataDir);
    starter.child.stdin?.end();
    await ended(starter.child);
    await until(() => !isAlive(starter.pid));
  });

  it('refuses to go on when the passwords of existing data are lost', async () => {
    const dataDir = scratch.folder();
    const first = await scratch.start(dataDir);
    await first.stop();
    rmSync(join(dataDir, 'postgres.secret'));
    await expect(scratch.start(dataDir)).rejects.toThrow('postgres.secret');
  });

  it('runs without user namespaces: as root under another account, else as the user itself', async () => {
    const dataDir = scratch.folder();
    const host = { ...thisHost(), canMap: async () => false };
    const starting = scratch.start(dataDir, (options) => startOn(host, options));
    if (host.uid !== 0 && !host.named) return expect(starting).rejects.toThrow('has no user name');
    const server = await starting;
    await writeRow(server.ownerUrl);
    const expected = host.uid === 0 ? host.accounts[0]?.uid : host.uid;
    expect(statSync(join(dataDir, 'postgres')).uid).toBe(expected);
    await server.stop();
    const again = await scratch.start(dataDir);
    expect(await readRow(again.ownerUrl)).toEqual([{ id: 7 }]);
  });

  it('takes over, without user namespaces, what was made with them', async () => {
    const dataDir = scratch.folder();
    const first = await scratch.start(dataDir);
    await writeRow(first.ownerUrl);
    await first.stop();
    const host = { ...thisHost(), canMap: async () => false };
    const second = await scratch.start(dataDir, (options) => startOn(host, options));
    expect(await readRow(second.ownerUrl)).toEqual([{ id: 7 }]);
  });
});
