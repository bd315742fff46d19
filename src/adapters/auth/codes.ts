import { eq } from 'drizzle-orm';
import { CODE_LIFE_MS, CODE_TRIES } from '../../accounts';
import { verifications } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Clock } from '../../kernel/clock';
import type { IdSource } from '../../kernel/ids';
import type { Vault } from '../../trust';

/** As what somebody asked for a code: the account they mean, or the one that is to be made. */
export type CodeRole = 'seeker' | 'shop';

/** The value of a code's row: a keyed hash, never the code. */
interface StoredCode {
  hash: string;
  tries: number;
  role: CodeRole;
}

/** One-time codes, one per phone; `index` is the phone's blind index at its station. */
export interface Codes {
  /** Makes a code of six digits in place of the earlier one. */
  issue(index: string, role: CodeRole): Promise<string>;
  /** As what the standing code was asked for; null when there is none. Tells nothing about the code. */
  askedAs(index: string): Promise<CodeRole | null>;
  /** Uses the code up; of two callers at once one wins. @returns null when it is wrong, expired or dead */
  spend(index: string, code: string): Promise<CodeRole | null>;
}

/** Codes over PostgreSQL. `db` must be a connection, not a transaction. */
export function createCodes({
  db,
  vault,
  clock,
  ids,
}: {
  db: Db;
  vault: Vault;
  clock: Clock;
  ids: IdSource;
}): Codes {
  const hashOf = (index: string, code: string) => vault.blindIndex('code', `${index}:${code}`);

  return {
    async issue(index, role) {
      const code = sixDigits();
      const stored: StoredCode = { hash: await hashOf(index, code), tries: 0, role };
      const now = clock.now();
      await db.transaction(async (tx) => {
        await tx.delete(verifications).where(eq(verifications.identifier, identifierOf(index)));
        await tx.insert(verifications).values({
          id: ids.next(),
          identifier: identifierOf(index),
          value: JSON.stringify(stored),
          createdAt: new Date(now),
          expiresAt: new Date(now + CODE_LIFE_MS),
        });
      });
      return code;
    },

    async askedAs(index) {
      const [row] = await db
        .select({ value: verifications.value })
        .from(verifications)
        .where(eq(verifications.identifier, identifierOf(index)));
      return row ? (JSON.parse(row.value) as StoredCode).role : null;
    },

    async spend(index, code) {
      const hash = await hashOf(index, code);
      return db.transaction(async (tx) => {
        // The row lock makes tries of the same code queue up: each sees what the one before it left.
        const [row] = await tx
          .select()
          .from(verifications)
          .where(eq(verifications.identifier, identifierOf(index)))
          .for('update');
        if (!row || row.expiresAt.getTime() <= clock.now()) return null;
        const stored = JSON.parse(row.value) as StoredCode;
        const right = stored.hash === hash;
        const tries = stored.tries + 1;
        if (right || tries >= CODE_TRIES) {
          await tx.delete(verifications).where(eq(verifications.id, row.id));
        } else {
          const value = JSON.stringify({ ...stored, tries });
          await tx.update(verifications).set({ value }).where(eq(verifications.id, row.id));
        }
        return right ? stored.role : null;
      });
    },
  };
}

function identifierOf(index: string): string {
  return `code:${index}`;
}

/** A fair draw from 000000 … 999999: numbers beyond the last whole million are drawn again. */
function sixDigits(): string {
  const fair = Math.floor(2 ** 32 / 1_000_000) * 1_000_000;
  for (;;) {
    const [drawn = fair] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < fair) return String(drawn % 1_000_000).padStart(6, '0');
  }
}
