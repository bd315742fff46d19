import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedPostgres } from '../../../src/adapters/embedded';
import { Scratch } from './scratch';

describe('a new embedded database', () => {
  const scratch = new Scratch();
  let dataDir: string;
  let server: EmbeddedPostgres;
  let owner: Sql;
  let app: Sql;

  beforeAll(async () => {
    dataDir = scratch.folder();
    server = await scratch.start(dataDir);
    owner = scratch.connect(server.ownerUrl);
    app = scratch.connect(server.appUrl);
  });
  afterAll(() => scratch.cleanUp());

  it('answers both roles, neither of them a superuser', async () => {
    const who = (sql: Sql) => sql`
      select current_user as role, current_database() as database, rolsuper, rolcreaterole, rolcreatedb
      from pg_roles where rolname = current_user`;
    const plain = { database: 'station', rolsuper: false, rolcreaterole: false, rolcreatedb: false };
    expect(await who(owner)).toEqual([{ role: 'station_owner', ...plain }]);
    expect(await who(app)).toEqual([{ role: 'station_app', ...plain }]);
    expect(server.reused).toBe(false);
  });

  it('lets the app role create nothing, and use what the owner grants', async () => {
    const denied = { code: '42501' };
    await expect(app`create table public.mine (id int)`).rejects.toMatchObject(denied);
    await expect(app`create temporary table mine (id int)`).rejects.toMatchObject(denied);
    await expect(app`create schema mine`).rejects.toMatchObject(denied);
    await expect(app`create extension pg_trgm`).rejects.toMatchObject(denied);

    await owner`create table granted (id int)`;
    await expect(app`insert into granted values (1)`).rejects.toMatchObject(denied);
    await owner`grant select, insert on granted to station_app`;
    await app`insert into granted values (1)`;
    expect(await app`select id from granted`).toEqual([{ id: 1 }]);
    await expect(app`drop table granted`).rejects.toMatchObject(denied);
  });

  it('lets the owner create the extensions that the schema needs', async () => {
    for (const name of ['btree_gist', 'pg_trgm', 'pgcrypto']) await owner`create extension ${owner(name)}`;
    await owner`create table shifts (post int, hours int4range, exclude using gist (post with =, hours with &&))`;
    await owner`insert into shifts values (1, '[480,600)')`;
    await expect(owner`insert into shifts values (1, '[540,660)')`).rejects.toMatchObject({ code: '23P01' });
  });

  it('sees letters in Chinese text, and sorts by code point', async () => {
    await owner`create extension if not exists pg_trgm`;
    const [text] =
      await owner`select similarity('家政保洁', '家政清洁') > 0 as similar, '洗' ~ '\\w' as letter`;
    expect(text).toEqual({ similar: true, letter: true });
    const sorted = await owner`select w from unnest(array['洗', 'a', 'B', 'é']) as w order by w`;
    expect(sorted.map((row) => row.w)).toEqual(['B', 'a', 'é', '洗']);
  });

  it('keeps what it acknowledges and listens on this machine only', async () => {
    const rows = await owner`
      select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes',
        'listen_addresses', 'TimeZone', 'server_encoding', 'max_connections', 'data_checksums')`;
    expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      TimeZone: 'UTC',
      server_encoding: 'UTF8',
      max_connections: '60',
      data_checksums: 'on',
    });
    const sockets = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[4];
    expect(sockets).toBe('');
  });

  it('keeps the passwords in a file for its user alone, and asks for them', async () => {
    const secret = join(dataDir, 'postgres.secret');
    expect(statSync(secret).mode & 0o777).toBe(0o600);
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    const passwords = Object.values(JSON.parse(readFileSync(secret, 'utf8')) as Record<string, string>);
    expect(new Set(passwords).size).toBe(3);
    for (const password of passwords) expect(log).not.toContain(password);
    const wrong = scratch.connect(server.ownerUrl, { password: 'wrong' });
    await expect(wrong`select 1`).rejects.toMatchObject({ code: '28P01' });
  });

  it('writes neither statements nor values of a failure to its log', async () => {
    await owner`create table phones (phone text primary key)`;
    await owner.unsafe(`insert into phones values ('13900000000')`);
    await expect(owner.unsafe(`insert into phones values ('13900000000')`)).rejects.toMatchObject({
      code: '23505',
    });
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('phones_pkey');
    expect(log).not.toContain('13900000000');
  });
});
