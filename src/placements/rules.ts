import { dateOfEpochDay, epochDay, weekdayOfEpochDay } from '../kernel/clock';
import type { Id } from '../kernel/ids';
import type { Fen, PayUnit } from '../kernel/money';
import type { Engagement, Settlement } from '../kernel/vocabulary';

/** The pay as it was agreed at the hire. */
export interface PayTerms {
  /** Fen per unit; null when the posting named none. */
  payAmountFen: Fen | null;
  payUnit: PayUnit | null;
  /** Hours that one unit takes; null for pay by the hour. */
  expectedHours: number | null;
  settlement: Settlement | null;
  engagement: Engagement;
}

/** Longest time from work to its pay where work is not full-time, days (劳动合同法 art. 72). */
export const PAY_WITHIN_DAYS = 15;

/**
 * What so much work earns: minutes × amount / minutes of the unit, rounded up to whole fen, so that no rounding takes
 * from the worker. Pay by the day, shift, month or piece counts by the hours that its unit was said to take.
 * @returns fen; null when the pay, or the hours of its unit, are not known
 */
export function payFen(terms: PayTerms, minutes: number): Fen | null {
  const { payAmountFen, payUnit, expectedHours } = terms;
  if (payAmountFen === null || payUnit === null) return null;
  const unitMinutes = payUnit === 'hour' ? 60 : Math.round((expectedHours ?? 0) * 60);
  if (unitMinutes <= 0) return null;
  const earned = minutes * payAmountFen;
  // Whole numbers only: the remainder decides, not a fraction that cannot be written down exactly.
  const rest = earned % unitMinutes;
  return (earned - rest) / unitMinutes + (rest > 0 ? 1 : 0);
}

/**
 * On which date the pay for a work date falls due: daily on the day itself, weekly on that Sunday, half-monthly on the
 * 15th or the month's last, monthly on the month's last, on completion on the last work date. Never later than
 * {@link PAY_WITHIN_DAYS} days after the work (劳动合同法 art. 72); for full-time work never after the month's last
 * (工资支付暂行规定 art. 7: at least once a month).
 * @param endsOn last date of the whole work, null while it is not known
 */
export function payDueOn(
  workDate: string,
  { settlement, engagement }: Pick<PayTerms, 'settlement' | 'engagement'>,
  endsOn: string | null,
): string {
  const day = epochDay(workDate);
  const monthEnd = lastOfMonth(workDate);
  const latest = engagement === 'full_time' ? monthEnd : dateOfEpochDay(day + PAY_WITHIN_DAYS);
  const settled = {
    daily: workDate,
    weekly: dateOfEpochDay(day + 6 - weekdayOfEpochDay(day)),
    biweekly: Number(workDate.slice(8)) <= 15 ? `${workDate.slice(0, 8)}15` : monthEnd,
    monthly: monthEnd,
    on_completion: endsOn === null ? latest : endsOn < workDate ? workDate : endsOn,
  }[settlement ?? 'daily'];
  return settled < latest ? settled : latest;
}

function lastOfMonth(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return dateOfEpochDay(epochDay(next) - 1);
}

export const SIDES = ['worker', 'employer'] as const;
/** The two who know what was worked. */
export type Side = (typeof SIDES)[number];

/** What one side says of one work date; the older entries come first. */
export interface Entry {
  workDate: string;
  kind: 'hours' | 'paid';
  side: Side;
  minutes: number | null;
  amountFen: Fen | null;
  paidOn: string | null;
}

/** How a work date stands by the newest word of each side. Money in fen. */
export interface WorkDay {
  date: string;
  worker: number | null;
  employer: number | null;
  agreement: 'agreed' | 'differs' | 'one_side';
  /** What is not in dispute: by the agreed minutes, the only ones said, or the fewer of two. */
  owed: Fen | null;
  /** By the more of two; the same as `owed` when nothing is in dispute. */
  claimed: Fen | null;
  paid: Fen;
  paidOn: string | null;
  dueOn: string;
}

