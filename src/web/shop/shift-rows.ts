import type { JobRecord, SpokenDraft } from '../../jobs';
import { DAY_MINUTES } from '../../kernel/week';
import { DAY_CODES, formatClock, formatDays, parseDays } from '../../kernel/week-syntax';
import { type FormInput, given, many, one } from '../page-env';

/** How many rows of hours a new form offers, and the most that it can have (the contract's own limit is 50). */
export const FIRST_ROWS = 2;
export const MOST_ROWS = 20;

/** Names of the fields of one row of hours. */
export const rowFields = (row: number) => ({
  days: `days${row}`,
  date: `date${row}`,
  from: `from${row}`,
  to: `to${row}`,
});

/** How many rows the form shows: what it said itself, within bounds. */
export function rowCount(form: FormInput): number {
  const said = Number(one(form, 'rows'));
  return Number.isInteger(said) ? Math.min(MOST_ROWS, Math.max(FIRST_ROWS, said)) : FIRST_ROWS;
}

/** The form with one more row of hours; whatever was typed stays. */
export function withOneMoreRow(form: FormInput): FormInput {
  return { ...form, rows: [String(Math.min(MOST_ROWS, rowCount(form) + 1))] };
}

/** A row in which somebody typed something. */
interface FilledRow {
  row: number;
  days: string[];
  date: string | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** The rows in which somebody typed something, in order. */
export function filledRows(form: FormInput): FilledRow[] {
  return Array.from({ length: rowCount(form) }, (_, row) => {
    const names = rowFields(row);
    return {
      row,
      days: many(form, names.days).filter((day) => (DAY_CODES as readonly string[]).includes(day)),
      date: given(form, names.date),
      from: given(form, names.from),
      to: given(form, names.to),
    };
  }).filter(({ days, date, from, to }) => days.length > 0 || date || from || to);
}

/** The schedule of the form as the contract writes it, unchecked; undefined when no row is filled. */
export function scheduleOf(form: FormInput): unknown {
  const rows = filledRows(form);
  if (rows.length === 0) return undefined;
  const kind = one(form, 'kind');
  if (kind === 'window') {
    return {
      kind: 'window',
      windows: rows.map(({ days, from, to }) => ({ days: daysOf(days) ?? 'Mo-Su', ...span(from, to) })),
      hoursPerWeek: numberIn(form, 'hoursPerWeek'),
      minBlockMinutes: numberIn(form, 'minBlockMinutes'),
    };
  }
  return {
    kind: 'shifts',
    commitment: kind === 'some' ? { atLeast: numberIn(form, 'atLeast') } : 'all',
    shifts: rows.map(({ days, date, from, to }) => ({ days: daysOf(days), date, ...span(from, to) })),
  };
}

function daysOf(days: readonly string[]): string | undefined {
  return days.length === 0 ? undefined : formatDays(parseDays(days.join(',')));
}

/** A clock field knows no 24:00: midnight to midnight is the whole day. */
function span(from: string | undefined, to: string | undefined) {
  return { start: from, end: from === '00:00' && to === '00:00' ? '24:00' : to };
}

function numberIn(form: FormInput, name: string): number | undefined {
  const text = given(form, name)?.normalize('NFKC');
  return text === undefined ? undefined : Number(text);
}

/** The fields of the form for stored hours, the inverse of {@link scheduleOf}. */
export function scheduleFields(schedule: JobRecord['schedule']): Record<string, readonly string[]> {
  if (!schedule) return { rows: [String(FIRST_ROWS)], kind: ['all'] };
  const fields: Record<string, readonly string[]> = {
    rows: [String(Math.max(FIRST_ROWS, schedule.rules.length))],
    kind: [schedule.kind === 'window' ? 'window' : schedule.atLeast === null ? 'all' : 'some'],
    atLeast: schedule.atLeast === null ? [] : [String(schedule.atLeast)],
    hoursPerWeek: schedule.hoursPerWeek === null ? [] : [String(schedule.hoursPerWeek)],
    minBlockMinutes: schedule.minBlockMinutes === null ? [] : [String(schedule.minBlockMinutes)],
  };
  schedule.rules.forEach((rule, row) => {
    const names = rowFields(row);
    fields[names.days] = rule.days === null ? [] : parseDays(rule.days).map((day) => DAY_CODES[day] ?? '');
    fields[names.date] = rule.date === null ? [] : [rule.date];
    fields[names.from] = [formatClock(rule.startMinute)];
    fields[names.to] = [formatClock(rule.endMinute % DAY_MINUTES)];
  });
  return fields;
}

/** The fields of the form for hours of which only a part was said: a row for every date and shift. */
export function begunFields({ dates, days, hours }: SpokenDraft['begun']): Record<string, readonly string[]> {
  if (!dates && !days && !hours) return {};
  const rows = (dates ?? [undefined])
    .flatMap((date) => (hours ?? [undefined]).map((span) => ({ date, span })))
    .slice(0, MOST_ROWS);
  const fields: Record<string, readonly string[]> = { rows: [String(Math.max(FIRST_ROWS, rows.length))] };
  rows.forEach(({ date, span }, row) => {
    const names = rowFields(row);
    fields[names.date] = date === undefined ? [] : [date];
    fields[names.days] = days === undefined ? [] : parseDays(days).map((day) => DAY_CODES[day] ?? '');
    fields[names.from] = span === undefined ? [] : [span.start];
    fields[names.to] = span?.end === undefined ? [] : [span.end];
  });
  return fields;
}

/** The field of the form that a problem of the schedule belongs to. */
export function scheduleField(pointer: string, form: FormInput): string {
  const row = /^\/schedule\/(?:shifts|windows)\/(\d+)(?:\/(\w+))?/.exec(pointer);
  if (row) {
    const names = rowFields(filledRows(form)[Number(row[1])]?.row ?? 0);
    const part = row[2] ?? 'start';
    return part === 'start'
      ? names.from
      : part === 'end'
        ? names.to
        : part === 'date'
          ? names.date
          : names.days;
  }
  if (pointer.startsWith('/schedule/commitment')) return 'atLeast';
  if (pointer.startsWith('/schedule/hoursPerWeek')) return 'hoursPerWeek';
  if (pointer.startsWith('/schedule/minBlockMinutes')) return 'minBlockMinutes';
  return 'schedule';
}
