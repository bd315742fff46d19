import type { Writable } from 'node:stream';
import postgres from 'postgres';
import { BackupError, type Header, type Seals } from './format';
import { readBackup } from './read';
import { appliedMigrations, plainText, quoted, rowCount, type Table, type Tx, tablesInOrder } from './tables';

/** What to restore, and where. */
export interface RestoreOptions {
  path: string;
  ownerUrl: string;
  seal: Seals;
  /** Empty a database that has rows; without it such a database is refused. */
  force: boolean;
  /** Take a file that was sealed under another key: phones and homes in it will never be readable. */
  otherKey: boolean;
}

/**
 * Reads a backup from end to end without writing anything.
 * @returns its header, and whether it was sealed under this key
 * @throws BackupError `not_a_backup`, `other_version`, `damaged`
 */
export async function inspectBackup(path: string, seal: Seals): Promise<{ header: Header; ownKey: boolean }> {
  let header: Header | null = null;
  for await (const piece of readBackup(path)) {
    if (piece.kind === 'header') header = piece.header;
    if (piece.kind === 'end' && header) {
      return { header, ownKey: [await seal(piece.sha256)].flat().includes(piece.seal) };
    }
  }
  throw new BackupError('damaged', 'the file is cut off or damaged');
}

/**
 * Brings every row of a backup into the database, in one transaction: all of it or nothing. The file is read twice,
 * so that a damaged one is refused before anything is written.
 * @throws BackupError; nothing has been written then
 */
export async function restoreBackup(options: RestoreOptions): Promise<Header> {
  const { header, ownKey } = await inspectBackup(options.path, options.seal);
  if (!ownKey && !options.otherKey) {
    throw new BackupError('other_key', 'the file was made under another DATA_KEY, or changed since');
  }
  const sql = postgres(options.ownerUrl, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await plainText(tx);
      const tables = await tablesInOrder(tx);
      await requireSameSchema(tx, header, tables);
      await makeRoom(tx, tables, options.force);
      await load(tx, header, options.path);
      await setSequences(tx, header);
      // Servers that hold the board in memory read it again.
      await tx`insert into board_feed default values`;
    });
    await sql.unsafe('analyze');
    return header;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function requireSameSchema(tx: Tx, header: Header, tables: Table[]): Promise<void> {
  const layout = (list: readonly Table[]) =>
    JSON.stringify(
      [...list].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, columns }) => [name, columns]),
    );
  const migrations = await appliedMigrations(tx);
  if (layout(tables) === layout(header.tables) && migrations.join() === header.migrations.join()) return;
  const known = header.migrations.every((hash, i) => migrations[i] === hash);
  throw new BackupError(
    'other_schema',
    known
      ? 'the file comes from an older version: restore it with that version, then upgrade'
      : 'the file comes from another version of the program: restore it with that one',
  );
}

async function makeRoom(tx: Tx, tables: Table[], force: boolean): Promise<void> {
  const names = tables.map(({ name }) => `public.${quoted(name)}`).join(', ');
  // Nobody writes between the look and the load, nor reads half of it.
  await tx.unsafe(`set local lock_timeout = '30s'; lock table ${names} in access exclusive mode`);
  if (force) {
    await tx.unsafe(`truncate ${names}`);
    return;
  }
  for (const { name } of tables) {
    const rows = await tx.unsafe(`select 1 from public.${quoted(name)} limit 1`);
    if (rows.length > 0) {
      throw new BackupError('not_empty', `the database is not empty (${name}): --force empties it first`);
    }
  }
}

async function load(tx: Tx, header: Header, path: string): Promise<void> {
  let current = -1;
  let into: Writable | null = null;
  try {
    for await (const piece of readBackup(path)) {
      if (piece.kind !== 'rows') continue;
      if (piece.table !== current) {
        if (into) await close(tx, into, header.tables[current]);
        current = piece.table;
        into = await copyInto(tx, header.tables[current]);
      }
      if (into) await send(into, piece.bytes);
    }
    if (into) await close(tx, into, header.tables[current]);
  } catch (error) {
    // Left open, a COPY would wait for rows, and the end of the transaction for the COPY.
    into?.destroy(error as Error);
    throw error;
  }
}

async function copyInto(tx: Tx, table: Table | undefined): Promise<Writable> {
  if (!table) throw new BackupError('damaged', 'the file is cut off or damaged');
  const columns = table.columns.map(quoted).join(', ');
  const into = await tx.unsafe(`copy public.${quoted(table.name)} (${columns}) from stdin`).writable();
  // Told by the write or by the statement that follows; an event nobody hears would end the process.
  into.on('error', () => {});
  return into;
}

function send(into: Writable, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    into.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** Ends a COPY. The driver does not tell when the database refuses rows at its end: the next statement does. */
async function close(tx: Tx, into: Writable, table: Header['tables'][number] | undefined): Promise<void> {
  into.end();
  if (table && (await rowCount(tx, table.name)) !== table.rows) {
    throw new BackupError('damaged', `rows of ${table.name} were lost on the way`);
  }
}

async function setSequences(tx: Tx, { sequences }: Header): Promise<void> {
  for (const [name, value] of Object.entries(sequences)) {
    await tx`select setval(${`public.${quoted(name)}`}::text::regclass, ${value ?? 1}::bigint, ${value !== null})`;
  }
}
