import { dateOfEpochDay, epochDay } from '../kernel/clock';
import type { FieldProblem } from '../kernel/errors';
import { isInChina } from '../kernel/geo';
import type { PayUnit } from '../kernel/money';
import { expandSchedule, hasOverlap } from '../kernel/schedule';
import { MAX_VALIDITY_DAYS, PART_TIME_WEEK_HOURS } from '../trust';
import type { JobRecord, JobWithBusiness } from './record';
import type { JobStatus } from './schema';

/** What can be done to a posting, and from which states (contract: draft → review → open → …). */
export const TRANSITIONS = {
  edit: { from: ['draft', 'review', 'open', 'closed', 'expired'], to: null },
  submit: { from: ['draft'], to: 'review' },
  publish: { from: ['draft', 'review'], to: 'open' },
  close: { from: ['draft', 'review', 'open'], to: 'closed' },
  fill: { from: ['open'], to: 'filled' },
  renew: { from: ['expired', 'closed', 'open'], to: 'open' },
  expire: { from: ['open'], to: 'expired' },
  block: { from: ['draft', 'review', 'open'], to: 'blocked' },
} as const satisfies Record<string, { from: readonly JobStatus[]; to: JobStatus | null }>;
export type Transition = keyof typeof TRANSITIONS;

/** Whether the verb may be used on a posting in this state. */
export function isAllowed(verb: Transition, status: JobStatus): boolean {
  return (TRANSITIONS[verb].from as readonly JobStatus[]).includes(status);
}

/**
 * What is wrong with a posting whatever its state: a plain contradiction, a place abroad, a date gone by.
 * @param today Shanghai date
 */
export function draftProblems(job: JobRecord, today: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (job.place && !isInChina(job.place)) problems.push({ pointer: '/place/lat', code: 'outside_china' });
  if (job.validThrough !== null) problems.push(...validityProblems(job.validThrough, today));
  if (job.schedule) problems.push(...scheduleProblems(job, today));
  return problems;
}

/**
 * What a pay lacks for its hourly figure: every unit but the hour needs the hours that it takes. Asked of whoever
 * writes a pay; one that was imported from a foreign list may wait for it as a draft.
 */
export function payProblems(
  pay: { unit: PayUnit; expectedHours?: number | null | undefined } | null | undefined,
): FieldProblem[] {
  if (!pay || pay.unit === 'hour' || pay.expectedHours) return [];
  return [{ pointer: '/pay/expectedHours', code: 'expected_hours_needed' }];
}

function validityProblems(validThrough: string, today: string): FieldProblem[] {
  if (validThrough < today) return [{ pointer: '/validThrough', code: 'in_past' }];
  if (epochDay(validThrough) - epochDay(today) > MAX_VALIDITY_DAYS) {
    return [{ pointer: '/validThrough', code: 'too_far', values: { days: MAX_VALIDITY_DAYS } }];
  }
  return [];
}

function scheduleProblems(job: JobRecord, today: string): FieldProblem[] {
  if (!job.schedule) return [];
  const schedule = expandSchedule(job.schedule);
  const problems: FieldProblem[] = [];
  if (schedule.kind !== 'window' && hasOverlap(schedule)) {
    problems.push({ pointer: '/schedule/shifts', code: 'shifts_overlap' });
  }
  if (job.schedule.atLeast !== null && job.schedule.atLeast > schedule.shifts.length) {
    problems.push({
      pointer: '/schedule/commitment/atLeast',
      code: 'more_than_offered',
      values: { offered: schedule.shifts.length },
    });
  }
  if (schedule.kind === 'window') {
    const offered = schedule.shifts.reduce((sum, w) => sum + w.end - w.start, 0);
    if (schedule.neededMinutes > offered) {
      problems.push({
        pointer: '/schedule/hoursPerWeek',
        code: 'more_than_offered',
        values: { offered: offered / 60 },
      });
    }
  }
  const dates = job.schedule.rules.flatMap((rule) => (rule.date ? [rule.date] : []));
  if (dates.length > 0 && dates.every((date) => date < today)) {
    problems.push({ pointer: '/schedule/shifts', code: 'in_past' });
  }
  return problems;
}

/**
 * What keeps a posting from opening: the fields that 人力资源市场暂行条例 art. 24 asks of every posting, and
 * the hours that 劳动合同法 art. 68 allows (24 a week with one employer for part-time work; what one must
 * work counts). Households are no employers under labour law and are left to station policy.
 * @param known what {@link draftProblems} has said already
 */
export function openingProblems(
  { job, business }: JobWithBusiness,
  today: string,
  known: readonly FieldProblem[] = draftProblems(job, today),
): FieldProblem[] {
  const problems = [...known];
  if (!job.place) problems.push({ pointer: '/place', code: 'missing_field' });
  if (!job.pay) problems.push({ pointer: '/pay', code: 'missing_field' });
  else {
    if (job.pay.hourlyFen === null) problems.push({ pointer: '/pay/expectedHours', code: 'missing_field' });
    if (!job.pay.settlement) problems.push({ pointer: '/pay/settlement', code: 'missing_field' });
  }
  if (!job.schedule) problems.push({ pointer: '/schedule', code: 'missing_field' });
  if (job.pay?.settlement === 'monthly' && job.engagement !== 'full_time' && business.kind !== 'household') {
    // 劳动合同法 art. 72: part-time work is paid at least every 15 days.
    problems.push({ pointer: '/pay/settlement', code: 'pay_cycle' });
  }
  if (job.schedule && job.engagement === 'part_time' && business.kind !== 'household') {
    const hours = expandSchedule(job.schedule).neededMinutes / 60;
    if (hours > PART_TIME_WEEK_HOURS) {
      problems.push({
        pointer: '/schedule',
        code: 'over_week_hours',
        values: { hours, max: PART_TIME_WEEK_HOURS },
      });
    }
  }
  return problems;
}

/** The default last day of a posting: the longest that may be. */
export function defaultValidThrough(today: string): string {
  return dateOfEpochDay(epochDay(today) + MAX_VALIDITY_DAYS);
}
