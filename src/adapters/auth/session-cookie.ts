import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';

/**
 * An endpoint without a path, so for `auth.api` only: the token in the session cookie of a request, if its
 * signature is ours. better-auth's own getSession reads the system clock and makes two queries of one.
 */
export const sessionCookie = {
  id: 'session-cookie',
  endpoints: {
    readSessionToken: createAuthEndpoint({ method: 'GET', requireHeaders: true }, async (ctx) => {
      const { authCookies, secret } = ctx.context;
      return (await ctx.getSignedCookie(authCookies.sessionToken.name, secret)) || null;
    }),
  },
} satisfies BetterAuthPlugin;
