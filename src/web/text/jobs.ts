import type { JobView, ScheduleDraft } from '../../jobs';
import { epochDay, weekdayOfEpochDay } from '../../kernel/clock';
import { DAY_CODES, parseClock } from '../../kernel/week-syntax';
import { daysText, figure, PAY_UNIT_TEXT } from './vocabulary';

/** `18:00`–`06:00` → 18:00–次日 06:00. */
export function spanText(start: string, end: string): string {
  return `${start}–${parseClock(end) < parseClock(start) ? '次日 ' : ''}${end}`;
}

/** `2026-12-20` → 12月20日（周日）; with the year when it is wanted. */
export function dateText(date: string, withYear = false): string {
  const [year, month, day] = date.split('-').map(Number);
  const weekday = daysText(DAY_CODES[weekdayOfEpochDay(epochDay(date))] ?? '');
  return `${withYear ? `${year}年` : ''}${month}月${day}日（${weekday}）`;
}

/** The hours of a posting, one line for each day or group of days; the first line may say how they are meant. */
export function scheduleLines(schedule: ScheduleDraft): string[] {
  if (schedule.kind === 'window') {
    return [
      ...byDay(schedule.windows),
      `在这个范围里时间自己定，每周干够 ${figure(schedule.hoursPerWeek)} 小时，一次至少${minutesText(schedule.minBlockMinutes)}`,
    ];
  }
  if (schedule.commitment === 'all') return byDay(schedule.shifts);
  return [`下面的班任选 ${schedule.commitment.atLeast} 个：`, ...byDay(schedule.shifts)];
}

/** Spans of the same day stand in one line: 11月26日（周四）07:00–11:00、13:00–17:00. */
function byDay(
  rules: readonly { days?: string | undefined; date?: string | undefined; start: string; end: string }[],
) {
  const lines = new Map<string, string[]>();
  for (const { days, date, start, end } of rules) {
    const day = date === undefined ? daysText(days ?? 'Mo-Su') : dateText(date);
    lines.set(day, [...(lines.get(day) ?? []), spanText(start, end)]);
  }
  return [...lines].map(([day, spans]) => `${day} ${spans.join('、')}`);
}

/**
 * The hours of a posting in one line, for a list where its reasons say how they are meant. Many days end with how
 * many there are.
 */
export function scheduleText(schedule: ScheduleDraft): string {
  const days = byDay(schedule.kind === 'window' ? schedule.windows : schedule.shifts);
  const more = days.length > MOST_DAYS ? `，等 ${days.length} 天` : '';
  const text = days.slice(0, MOST_DAYS).join('；') + more;
  return schedule.kind === 'window' ? `${text} 之间，一次至少${minutesText(schedule.minBlockMinutes)}` : text;
}
const MOST_DAYS = 3;

/** What follows a word: 90 → ␣1.5 小时, 30 → 半小时, 45 → ␣45 分钟; figures stand apart from Han characters. */
function minutesText(minutes: number): string {
  if (minutes === 30) return '半小时';
  return minutes % 30 === 0 ? ` ${figure(minutes / 60)} 小时` : ` ${minutes} 分钟`;
}

/** What a job pays: 每小时 24 元; 每天 200–240 元. */
export function payText(pay: NonNullable<JobView['pay']>): string {
  const amount =
    pay.max === undefined ? figure(pay.amount, 2) : `${figure(pay.amount, 2)}–${figure(pay.max, 2)}`;
  return `每${PAY_UNIT_TEXT[pay.unit]} ${amount} 元`;
}

/** What that is by the hour, when it is not said so already: 按 8 小时算，约合每小时 25 元. */
export function hourlyText(pay: NonNullable<JobView['pay']>): string | null {
  if (pay.unit === 'hour' || pay.hourly === null) return null;
  const { expectedHours: hours } = pay;
  const counted = hours === undefined || hours < 1 ? '' : `按 ${figure(hours)} 小时算，`;
  return `${counted}约合每小时 ${figure(pay.hourly, 1)} 元`;
}
