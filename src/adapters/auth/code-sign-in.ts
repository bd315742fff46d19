import { type Accounts, CODES_PER_ADDRESS, CODES_PER_PHONE } from '../../accounts';
import { DomainError } from '../../kernel/errors';
import type { Notifier } from '../../notify';
import type { Vault } from '../../trust';
import type { Auth } from './auth';
import type { Codes } from './codes';
import type { PhoneAccounts } from './phones';
import { failuresFrom, type Quota } from './quota';
import { agentHeaders, signIn } from './signed-in';

/** Sign-in of seekers and shops: a code is sent to a phone, and whoever has it has the phone. */
export function createCodeSignIn({
  auth,
  phones,
  codes,
  quota,
  notifier,
  vault,
}: {
  auth: Auth;
  phones: PhoneAccounts;
  codes: Codes;
  quota: Quota;
  notifier: Notifier;
  vault: Vault;
}): Pick<Accounts, 'requestCode' | 'signInWithCode'> {
  return {
    async requestCode({ stationId, phone, role, address }) {
      const { digits, index } = await phones.identify(stationId, phone);
      const claims = [
        { key: `sent-to:${await vault.blindIndex('sent-to', digits)}`, windows: CODES_PER_PHONE },
        { key: `sent-from:${await vault.blindIndex('sent-from', address)}`, windows: CODES_PER_ADDRESS },
      ];
      await quota.take(claims, 'too_many_codes');
      const code = await codes.issue(index, role);
      try {
        await notifier.sendCode(digits, code);
      } catch (cause) {
        // The wait stays: a gateway in trouble is not helped by the same person asking again at once.
        throw Object.assign(new DomainError('unavailable', 'code_not_sent'), { cause });
      }
    },

    async signInWithCode({ stationId, phone, code, address, agent }) {
      const { index } = await phones.identify(stationId, phone);
      const tries = await quota.take([await failuresFrom(vault, address)], 'too_many_attempts');
      // Whose account it is has to be said before the code is looked at; `provePhone` looks at both.
      const { key } = await phones.meant(stationId, phone, (await codes.askedAs(index)) ?? 'seeker');
      const signedIn = await signIn('code_wrong', () =>
        auth.api.verifyPhoneNumber({
          body: { phoneNumber: key, code, stationId, phone },
          headers: agentHeaders(agent),
          returnHeaders: true,
        }),
      );
      await quota.giveBack(tries);
      return signedIn;
    },
  };
}
