import { afterEach, describe, expect, it } from 'vitest';
import { demoStation } from '../../src/runtime/demo';
import { parseEnv } from '../../src/runtime/env';
import { type RunningServer, startServer } from '../../src/runtime/node';
import { createDatabase, type TestDatabase } from '../support/database';

const SECRETS = {
  SESSION_SECRET: 'test-secret-0123456789-0123456789-0123456789',
  DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
};

describe('DEMO', () => {
  const read = (given: Record<string, string>) => parseEnv({ ...SECRETS, ...given }).DEMO;

  it('is on while one looks around, off in production', () => {
    expect([read({}), read({ NODE_ENV: 'test' }), read({ NODE_ENV: 'production' })]).toEqual([
      'on',
      'on',
      'off',
    ]);
    expect(read({ NODE_ENV: 'production', DEMO: '' })).toBe('off');
  });

  it('is what is said, wherever', () => {
    expect([read({ DEMO: 'off' }), read({ NODE_ENV: 'production', DEMO: 'on' })]).toEqual(['off', 'on']);
    expect(() => read({ DEMO: 'yes' })).toThrow(/DEMO/);
  });
});

describe('a start in production', () => {
  let database: TestDatabase;
  let server: RunningServer | null = null;
  afterEach(async () => {
    await server?.stop();
    server = null;
    await database.drop();
  });

  /** Starts over the database; answers the slugs of its stations and the warnings of the start. */
  async function start(given: Record<string, string>) {
    const warnings: string[] = [];
    const quiet = () => {};
    const log = { info: quiet, error: quiet, warn: (_: unknown, text: string) => warnings.push(text) };
    const env = parseEnv({
      ...SECRETS,
      NODE_ENV: 'production',
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
      PORT: '0',
      ...given,
    });
    await server?.stop();
    server = await startServer(env, log);
    const stations = await server.open.services.stores.stations.all();
    return { slugs: stations.map(({ slug }) => slug), warnings };
  }

  it('makes an empty station', async () => {
    database = await createDatabase();
    expect(await start({})).toEqual({ slugs: ['station'], warnings: [] });
  });

  it('makes the demo only when it is told to, and warns of it from then on', async () => {
    database = await createDatabase();
    const warned = [expect.stringContaining('everybody knows the passwords')];
    const slugs = [demoStation().slug];
    expect(await start({ DEMO: 'on' })).toEqual({ slugs, warnings: warned });
    expect(await start({})).toEqual({ slugs, warnings: warned });
    expect(await start({ NODE_ENV: 'test' })).toEqual({ slugs, warnings: [] });
  });
});
