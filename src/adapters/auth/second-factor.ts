import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import {
  type AccountOf,
  FAILURES_PER_USERNAME,
  matchingStep,
  newTotpSecret,
  type OwnAccount,
  type SecondFactorView,
  totpUri,
} from '../../accounts';
import { secondFactors, stations, users } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Clock } from '../../kernel/clock';
import { conflict, ruleBroken } from '../../kernel/errors';
import type { Id } from '../../kernel/ids';
import type { Vault } from '../../trust';
import { createAuditLog } from '../postgres/ledger';
import type { Quota } from './quota';

/** Purpose of a secret in the vault. */
const PURPOSE = 'totp';
const BACKUP_CODES = 10;
/** Letters and digits that are not taken for each other. */
const PLAIN = '23456789abcdefghjkmnpqrstuvwxyz';

/** The second step of signing in (RFC 6238), its secrets sealed, its backup codes as keyed hashes. */
export interface SecondFactors
  extends Pick<
    OwnAccount,
    'secondFactorOf' | 'beginSecondFactor' | 'confirmSecondFactor' | 'removeSecondFactor'
  > {
  /** Whether the account asks for a second step. */
  isOn(userId: Id): Promise<boolean>;
  /** Uses a code up: one of the app, or a backup code. Of two callers at once one wins. */
  spend(userId: Id, code: string): Promise<boolean>;
}

/** SecondFactors over PostgreSQL. `db` must be a connection. */
export function createSecondFactors(deps: {
  db: Db;
  vault: Vault;
  clock: Clock;
  quota: Quota;
}): SecondFactors {
  const { db, vault, clock, quota } = deps;
  const hashOf = (userId: Id, code: string) => vault.blindIndex('backup_code', `${userId}:${code}`);
  const ofUser = (userId: Id) => eq(secondFactors.userId, userId);

  const rowOf = async (userId: Id) =>
    (await db.select().from(secondFactors).where(ofUser(userId)))[0] ?? null;

  async function viewOf(userId: Id): Promise<SecondFactorView> {
    const [station] = await db
      .select({ settings: stations.settings })
      .from(stations)
      .innerJoin(users, and(eq(users.stationId, stations.id), eq(users.id, userId)));
    const row = await rowOf(userId);
    const state = row === null ? 'off' : row.confirmedAt === null ? 'pending' : 'on';
    return {
      state,
      demanded: station?.settings.requireSecondFactor ?? false,
      backupCodesLeft: state === 'on' ? (row?.backupHashes.length ?? 0) : 0,
    };
  }

  /** Uses up one try of this account; given back when the code was right. */
  async function trying<T>(userId: Id, work: () => Promise<T>): Promise<T> {
    const key = `failed-step:${await vault.blindIndex('failed', userId)}`;
    await quota.take([{ key, windows: FAILURES_PER_USERNAME }], 'too_many_attempts');
    const done = await work();
    await quota.forget(key);
    return done;
  }

  async function spend(userId: Id, entered: string): Promise<boolean> {
    const code = plainCode(entered);
    const row = await rowOf(userId);
    if (!row?.confirmedAt) return false;
    const step = await matchingStep(
      await vault.open(PURPOSE, row.secretSealed),
      code,
      clock.now(),
      row.lastStep,
    );
    if (step !== null) {
      // The condition makes of two requests with one code the second come too late.
      const used = await db
        .update(secondFactors)
        .set({ lastStep: step })
        .where(and(ofUser(userId), lt(secondFactors.lastStep, step)))
        .returning({ id: secondFactors.userId });
      return used.length > 0;
    }
    for (const hash of await vault.blindIndexes('backup_code', `${userId}:${code}`)) {
      const used = await db
        .update(secondFactors)
        .set({ backupHashes: sql`array_remove(${secondFactors.backupHashes}, ${hash})` })
        .where(and(ofUser(userId), sql`${hash} = any(${secondFactors.backupHashes})`))
        .returning({ id: secondFactors.userId });
      if (used.length > 0) return true;
    }
    return false;
  }

  return {
    spend,
    secondFactorOf: viewOf,
    isOn: async (userId) => (await rowOf(userId))?.confirmedAt instanceof Date,

    async beginSecondFactor({ userId }) {
      const fresh = await vault.seal(PURPOSE, newTotpSecret());
      await db.insert(secondFactors).values({ userId, secretSealed: fresh }).onConflictDoNothing();
      const row = await rowOf(userId);
      if (!row || row.confirmedAt !== null) throw conflict('second_factor_on');
      const secret = await vault.open(PURPOSE, row.secretSealed);
      const [user] = await db
        .select({ username: users.displayUsername, name: users.name, station: stations.name })
        .from(users)
        .innerJoin(stations, eq(stations.id, users.stationId))
        .where(eq(users.id, userId));
      return { secret, uri: totpUri(secret, user?.station ?? '', user?.username ?? user?.name ?? '') };
    },

    confirmSecondFactor: (of, entered) =>
      trying(of.userId, async () => {
        const row = await rowOf(of.userId);
        if (!row) throw conflict('second_factor_off');
        if (row.confirmedAt !== null) throw conflict('second_factor_on');
        const secret = await vault.open(PURPOSE, row.secretSealed);
        const step = await matchingStep(secret, plainCode(entered), clock.now(), row.lastStep);
        if (step === null) throw codeWrong();
        const codes = Array.from({ length: BACKUP_CODES }, backupCode);
        const backupHashes = await Promise.all(codes.map((code) => hashOf(of.userId, plainCode(code))));
        await db.transaction(async (tx) => {
          const set = await tx
            .update(secondFactors)
            .set({ confirmedAt: new Date(clock.now()), lastStep: step, backupHashes })
            .where(and(ofUser(of.userId), isNull(secondFactors.confirmedAt)))
            .returning({ id: secondFactors.userId });
          if (set.length === 0) throw conflict('second_factor_on');
          await createAuditLog(tx).append([auditOf(of, 'second_factor_on')]);
        });
        return codes;
      }),

    removeSecondFactor: (of, code) =>
      trying(of.userId, async () => {
        const { state, demanded } = await viewOf(of.userId);
        if (state === 'off') throw conflict('second_factor_off');
        if (state === 'on' && demanded) throw conflict('second_factor_demanded');
        if (state === 'on' && !(await spend(of.userId, code))) throw codeWrong();
        await db.transaction(async (tx) => {
          await tx.delete(secondFactors).where(ofUser(of.userId));
          await createAuditLog(tx).append([auditOf(of, 'second_factor_off')]);
        });
      }),
  };
}

/** The line of the audit log about an account. */
export function auditOf({ stationId, userId, by }: AccountOf, verb: string) {
  return { stationId, actor: by, action: `user.${verb}`, entity: 'user', entityId: userId };
}

const codeWrong = () => ruleBroken([{ pointer: '/code', code: 'code_wrong' }], 'code_wrong');

/** As codes are compared: people type spaces, hyphens, capitals and full-width digits. */
const plainCode = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');

/** `xxxx-xxxx`: 39 bits by a fair draw. */
function backupCode(): string {
  let code = '';
  while (code.length < 8) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < PLAIN.length * 8) code += PLAIN[byte % PLAIN.length];
  }
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
