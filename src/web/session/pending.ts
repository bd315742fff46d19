import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { PageContext } from '../page-env';

/** A sign-in between its two pages: the code is on its way to this phone. */
export interface PendingSignIn {
  phone: string;
  /** Where to go afterwards; '' for the person's own first page. */
  next: string;
}

const COOKIE = 'sign-in';
const PURPOSE = 'sign_in';
/** The cookie lives a little longer than the code, so that a late code is called late and not lost. */
const LIFE_SECONDS = 600;

/** Keeps the sign-in in the browser, sealed: a phone number stands neither in an address nor readably in a cookie. */
export async function keepPending(c: PageContext, pending: PendingSignIn): Promise<void> {
  const { vault } = c.get('ctx');
  const sealed = await vault.seal(PURPOSE, JSON.stringify(pending));
  setCookie(c, COOKIE, btoa(String.fromCharCode(...sealed)), {
    path: '/sign-in',
    maxAge: LIFE_SECONDS,
    sameSite: 'Lax',
    httpOnly: true,
    secure: c.get('deps').config.baseUrl?.startsWith('https:') ?? false,
  });
}

/** The sign-in that this browser has begun; null for none, or for a cookie that is not ours. */
export async function readPending(c: PageContext): Promise<PendingSignIn | null> {
  const cookie = getCookie(c, COOKIE);
  if (!cookie) return null;
  try {
    const sealed = Uint8Array.from(atob(cookie), (char) => char.charCodeAt(0));
    return JSON.parse(await c.get('ctx').vault.open(PURPOSE, sealed)) as PendingSignIn;
  } catch {
    return null;
  }
}

/** Forgets it. */
export function dropPending(c: PageContext): void {
  deleteCookie(c, COOKIE, { path: '/sign-in' });
}
