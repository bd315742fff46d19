import type { Middleware } from './env';

/**
 * What somebody gets who brought a cookie or a token is kept by nobody between, refusals and redirects as well. Files
 * of the program are the same for everybody.
 */
export const noStore: Middleware = async (c, next) => {
  await next();
  const known = c.req.header('cookie') !== undefined || c.req.header('authorization') !== undefined;
  if (known && !c.req.path.startsWith('/assets/')) c.header('cache-control', 'no-store');
};
