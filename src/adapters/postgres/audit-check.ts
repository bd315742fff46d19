import { sql } from 'drizzle-orm';
import { audit, auditChain, auditSignatures } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { AuditLine, ChainReport, EarlierEnd, Vault } from '../../trust';
import {
  CHAIN_START,
  type ChainEnd,
  chainEnds,
  LATEST,
  LINE,
  linkOf,
  SIGNING,
  signedText,
} from './audit-lines';

/** Links that are read at a time. */
const PAGE = 5000;

type Link = {
  number: string;
  hash: string;
  linked: string;
  seq: string | null;
} & Omit<AuditLine, 'seq'>;

/** Holds the chains against the audit log. */
export interface ChainCheck {
  /** The chain of every station, at one instant. */
  all(earlier?: readonly EarlierEnd[]): Promise<ChainReport[]>;
  /** Whether this end of a chain was signed with the station's key. */
  isSigned(db: Db, end: ChainEnd): Promise<boolean>;
}

/** ChainCheck over PostgreSQL. `db` must be a connection. */
export function createChainCheck(db: Db, vault: Vault): ChainCheck {
  async function isSigned(tx: Db, end: ChainEnd): Promise<boolean> {
    const rows = await tx
      .select({ signature: auditSignatures.signature })
      .from(auditSignatures)
      .where(
        sql`${auditSignatures.stationId} = ${end.stationId} and ${auditSignatures.number} = ${end.number}`,
      );
    for (const { signature } of rows) {
      const text = await vault.open(SIGNING, signature).catch(() => null);
      if (text === signedText(end)) return true;
    }
    return false;
  }

  async function one(tx: Db, end: ChainEnd, earlier: EarlierEnd | undefined): Promise<ChainReport> {
    const report = { stationId: end.stationId, slug: end.slug, head: end.hash };
    const walked = await walk(tx, end);
    if (walked.fault) return { ...report, ...walked, waiting: 0 };
    if (earlier && !(await continues(tx, end, earlier))) {
      const fault = { kind: 'not_continued', number: earlier.links, seq: null } as const;
      return { ...report, ...walked, waiting: 0, fault };
    }
    const loose = await looseLines(tx, end);
    if (loose.fault) return { ...report, ...walked, ...loose };
    if (end.number > 0 && !(await isSigned(tx, end))) {
      return { ...report, ...walked, ...loose, fault: { kind: 'signature', number: end.number, seq: null } };
    }
    return { ...report, ...walked, ...loose };
  }

  return {
    isSigned,
    all: (earlier = []) =>
      db.transaction(
        async (tx) => {
          const reports: ChainReport[] = [];
          for (const end of await chainEnds(tx)) {
            reports.push(
              await one(
                tx,
                end,
                earlier.find(({ slug }) => slug === end.slug),
              ),
            );
          }
          return reports;
        },
        { isolationLevel: 'repeatable read', accessMode: 'read only' },
      ),
  };
}

/** Goes from link to link until the end or the first wrong one. */
async function walk(tx: Db, { stationId }: ChainEnd): Promise<Pick<ChainReport, 'links' | 'fault'>> {
  let hash = CHAIN_START;
  let number = 0;
  for (;;) {
    const links = await tx.execute<Link>(sql`
      select ${LINE}, c.number::text as number, encode(c.hash, 'hex') as hash, c.seq::text as linked
      from ${auditChain} c left join ${audit} a on a.seq = c.seq
      where c.station_id = ${stationId} and c.number > ${number} order by c.number limit ${PAGE}`);
    for (const link of links) {
      const at = { number: number + 1, seq: Number(link.linked) };
      if (Number(link.number) !== number + 1) {
        return { links: number, fault: { ...at, kind: 'link_missing', seq: null } };
      }
      if (link.seq === null) return { links: number, fault: { ...at, kind: 'removed' } };
      number += 1;
      hash = await linkOf(hash, number, { ...link, seq: Number(link.seq) });
      if (hash !== link.hash) return { links: number, fault: { ...at, kind: 'changed' } };
    }
    if (links.length < PAGE) return { links: number, fault: null };
  }
}

/** Whether the chain went through this end. */
async function continues(tx: Db, { stationId }: ChainEnd, { links, head }: EarlierEnd): Promise<boolean> {
  if (links === 0) return true;
  const [row] = await tx.execute<{ hash: string }>(sql`
    select encode(hash, 'hex') as hash from ${auditChain} where station_id = ${stationId} and number = ${links}`);
  return row?.hash === head;
}

/** Lines without a link: those that wait for it, and those that will never get one. */
async function looseLines(tx: Db, end: ChainEnd): Promise<Pick<ChainReport, 'waiting' | 'fault'>> {
  const [row] = await tx.execute<{ waiting: number; inserted: string | null; old: string | null }>(sql`
    select count(*)::int as waiting,
      min(a.seq) filter (where a.created_at < ${end.at}::timestamptz - ${LATEST})::text as inserted,
      min(a.seq) filter (where a.created_at < now() - ${LATEST})::text as old
    from ${audit} a where a.station_id = ${end.stationId}
      and not exists (select 1 from ${auditChain} c where c.seq = a.seq)`);
  const waiting = row?.waiting ?? 0;
  if (row?.inserted) return { waiting, fault: { kind: 'inserted', number: null, seq: Number(row.inserted) } };
  if (row?.old) return { waiting, fault: { kind: 'unsealed', number: null, seq: Number(row.old) } };
  return { waiting, fault: null };
}
