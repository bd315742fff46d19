import figures from '../../law/figures.json' with { type: 'json' };
import law from '../../search/lexicon/kinds-of-work.json' with { type: 'json' };
import type { Schedule } from '../kernel/schedule';
import { DAY_MINUTES } from '../kernel/week';

/** Nobody under this age may be introduced to work (禁止使用童工规定 art. 2–3). */
export const LEAST_AGE = figures.limits.leastAge.value;
/** Full age; those between are 未成年工, who may not do every kind of work. */
export const ADULT_AGE = figures.limits.adultAge.value;
/**
 * Special operations end with the statutory age of retirement (特种作业人员安全技术培训考核管理规定 art. 4). The lowest
 * of that age for men before it began to rise in 2025; a station that knows a person's own sets no other.
 */
export const SPECIAL_OPERATION_LAST_AGE = 60;

/** A kind of work that is closed to some ages; kinds-of-work.json says which occupations are of which. */
export type KindOfWork = keyof typeof law.kinds;
/** Why a posting is closed to minors: its kind of work, its hours, or the place it is at. */
export type MinorsReason = keyof typeof law.sources;

/** Where each reason is written. */
export const MINORS_CLOSED: Readonly<Record<MinorsReason, string>> = law.sources;

/** Night for minors, minutes of the day. */
const NIGHT = { from: 22 * 60, to: 6 * 60 } as const;

/** What the law asks of a posting is read off these. */
export interface KindOfPosting {
  occupation: string | null;
  /** Title and name of the business. */
  names: string;
  schedule: Schedule;
}

/** Why a posting is closed to minors; none when it is not. */
export function closedToMinors(posting: KindOfPosting): MinorsReason[] {
  const reasons: MinorsReason[] = kindsOf(posting.occupation);
  if (posting.schedule.kind !== 'window' && posting.schedule.shifts.some(touchesNight)) reasons.push('night');
  const names = posting.names.toUpperCase();
  if (law.venues.some((venue) => names.includes(venue))) reasons.push('venue');
  return reasons;
}

/** Whether a posting is closed to those beyond {@link SPECIAL_OPERATION_LAST_AGE}. */
export function closedToElderly({ occupation }: Pick<KindOfPosting, 'occupation'>): boolean {
  return kindsOf(occupation).includes('special_operation');
}

function kindsOf(occupation: string | null): KindOfWork[] {
  if (occupation === null) return [];
  const entries = Object.entries(law.kinds) as [KindOfWork, string[]][];
  return entries.filter(([, occupations]) => occupations.includes(occupation)).map(([kind]) => kind);
}

function touchesNight({ start, end }: { start: number; end: number }): boolean {
  const from = start % DAY_MINUTES;
  const to = from + (end - start);
  return from < NIGHT.to || to > NIGHT.from;
}

/** Full years of age on an epoch day, of somebody born on another. A birthday counts from its own day on. */
export function ageOnDay(birthDay: number, day: number): number {
  const [born, then] = [new Date(birthDay * 86_400_000), new Date(day * 86_400_000)];
  const years = then.getUTCFullYear() - born.getUTCFullYear();
  const before =
    then.getUTCMonth() < born.getUTCMonth() ||
    (then.getUTCMonth() === born.getUTCMonth() && then.getUTCDate() < born.getUTCDate());
  return before ? years - 1 : years;
}
