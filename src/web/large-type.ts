import { getCookie, setCookie } from 'hono/cookie';
import type { PageContext, PageMiddleware } from './page-env';

/** 关怀版: whether the person reads in large type. The choice is a cookie of a year, and holds no name. */
const COOKIE = 'type';
const YEAR_SECONDS = 365 * 86_400;

const asked = (c: PageContext): string | undefined => c.req.query('type');

/** Whether this page is to be drawn in large type: the address decides, else the cookie. */
export function isLargeType(c: PageContext): boolean {
  const wanted = asked(c);
  if (wanted === 'large' || wanted === 'normal') return wanted === 'large';
  return getCookie(c, COOKIE) === 'large';
}

/** Keeps a choice made by `?type=large` or `?type=normal`. */
export const keepType: PageMiddleware = async (c, next) => {
  const wanted = asked(c);
  if (wanted === 'large' || wanted === 'normal') {
    setCookie(c, COOKIE, wanted, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'Lax', httpOnly: true });
  }
  await next();
};
