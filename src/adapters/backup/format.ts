import { z } from 'zod';

/**
 * The backup file: gzip over
 *
 *     header      one line of JSON
 *     rows        of each table of the header in its order: PostgreSQL's COPY text, a row a line, closed by `\.`
 *     trailer     one line of JSON: SHA-256 of all bytes before it, and a seal of that under the station's key
 *
 * COPY text, because it brings every type back exactly as it was, microseconds and bytes included. No row can look
 * like the closing line: COPY doubles backslashes.
 */
export const FORMAT = 'odd-job-station backup';
export const FORMAT_VERSION = 1;
export const END_OF_TABLE = '\\.\n';

const count = z.number().int().nonnegative();

export const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  createdAt: z.string(),
  /** Hashes of the migrations that made the tables, oldest first. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: count })),
  /** Last value given out by each sequence; null for one that was never used. */
  sequences: z.record(z.string(), count.nullable()),
});
/** What a backup says of itself before its rows. */
export type Header = z.infer<typeof headerSchema>;

export const trailerSchema = z.object({ sha256: z.string(), seal: z.string() });
export type Trailer = z.infer<typeof trailerSchema>;

/**
 * Signs the digest of a backup under the station's key: proves that the file comes from a station with this key and
 * was not changed since.
 */
export type Seal = (sha256: string) => Promise<string>;
/** The same by every key in use: a backup from before a change of keys is this station's, too. */
export type Seals = (sha256: string) => Promise<string | string[]>;

/** Why a file was not taken; nothing has been written. */
export type Refusal =
  | 'not_a_backup'
  | 'other_version'
  | 'damaged'
  | 'other_key'
  | 'other_schema'
  | 'not_empty'
  | 'file_exists';

/** A backup that could not be made or taken. The message is for the person at the terminal. */
export class BackupError extends Error {
  constructor(
    readonly code: Refusal,
    message: string,
  ) {
    super(message);
    this.name = 'BackupError';
  }
}
