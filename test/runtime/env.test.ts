import { describe, expect, it } from 'vitest';
import { EnvError, parseEnv } from '../../src/runtime/env';

const production = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'x'.repeat(32),
};

describe('the environment', () => {
  it('may be empty', () => {
    expect(parseEnv({})).toMatchObject({ PORT: 8787, HOST: '127.0.0.1', DATA_DIR: '.data', DEMO: 'on' });
  });

  it('takes short secrets on a machine of one’s own', () => {
    expect(parseEnv({ API_TOKEN: 'kiosk', SESSION_SECRET: 'short' })).toMatchObject({ API_TOKEN: 'kiosk' });
  });

  it.each<[string, Record<string, string>]>([
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '70000' }],
    ['STATION_LAT', { STATION_LAT: '91' }],
    ['DATA_KEY', { DATA_KEY: 'short' }],
    ['MEILI_URL', { MEILI_URL: 'nowhere' }],
    ['DEMO', { DEMO: 'maybe' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['MEILI_INDEX', { MEILI_INDEX: 'jobs-next' }],
    ['SESSION_SECRET', { NODE_ENV: 'production' }],
    ['SESSION_SECRET', { ...production, SESSION_SECRET: 'x'.repeat(31) }],
    ['API_TOKEN', { ...production, API_TOKEN: 'x'.repeat(15) }],
    ['DATA_KEY', { ...production, DATABASE_URL: 'postgres://db/station' }],
  ])('names %s when it cannot be used: %j', (name, source) => {
    expect(() => parseEnv(source)).toThrow(EnvError);
    expect(() => parseEnv(source)).toThrow(name);
  });

  it('takes nothing that it does not know, and empty as absent', () => {
    const env = parseEnv({ PORT: '', HOME: '/root', API_TOKEN: '' });
    expect(env).not.toHaveProperty('HOME');
    expect(env.PORT).toBe(8787);
    expect(env.API_TOKEN).toBeUndefined();
  });
});
