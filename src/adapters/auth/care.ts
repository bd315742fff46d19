import { and, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import {
  type AccountOf,
  DEVICES,
  FAILURES_PER_USERNAME,
  isWeakPassword,
  type OwnAccount,
  PASSWORD_LENGTH,
  type StaffCare,
  usernameKey,
} from '../../accounts';
import { accounts, secondFactors, sessions, stations, users } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Clock } from '../../kernel/clock';
import { notFound, ruleBroken } from '../../kernel/errors';
import type { Vault } from '../../trust';
import { createAuditLog } from '../postgres/ledger';
import type { Auth } from './auth';
import type { Quota } from './quota';
import { auditOf } from './second-factor';

type Care = Pick<OwnAccount, 'sessionsOf' | 'endSession' | 'endOtherSessions' | 'changePassword'> & StaffCare;

/** Sessions, passwords and staff accounts over PostgreSQL; every change leaves a line in the audit log. */
export function createCare(deps: { db: Db; vault: Vault; clock: Clock; quota: Quota; auth: Auth }): Care {
  const { db, vault, clock, quota, auth } = deps;

  /** Does something to an account of the station, with its line in the audit log. */
  async function changing(of: AccountOf, verb: string, work: (tx: Db) => Promise<unknown>): Promise<void> {
    await db.transaction(async (tx) => {
      const [user] = await tx
        .select({ id: users.id })
        .from(users)
        .where(and(eq(users.id, of.userId), eq(users.stationId, of.stationId)));
      if (!user) throw notFound('user');
      await work(tx);
      await createAuditLog(tx).append([auditOf(of, verb)]);
    });
  }

  async function passwordOf(userId: string): Promise<{ hash: string | null; username: string }> {
    const [row] = await db
      .select({ hash: accounts.password, username: users.displayUsername })
      .from(users)
      .leftJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.providerId, 'credential')))
      .where(eq(users.id, userId));
    return { hash: row?.hash ?? null, username: row?.username ?? '' };
  }

  return {
    async sessionsOf(userId) {
      const rows = await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, new Date(clock.now()))))
        .orderBy(desc(sessions.createdAt));
      return rows.map(({ id, userAgent, createdAt, expiresAt }) => ({
        id,
        device: DEVICES.find((device) => device === userAgent) ?? 'other',
        createdAt: createdAt.getTime(),
        expiresAt: expiresAt.getTime(),
      }));
    },

    endSession: (of, sessionId) =>
      changing(of, 'session_end', async (tx) => {
        const gone = await tx
          .delete(sessions)
          .where(and(eq(sessions.id, sessionId), eq(sessions.userId, of.userId)))
          .returning({ id: sessions.id });
        if (gone.length === 0) throw notFound('session');
      }),

    async endOtherSessions(of, keep) {
      let ended = 0;
      await changing(of, 'sessions_end', async (tx) => {
        const gone = await tx
          .delete(sessions)
          .where(and(eq(sessions.userId, of.userId), ne(sessions.id, keep)))
          .returning({ id: sessions.id });
        ended = gone.length;
      });
      return ended;
    },

    async changePassword(of, { keep, current, next }) {
      const key = `failed-change:${await vault.blindIndex('failed', of.userId)}`;
      await quota.take([{ key, windows: FAILURES_PER_USERNAME }], 'too_many_attempts');
      const { password } = await auth.$context;
      const { hash, username } = await passwordOf(of.userId);
      if (hash === null || !(await password.verify({ hash, password: current }))) {
        throw ruleBroken([{ pointer: '/current', code: 'password_wrong' }], 'password_wrong');
      }
      if (isWeakPassword(next, username)) {
        const values = { least: PASSWORD_LENGTH.least };
        throw ruleBroken([{ pointer: '/next', code: 'password_weak', values }], 'password_weak');
      }
      const hashed = await password.hash(next);
      await changing(of, 'password', async (tx) => {
        await tx
          .update(accounts)
          .set({ password: hashed, updatedAt: new Date(clock.now()) })
          .where(and(eq(accounts.userId, of.userId), eq(accounts.providerId, 'credential')));
        await tx.delete(sessions).where(and(eq(sessions.userId, of.userId), ne(sessions.id, keep)));
      });
      await quota.forget(key);
    },

    async staffOf(stationId) {
      const standing = db
        .select({ userId: sessions.userId, count: sql<number>`count(*)::int`.as('count') })
        .from(sessions)
        .where(gt(sessions.expiresAt, new Date(clock.now())))
        .groupBy(sessions.userId)
        .as('standing');
      const rows = await db
        .select({
          id: users.id,
          username: users.displayUsername,
          name: users.name,
          role: users.role,
          banned: users.banned,
          confirmedAt: secondFactors.confirmedAt,
          sessions: standing.count,
        })
        .from(users)
        .leftJoin(secondFactors, eq(secondFactors.userId, users.id))
        .leftJoin(standing, eq(standing.userId, users.id))
        .where(and(eq(users.stationId, stationId), inArray(users.role, ['staff', 'admin'])))
        .orderBy(users.username);
      return rows.map(({ banned, confirmedAt, ...row }) => ({
        ...row,
        username: row.username ?? '',
        role: row.role === 'admin' ? 'admin' : 'staff',
        disabled: banned,
        secondFactor: confirmedAt !== null,
        sessions: row.sessions ?? 0,
      }));
    },

    async staffNamed(stationId, username) {
      const key = usernameKey(stationId, username);
      if (key === null) return null;
      const [row] = await db.select({ id: users.id }).from(users).where(eq(users.username, key));
      return row?.id ?? null;
    },

    setDisabled: (of, disabled) =>
      changing(of, disabled ? 'disable' : 'enable', async (tx) => {
        await tx.update(users).set({ banned: disabled, banExpires: null }).where(eq(users.id, of.userId));
        if (disabled) await tx.delete(sessions).where(eq(sessions.userId, of.userId));
      }),

    endSessionsOf: (of) =>
      changing(of, 'sessions_end', (tx) => tx.delete(sessions).where(eq(sessions.userId, of.userId))),

    resetSecondFactor: (of) =>
      changing(of, 'second_factor_reset', (tx) =>
        tx.delete(secondFactors).where(eq(secondFactors.userId, of.userId)),
      ),

    async demandSecondFactor({ stationId, by }, demanded) {
      const setting = JSON.stringify({ requireSecondFactor: demanded });
      await db.transaction(async (tx) => {
        await tx
          .update(stations)
          .set({ settings: sql`${stations.settings} || ${setting}::jsonb` })
          .where(eq(stations.id, stationId));
        const action = demanded ? 'station.second_factor_demand' : 'station.second_factor_free';
        const line = { stationId, actor: by, action, entity: 'station', entityId: stationId };
        await createAuditLog(tx).append([line]);
      });
    },
  };
}
