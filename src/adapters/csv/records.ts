import { pipeline, Readable } from 'node:stream';
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
  const parser = parse({
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_LINE_BYTES,
  });
  // Errors of the source end the loop below as errors of the parser.
  pipeline(Readable.from(asText(source)), parser, () => {});
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const within = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
      yield { line: info.lines - within, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? refusal(error) : error;
  }
}

function refusal(error: CsvError): DomainError {
  const line = typeof error.lines === 'number' ? error.lines : 1;
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? new DomainError('malformed', 'line_too_long', { values: { line, max: MAX_LINE_BYTES } })
    : new DomainError('malformed', 'malformed_csv', { values: { line } });
}

/** Text with LF as the only line break; a CR that ends a chunk waits for the next one. */
async function* asText(source: ByteSource): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held = '';
  for await (const chunk of source) {
    const text =
      held + (typeof chunk === 'string' ? chunk : decoded(() => decoder.decode(chunk, { stream: true })));
    held = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - held.length).replaceAll('\r\n', '\n');
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
