import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DomainError } from '../kernel/errors';
import type { AppEnv, Middleware } from './env';
import { type AddressOf, consume, LIMITS, tooMany } from './rate-limit';

/** How long an address from which the right token came is known for it, seconds. */
const KNOWN_SECONDS = 3600;

/**
 * Looks at the bearer token before anything else is done, the database asked included, and notes in `machine`
 * whether it is the station's. Wrong ones are counted per address; an address that has used up its wrong ones
 * is told to wait without being told whether its next one would have been right. One from which the right
 * token came within the hour is not: strangers behind the same address must not lock the importer out.
 * @throws DomainError `unauthenticated/token_wrong`, `too_many/too_many_requests`
 */
export function readToken(addressOf: AddressOf): Middleware {
  const wrong = new RateLimiterMemory({ points: LIMITS.wrongToken, duration: 60 });
  const known = new RateLimiterMemory({ points: 1, duration: KNOWN_SECONDS });
  return async (c, next) => {
    const { config } = c.get('deps');
    const header = c.req.header('authorization');
    if (!header) {
      c.set('machine', false);
      return next();
    }
    const address = addressOf(c);
    if (config.rateLimit && (await known.get(address)) === null) {
      const state = await wrong.get(address);
      if (state !== null && state.remainingPoints <= 0) throw tooMany(state);
    }
    if (!(await isToken(header, config.apiToken))) {
      if (config.rateLimit) await consume(wrong, address);
      throw new DomainError('unauthenticated', 'token_wrong');
    }
    await known.set(address, 1, KNOWN_SECONDS);
    c.set('machine', true);
    return next();
  };
}

async function isToken(header: string, wanted: AppEnv['Variables']['deps']['config']['apiToken']) {
  const given = /^Bearer +(\S+)$/i.exec(header)?.[1];
  return given !== undefined && wanted !== null && (await sameSecret(given, wanted));
}

/** Compares by digest, so that neither length nor content can be timed. */
async function sameSecret(given: string, wanted: string): Promise<boolean> {
  const digest = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const [a, b] = await Promise.all([digest(given), digest(wanted)]);
  return a.reduce((difference, byte, i) => difference | (byte ^ (b[i] ?? 0)), 0) === 0;
}
