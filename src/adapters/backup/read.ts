import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupError, FORMAT, FORMAT_VERSION, type Header, headerSchema, trailerSchema } from './format';

/** A piece of a backup as it is read, in order: the header, rows of one table as COPY text, the digest. */
export type Piece =
  | { kind: 'header'; header: Header }
  | { kind: 'rows'; table: number; bytes: Buffer; rows: number }
  /** The last piece. `sha256` is that of the bytes read, and the trailer said the same. */
  | { kind: 'end'; sha256: string; seal: string };

/** No header is longer, bytes. */
const MAX_HEADER = 1024 * 1024;
const LF = 0x0a;
const BACKSLASH = 0x5c;

const damaged = () => new BackupError('damaged', 'the file is cut off or damaged');

/**
 * Reads a backup from end to end.
 * @throws BackupError `not_a_backup`, `other_version`, or `damaged`: cut off, changed, or more rows or fewer than
 * the header says
 */
export async function* readBackup(path: string): AsyncGenerator<Piece> {
  const hash = createHash('sha256');
  let header: Header | null = null;
  let table = 0;
  let rows = 0;
  let ended = false;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of plainBytes(path)) {
    const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    while (at < bytes.length) {
      if (ended) throw damaged();
      if (header !== null && table < header.tables.length) {
        const run = rowsIn(bytes, at);
        hash.update(bytes.subarray(at, run.next));
        rows += run.rows;
        if (run.rows > 0) {
          yield { kind: 'rows', table, bytes: bytes.subarray(at, run.end), rows: run.rows };
        }
        at = run.next;
        if (!run.closed) break;
        if (rows !== header.tables[table]?.rows) throw damaged();
        table++;
        rows = 0;
        continue;
      }
      const end = bytes.indexOf(LF, at);
      if (end < 0) break;
      const line = bytes.subarray(at, end + 1);
      at = end + 1;
      if (header === null) {
        hash.update(line);
        header = headerIn(line);
        yield { kind: 'header', header };
      } else {
        const trailer = trailerSchema.safeParse(parsed(line));
        const sha256 = hash.digest('hex');
        if (!trailer.success || trailer.data.sha256 !== sha256) throw damaged();
        ended = true;
        yield { kind: 'end', sha256, seal: trailer.data.seal };
      }
    }
    rest = bytes.subarray(at);
    if (header === null && rest.length > MAX_HEADER) throw notABackup();
  }
  if (header === null) throw notABackup();
  if (!ended || rest.length > 0) throw damaged();
}

async function* plainBytes(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const plain = createGunzip();
  file.on('error', (error) => plain.destroy(error));
  try {
    for await (const chunk of file.pipe(plain)) yield chunk;
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code);
    if (code === 'Z_DATA_ERROR' || code === 'Z_BUF_ERROR') throw damaged();
    throw error;
  } finally {
    file.destroy();
  }
}

/** The whole rows from `at` on: they end at `end`; reading goes on at `next`; `closed`: the table is complete. */
function rowsIn(bytes: Buffer, at: number): { rows: number; end: number; next: number; closed: boolean } {
  let rows = 0;
  let from = at;
  for (let end = bytes.indexOf(LF, from); end >= 0; end = bytes.indexOf(LF, from)) {
    if (end === from + 2 && bytes[from] === BACKSLASH && bytes[from + 1] === 0x2e) {
      return { rows, end: from, next: end + 1, closed: true };
    }
    rows++;
    from = end + 1;
  }
  return { rows, end: from, next: from, closed: false };
}

function headerIn(line: Buffer): Header {
  const said = parsed(line);
  const header = headerSchema.safeParse(said);
  if (!header.success) {
    throw (said as { format?: unknown } | null)?.format === FORMAT ? damaged() : notABackup();
  }
  if (header.data.version !== FORMAT_VERSION) {
    throw new BackupError(
      'other_version',
      `the file has format ${header.data.version}, not ${FORMAT_VERSION}`,
    );
  }
  return header.data;
}

const notABackup = () => new BackupError('not_a_backup', 'the file is no backup of a station');

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return null;
  }
}
