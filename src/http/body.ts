import { bodyLimit } from 'hono/body-limit';
import { DomainError } from '../kernel/errors';
import type { Middleware } from './env';

/** Largest JSON body, bytes. */
export const MAX_BODY_BYTES = 256 * 1024;
/** Largest import, bytes; it is read as a stream. */
export const MAX_IMPORT_BYTES = 64 * 1024 * 1024;

/** Refuses bodies that are too large, by what they say and by what they are. */
export const limitBody: Middleware = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new DomainError('too_large', 'body_too_large', { values: { max: MAX_BODY_BYTES } });
  },
});

/** API calls with a body speak JSON; anything else is refused before it is read. */
export const requireJson: Middleware = async (c, next) => {
  const unsafe = !['GET', 'HEAD', 'OPTIONS', 'DELETE'].includes(c.req.method);
  const type = c.req.header('content-type');
  const hasBody = c.req.raw.body !== null && c.req.header('content-length') !== '0';
  if (unsafe && hasBody && !/^application\/([\w.-]+\+)?json *(;|$)/i.test(type ?? '')) {
    throw new DomainError('unsupported_type', 'json_needed');
  }
  await next();
};
