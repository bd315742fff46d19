import type { ReadShift } from '../../hours';
import { parseDays, parseSpan } from '../../kernel/week-syntax';
import type { HoursSaid } from './hours';

/** Hours of one shift, of one day of work and of a week; null where they differ or nobody can know. */
export function lengthsOf(hours: HoursSaid): Record<'shift' | 'day' | 'week', number | null> {
  const { written, commitment, questions, daysAWeek } = hours;
  if (!written) return { shift: null, day: null, week: null };
  const shift = same(written.map(lengthOf));
  if (commitment !== 'all' || questions.includes('rotation')) return { shift, day: shift, week: null };
  const byDay = new Map<string, number>();
  for (const one of written)
    for (const day of 'days' in one ? parseDays(one.days) : [one.date])
      byDay.set(String(day), (byDay.get(String(day)) ?? 0) + lengthOf(one));
  const day = same([...byDay.values()]);
  const recurs = written.every((one) => 'days' in one);
  const isCounted = questions.includes('rest_days');
  if (isCounted) return { shift, day, week: day !== null && daysAWeek !== null ? day * daysAWeek : null };
  const week = recurs ? [...byDay.values()].reduce((sum, hours) => sum + hours, 0) : null;
  return { shift, day, week };
}

function lengthOf({ start, end }: ReadShift): number {
  const [from, to] = parseSpan(`${start}-${end}`);
  return (to - from) / 60;
}

const same = (list: readonly number[]): number | null => {
  const [first] = list;
  return first !== undefined && list.every((one) => one === first) ? first : null;
};
