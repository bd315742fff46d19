import { DAY_MS, SHANGHAI_OFFSET_MS, weekdayOfEpochDay } from '../kernel/clock';
import type { Schedule, Shift } from '../kernel/schedule';
import { DAY_MINUTES } from '../kernel/week';

/** From one wave to the next, ms. */
export const WAVE_MS = 5 * 60_000;
/** People asked at once for each free place, and at least. */
const ASKED_PER_PLACE = 3;

/** How many people a wave asks. @param places free places */
export function waveSize(places: number): number {
  return ASKED_PER_PLACE * Math.max(1, places);
}

/** When the next wave is due, ms. @param fill wave: waves sent so far */
export function nextWaveAt(fill: { startedAt: number; wave: number }): number {
  return fill.startedAt + WAVE_MS * fill.wave;
}

/** The hours of a posting that come next. */
export interface NextHours {
  shift: Shift;
  /** The last instant, ms, at which somebody could still begin. */
  beginsAt: number;
}

const MINUTE_MS = 60_000;

/**
 * The first hours that begin today or tomorrow and for which somebody can still come: a shift by its start, a window
 * as long as its shortest block fits. Null when there are none.
 */
export function nextHours(schedule: Schedule, now: number): NextHours | null {
  const today = Math.floor((now + SHANGHAI_OFFSET_MS) / DAY_MS);
  const until = (today + 2) * DAY_MS - SHANGHAI_OFFSET_MS;
  let next: NextHours | null = null;
  for (const shift of schedule.shifts) {
    const slack = schedule.kind === 'window' ? shift.end - shift.start - schedule.minBlockMinutes : 0;
    // A window may have begun days ago and still be open.
    for (let day = today - 7; day <= today + 1; day++) {
      if (
        shift.day >= 0
          ? shift.day !== day
          : Math.floor(shift.start / DAY_MINUTES) % 7 !== weekdayOfEpochDay(day)
      )
        continue;
      const start = day * DAY_MS - SHANGHAI_OFFSET_MS + (shift.start % DAY_MINUTES) * MINUTE_MS;
      const beginsAt = Math.min(until, start + Math.max(0, slack) * MINUTE_MS);
      if (beginsAt > now && start < until && (!next || beginsAt < next.beginsAt)) next = { shift, beginsAt };
    }
  }
  return next;
}

/** The schedule without the one-off shifts that have begun: nobody need be free at what is over. */
export function remaining(schedule: Schedule, now: number): Schedule {
  const begun = ({ day, start }: Shift) =>
    day >= 0 && day * DAY_MS - SHANGHAI_OFFSET_MS + (start % DAY_MINUTES) * MINUTE_MS <= now;
  return { ...schedule, shifts: schedule.shifts.filter((shift) => !begun(shift)) };
}
