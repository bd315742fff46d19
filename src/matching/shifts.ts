import type { Schedule } from '../kernel/schedule';
import { type Availability, isFeasible } from './availability';
import type { Evaluation } from './evaluate';

/** Hours of work a day on which a week of part-time work is counted, minutes (劳动合同法 68: four hours on average). */
const DAY_OF_WORK_MINUTES = 240;

/**
 * How many shifts one place of a posting has: all of them; the k that are asked for; and of a window, which has no
 * shifts of its own, as many days of four hours as its hours make.
 */
export function shiftsAsked(schedule: Schedule): number {
  if (schedule.kind === 'window') return Math.max(1, Math.ceil(schedule.neededMinutes / DAY_OF_WORK_MINUTES));
  return schedule.kind === 'all' ? schedule.shifts.length : schedule.atLeast;
}

/**
 * How many of them get somebody when this person comes, 1…{@link shiftsAsked}, for a posting that is shown to them.
 * Whoever has not said when they are free is taken to come to all.
 */
export function shiftsFilled({ row, fit, journeys }: Evaluation, availability: Availability | null): number {
  const { schedule } = row;
  const asked = shiftsAsked(schedule);
  if (availability === null || fit === null || fit === 1) return asked;
  if (schedule.kind === 'window') return Math.max(1, Math.floor(fit * asked));
  let feasible = 0;
  for (const shift of schedule.shifts) if (isFeasible(shift, availability, journeys)) feasible++;
  return Math.min(feasible, asked);
}
