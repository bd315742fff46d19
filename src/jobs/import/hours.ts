import { type ReadShift, readShifts, type ShiftReading } from '../../hours';
import { expandSchedule, hasOverlap } from '../../kernel/schedule';
import { parseDays, parseSpan } from '../../kernel/week-syntax';
import { rulesOf } from '../draft';
import type { ScheduleDraft } from '../schema';
import { EXCEPTED, LEAVING, MONTH_OFF, OTHER_DAYS, WEEKENDS_OFF } from './hours-words';

/** Hours of one shift between these are hours of work: what is shorter is a meeting, what is longer a misreading. */
const SHORTEST = 1;
const LONGEST = 14;
/** Nobody works more in a day. */
const MOST_A_DAY = 15;
const WEEKS_A_MONTH = 52 / 12;

/**
 * Hours that an employer wrote into the text of a posting, when they leave nothing open: every shift complete, no
 * rotation, and no choice that would have to be asked for. Days off that are counted but not named make the shifts of
 * the remaining days the least that one must work.
 * @returns null rather than hours that may be wrong
 */
export function hoursInText(text: string): ScheduleDraft | null {
  const told = text.replace(LEAVING, ' ');
  if (EXCEPTED.test(told) || (WEEKENDS_OFF.test(told) && MONTH_OFF.test(told))) return null;
  const read = readShifts(told);
  if (read.restDays === undefined && OTHER_DAYS.test(told)) return null;
  const open = read.questions.filter(({ about }) => about !== 'rest_days');
  if (read.shifts === null || open.length > 0) return null;
  const hours = read.shifts.map((shift) => {
    const [start, end] = parseSpan(`${shift.start}-${shift.end}`);
    return (end - start) / 60;
  });
  if (hours.some((one) => one < SHORTEST || one > LONGEST) || !inOrder(read.shifts)) return null;
  const commitment = commitmentOf(read);
  if (commitment === null) return null;
  const schedule: ScheduleDraft = { kind: 'shifts', commitment, shifts: read.shifts };
  const expanded = expandSchedule(rulesOf(schedule));
  if (expanded.kind === 'window' || hasOverlap(expanded)) return null;
  return mostInADay(read, hours) > MOST_A_DAY ? null : schedule;
}

/** People write a day from its morning to its evening; 8:00-12:00, 01:00-05:00 is written on a clock of twelve hours. */
function inOrder(shifts: readonly ReadShift[]): boolean {
  return shifts.every((shift, i) => {
    const before = shifts[i - 1];
    const follows = before && 'days' in before && 'days' in shift && before.days === shift.days;
    return !follows || before.start < shift.start;
  });
}

/** How much of the shifts must be worked; null when days off are said that do not fit them. */
function commitmentOf({
  shifts,
  commitment,
  restDays,
  questions,
}: ShiftReading): 'all' | { atLeast: number } | null {
  // One of several is seldom meant where they are listed: a morning and an afternoon are both worked.
  if (commitment !== 'all') return null;
  if (!questions.some(({ about }) => about === 'rest_days')) return 'all';
  if (!restDays) return null;
  const days = new Set((shifts ?? []).flatMap((shift) => ('days' in shift ? parseDays(shift.days) : [])));
  const off = restDays.per === 'week' ? restDays.count : restDays.count / WEEKS_A_MONTH;
  const worked = Math.floor(7 - off);
  // Days are named besides: which of them are off is not told.
  if (days.size < 7 || worked < 1) return null;
  return { atLeast: worked * (shifts ?? []).length };
}

function mostInADay({ shifts }: ShiftReading, hours: readonly number[]): number {
  const byDay = new Map<string, number>();
  (shifts ?? []).forEach((shift, i) => {
    const days = 'days' in shift ? parseDays(shift.days).map(String) : [shift.date];
    for (const day of days) byDay.set(day, (byDay.get(day) ?? 0) + (hours[i] ?? 0));
  });
  return Math.max(...byDay.values());
}
