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

/** The hours of a posting, one line for each rule; the first line may say how they are meant. */
export function scheduleLines(schedule: ScheduleDraft): string[] {
  if (schedule.kind === 'window') {
    const windows = schedule.windows.map((w) => `${daysText(w.days)} ${spanText(w.start, w.end)}`);
    return [
      ...windows,
      `在这个范围里时间自己定，每周干够 ${figure(schedule.hoursPerWeek)} 小时，一次至少 ${minutesText(schedule.minBlockMinutes)}`,
    ];
  }
  const shifts = schedule.shifts.map(
    (s) => `${s.date ? dateText(s.date) : daysText(s.days ?? 'Mo-Su')} ${spanText(s.start, s.end)}`,
  );
  if (schedule.commitment === 'all') return shifts;
  return [`下面的班任选 ${schedule.commitment.atLeast} 个：`, ...shifts];
}

/** 90 → 1.5 小时, 45 → 45 分钟. */
export function minutesText(minutes: number): string {
  return minutes % 30 === 0 ? `${figure(minutes / 60)} 小时` : `${minutes} 分钟`;
}

/** What a job pays: 每小时 24 元; 每天 200–240 元. */
export function payText(pay: NonNullable<JobView['pay']>): string {
  const amount =
    pay.max === undefined ? figure(pay.amount, 2) : `${figure(pay.amount, 2)}–${figure(pay.max, 2)}`;
  return `每${PAY_UNIT_TEXT[pay.unit]} ${amount} 元`;
}

/** What that is by the hour, when it is not said so already: 约合每小时 25 元. */
export function hourlyText(pay: NonNullable<JobView['pay']>): string | null {
  if (pay.unit === 'hour' || pay.hourly === null) return null;
  const hours = pay.expectedHours === undefined ? '' : `${figure(pay.expectedHours)} 小时，`;
  return `${hours}约合每小时 ${figure(pay.hourly, 1)} 元`;
}
