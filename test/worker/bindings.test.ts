import { afterEach, describe, expect, it, vi } from 'vitest';
import { edgeOf } from '../../src/runtime/worker';
import { readBindings } from '../../src/runtime/worker-env';
import { createConsoleLogger } from '../../src/runtime/worker-log';

const COMPLETE = {
  HYPERDRIVE: { connectionString: 'postgres://user:secret@pool.example:5432/station' },
  DATA_KEY: Buffer.alloc(32, 9).toString('base64'),
  SESSION_SECRET: 'a-session-secret-of-more-than-32-characters',
};

afterEach(() => {
  vi.restoreAllMocks();
});

describe('bindings', () => {
  it('name what is missing, all of it', () => {
    expect(() => readBindings({})).toThrow(/HYPERDRIVE \(or DATABASE_URL\), DATA_KEY, SESSION_SECRET$/);
    expect(() => readBindings({ ...COMPLETE, SESSION_SECRET: '' })).toThrow(/at the edge: SESSION_SECRET$/);
    expect(() => readBindings({ ...COMPLETE, DATA_KEY: undefined })).toThrow(/at the edge: DATA_KEY$/);
  });

  it('name what is wrong, and never its value', () => {
    const wrong = {
      ...COMPLETE,
      SESSION_SECRET: 'far-too-short',
      DATA_KEY: 'no-key-at-all',
      MEILI_URL: 'nowhere',
    };
    const message = messageOf(() => readBindings(wrong));
    expect(message).toMatch(/SESSION_SECRET.*DATA_KEY|DATA_KEY.*SESSION_SECRET/);
    expect(message).toContain('MEILI_URL');
    for (const value of ['far-too-short', 'no-key-at-all', 'pool.example'])
      expect(message).not.toContain(value);
  });

  it('are enough in production, too, and Hyperdrive goes first', () => {
    const { databaseUrl, dataKeys } = readBindings({
      ...COMPLETE,
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://elsewhere/station',
    });
    expect(databaseUrl).toBe(COMPLETE.HYPERDRIVE.connectionString);
    expect(dataKeys).toEqual([{ number: 1, key: new Uint8Array(32).fill(9) }]);
  });

  it('may name a database without Hyperdrive', () => {
    const { HYPERDRIVE, ...rest } = COMPLETE;
    const url = HYPERDRIVE.connectionString;
    expect(readBindings({ ...rest, DATABASE_URL: url }).databaseUrl).toBe(url);
  });
});

describe('a Worker without its bindings', () => {
  const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };

  it('answers 503 without a word about them, and names them in the log', async () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
    const answer = await edgeOf({}).fetch(new Request('https://station.example/api/jobs'), context);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = await answer.text();
    expect(JSON.parse(problem)).toMatchObject({ status: 503, code: 'unavailable', instance: '/api/jobs' });
    expect(problem).not.toContain('DATA_KEY');
    const [line] = printed.mock.calls[0] ?? [];
    expect(JSON.parse(String(line)).msg).toContain('DATA_KEY');
  });

  it('fails its schedule by name', async () => {
    await expect(edgeOf({}).scheduled()).rejects.toThrow('SESSION_SECRET');
  });
});

describe('the log of the edge', () => {
  it('is one line of JSON with the level as on Node', () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
    createConsoleLogger('info').warn({ reason: 'timeout' }, 'two\nlines');
    expect(printed).toHaveBeenCalledTimes(1);
    const [line] = printed.mock.calls[0] ?? [];
    expect(line).not.toContain('\n');
    expect(JSON.parse(String(line))).toMatchObject({ level: 40, reason: 'timeout', msg: 'two\nlines' });
  });

  it('leaves out what is below its level', () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
    const log = createConsoleLogger('error');
    log.info({}, 'no');
    log.warn({}, 'no');
    log.error({}, 'yes');
    expect(printed).toHaveBeenCalledTimes(1);
    createConsoleLogger('silent').error({}, 'no');
    expect(printed).toHaveBeenCalledTimes(1);
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('nothing was thrown');
}
