import type { Id } from '../kernel/ids';
import type { AuditEntry } from './ports';

/** A line of the audit log as the chain covers it. */
export interface AuditLine extends AuditEntry {
  seq: number;
  /** When it was written: `YYYY-MM-DDTHH:MM:SS.ffffff`, UTC, microseconds. */
  at: string;
}

/**
 * What is wrong with a chain, at its first wrong place:
 * `changed` the line or its link says something else than when it was linked; `removed` the link's line is gone;
 * `link_missing` a number is gone from the chain; `inserted` a line that pretends to be older than the chain's end
 * by more than the longest transaction; `signature` the chain's end is not what was signed with this station's key;
 * `unsealed` a line has waited for its link for over an hour; `not_continued` the chain is not the one whose end was
 * written down earlier.
 */
export type ChainFault =
  | 'changed'
  | 'removed'
  | 'link_missing'
  | 'inserted'
  | 'signature'
  | 'unsealed'
  | 'not_continued';

/** How the chain of one station is. */
export interface ChainReport {
  stationId: Id;
  slug: string;
  /** Links that were looked at. */
  links: number;
  /** Hash of the last one, 64 hex digits: written down elsewhere, it proves later that nothing was cut off. */
  head: string;
  /** Lines that have no link yet. */
  waiting: number;
  /** The first wrong place; `seq` of the audit line, or null where none is left. */
  fault: { kind: ChainFault; number: number | null; seq: number | null } | null;
}

/** The end of a chain at an earlier time. */
export type EarlierEnd = Pick<ChainReport, 'slug' | 'links' | 'head'>;

/** The chain over the audit log. Lines are linked after they were written, never by whoever writes them. */
export interface AuditChain {
  /**
   * Links what has been written since. One process at a time; a chain whose end is not the one that was signed is left
   * alone, for `verify` to name.
   * @param atMost lines of one call
   * @returns how many lines were linked; null when another process is at it
   */
  seal(atMost: number): Promise<number | null>;
  /**
   * Reads the whole chain of every station, and every line.
   * @param earlier ends of chains as an earlier report told them, kept where nobody could change them
   */
  verify(earlier?: readonly EarlierEnd[]): Promise<ChainReport[]>;
  /** Signs the end of every chain that holds, after the station's key has changed. @returns how many */
  sign(): Promise<number>;
}
