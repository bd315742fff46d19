import { sql } from 'drizzle-orm';
import { auditChain, auditSignatures } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Id } from '../../kernel/ids';
import type { AuditChain, Vault } from '../../trust';
import { createChainCheck } from './audit-check';
import {
  type ChainEnd,
  chainEnds,
  linkOf,
  type Position,
  SIGNING,
  signedText,
  unlinked,
} from './audit-lines';
import { insertMany } from './bulk';

/** One process at a time makes links. */
const AUDIT_LOCK = 7_215_009;
/** Lines of one transaction. */
const BATCH = 1000;

/** AuditChain over PostgreSQL; the serving role may only append to it. `db` must be a connection. */
export function createAuditChain(db: Db, vault: Vault): AuditChain {
  const check = createChainCheck(db, vault);

  async function sealStation(
    tx: Db,
    end: ChainEnd,
    seen: Map<Id, Position>,
    atMost: number,
  ): Promise<number> {
    const lines = await unlinked(tx, end, seen.get(end.stationId), atMost);
    if (lines.length === 0) return 0;
    if (end.number > 0 && !(await check.isSigned(tx, end))) return 0;
    let { hash, number } = end;
    const links = [];
    for (const line of lines) {
      number += 1;
      hash = await linkOf(hash, number, line);
      const link = { stationId: end.stationId, number, seq: line.seq, hash: fromHex(hash) };
      links.push({ ...link, at: new Date(`${line.at}Z`) });
    }
    await insertMany(tx, auditChain, links);
    await insertSignature(tx, { ...end, number, hash });
    const last = lines.at(-1);
    if (last) seen.set(end.stationId, last);
    return lines.length;
  }

  async function insertSignature(tx: Db, end: ChainEnd): Promise<void> {
    const { stationId, number } = end;
    const signature = await vault.seal(SIGNING, signedText(end));
    await tx.insert(auditSignatures).values({ stationId, number, signature });
  }

  return {
    async seal(atMost) {
      let sealed = 0;
      // Only the first look goes back an hour: a hundred times over what an import wrote would take minutes.
      const seen = new Map<Id, Position>();
      for (;;) {
        const batch = await db.transaction(async (tx) => {
          const [row] = await tx.execute<{ got: boolean }>(
            sql`select pg_try_advisory_xact_lock(${AUDIT_LOCK}) as got`,
          );
          if (!row?.got) return null;
          let done = 0;
          for (const end of await chainEnds(tx)) {
            const room = Math.min(BATCH, atMost - sealed) - done;
            if (room > 0) done += await sealStation(tx, end, seen, room);
          }
          return done;
        });
        if (batch === null) return sealed === 0 ? null : sealed;
        sealed += batch;
        if (batch === 0 || sealed >= atMost) return sealed;
      }
    },

    verify: (earlier) => check.all(earlier),

    async sign() {
      const holding = (await check.all()).filter(
        ({ fault, links }) => links > 0 && (fault === null || fault.kind === 'signature'),
      );
      const ends = await chainEnds(db);
      for (const { stationId } of holding) {
        const end = ends.find((one) => one.stationId === stationId);
        if (end) await insertSignature(db, end);
      }
      return holding.length;
    },
  };
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
