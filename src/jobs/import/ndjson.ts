import type { ImportLine } from './batch';
import { lineOfDraft, refusedLine } from './lines';

/** Longest line of an import in bytes; the size that a single posting may have over HTTP, too. */
export const MAX_LINE_BYTES = 256 * 1024;

/** Bytes as they come from a file, a request or a test. */
export type ByteSource = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/**
 * Reads postings from NDJSON: a JobDraft a line, in UTF-8, LF or CRLF, blank lines skipped, a byte order mark
 * allowed. Each line stands alone: one that is no JSON (`malformed_json`), no UTF-8 (`not_utf8`) or too long
 * (`line_too_long`) is refused and the next is read. Holds no more than one line in memory.
 */
export async function* readNdjson(source: ByteSource): AsyncGenerator<ImportLine> {
  let line = 0;
  for await (const bytes of splitLines(source)) {
    line++;
    const read = bytes === null ? refusedLine(line, tooLong()) : readLine(line, bytes);
    if (read) yield read;
  }
}

const tooLong = () => [{ pointer: '', code: 'line_too_long', values: { max: MAX_LINE_BYTES } }];
/** Takes a byte order mark off, so that files joined of several are read as well. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

function readLine(line: number, bytes: Uint8Array): ImportLine | null {
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    return refusedLine(line, [{ pointer: '', code: 'not_utf8' }]);
  }
  if (text.trim() === '') return null;
  try {
    return lineOfDraft(line, JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refusedLine(line, [{ pointer: '', code: 'malformed_json' }]);
  }
}

const LF = 0x0a;

/** Lines as bytes without their LF; null for a line that is too long, whose bytes are dropped as they come. */
async function* splitLines(source: ByteSource): AsyncGenerator<Uint8Array | null> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > MAX_LINE_BYTES) pieces = [];
    // Copied: a reader may use the same buffer for its next chunk.
    else if (piece.length > 0) pieces.push(piece.slice());
  };
  const line = (): Uint8Array | null => {
    const whole = length > MAX_LINE_BYTES ? null : joined(pieces, length);
    pieces = [];
    length = 0;
    return whole;
  };
  for await (const chunk of asBytes(source)) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      take(chunk.subarray(start, end));
      start = end + 1;
      yield line();
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield line();
}

/** Text becomes UTF-8; a surrogate pair cut in two by the chunks is put together first. */
async function* asBytes(source: ByteSource): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let half = '';
  for await (const chunk of source) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    const text = half + chunk;
    const cut = /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
    half = text.slice(cut);
    yield encoder.encode(text.slice(0, cut));
  }
  if (half !== '') yield encoder.encode(half);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1 && pieces[0]) return pieces[0];
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
