import { type FieldProblem, ruleBroken } from '../kernel/errors';
import { DAY_CODES, formatWeek, parseClock, parseDays, parseWeek } from '../kernel/week-syntax';
import { type FormInput, one } from './page-env';

/**
 * Weekly hours as rows of a form: a group of days with spans of from and to. Everything adds up, so a row for
 * Monday to Friday and one for Monday may stand beside each other.
 */
export const HOURS_ROWS = ['Mo-Fr', 'Sa', 'Su', 'Mo', 'Tu', 'We', 'Th', 'Fr'] as const;
export type HoursRow = (typeof HOURS_ROWS)[number];
/** Spans of one row that a form shows at least, and takes at most. */
export const SPANS = { shown: 2, most: 6 } as const;

/** Name of a control: `h.Mo-Fr.from1`. */
export function hoursName(row: HoursRow, end: 'from' | 'to', span: number): string {
  return `h.${row}.${end}${span}`;
}

/**
 * Reads the rows of a form.
 * @returns weekly hours in the syntax of the contract, canonical; null when every row is empty
 * @throws DomainError `rule_broken` with pointers `/h.Mo-Fr`: `hours_half`, `clock` or `equal`
 */
export function hoursOf(form: FormInput): string | null {
  const rules: string[] = [];
  const problems: FieldProblem[] = [];
  for (const row of HOURS_ROWS) {
    for (let span = 1; span <= SPANS.most; span++) {
      const from = one(form, hoursName(row, 'from', span));
      const to = one(form, hoursName(row, 'to', span));
      if (from === '' && to === '') continue;
      const code = spanProblem(from, to);
      if (code) problems.push({ pointer: `/h.${row}`, code });
      else rules.push(`${row} ${spanText(from, to)}`);
    }
  }
  if (problems.length > 0) throw ruleBroken(problems);
  return rules.length === 0 ? null : formatWeek(parseWeek(rules.join('; ')));
}

/** What is wrong with a span of a form, null for nothing. */
export function spanProblem(from: string, to: string): string | null {
  if (from === '' || to === '') return 'hours_half';
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start === null || end === null || start === 1440) return 'clock';
  return start === end && start !== 0 ? 'equal' : null;
}

/** Midnight as an end is the end of that day: a clock on a screen knows no 24:00. */
export function spanText(from: string, to: string): string {
  const end = to.normalize('NFKC');
  return `${from.normalize('NFKC')}-${/^0?0:00$/.test(end) ? '24:00' : end}`;
}

function minutesOf(text: string): number | null {
  try {
    return parseClock(text.normalize('NFKC'));
  } catch {
    return null;
  }
}

/**
 * Weekly hours as the values of a form's rows; Monday to Friday share one row where they are alike.
 * @param free in the syntax of the contract; null for none
 */
export function hoursValues(free: string | null): Record<string, string> {
  if (free === null) return {};
  const days: string[][] = DAY_CODES.map(() => []);
  for (const rule of formatWeek(parseWeek(free)).split('; ')) {
    const [codes = '', spans = ''] = rule.split(' ');
    for (const day of parseDays(codes)) days[day]?.push(...spans.split(','));
  }
  const [monday, ...others] = days.slice(0, 5).map((spans) => spans.join());
  const alike = others.every((spans) => spans === monday);
  const values: Record<string, string> = {};
  for (const row of HOURS_ROWS) {
    const group = row === 'Mo-Fr';
    if (!group && alike && !['Sa', 'Su'].includes(row)) continue;
    if (group && !alike) continue;
    const spans = days[group ? 0 : DAY_CODES.indexOf(row)] ?? [];
    for (const [i, span] of spans.entries()) {
      const [from = '', to = ''] = span.split('-');
      values[hoursName(row, 'from', i + 1)] = from;
      values[hoursName(row, 'to', i + 1)] = to === '24:00' ? '00:00' : to;
    }
  }
  return values;
}
