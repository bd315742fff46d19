import { eq } from 'drizzle-orm';
import { mobilePhone } from '../../accounts';
import { users } from '../../db/schema';
import type { Db } from '../../db/tx';
import { ruleBroken } from '../../kernel/errors';
import type { Id, IdSource } from '../../kernel/ids';
import type { Vault } from '../../trust';
import type { CodeRole } from './codes';

/** Accounts that are found by their phone. */
export interface PhoneAccounts {
  /**
   * Digits of the phone, and the blind index that stands for it at this station.
   * @throws DomainError `rule_broken` with `phone_invalid`
   */
  identify(stationId: Id, phone: string): Promise<{ digits: string; index: string }>;
  /** Makes the account, or finds it as it is. `phone` as for `identify`. */
  ensure(account: { stationId: Id; phone: string; name: string; role: CodeRole }): Promise<Id>;
  /** The phone of an account, digits only; null for one that has none. */
  phoneOf(userId: Id): Promise<string | null>;
}

/** PhoneAccounts over PostgreSQL. */
export function createPhoneAccounts({
  db,
  vault,
  ids,
}: {
  db: Db;
  vault: Vault;
  ids: IdSource;
}): PhoneAccounts {
  async function identify(stationId: Id, phone: string) {
    const digits = mobilePhone(phone);
    if (digits === null) throw ruleBroken([{ pointer: '/phone', code: 'phone_invalid' }]);
    return { digits, index: await vault.blindIndex('phone', `${stationId}:${digits}`) };
  }

  return {
    identify,
    async ensure({ stationId, phone, name, role }) {
      const { digits, index } = await identify(stationId, phone);
      const [made] = await db
        .insert(users)
        .values({
          id: ids.next(),
          stationId,
          name,
          role,
          email: noEmail(ids),
          phoneNumber: index,
          phoneSealed: await vault.seal('phone', digits),
        })
        .onConflictDoNothing({ target: users.phoneNumber })
        .returning({ id: users.id });
      if (made) return made.id;
      const [found] = await db.select({ id: users.id }).from(users).where(eq(users.phoneNumber, index));
      if (!found) throw new Error('the account went away while it was looked for');
      return found.id;
    },
    async phoneOf(userId) {
      const [found] = await db.select({ sealed: users.phoneSealed }).from(users).where(eq(users.id, userId));
      return found?.sealed ? vault.open('phone', found.sealed) : null;
    },
  };
}

/** better-auth wants an e-mail address; this one cannot exist (RFC 2606, section 2). */
export function noEmail(ids: IdSource): string {
  return `${ids.next()}@station.invalid`;
}
