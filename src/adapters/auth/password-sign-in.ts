import { isAPIError } from 'better-auth/api';
import { and, eq, isNotNull } from 'drizzle-orm';
import {
  type Accounts,
  FAILURES_PER_USERNAME,
  isWeakPassword,
  PASSWORD_LENGTH,
  usernameKey,
} from '../../accounts';
import { accounts, secondFactors, users } from '../../db/schema';
import { type Db, sqlState, UNIQUE_VIOLATION } from '../../db/tx';
import { conflict, DomainError, ruleBroken } from '../../kernel/errors';
import type { IdSource } from '../../kernel/ids';
import type { Vault } from '../../trust';
import type { Auth } from './auth';
import { noEmail } from './phones';
import { failuresFrom, type Quota } from './quota';
import type { SecondFactors } from './second-factor';
import { agentHeaders, signIn } from './signed-in';

/** Sign-in of staff and admins by name and password, and the making of their accounts. */
export function createPasswordSignIn({
  auth,
  quota,
  vault,
  ids,
  db,
  factors,
}: {
  auth: Auth;
  quota: Quota;
  vault: Vault;
  ids: IdSource;
  db: Db;
  factors: SecondFactors;
}): Pick<Accounts, 'signInWithPassword' | 'createStaff'> {
  /**
   * The second step of an account that has one, after its password was looked at.
   * @throws DomainError `unauthenticated/second_factor_needed|code_wrong`
   */
  async function secondStep(key: string, given: string, code: string | undefined): Promise<void> {
    const [user] = await db
      .select({ id: users.id, hash: accounts.password })
      .from(users)
      .innerJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.providerId, 'credential')))
      .innerJoin(secondFactors, eq(secondFactors.userId, users.id))
      .where(and(eq(users.username, key), isNotNull(secondFactors.confirmedAt)));
    if (!user?.hash) return;
    const { password } = await auth.$context;
    if (!(await password.verify({ hash: user.hash, password: given }))) {
      throw new DomainError('unauthenticated', 'password_wrong');
    }
    if (code === undefined) throw new DomainError('unauthenticated', 'second_factor_needed');
    if (!(await factors.spend(user.id, code))) throw new DomainError('unauthenticated', 'code_wrong');
  }

  return {
    async signInWithPassword({ stationId, username, password, code, address, agent }) {
      const key = usernameKey(stationId, username);
      if (key === null) throw new DomainError('unauthenticated', 'password_wrong');
      const ofName = {
        key: `failed:${await vault.blindIndex('failed', key)}`,
        windows: FAILURES_PER_USERNAME,
      };
      // An attempt counts as failed until it has succeeded: many at once must not slip past the count.
      const tries = await quota.take([ofName, await failuresFrom(vault, address)], 'too_many_attempts');
      await secondStep(key, password, code);
      // Without "remember me" the cookie ends with the browser: desks are shared.
      const signedIn = await signIn('password_wrong', () =>
        auth.api.signInUsername({
          body: { username: key, password, rememberMe: false },
          headers: agentHeaders(agent),
          returnHeaders: true,
        }),
      );
      await quota.giveBack(tries);
      await quota.forget(ofName.key);
      return signedIn;
    },

    async createStaff({ stationId, username, password, name, role }) {
      const key = usernameKey(stationId, username);
      if (key === null) throw ruleBroken([{ pointer: '/username', code: 'username_invalid' }]);
      if (isWeakPassword(password, username)) {
        const values = { least: PASSWORD_LENGTH.least };
        throw ruleBroken([{ pointer: '/password', code: 'password_weak', values }], 'password_weak');
      }
      const displayUsername = username.trim();
      try {
        const { user } = await auth.api.createUser({
          body: {
            email: noEmail(ids),
            password,
            name,
            data: { role, stationId, username: key, displayUsername },
          },
        });
        return user.id;
      } catch (error) {
        if (isTaken(error)) throw conflict('username_taken');
        throw error;
      }
    },
  };
}

/** better-auth looks before it inserts; of two at once the unique index refuses the second. */
function isTaken(error: unknown): boolean {
  if (isAPIError(error)) return error.body?.code === 'USERNAME_IS_ALREADY_TAKEN';
  return sqlState(error) === UNIQUE_VIOLATION;
}
