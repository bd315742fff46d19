import { finished } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type ByteSource, MAX_LINE_BYTES } from '../../jobs';
import { DomainError } from '../../kernel/errors';

/** One record of a CSV file; `line` is the 1-based line of the file on which it begins. */
export interface CsvRecord {
  line: number;
  cells: string[];
}

/**
 * Reads CSV (RFC 4180): comma, quotes, line breaks inside quotes, LF or CRLF, a byte order mark allowed, empty
 * lines skipped, as many cells as there are. Line breaks inside cells come out as LF. Holds one record in memory.
 * @throws DomainError `malformed` with `not_utf8`, or with `malformed_csv` or `line_too_long` and the line (value
 * `line`) from which on nothing can be read; the records before it have been handed out by then
 */
export async function* readCsv(source: ByteSource): AsyncGenerator<CsvRecord> {
  // Taken as they are recognised: the parser's own stream throws away what it holds when it fails.
  let records: CsvRecord[] = [];
  let ended = 0;
  const parser = parse({
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_LINE_BYTES,
    on_record: (cells: string[], { lines }) => {
      const within = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      records.push({ line: lines - within, cells });
      ended = lines;
      return null;
    },
  });
  const fed = (feed: (done: (error?: Error | null) => void) => void) =>
    new Promise<Error | null>((resolve) => feed((error) => resolve(error ?? null)));
  let failure: Error | null = null;
  parser.on('error', () => {});
  parser.resume();
  for await (const text of asText(source)) {
    failure = await fed((done) => parser.write(text, done));
    yield* records;
    records = [];
    if (failure) throw refusal(failure, ended + 1);
  }
  failure = await fed((done) => finished(parser.end(), done));
  yield* records;
  if (failure) throw refusal(failure, ended + 1);
}

/** @param line where the record begins that could not be read */
function refusal(error: Error, line: number): Error {
  if (!(error instanceof CsvError)) return error;
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? new DomainError('malformed', 'line_too_long', { values: { line, max: MAX_LINE_BYTES } })
    : new DomainError('malformed', 'malformed_csv', { values: { line } });
}

/** Text with LF as the only line break; a CR that ends a chunk waits for the next one. */
async function* asText(source: ByteSource): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held = '';
  let first = true;
  for await (const chunk of source) {
    const text =
      held + (typeof chunk === 'string' ? chunk : decoded(() => decoder.decode(chunk, { stream: true })));
    held = text.endsWith('\r') ? '\r' : '';
    const whole = text.slice(0, text.length - held.length).replaceAll('\r\n', '\n');
    // The decoder takes a byte order mark off bytes; a text may have come with its own.
    yield first ? whole.replace(/^\uFEFF/, '') : whole;
    first = false;
  }
  const rest = held + decoded(() => decoder.decode());
  if (rest !== '') yield rest;
}

function decoded(decode: () => string): string {
  try {
    return decode();
  } catch {
    throw new DomainError('malformed', 'not_utf8');
  }
}
