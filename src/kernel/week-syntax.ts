import { DAY_MINUTES, type Interval, normaliseWeek, unroll, WEEK_MINUTES, type Week } from './week';

/**
 * Weekly hours as text, a subset of the OpenStreetMap opening_hours syntax:
 * `Mo-Fr 08:20-15:40; Sa,Su 09:00-12:00`. Rules add up; there is no override and no `off`. A span whose
 * end is before its start runs over midnight (`22:00-06:00`); `24:00` is the end of the day; without days a
 * rule holds every day; days without hours mean the whole day.
 */
export const DAY_CODES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** Why a text is not weekly hours. */
export type WeekSyntaxCode = 'empty' | 'day' | 'time' | 'equal' | 'shape';

/** Thrown by the parsers here; `at` is the offending piece of the text. */
export class WeekSyntaxError extends Error {
  readonly code: WeekSyntaxCode;
  readonly at: string;
  constructor(code: WeekSyntaxCode, at: string) {
    super(`week syntax: ${code} at "${at}"`);
    this.code = code;
    this.at = at;
  }
}

/**
 * Days such as `Mo-Fr`, `Sa,Su` or `Sa-Mo` as sorted indexes, Monday = 0.
 * @throws WeekSyntaxError `day`
 */
export function parseDays(text: string): number[] {
  const days = new Set<number>();
  for (const part of text.split(',')) {
    const [from, to, more] = part.trim().split('-');
    const start = dayIndex(from);
    const end = to === undefined ? start : dayIndex(to);
    if (more !== undefined) throw new WeekSyntaxError('day', part.trim());
    for (let day = start; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === end) break;
    }
  }
  return [...days].sort((a, b) => a - b);
}

function dayIndex(code: string | undefined): number {
  const index = (DAY_CODES as readonly string[]).indexOf((code ?? '').trim());
  if (index < 0) throw new WeekSyntaxError('day', (code ?? '').trim());
  return index;
}

/**
 * `HH:MM` as minutes of the day, 0…1440.
 * @throws WeekSyntaxError `time`
 */
export function parseClock(text: string): number {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim());
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!match || Number(match[2]) > 59 || minutes > DAY_MINUTES)
    throw new WeekSyntaxError('time', text.trim());
  return minutes;
}

/**
 * `HH:MM-HH:MM` as minutes `[start, end)` with start in 0…1439 and end up to a day after start.
 * @throws WeekSyntaxError `time`, or `equal` when the span has no length
 */
export function parseSpan(text: string): Interval {
  const [from, to, more] = text.split('-');
  if (from === undefined || to === undefined || more !== undefined)
    throw new WeekSyntaxError('time', text.trim());
  const start = parseClock(from);
  const end = parseClock(to);
  if (start === end || start === DAY_MINUTES)
    throw new WeekSyntaxError(start === end ? 'equal' : 'time', text.trim());
  return [start, end > start ? end : end + DAY_MINUTES];
}

/**
 * Parses weekly hours.
 * @throws WeekSyntaxError with the piece that could not be read
 */
export function parseWeek(text: string): Week {
  const intervals: Interval[] = [];
  for (const rule of text.split(';')) {
    if (rule.trim() === '') continue;
    intervals.push(...parseRule(rule.trim()));
  }
  if (intervals.length === 0) throw new WeekSyntaxError('empty', text.trim());
  return normaliseWeek(intervals);
}

function parseRule(rule: string): Interval[] {
  if (rule === '24/7') return [[0, WEEK_MINUTES]];
  const match = /^([A-Za-z][A-Za-z,\- ]*?)?\s*(\d[\d:,\- ]*)?$/.exec(rule);
  if (!match) throw new WeekSyntaxError('shape', rule);
  const days = match[1] ? parseDays(match[1]) : [0, 1, 2, 3, 4, 5, 6];
  const spans = match[2] ? match[2].split(',').map(parseSpan) : [[0, DAY_MINUTES] as const];
  return days.flatMap((day) =>
    spans.map(([start, end]) => [day * DAY_MINUTES + start, day * DAY_MINUTES + end] as const),
  );
}

/** Minutes of the day as `HH:MM`; a time on the following day is taken modulo 24 h, 1440 stays `24:00`. */
export function formatClock(minutes: number): string {
  const rounded = Math.round(minutes);
  const within = rounded === DAY_MINUTES ? rounded : ((rounded % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}

/** Day indexes as text: runs of three or more become ranges (`Mo-Fr`), others are listed (`Sa,Su`). */
export function formatDays(days: readonly number[]): string {
  const parts: string[] = [];
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (j + 1 < sorted.length && sorted[j + 1] === (sorted[j] ?? 0) + 1) j++;
    const [first, last] = [DAY_CODES[sorted[i] ?? 0], DAY_CODES[sorted[j] ?? 0]];
    if (j - i >= 2) parts.push(`${first}-${last}`);
    else for (let k = i; k <= j; k++) parts.push(DAY_CODES[sorted[k] ?? 0] ?? '');
    i = j + 1;
  }
  return parts.join(',');
}

/** Canonical text of weekly hours; `parseWeek(formatWeek(w))` equals `w`, and the empty week is ''. */
export function formatWeek(week: Week): string {
  const byDay = new Map<number, string[]>();
  const add = (day: number, start: number, end: number) => {
    const spans = byDay.get(day % 7) ?? [];
    spans.push(`${formatClock(start)}-${end % DAY_MINUTES === 0 ? '24:00' : formatClock(end)}`);
    byDay.set(day % 7, spans);
  };
  for (const [start, end] of unroll(week)) {
    let day = Math.floor(start / DAY_MINUTES);
    let from = start;
    // Up to a day at a time; a night that ends the next day stays one span, as people say it.
    while (from < end) {
      const midnight = (day + 1) * DAY_MINUTES;
      const wholeNight = end - from < DAY_MINUTES && from > day * DAY_MINUTES && end - midnight < DAY_MINUTES;
      const to = wholeNight ? end : Math.min(end, midnight);
      add(day, from - day * DAY_MINUTES, to - day * DAY_MINUTES);
      from = to;
      day++;
    }
  }
  const rules = new Map<string, number[]>();
  for (const [day, spans] of [...byDay].sort(([a], [b]) => a - b)) {
    const key = spans.sort().join(',');
    rules.set(key, [...(rules.get(key) ?? []), day]);
  }
  return [...rules].map(([spans, days]) => `${formatDays(days)} ${spans}`).join('; ');
}
