import {
  BIG_SMALL_WEEK,
  DAY_OFF,
  MONTH_OFF,
  NUMBER_OF,
  ONE_OFF,
  ROTA_OFF,
  TWO_OFF,
  WEEKDAY_OF,
  WEEKEND_OFF,
} from './shift-words';

/** So many days off in a week or a month. */
export interface RestDays {
  per: 'week' | 'month';
  count: number;
}

/** Days off as an employer writes them: `off` are certain weekdays; `ask` when it is not said which. */
export interface Rest {
  days: RestDays | null;
  off: readonly number[];
  ask: boolean;
  spans: { start: number; end: number }[];
}

/** Reads the days off from a folded text. Two days off are Saturday and Sunday unless only their number is said. */
export function restOf(text: string): Rest {
  const certain = [...text.matchAll(DAY_OFF)];
  if (certain.length > 0) {
    const off = [...new Set(certain.flatMap(([, day]) => WEEKDAY_OF.get(day ?? '') ?? []))].sort();
    return { days: { per: 'week', count: off.length }, off, ask: false, spans: certain.map(spanOf) };
  }
  const patterns: [RegExp, Omit<Rest, 'spans'>][] = [
    [BIG_SMALL_WEEK, { days: null, off: [], ask: true }],
    [WEEKEND_OFF, { days: { per: 'week', count: 2 }, off: [5, 6], ask: false }],
    [TWO_OFF, { days: { per: 'week', count: 2 }, off: [], ask: true }],
    [ONE_OFF, { days: { per: 'week', count: 1 }, off: [], ask: true }],
  ];
  for (const [pattern, rest] of patterns) {
    const match = pattern.exec(text);
    if (match) return { ...rest, spans: [spanOf(match)] };
  }
  const month = MONTH_OFF.exec(text);
  const rota = ROTA_OFF.exec(text);
  if (!month && rota) return { days: null, off: [], ask: true, spans: [spanOf(rota)] };
  const count = month?.[1] ?? month?.[2];
  if (!month || !count) return { days: null, off: [], ask: false, spans: [] };
  const days = { per: 'month', count: Number(count) || (NUMBER_OF.get(count) ?? 1) } as const;
  return { days, off: [], ask: true, spans: [spanOf(month)] };
}

const spanOf = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length });
