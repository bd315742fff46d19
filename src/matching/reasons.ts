import { formatDays, parseDays } from '../kernel/week-syntax';
import { type Availability, isFeasible } from './availability';
import { lackingOf } from './certificates';
import type { Evaluation } from './evaluate';
import { type Missing, missingOf } from './fit';

/** Why a posting stands where it stands: a code with numbers; web/text makes the sentence. */
export interface Reason {
  code:
    | 'travel'
    | 'hours_week'
    | 'fit_full'
    | 'fit_partial'
    | 'choose_shifts'
    | 'flexible_window'
    | 'pay'
    | 'certificate'
    | 'related'
    | 'unmet';
  [figure: string]: string | number;
}

/**
 * The reasons of one posting, most telling first. `missing` is given for partial fits.
 * @param held certificates that the person is known to hold
 */
export function reasonsOf(
  item: Evaluation,
  availability: Availability | null,
  held: readonly string[] = [],
): { reasons: Reason[]; missing: Missing[] } {
  const { schedule } = item.row;
  const minutes = Math.round(item.minutes * 10) / 10;
  const reasons: Reason[] = [
    { code: 'travel', minutes, metres: Math.round(item.metres), source: item.source },
  ];
  const missing =
    availability === null || item.fit === 1 ? [] : missingOf(schedule, availability, item.journeys);
  if (availability !== null && item.fit !== null) {
    if (item.fit === 1) reasons.push({ code: 'fit_full' });
    else {
      const feasible = schedule.shifts.filter((shift) =>
        isFeasible(shift, availability, item.journeys),
      ).length;
      const first = missing[0];
      reasons.push({
        code: 'fit_partial',
        percent: Math.round(item.fit * 100),
        feasible: schedule.kind === 'window' ? 0 : feasible,
        of:
          schedule.kind === 'window'
            ? 0
            : schedule.kind === 'all'
              ? schedule.shifts.length
              : schedule.atLeast,
        ...(first ? { days: daysOf(missing) } : {}),
      });
    }
  }
  reasons.push({ code: 'hours_week', hours: Math.round(schedule.neededMinutes / 6) / 10 });
  if (schedule.kind === 'atLeast') {
    reasons.push({ code: 'choose_shifts', atLeast: schedule.atLeast, of: schedule.shifts.length });
  }
  if (schedule.kind === 'window') {
    reasons.push({ code: 'flexible_window', hours: Math.round(schedule.neededMinutes / 6) / 10 });
  }
  reasons.push({ code: 'pay', hourlyFen: item.row.hourlyFen });
  const lacking = lackingOf(item.row, held);
  if (lacking.length > 0) reasons.push({ code: 'certificate', lacking: lacking.join(',') });
  for (const wish of item.unmet) {
    reasons.push(
      wish === 'occupations'
        ? { code: 'related', occupation: item.row.occupation ?? '' }
        : { code: 'unmet', wish },
    );
  }
  return { reasons, missing };
}

/** The days on which anything is missing, each once. */
function daysOf(missing: readonly Missing[]): string {
  return formatDays(missing.flatMap(({ days }) => parseDays(days)));
}
