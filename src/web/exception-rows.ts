import type { FieldProblem } from '../kernel/errors';
import { formatWeek, parseWeek } from '../kernel/week-syntax';
import type { PersonTime } from '../matching';
import { spanProblem, spanText } from './hours';
import { type FormInput, given, one } from './page-env';
import { type Rows, rowsShown } from './rows';

/** Dates that are unlike other days, one row for each or for a stretch of them. */
export const DATE_ROWS: Rows = { count: 'x.rows', first: 2, most: 40 };
/** The rows that stand for dates of the calendar, whichever they are. */
export const CALENDAR_ROWS = { holidays: 'hol', makeupDays: 'mak' } as const;
/** How a day may be; '' only where nothing special is a choice. */
export const CHOICES = ['off', 'all', 'hours'] as const;
/** A choice that holds hours in the syntax of the contract, for which the row has no room. */
export const KEPT = '=';
/** What a row of dates begins with. */
const BEGINS = 'off';

type Exception = PersonTime['exceptions'][number];

/** Names of the fields of one row; those of the calendar have no dates. */
export const exceptionFields = (row: string) => ({
  date: `${row}.date`,
  until: `${row}.until`,
  choice: `${row}.choice`,
  from: `${row}.from`,
  to: `${row}.to`,
});
/** The name that the fields of a row of dates begin with. */
export const dateRow = (row: number): string => `x${row}`;

/** The rows in which somebody entered something: those of the calendar first, as they stand in the form. */
function filledRows(form: FormInput): string[] {
  const dates = Array.from({ length: rowsShown(form, DATE_ROWS) }, (_, row) => dateRow(row));
  return [
    ...Object.values(CALENDAR_ROWS).filter((row) => isFilled(form, row, '')),
    ...dates.filter((row) => isFilled(form, row, BEGINS)),
  ];
}

function isFilled(form: FormInput, row: string, choiceAtFirst: string): boolean {
  const { date, until, choice, from, to } = exceptionFields(row);
  if ([date, until, from, to].some((name) => one(form, name) !== '')) return true;
  return !['', choiceAtFirst].includes(one(form, choice));
}

/** The rows as the contract writes exceptions, unchecked; undefined when the form has no such rows. */
export function exceptionsOf(form: FormInput): {
  exceptions: unknown[] | undefined;
  problems: FieldProblem[];
} {
  if (given(form, DATE_ROWS.count) === undefined) return { exceptions: undefined, problems: [] };
  const problems: FieldProblem[] = [];
  const exceptions = filledRows(form).map((row) => {
    const names = exceptionFields(row);
    const free = freeOf(form, row, problems);
    if (row === CALENDAR_ROWS.holidays) return { holidays: true, free };
    if (row === CALENDAR_ROWS.makeupDays) return { makeupDays: true, free };
    const [date, until] = [given(form, names.date), given(form, names.until)];
    if (date === undefined) problems.push({ pointer: `/${names.date}`, code: 'required' });
    return date === undefined || until === undefined ? { date, free } : { from: date, to: until, free };
  });
  return { exceptions, problems };
}

function freeOf(form: FormInput, row: string, problems: FieldProblem[]): string {
  const names = exceptionFields(row);
  const choice = one(form, names.choice);
  const [from, to] = [one(form, names.from), one(form, names.to)];
  if (choice === 'hours') {
    const code = spanProblem(from, to);
    if (code) problems.push({ pointer: `/${names.from}`, code });
    return code ? '' : spanText(from, to);
  }
  // Whether the hours or the choice was meant only the person can say.
  if (from !== '' || to !== '') problems.push({ pointer: `/${names.from}`, code: 'hours_not_chosen' });
  if (choice === 'all') return '00:00-24:00';
  return choice.startsWith(KEPT) ? choice.slice(KEPT.length) : '';
}

/** How a day of an exception is, as the rows ask for it; `other` for hours that they have no room for. */
export function choiceOf(free: string | null): {
  choice: 'off' | 'all' | 'hours' | 'other';
  from: string;
  to: string;
} {
  if (!free) return { choice: 'off', from: '', to: '' };
  const [, from = '', to = ''] = /^Mo-Su (\d\d:\d\d)-(\d\d:\d\d)$/.exec(formatWeek(parseWeek(free))) ?? [];
  if (from === '') return { choice: 'other', from, to };
  return { choice: from === '00:00' && to === '24:00' ? 'all' : 'hours', from, to };
}

/** The fields of the form for exceptions, the inverse of {@link exceptionsOf}. */
export function exceptionValues(exceptions: readonly Exception[]): Record<string, readonly string[]> {
  const dated = exceptions.filter(({ holidays, makeupDays }) => !holidays && !makeupDays);
  const values: Record<string, readonly string[]> = {
    [DATE_ROWS.count]: [String(Math.max(DATE_ROWS.first, dated.length))],
  };
  const fill = (row: string, { date, from, to, free }: Exception) => {
    const names = exceptionFields(row);
    const hours = choiceOf(free);
    values[names.date] = [date ?? from ?? ''];
    values[names.until] = [to ?? ''];
    values[names.choice] = [hours.choice === 'other' ? `${KEPT}${free}` : hours.choice];
    if (hours.choice !== 'hours') return;
    values[names.from] = [hours.from];
    values[names.to] = [hours.to === '24:00' ? '00:00' : hours.to];
  };
  for (const exception of exceptions) {
    if (exception.holidays) fill(CALENDAR_ROWS.holidays, exception);
    else if (exception.makeupDays) fill(CALENDAR_ROWS.makeupDays, exception);
  }
  for (const [row, exception] of dated.entries()) fill(dateRow(row), exception);
  return values;
}

/** The field of the form that a problem of the exceptions belongs to; null for other problems. */
export function exceptionField(pointer: string, form: FormInput): string | null {
  if (!/^\/exceptions(\/|$)/.test(pointer)) return null;
  const [, , index, part] = pointer.split('/');
  const row = index === undefined ? undefined : filledRows(form)[Number(index)];
  if (row === undefined) return DATE_ROWS.count;
  const names = exceptionFields(row);
  if (part === 'to') return names.until;
  return part === 'free' ? names.choice : names.date;
}
