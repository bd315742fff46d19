import { DomainError, type FieldProblem } from '../../kernel/errors';
import type { ImportLine } from './batch';
import { lineOfDraft, refusedLine } from './lines';

/** Makes a line of the import from one record of a CSV file. */
export type RecordReader = (line: number, cells: readonly string[]) => ImportLine;

type Kind = 'text' | 'number' | 'list' | 'json' | 'clock' | 'commitment';

/** Every column that a file may have: the fields of a JobDraft, with dots between them. */
const COLUMNS = new Map<string, Kind>([
  ...texts('externalId', 'title', 'description', 'occupation', 'engagement', 'validThrough'),
  ...texts('business.name', 'business.kind', 'contact.name', 'contact.phone'),
  ...texts('place.address', 'place.datum', 'place.precision', 'requirements.note'),
  ...texts('pay.unit', 'pay.settlement', 'schedule.kind', 'schedule.days', 'schedule.date'),
  ...numbers('place.lat', 'place.lng', 'pay.amount', 'pay.max', 'pay.expectedHours', 'headcount'),
  ...numbers('requirements.minAge', 'schedule.hoursPerWeek', 'schedule.minBlockMinutes'),
  ['benefits', 'list'],
  ['requirements.certificates', 'list'],
  ['schedule.shifts', 'json'],
  ['schedule.windows', 'json'],
  ['schedule.commitment', 'commitment'],
  ['schedule.start', 'clock'],
  ['schedule.end', 'clock'],
]);

function texts(...names: string[]) {
  return names.map((name) => [name, 'text'] as const);
}
function numbers(...names: string[]) {
  return names.map((name) => [name, 'number'] as const);
}

/**
 * A reader for CSV with the columns of the contract: dotted headers (`pay.amount`), numbers in their plain form,
 * `benefits` and `requirements.certificates` parted by `|` or a comma, `schedule.shifts` and `schedule.windows`
 * as JSON, or a single shift or window as `schedule.days` (or `.date`), `.start` and `.end`. Empty cells count as
 * absent.
 * @throws DomainError `malformed/bad_header` naming every column that is not known or there twice
 */
export function csvReader(header: readonly string[]): RecordReader {
  const names = header.map((name) => name.trim());
  const problems = names.flatMap((name, i): FieldProblem[] => {
    if (!COLUMNS.has(name)) return [{ pointer: pointer(name), code: 'unknown_column' }];
    return names.indexOf(name) < i ? [{ pointer: pointer(name), code: 'duplicate' }] : [];
  });
  if (problems.length > 0) throw new DomainError('malformed', 'bad_header', { fields: problems });
  return (line, cells) => {
    const extra = cells.slice(names.length).some((cell) => cell.trim() !== '');
    if (cells.length < names.length || extra) return refusedLine(line, [cellCount(names.length)]);
    const { raw, problems } = draftOf(names, cells);
    const externalId = typeof raw.externalId === 'string' ? raw.externalId : null;
    return problems.length > 0 ? refusedLine(line, problems, externalId) : lineOfDraft(line, raw);
  };
}

/** A record that does not have a cell for each column. */
export function cellCount(columns: number): FieldProblem {
  return { pointer: '', code: 'cell_count', values: { columns } };
}

const pointer = (name: string) => `/${name.replaceAll('.', '/')}`;

type Raw = { [key: string]: unknown };

function draftOf(names: readonly string[], cells: readonly string[]): { raw: Raw; problems: FieldProblem[] } {
  const raw: Raw = {};
  const problems: FieldProblem[] = [];
  names.forEach((name, i) => {
    const cell = (cells[i] ?? '').trim();
    if (cell === '') return;
    const value = readCell(COLUMNS.get(name) ?? 'text', cell);
    if (value instanceof Unreadable) problems.push({ pointer: pointer(name), code: value.code });
    else put(raw, name.split('.'), value);
  });
  if (isRaw(raw.schedule)) raw.schedule = scheduleOf(raw.schedule);
  return { raw, problems };
}

class Unreadable {
  constructor(readonly code: 'number' | 'json_cell') {}
}

function readCell(kind: Kind, cell: string): unknown {
  switch (kind) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : new Unreadable('number');
    case 'list':
      return cell
        .split(/[|,，、]/)
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'json':
      return json(cell);
    case 'clock':
      // Spreadsheets take the leading nought off.
      return /^\d:\d\d$/.test(cell) ? `0${cell}` : cell;
    case 'commitment':
      if (/^\d+$/.test(cell)) return { atLeast: Number(cell) };
      return cell.startsWith('{') ? json(cell) : cell;
    case 'text':
      return cell;
  }
}

function json(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return new Unreadable('json_cell');
  }
}

function put(raw: Raw, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) raw[key] = value;
  else {
    const inner = isRaw(raw[key]) ? raw[key] : {};
    raw[key] = inner;
    put(inner, rest, value);
  }
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Columns for a single shift or window become a list of one; the kind need not be said where it is plain. */
function scheduleOf({ days, date, start, end, ...given }: Raw): Raw {
  const kind =
    given.kind ?? (given.windows === undefined && given.hoursPerWeek === undefined ? 'shifts' : 'window');
  const simple = Object.fromEntries(
    Object.entries({ days, date, start, end }).filter(([, value]) => value !== undefined),
  );
  const list = kind === 'window' ? 'windows' : 'shifts';
  if (Object.keys(simple).length === 0) return { kind, ...given };
  // Both said: left as it is, so that it is refused as what it is.
  return given[list] === undefined ? { kind, ...given, [list]: [simple] } : { kind, ...given, ...simple };
}
