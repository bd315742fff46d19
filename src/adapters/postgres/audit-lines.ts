import { sql } from 'drizzle-orm';
import { audit, auditChain } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Id } from '../../kernel/ids';
import type { AuditLine } from '../../trust';

/** What stands before the first link of every chain. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The hash of a link: SHA-256 over the JSON array of the hash before it, the link's number and every column of the
 * line, in this order. JSON, because no column can run into the next one.
 * @returns 64 hex digits
 */
export async function linkOf(previous: string, number: number, line: AuditLine): Promise<string> {
  const { stationId, seq, actor, action, entity, entityId, at } = line;
  const text = JSON.stringify([previous, number, stationId, seq, actor, action, entity, entityId, at]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The end of a station's chain; number 0 before its first link. */
export interface ChainEnd {
  stationId: Id;
  slug: string;
  number: number;
  /** 64 hex digits. */
  hash: string;
  /** When its line was written; null before the first. */
  at: string | null;
}

/**
 * A line is stamped with the start of its transaction and seen after its end: lines up to an hour older than the end
 * of the chain may still come. No transaction of the station is as long.
 */
export const LATEST = sql.raw(`interval '1 hour'`);

/** Columns of an audit line under the names of `AuditLine`. */
export const LINE = sql.raw(`a.seq::text as seq, a.station_id as "stationId", a.actor, a.action, a.entity,
  a.entity_id as "entityId", to_char(a.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at`);

/** Purpose of a signature in the vault. */
export const SIGNING = 'audit_chain';

/** What a signature says. */
export const signedText = ({ stationId, number, hash }: Pick<ChainEnd, 'stationId' | 'number' | 'hash'>) =>
  `${stationId}:${number}:${hash}`;

/** Where every station's chain ends. */
export async function chainEnds(db: Db): Promise<ChainEnd[]> {
  const rows = await db.execute<{
    id: string;
    slug: string;
    number: string | null;
    hash: string;
    at: string | null;
  }>(
    sql`select s.id, s.slug, h.number::text as number, encode(h.hash, 'hex') as hash, h.at::text as at
      from stations s left join lateral (
        select c.number, c.hash, c.at from ${auditChain} c where c.station_id = s.id order by c.number desc limit 1
      ) h on true order by s.id`,
  );
  return rows.map(({ id, slug, number, hash, at }) => ({
    stationId: id,
    slug,
    number: Number(number ?? 0),
    hash: number === null ? CHAIN_START : hash,
    at,
  }));
}

/** A place in the order in which lines are linked. */
export type Position = Pick<AuditLine, 'at' | 'seq'>;

/**
 * Lines that may yet be linked, oldest first.
 * @param after only what stands behind this line, where those before it have been looked at already
 */
export async function unlinked(
  tx: Db,
  end: ChainEnd,
  after: Position | undefined,
  limit: number,
): Promise<AuditLine[]> {
  const since = after
    ? sql`a.created_at >= ${`${after.at}Z`}::timestamptz
        and (a.created_at, a.seq) > (${`${after.at}Z`}::timestamptz, ${after.seq}::bigint)`
    : sql`a.created_at >= ${end.at === null ? sql`'-infinity'` : sql`${end.at}::timestamptz - ${LATEST}`}`;
  const rows = await tx.execute<Omit<AuditLine, 'seq'> & { seq: string }>(sql`
    select ${LINE} from ${audit} a where a.station_id = ${end.stationId} and ${since}
      and not exists (select 1 from ${auditChain} c where c.seq = a.seq)
    order by a.created_at, a.seq limit ${limit}`);
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
