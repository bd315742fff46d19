import { eq, inArray } from 'drizzle-orm';
import { mobilePhone } from '../../accounts';
import { phoneText } from '../../candidates';
import { users } from '../../db/schema';
import type { Db } from '../../db/tx';
import { ruleBroken } from '../../kernel/errors';
import type { Id, IdSource } from '../../kernel/ids';
import type { Vault } from '../../trust';
import type { CodeRole } from './codes';

/** Accounts that are found by their phone: a phone may have one of each role. */
export interface PhoneAccounts {
  /**
   * Digits of the phone, and the blind index that stands for it at this station, by the key of today.
   * @throws DomainError `rule_broken` with `phone_invalid`
   */
  identify(stationId: Id, phone: string): Promise<{ digits: string; index: string }>;
  /**
   * The account that somebody means who signs in with this phone, by the key under which it is or will be found. A shop is made when it is asked for;
   * who comes as a seeker, which is what the form proposes, and has only a shop is let into the shop. A banned
   * phone gets no second account.
   * @param phone as for `identify`
   */
  meant(stationId: Id, phone: string, asked: CodeRole): Promise<{ key: string; exists: boolean }>;
  /** Makes the account of this role, or finds it as it is. `phone` as for `identify`. */
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
    return { digits, index: await vault.blindIndex('phone', phoneText(stationId, digits)) };
  }

  async function accountsOf(stationId: Id, digits: string) {
    // While keys are changed an account may stand under the index of either.
    const indexes = await vault.blindIndexes('phone', phoneText(stationId, digits));
    // Accounts from before there could be two stand under the plain index.
    const keys = indexes.flatMap((index) => [index, roleKey(index, 'seeker'), roleKey(index, 'shop')]);
    return db
      .select({ id: users.id, key: users.phoneNumber, role: users.role, banned: users.banned })
      .from(users)
      .where(inArray(users.phoneNumber, keys));
  }

  return {
    identify,
    async meant(stationId, phone, asked) {
      const { digits, index } = await identify(stationId, phone);
      const known = await accountsOf(stationId, digits);
      const own = known.find(({ role }) => role === asked);
      const instead = asked === 'seeker' ? known[0] : known.find(({ banned }) => banned);
      const key = (own ?? instead)?.key ?? null;
      return { key: key ?? roleKey(index, asked), exists: key !== null };
    },
    async ensure({ stationId, phone, name, role }) {
      const { digits, index } = await identify(stationId, phone);
      const known = (await accountsOf(stationId, digits)).find((account) => account.role === role);
      if (known) return known.id;
      const key = roleKey(index, role);
      const [made] = await db
        .insert(users)
        .values({
          id: ids.next(),
          stationId,
          name,
          role,
          email: noEmail(ids),
          phoneNumber: key,
          phoneSealed: await vault.seal('phone', digits),
        })
        .onConflictDoNothing({ target: users.phoneNumber })
        .returning({ id: users.id });
      if (made) return made.id;
      const [found] = await db.select({ id: users.id }).from(users).where(eq(users.phoneNumber, key));
      if (!found) throw new Error('the account went away while it was looked for');
      return found.id;
    },
    async phoneOf(userId) {
      const [found] = await db.select({ sealed: users.phoneSealed }).from(users).where(eq(users.id, userId));
      return found?.sealed ? vault.open('phone', found.sealed) : null;
    },
  };
}

/** Under what an account of this role stands in `phone_number`. */
const roleKey = (index: string, role: CodeRole) => `${index}:${role}`;

/** better-auth wants an e-mail address; this one cannot exist (RFC 2606, section 2). */
export function noEmail(ids: IdSource): string {
  return `${ids.next()}@station.invalid`;
}
