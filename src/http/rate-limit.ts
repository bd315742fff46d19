import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../kernel/errors';
import type { AppEnv, Middleware } from './env';

/** Requests a minute per address. Reading is cheap and whole offices share an address; sign-in is guessed at. */
export const LIMITS = { read: 1200, write: 240, signIn: 30 } as const;

/** Counts requests per address and kind; machines with the service token are exempt. */
export function rateLimit(addressOf: (c: Context<AppEnv>) => string): Middleware {
  const limiters = {
    read: new RateLimiterMemory({ points: LIMITS.read, duration: 60 }),
    write: new RateLimiterMemory({ points: LIMITS.write, duration: 60 }),
    signIn: new RateLimiterMemory({ points: LIMITS.signIn, duration: 60 }),
  };
  return async (c, next) => {
    const { config } = c.get('deps');
    // Those who ask how the station is are counted like anybody; nobody was identified for them.
    const ctx: AppEnv['Variables']['ctx'] | undefined = c.get('ctx');
    if (config.rateLimit && ctx?.actor.kind !== 'service') {
      try {
        await limiters[kindOf(c)].consume(addressOf(c));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new DomainError('too_many', 'too_many_requests', {
          values: { retryAfter: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) },
        });
      }
    }
    await next();
  };
}

function kindOf(c: Context<AppEnv>): keyof typeof LIMITS {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return 'read';
  return /^\/(api\/|desk\/)?(session|sign-in|codes)/.test(c.req.path) ? 'signIn' : 'write';
}
