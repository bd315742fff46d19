import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import postgres from 'postgres';
import { BackupError, END_OF_TABLE, FORMAT, FORMAT_VERSION, type Header, type Seal } from './format';
import {
  appliedMigrations,
  plainText,
  quoted,
  rowCount,
  sequenceValues,
  type Table,
  type Tx,
  tablesInOrder,
} from './tables';

/**
 * Writes every row of every table, as they stand at one instant, to a file that only its owner can read (0600).
 * The station may go on working meanwhile. The file appears under its name when it is complete and on disk.
 * @returns what the file says of itself
 * @throws BackupError `file_exists`
 */
export async function writeBackup(to: { path: string; ownerUrl: string; seal: Seal }): Promise<Header> {
  if (existsSync(to.path)) throw new BackupError('file_exists', `${to.path} is there already`);
  const partial = `${to.path}.partial-${process.pid}`;
  const sql = postgres(to.ownerUrl, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    const header = await sql.begin('isolation level repeatable read read only', async (tx) => {
      await plainText(tx);
      const header = await headerOf(tx);
      const file = createWriteStream(partial, { flags: 'wx', mode: 0o600 });
      await pipeline(Readable.from(contents(tx, header, to.seal)), createGzip(), file);
      return header;
    });
    await toDisk(partial);
    await rename(partial, to.path);
    await toDisk(dirname(to.path));
    return header;
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function headerOf(tx: Tx): Promise<Header> {
  const tables = [];
  for (const table of await tablesInOrder(tx)) {
    tables.push({ ...table, rows: await rowCount(tx, table.name) });
  }
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    createdAt: new Date().toISOString(),
    migrations: await appliedMigrations(tx),
    tables,
    sequences: await sequenceValues(tx),
  };
}

async function* contents(tx: Tx, header: Header, seal: Seal): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (bytes: Buffer): Buffer => {
    hash.update(bytes);
    return bytes;
  };
  yield hashed(Buffer.from(`${JSON.stringify(header)}\n`));
  for (const table of header.tables) {
    for await (const bytes of rowsOf(tx, table)) yield hashed(bytes);
    yield hashed(Buffer.from(END_OF_TABLE));
  }
  const sha256 = hash.digest('hex');
  yield Buffer.from(`${JSON.stringify({ sha256, seal: await seal(sha256) })}\n`);
}

async function* rowsOf(tx: Tx, { name, columns }: Table): AsyncGenerator<Buffer> {
  const list = columns.map(quoted).join(', ');
  const rows = await tx.unsafe(`copy public.${quoted(name)} (${list}) to stdout`).readable();
  yield* rows;
  // The driver pauses its socket when rows come faster than they are read, and goes on when it is asked for more;
  // of a stream that has ended nobody asks more, and the next statement would never be answered.
  rows._read(0);
}

/** Whatever the system still holds in memory of a file or folder is written. */
async function toDisk(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const file = await open(path, 'r');
  await file.sync();
  await file.close();
}
