import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';

/** A migrated database of one suite's own. */
export interface TestDatabase {
  ownerUrl: string;
  /** The serving role's URL. */
  appUrl: string;
  /** Runs as superuser, for what no role of the station may do: reading raw rows of everything, killing backends. */
  superUrl: string;
  drop(): Promise<void>;
}

/** Copies the migrated template: about 0.1 s. */
export async function createDatabase(): Promise<TestDatabase> {
  const urls = inject('postgres');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = postgres(urls.super, { max: 1, onnotice: () => {} });
  // CREATE DATABASE waits its turn: two copies of one template at once are refused.
  await admin`select pg_advisory_lock(1)`;
  await admin.unsafe(`create database ${name} template station owner station_owner`);
  await admin`select pg_advisory_unlock(1)`;
  const at = (base: string) => {
    const url = new URL(base);
    url.pathname = `/${name}`;
    return url.href;
  };
  return {
    ownerUrl: at(urls.owner),
    appUrl: at(urls.app),
    superUrl: at(urls.super),
    async drop() {
      await admin.unsafe(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}
