import { and, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Accounts } from '../../accounts';
import { secondFactors, sessions, stations, users, verifications } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Clock } from '../../kernel/clock';
import { DomainError } from '../../kernel/errors';
import type { IdSource } from '../../kernel/ids';
import type { Notifier } from '../../notify';
import type { Vault } from '../../trust';
import { createAuth } from './auth';
import { createCare } from './care';
import { createCodeSignIn } from './code-sign-in';
import { createCodes } from './codes';
import { createPasswordSignIn } from './password-sign-in';
import { createPhoneAccounts } from './phones';
import { createQuota } from './quota';
import { createSecondFactors } from './second-factor';
import { roleOf } from './signed-in';

export interface AccountsDeps {
  /** A connection, not a transaction. */
  db: Db;
  vault: Vault;
  /** Rules over codes, counters and the lives of sessions. */
  clock: Clock;
  ids: IdSource;
  notifier: Notifier;
  /** Signs the session cookies; at least 32 random characters. */
  secret: string;
  /** Where people reach the application, with scheme. */
  baseUrl: string;
  /** Whether cookies are `Secure`: yes everywhere but on localhost. */
  secureCookies: boolean;
}

/** Accounts on better-auth over PostgreSQL; runs in Node and in Workers. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const { db, clock, ids, vault } = deps;
  const phones = createPhoneAccounts(deps);
  const codes = createCodes(deps);
  const quota = createQuota(db, clock, ids);
  const factors = createSecondFactors({ ...deps, quota });
  const auth = createAuth({
    ...deps,
    async provePhone({ stationId, phone, code, phoneNumber }) {
      const { index } = await phones.identify(stationId, phone);
      const role = await codes.spend(index, code);
      const meant = role && (await phones.meant(stationId, phone, role));
      if (role === null || meant?.key !== phoneNumber) throw new DomainError('unauthenticated', 'code_wrong');
      if (!meant.exists) await phones.ensure({ stationId, phone, name: '', role });
    },
  });

  return {
    ...createCodeSignIn({ ...deps, auth, phones, codes, quota }),
    ...createPasswordSignIn({ ...deps, auth, quota, factors }),
    ...createCare({ ...deps, auth, quota }),
    secondFactorOf: factors.secondFactorOf,
    beginSecondFactor: factors.beginSecondFactor,
    confirmSecondFactor: factors.confirmSecondFactor,
    removeSecondFactor: factors.removeSecondFactor,

    async actorOf(headers) {
      const token = await auth.api.readSessionToken({ headers });
      if (token === null) return null;
      const now = new Date(clock.now());
      const [row] = await db
        .select({
          sessionId: sessions.id,
          userId: users.id,
          stationId: users.stationId,
          role: users.role,
          name: users.name,
          banned: users.banned,
          banExpires: users.banExpires,
          settings: stations.settings,
          secondFactorAt: secondFactors.confirmedAt,
        })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .innerJoin(stations, eq(stations.id, users.stationId))
        .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
        .where(
          and(
            inArray(sessions.token, await vault.blindIndexes('session', token)),
            gt(sessions.expiresAt, now),
          ),
        );
      if (!row || (row.banned && !(row.banExpires && row.banExpires <= now))) return null;
      const { userId, stationId, name, sessionId } = row;
      const role = roleOf(row.role);
      const demanded = (role === 'staff' || role === 'admin') && row.settings.requireSecondFactor === true;
      const mustSetUp = demanded && row.secondFactorAt === null;
      return { actor: { kind: 'user', userId, role, stationId }, name, sessionId, mustSetUp };
    },

    async signOut(headers) {
      // better-auth looks under the key of today only; one signed in before a change of keys is signed out as well.
      const token = await auth.api.readSessionToken({ headers });
      if (token !== null) {
        const hashes = await vault.blindIndexes('session', token);
        await db.delete(sessions).where(inArray(sessions.token, hashes));
      }
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      return answer.getSetCookie();
    },

    ensurePhoneAccount: phones.ensure,
    phoneOf: phones.phoneOf,

    async revokeSessions(userId) {
      await db.delete(sessions).where(eq(sessions.userId, userId));
    },

    async removeAccount(userId) {
      await db.delete(users).where(eq(users.id, userId));
    },

    async removeExpired() {
      const now = new Date(clock.now());
      const gone = await db
        .delete(verifications)
        .where(lte(verifications.expiresAt, now))
        .returning({ id: verifications.id });
      const ended = await db
        .delete(sessions)
        .where(lte(sessions.expiresAt, now))
        .returning({ id: sessions.id });
      return gone.length + ended.length;
    },
  };
}