/** Every work date of which somebody has said hours or pay, by date. */
export function workDays(entries: readonly Entry[], terms: PayTerms, endsOn: string | null): WorkDay[] {
  const dates = [...new Set(entries.map(({ workDate }) => workDate))].sort();
  return dates.map((date) => {
    const newest = (kind: Entry['kind'], side: Side) =>
      entries.findLast((entry) => entry.workDate === date && entry.kind === kind && entry.side === side);
    const worker = newest('hours', 'worker')?.minutes ?? null;
    const employer = newest('hours', 'employer')?.minutes ?? null;
    const said = [worker, employer].filter((minutes) => minutes !== null);
    const pay = newest('paid', 'worker');
    return {
      date,
      worker,
      employer,
      agreement: said.length < 2 ? 'one_side' : worker === employer ? 'agreed' : 'differs',
      owed: said.length === 0 ? null : payFen(terms, Math.min(...said)),
      claimed: said.length === 0 ? null : payFen(terms, Math.max(...said)),
      paid: pay?.amountFen ?? 0,
      paidOn: pay?.amountFen ? pay.paidOn : null,
      dueOn: payDueOn(date, terms, endsOn),
    };
  });
}

/**
 * What of a work date is open, fen. Where hours are said and the pay cannot be computed, a mark of any pay closes it.
 * @returns null: something is open, nobody knows how much
 */
export function openFen(day: WorkDay): Fen | null {
  if (day.worker === null && day.employer === null) return 0;
  if (Math.max(day.worker ?? 0, day.employer ?? 0) === 0) return 0;
  if (day.owed === null) return day.paid > 0 ? 0 : null;
  return Math.max(0, day.owed - day.paid);
}

/** Whether nothing of it need be paid any more. */
const isSettled = (day: WorkDay) => openFen(day) === 0;

/**
 * The first date on which unpaid work falls due; null when there is none.
 * @param dealtWithBefore what fell due before it was dealt with in a case
 */
export function nextDueOn(days: readonly WorkDay[], dealtWithBefore: string | null): string | null {
  const due = days
    .filter((day) => !isSettled(day) && (dealtWithBefore === null || day.dueOn >= dealtWithBefore))
    .map(({ dueOn }) => dueOn)
    .sort();
  return due[0] ?? null;
}

/**
 * The work dates that a case is about: of overdue pay what is overdue, else all that is open.
 * @param today Shanghai date
 */
export function daysAtIssue(
  days: readonly WorkDay[],
  reason: 'overdue' | 'not_paid',
  today: string,
): WorkDay[] {
  return days.filter((day) => !isSettled(day) && (reason === 'not_paid' || day.dueOn < today));
}

/** What of some work dates is open, fen; null when that is not known of one of them. */
export function openSum(days: readonly WorkDay[]): Fen | null {
  const open = days.map(openFen);
  return open.some((fen) => fen === null) ? null : open.reduce<Fen>((sum, fen) => sum + (fen ?? 0), 0);
}

/**
 * Spreads a payment over work dates, oldest first, each as much as is owed; what is over stands with the last one.
 * The parts add up to the amount.
 */
export function spread(amountFen: Fen, days: readonly Pick<WorkDay, 'date' | 'owed'>[]): Map<string, Fen> {
  const parts = new Map<string, Fen>();
  let rest = amountFen;
  for (const [i, { date, owed }] of days.entries()) {
    const part = i === days.length - 1 ? rest : Math.min(rest, owed ?? 0);
    parts.set(date, part);
    rest -= part;
  }
  return parts;
}

/** Hours after the end of the due date until unpaid work becomes a case: the worker has a morning to say it came. */
export const GRACE_HOURS = 12;

/** A member of staff as far as cases are handed out. */
export interface Assignee {
  id: Id;
  /** Cases that they look after now. */
  openCases: number;
  /** When they were last given one, ms; null for never. */
  lastAt: number | null;
}

/**
 * Who looks after a new case: whoever sent the person there, else who has the fewest, else whose turn is longest ago.
 * @returns null when the station has no staff
 */
export function ownerFor(staff: readonly Assignee[], sender: Id | null): Id | null {
  if (sender !== null && staff.some(({ id }) => id === sender)) return sender;
  const turn = ({ lastAt }: Assignee) => lastAt ?? Number.NEGATIVE_INFINITY;
  const [first] = [...staff].sort(
    (a, b) => a.openCases - b.openCases || (turn(a) === turn(b) ? (a.id < b.id ? -1 : 1) : turn(a) - turn(b)),
  );
  return first?.id ?? null;
}
