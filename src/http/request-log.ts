import type { Context } from 'hono';
import { routePath } from 'hono/route';
import type { AppEnv, Middleware } from './env';
import { asDomainError } from './problem';

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
  if (c.error && !asDomainError(c.error)) log.error({ ...line, error: nameOf(c.error) }, 'request failed');
  else log.info(line, 'request');
};

/** The pattern that matched (`/api/jobs/{id}`), or `-` for none. */
function routeOf(c: Context<AppEnv>): string {
  const pattern = routePath(c, -1);
  return pattern === '' || pattern === '*' || pattern === '/*' ? '-' : pattern;
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
