import { DAY_MINUTES, intersect, type Week } from '../kernel/week';
import { formatClock, formatDays, formatWeek } from '../kernel/week-syntax';

/**
 * Weekly hours as text. Unless nights were said, every day stands for itself (`00:00-18:00,22:00-24:00`): people who
 * are taken in the evening do not think of a free night that runs over midnight.
 */
export function weekText(week: Week, overnight: boolean): string {
  if (overnight) return formatWeek(week);
  const rules = new Map<string, number[]>();
  for (let day = 0; day < 7; day++) {
    const base = day * DAY_MINUTES;
    const spans = intersect(week, [[base, base + DAY_MINUTES]])
      .map(([start, end]) => `${formatClock(start - base)}-${formatClock(end - base)}`)
      .join(',');
    if (spans !== '') rules.set(spans, [...(rules.get(spans) ?? []), day]);
  }
  return [...rules].map(([spans, days]) => `${formatDays(days)} ${spans}`).join('; ');
}
