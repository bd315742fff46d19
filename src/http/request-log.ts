import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { DomainError } from '../kernel/errors';
import type { AppEnv, Middleware } from './env';

const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/;

/**
 * Gives each request an id and writes one line about it: route pattern, never the path or query, because
 * those hold what people typed.
 */
export const requestLog: Middleware = async (c, next) => {
  const started = performance.now();
  const given = c.req.header('x-request-id');
  const requestId = given && REQUEST_ID.test(given) ? given : crypto.randomUUID();
  c.set('requestId', requestId);
  await next();
  c.header('x-request-id', requestId);
  const ms = performance.now() - started;
  const { log, metrics } = c.get('deps');
  const line = {
    requestId,
    method: c.req.method,
    route: routeOf(c),
    status: c.res.status,
    ms: Math.round(ms * 10) / 10,
  };
  metrics?.request({ method: line.method, route: line.route, status: line.status }, ms / 1000);
  // What was thrown by us on purpose explains itself; a lost database and what nobody foresaw are named.
  if (c.error && c.res.status >= 500 && !(c.error instanceof DomainError))
    log.error({ ...line, error: nameOf(c.error) }, 'request failed');
  else log.info(line, 'request');
};

/** The pattern that matched (`/api/jobs/:id`), or `-` for none; middleware for many paths is no answer to one. */
function routeOf(c: Context<AppEnv>): string {
  return (
    matchedRoutes(c)
      .map(({ path }) => path)
      .findLast((path) => !path.endsWith('*')) ?? '-'
  );
}

/**
 * Name and place of an error without its message: a driver's message holds the statement with its values.
 */
function nameOf(error: Error): string {
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = (cause as { code?: unknown }).code;
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [cause.name, typeof code === 'string' ? code : '', ...frames.slice(0, 4).map((f) => f.trim())].join(
    ' | ',
  );
}
