import { isAPIError } from 'better-auth/api';
import {
  type Accounts,
  FAILURES_PER_USERNAME,
  isWeakPassword,
  PASSWORD_LENGTH,
  usernameKey,
} from '../../accounts';
import { sqlState, UNIQUE_VIOLATION } from '../../db/tx';
import { conflict, DomainError, ruleBroken } from '../../kernel/errors';
import type { IdSource } from '../../kernel/ids';
import type { Vault } from '../../trust';
import type { Auth } from './auth';
import { noEmail } from './phones';
import { failuresFrom, type Quota } from './quota';
import { signIn } from './signed-in';

/** Sign-in of staff and admins by name and password, and the making of their accounts. */
export function createPasswordSignIn({
  auth,
  quota,
  vault,
  ids,
}: {
  auth: Auth;
  quota: Quota;
  vault: Vault;
  ids: IdSource;
}): Pick<Accounts, 'signInWithPassword' | 'createStaff'> {
  return {
    async signInWithPassword({ stationId, username, password, address }) {
      const key = usernameKey(stationId, username);
      if (key === null) throw new DomainError('unauthenticated', 'password_wrong');
      const ofName = {
        key: `failed:${await vault.blindIndex('failed', key)}`,
        windows: FAILURES_PER_USERNAME,
      };
      // An attempt counts as failed until it has succeeded: many at once must not slip past the count.
      const tries = await quota.take([ofName, await failuresFrom(vault, address)], 'too_many_attempts');
      // Without "remember me" the cookie ends with the browser: desks are shared.
      const signedIn = await signIn('password_wrong', () =>
        auth.api.signInUsername({
          body: { username: key, password, rememberMe: false },
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
