import { actorKey } from '../kernel/actor';
import { conflict, DomainError } from '../kernel/errors';
import type { Middleware } from './env';

/**
 * Signing in and out answer with a cookie, which is kept nowhere but in the browser: a kept answer would be a
 * session that does not exist. They are throttled, and repeating them does no harm.
 */
const NOT_KEPT: ReadonlySet<string> = new Set([
  '/api/session',
  '/api/session/phone',
  '/api/session/password',
  // Secrets that are shown this once are kept nowhere.
  '/api/account/second-factor',
  '/api/account/second-factor/confirm',
]);

const KEY = /^[\x21-\x7e]{1,200}$/;

/** An answer kept for a repeated call. */
export interface KeptAnswer {
  request: string;
  /** Null while the first call is under way. */
  status: number | null;
  contentType: string | null;
  body: Uint8Array | null;
}

/** Where answers are kept; bodies are sealed by the caller. */
export interface IdempotencyStore {
  /** @returns true when this call is the first; false when the key is there already */
  begin(scope: string, key: string, request: string): Promise<boolean>;
  read(scope: string, key: string): Promise<KeptAnswer | null>;
  finish(
    scope: string,
    key: string,
    answer: { status: number; contentType: string; body: Uint8Array },
  ): Promise<void>;
  /** Forgets the key: the first call failed and may be made again. */
  abandon(scope: string, key: string): Promise<void>;
  /** Removes what is older than 24 hours. @returns how many */
  removeOld(): Promise<number>;
}

/**
 * Unsafe calls with an `Idempotency-Key` do their work once: the same key and body get the same answer for
 * 24 hours, another body gets 409. Failures of ours (5xx) are not kept, nor is anything of {@link NOT_KEPT}.
 */
export const idempotency: Middleware = async (c, next) => {
  const key = c.req.header('idempotency-key');
  if (key === undefined || ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) return next();
  if (NOT_KEPT.has(c.req.path)) return next();
  if (!KEY.test(key)) throw new DomainError('malformed', 'idempotency_key_invalid');
  const ctx = c.get('ctx');
  const store = ctx.stores.idempotency;
  const scope = `${ctx.station.id}:${actorKey(ctx.actor)}`;
  const request = await digest(`${c.req.method} ${c.req.path}\n${await c.req.text()}`);

  if (!(await store.begin(scope, key, request))) {
    const kept = await store.read(scope, key);
    if (!kept || kept.request !== request) throw conflict('idempotency_key_reused');
    if (kept.status === null) throw conflict('still_running');
    const body = kept.body === null || kept.status === 204 ? null : await ctx.vault.open('answer', kept.body);
    const headers = {
      'content-type': kept.contentType ?? 'application/json',
      'idempotency-replayed': 'true',
    };
    return new Response(body, { status: kept.status, headers });
  }
  await next();
  if (c.res.status >= 500 || c.res.status === 429) return store.abandon(scope, key);
  const text = await c.res.clone().text();
  await store.finish(scope, key, {
    status: c.res.status,
    contentType: c.res.headers.get('content-type') ?? 'application/json',
    body: await ctx.vault.seal('answer', text),
  });
};

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
