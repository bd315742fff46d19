import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../kernel/errors';
import type { AppEnv, Middleware } from './env';

/**
 * Requests a minute per address. Reading is cheap and whole offices share an address; sign-in is guessed at, and
 * so are tokens, of which a machine that is set up wrongly sends many as well.
 */
export const LIMITS = { read: 1200, write: 240, signIn: 30, report: 20, wrongToken: 120 } as const;

/**
 * Requests a minute of one account, wherever they come from: a stolen session or a script in one browser is held back
 * before it has used up what the whole office behind its address may. More than any hand does.
 */
export const ACTOR_LIMITS = { read: 600, write: 120, signIn: 30, report: 10 } as const;

/** By what requests are counted. */
export type AddressOf = (c: Context<AppEnv>) => string;

/**
 * Counts requests per address and kind, before anybody is identified: also what is then refused, for its session
 * or its station, has cost something. Machines with the service token are exempt.
 */
export function rateLimit(addressOf: AddressOf): Middleware {
  const limiters = {
    read: new RateLimiterMemory({ points: LIMITS.read, duration: 60 }),
    write: new RateLimiterMemory({ points: LIMITS.write, duration: 60 }),
    signIn: new RateLimiterMemory({ points: LIMITS.signIn, duration: 60 }),
    report: new RateLimiterMemory({ points: LIMITS.report, duration: 60 }),
  };
  return async (c, next) => {
    const { config } = c.get('deps');
    if (config.rateLimit && !c.get('machine')) await consume(limiters[kindOf(c)], addressOf(c));
    await next();
  };
}

/** Counts requests per account and kind, once it is known who asks. */
export function rateLimitActor(): Middleware {
  const limiters = {
    read: new RateLimiterMemory({ points: ACTOR_LIMITS.read, duration: 60 }),
    write: new RateLimiterMemory({ points: ACTOR_LIMITS.write, duration: 60 }),
    signIn: new RateLimiterMemory({ points: ACTOR_LIMITS.signIn, duration: 60 }),
    report: new RateLimiterMemory({ points: ACTOR_LIMITS.report, duration: 60 }),
  };
  return async (c, next) => {
    const { actor } = c.get('ctx');
    if (c.get('deps').config.rateLimit && actor.kind === 'user')
      await consume(limiters[kindOf(c)], actor.userId);
    await next();
  };
}

/** Takes one of what an address has left. @throws DomainError `too_many/too_many_requests` */
export async function consume(limiter: RateLimiterMemory, address: string): Promise<void> {
  try {
    await limiter.consume(address);
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(error) : error;
  }
}

/** An address has nothing left; `retryAfter` is in seconds. */
export function tooMany({ msBeforeNext }: RateLimiterRes): DomainError {
  return new DomainError('too_many', 'too_many_requests', {
    values: { retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) },
  });
}

function kindOf(c: Context<AppEnv>): 'read' | 'write' | 'signIn' | 'report' {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return 'read';
  if (/^\/(api\/)?jobs\/[^/]+\/report$/.test(c.req.path)) return 'report';
  return /^\/(api\/|desk\/)?(session|sign-in|codes)/.test(c.req.path) ? 'signIn' : 'write';
}
