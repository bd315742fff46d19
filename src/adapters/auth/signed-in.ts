import { isAPIError } from 'better-auth/api';
import type { SignedIn } from '../../accounts';
import { ROLES, type Role } from '../../kernel/actor';
import { DomainError, forbidden } from '../../kernel/errors';

/** The role as the database spells it. @throws for a word that is none */
export function roleOf(text: string | null | undefined): Role {
  const role = ROLES.find((known) => known === text);
  if (role === undefined) throw new Error('an account has no known role');
  return role;
}

/** What better-auth is told of the browser: nothing but its name, which becomes a kind of machine. */
export const agentHeaders = (agent: string | undefined): Headers =>
  new Headers(agent === undefined ? {} : { 'user-agent': agent });

/**
 * Runs one of better-auth's sign-ins.
 * @param refusal the code of `unauthenticated` when better-auth refuses
 * @throws DomainError `forbidden/account_banned`; other errors as they are
 */
export async function signIn(
  refusal: string,
  attempt: () => Promise<{
    headers: Headers;
    response: { user: { id: string; name: string; role?: string | null | undefined } };
  }>,
): Promise<SignedIn> {
  try {
    const { headers, response } = await attempt();
    const { id: userId, name, role } = response.user;
    return { cookies: headers.getSetCookie(), userId, role: roleOf(role), name };
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    if (error.body?.code === 'BANNED_USER') throw forbidden('account_banned');
    throw new DomainError('unauthenticated', refusal);
  }
}
