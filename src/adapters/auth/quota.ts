import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import { FAILURES_PER_ADDRESS, secondsToWait, type Window } from '../../accounts';
import { verifications } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Clock } from '../../kernel/clock';
import { DomainError } from '../../kernel/errors';
import type { Id, IdSource } from '../../kernel/ids';
import type { Vault } from '../../trust';

/** A claim to one more event under `key`, a word and a keyed hash; never personal text. */
export interface Claim {
  key: string;
  windows: readonly Window[];
}

/**
 * Counts events in the database, one row of `verifications` each, so that every process and every edge
 * location counts the same ones.
 */
export interface Quota {
  /**
   * Takes one event of each claim, or none of any.
   * @returns ids of the events, for `giveBack`
   * @throws DomainError `too_many` with `code` (values: retryAfter in seconds)
   */
  take(claims: readonly Claim[], code: string): Promise<Id[]>;
  /** Undoes events that turned out not to count. */
  giveBack(events: readonly Id[]): Promise<void>;
  /** Starts counting anew. */
  forget(key: string): Promise<void>;
}

/** Quota over PostgreSQL. `db` must be a connection, not a transaction. */
export function createQuota(db: Db, clock: Clock, ids: IdSource): Quota {
  async function secondsFor(tx: Db, claim: Claim, nowMs: number): Promise<number> {
    // Counting and inserting must not interleave with another request of the same key.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${claim.key}, 0))`);
    const rows = await tx
      .select({ at: verifications.createdAt })
      .from(verifications)
      .where(
        and(
          eq(verifications.identifier, claim.key),
          gt(verifications.createdAt, new Date(nowMs - longest(claim))),
        ),
      )
      .orderBy(desc(verifications.createdAt))
      .limit(Math.max(...claim.windows.map(({ limit }) => limit)));
    const times = rows.map(({ at }) => at.getTime());
    return secondsToWait(times, claim.windows, nowMs);
  }

  return {
    async take(claims, code) {
      // One order for everybody: two requests that share two keys cannot wait for each other.
      const sorted = [...claims].sort((a, b) => (a.key < b.key ? -1 : 1));
      return db.transaction(async (tx) => {
        const now = clock.now();
        let retryAfter = 0;
        for (const claim of sorted) retryAfter = Math.max(retryAfter, await secondsFor(tx, claim, now));
        if (retryAfter > 0) throw new DomainError('too_many', code, { values: { retryAfter } });
        const events = sorted.map((claim) => ({
          id: ids.next(),
          identifier: claim.key,
          value: '',
          createdAt: new Date(now),
          expiresAt: new Date(now + longest(claim)),
        }));
        await tx.insert(verifications).values(events);
        return events.map(({ id }) => id);
      });
    },
    async giveBack(events) {
      await db.delete(verifications).where(inArray(verifications.id, [...events]));
    },
    async forget(key) {
      await db.delete(verifications).where(eq(verifications.identifier, key));
    },
  };
}

/** The claim of one failed sign-in, of either kind, from an address. */
export async function failuresFrom(vault: Vault, address: string): Promise<Claim> {
  return {
    key: `failed-from:${await vault.blindIndex('failed-from', address)}`,
    windows: FAILURES_PER_ADDRESS,
  };
}

function longest({ windows }: Claim): number {
  return Math.max(...windows.map(({ ms }) => ms));
}
