import type { Finding } from '../checks';
import { dateOfEpochDay, epochDay } from '../kernel/clock';
import { type FieldProblem, ruleBroken } from '../kernel/errors';
import { isInChina } from '../kernel/geo';
import { type PayUnit, yuanFromFen } from '../kernel/money';
import { expandSchedule, hasOverlap } from '../kernel/schedule';
import { floorFen, MAX_VALIDITY_DAYS, PART_TIME_WEEK_HOURS } from '../trust';
import { blocking, findingsOf } from './check';
import type { JobRecord, JobWithBusiness } from './record';
import type { JobStatus } from './schema';

/**
 * What can be done to a posting, and from which states (contract: draft → review → open → …). `to` is where it leads
 * for those who are trusted; publishing, renewing and changing what is open lead others to review.
 */
export const TRANSITIONS = {
  edit: { from: ['draft', 'review', 'open', 'closed', 'expired'], to: null },
  submit: { from: ['draft'], to: 'review' },
  publish: { from: ['draft', 'review'], to: 'open' },
  close: { from: ['draft', 'review', 'open'], to: 'closed' },
  fill: { from: ['open'], to: 'filled' },
  renew: { from: ['expired', 'closed', 'open'], to: 'open' },
  expire: { from: ['open'], to: 'expired' },
  block: { from: ['draft', 'review', 'open'], to: 'blocked' },
  // Several people reported it: staff look before anybody else sees it again.
  hide: { from: ['open'], to: 'review' },
  return: { from: ['review'], to: 'draft' },
  // Reports that staff found nothing in: what they held is held no more.
  release: { from: ['draft', 'review', 'open', 'closed', 'expired', 'filled'], to: null },
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

/** Where and when a posting is to open. */
export interface OpeningTerms {
  /** Shanghai date. */
  today: string;
  /** Area class of the station, 1–3: which column of the hourly floor holds. */
  areaClass: number;
}

/**
 * What keeps a posting from opening: the fields that 人力资源市场暂行条例 art. 24 asks of every posting, and
 * what {@link labourLawProblems} says of those whose business is an employer under labour law, and words that no
 * posting may hold.
 * @param known what {@link draftProblems} has said already
 * @param findings what {@link findingsIn} has found already
 */
export function openingProblems(
  found: JobWithBusiness,
  terms: OpeningTerms,
  known: readonly FieldProblem[] = draftProblems(found.job, terms.today),
  findings: readonly Finding[] = findingsIn(found, terms),
): FieldProblem[] {
  const { job, business } = found;
  const problems = [...known];
  if (!job.place) problems.push({ pointer: '/place', code: 'missing_field' });
  if (!job.pay) problems.push({ pointer: '/pay', code: 'missing_field' });
  else {
    if (job.pay.hourlyFen === null) problems.push({ pointer: '/pay/expectedHours', code: 'missing_field' });
    if (!job.pay.settlement) problems.push({ pointer: '/pay/settlement', code: 'missing_field' });
  }
  if (!job.schedule) problems.push({ pointer: '/schedule', code: 'missing_field' });
  // Households are no employers under labour law: station policy, not these rules.
  if (business.kind !== 'household') problems.push(...labourLawProblems(job, terms));
  problems.push(...blocking(findings));
  return problems;
}

/** What the words of a posting break, on the last day that it names. */
export function findingsIn(found: JobWithBusiness, { today, areaClass }: OpeningTerms): Finding[] {
  return findingsOf(found, { workDate: lastWorkDate(found.job.schedule, today), areaClass });
}

/**
 * What part-time work and tasks may not be (full-time work has rules of its own): paid less often than every 15
 * days or under the local hourly floor (劳动合同法 art. 72), or, for part-time work, more than 24 hours a week with
 * one employer (art. 68; the least that one must work counts).
 */
function labourLawProblems({ pay, schedule, engagement }: JobRecord, terms: OpeningTerms): FieldProblem[] {
  if (engagement === 'full_time') return [];
  const problems: FieldProblem[] = [];
  if (pay?.settlement === 'monthly') problems.push({ pointer: '/pay/settlement', code: 'pay_cycle' });
  const floor = floorFen(lastWorkDate(schedule, terms.today), terms.areaClass);
  if (pay && pay.hourlyFen !== null && pay.hourlyFen < floor) {
    const values = { hourly: yuanFromFen(pay.hourlyFen), floor: yuanFromFen(floor) };
    problems.push({ pointer: '/pay/amount', code: 'below_floor', values });
  }
  if (schedule && engagement === 'part_time') {
    const hours = expandSchedule(schedule).neededMinutes / 60;
    if (hours > PART_TIME_WEEK_HOURS) {
      const values = { hours, max: PART_TIME_WEEK_HOURS };
      problems.push({ pointer: '/schedule', code: 'over_week_hours', values });
    }
  }
  return problems;
}

/** The last date that the shifts name, whose floor counts since floors only rise; today for what recurs. */
function lastWorkDate(schedule: JobRecord['schedule'], today: string): string {
  const dates = schedule?.rules.flatMap(({ date }) => (date === null ? [] : [date])) ?? [];
  return lastDate(dates, today);
}

/** The last of some dates, none of them before today. */
export function lastDate(dates: readonly string[], today: string): string {
  return dates.reduce((last, date) => (date > last ? date : last), today);
}

/** The default last day of a posting: the longest that may be. */
export function defaultValidThrough(today: string): string {
  return dateOfEpochDay(epochDay(today) + MAX_VALIDITY_DAYS);
}

/** @throws DomainError `rule_broken` with the problems, if there are any */
export function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw ruleBroken([...problems]);
}
