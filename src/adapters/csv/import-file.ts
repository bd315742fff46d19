import {
  type ByteSource,
  csvReader,
  type ImportLine,
  isListing,
  type ListedPin,
  type ListingWords,
  listingReader,
  listingRow,
  type RecordReader,
  readNdjson,
  surveyPins,
} from '../../jobs';
import { DomainError } from '../../kernel/errors';
import { readCsv } from './records';

/** A file of postings, opened for import. */
export interface ImportFile {
  format: 'ndjson' | 'csv' | 'listing';
  input: AsyncIterable<ImportLine>;
  /** How far the file has been read, bytes. */
  bytesRead(): number;
}

/**
 * Finds out what a file is, by its name, else by its first character, CSV further by its header, and reads it
 * accordingly. A foreign list is read twice: what is wrong with one pin only shows beside all others.
 * @param source `open` starts reading the file anew
 * @throws DomainError `malformed` with `no_header`, `bad_header`, `not_utf8` or `malformed_csv`
 */
export async function openImportFile(
  name: string,
  source: ListingWords & { open(): AsyncIterable<Uint8Array> },
): Promise<ImportFile> {
  let bytes = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    bytes = 0;
    for await (const chunk of source.open()) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  const bytesRead = () => bytes;
  if (await isNdjson(name, source.open())) {
    return { format: 'ndjson', input: readNdjson(counted()), bytesRead };
  }
  const header = await headerOf(source.open());
  if (!isListing(header)) {
    return { format: 'csv', input: linesOf(counted(), csvReader(header)), bytesRead };
  }
  const survey = surveyPins(await pinsOf(header, source.open()));
  const read = listingReader(header, survey, source);
  return { format: 'listing', input: linesOf(counted(), read), bytesRead };
}

async function isNdjson(name: string, content: AsyncIterable<Uint8Array>): Promise<boolean> {
  if (/\.(ndjson|jsonl|json)$/i.test(name)) return true;
  if (/\.csv$/i.test(name)) return false;
  for await (const chunk of content) {
    const start = new TextDecoder().decode(chunk.subarray(0, 1024)).trimStart();
    if (start !== '') return start.startsWith('{');
  }
  return false;
}

async function headerOf(content: ByteSource): Promise<string[]> {
  for await (const { cells } of readCsv(content)) return cells;
  throw new DomainError('malformed', 'no_header');
}

async function pinsOf(header: readonly string[], content: ByteSource): Promise<ListedPin[]> {
  const pins: ListedPin[] = [];
  try {
    for await (const { line, cells } of readCsv(content)) {
      const { lng, lat, region } = listingRow(header, cells);
      if (line > 1 && lng !== '' && lat !== '') pins.push({ lng, lat, region });
    }
  } catch (error) {
    // What can be read is told about; the reading itself will stop at the same place and say so.
    if (!(error instanceof DomainError)) throw error;
  }
  return pins;
}

/** Every record but the header as a line of the import. */
async function* linesOf(content: ByteSource, read: RecordReader): AsyncGenerator<ImportLine> {
  let first = true;
  for await (const { line, cells } of readCsv(content)) {
    if (!first) yield read(line, cells);
    first = false;
  }
}
