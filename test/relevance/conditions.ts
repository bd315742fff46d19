import { haversineMetres } from '../../src/kernel/geo';
import { DETOUR_FACTOR } from '../../src/places';
import type { Conditions, GoldenPosting, LabelTrait } from './golden';
import { canAvoid, daysNeeded, hoursOf, longestDay, nightOf, shareIn } from './hours';

/** Weeks of an average month. */
const WEEKS_A_MONTH = 52 / 12;
/** A posting of a free choice of hours is not a whole day's pay; this many hours are a day of it. */
const WINDOW_DAY_HOURS = 4;

/**
 * How far a posting meets each condition that was set, 0…1: only hours can be met in part. Empty when none was.
 */
export function metBy({ draft, label }: GoldenPosting, wanted: Conditions): number[] {
  const schedule = hoursOf(draft);
  const { pay, place } = draft;
  const benefits = draft.benefits ?? [];
  const met: number[] = [];
  const say = (holds: boolean) => met.push(holds ? 1 : 0);
  if (wanted.settlement) say(wanted.settlement.some((one) => one === pay?.settlement));
  if (wanted.benefits) say(wanted.benefits.every((one) => benefits.includes(one)));
  if (wanted.engagement) say(wanted.engagement.includes(draft.engagement ?? 'part_time'));
  if (wanted.time) met.push(shareIn(schedule, wanted.time, wanted.timeShare));
  if (wanted.night) say(nightOf(schedule) === 'all');
  if (wanted.pay) say(yuan(draft, wanted.pay.unit) >= wanted.pay.min);
  if (wanted.near) {
    const { lat, lng, maxMetres } = wanted.near;
    say(haversineMetres(lat, lng, place?.lat ?? 0, place?.lng ?? 0) * DETOUR_FACTOR <= maxMetres);
  }
  if (wanted.workplace) say(wanted.workplace.includes(label.workplace ?? ''));
  if (wanted.traits) say(wanted.traits.every((trait) => has(label.traits, trait)));
  if (wanted.dayHoursMax) say(longestDay(schedule) <= wanted.dayHoursMax);
  if (wanted.weekDaysMax) say(daysNeeded(schedule) <= wanted.weekDaysMax);
  if (wanted.flexible) say(schedule.kind === 'window' || schedule.atLeast <= schedule.shifts.length / 2);
  return met;
}

/** Whether a posting has what was refused. */
export function isRefused({ draft, label }: GoldenPosting, wanted: Conditions): boolean {
  const schedule = hoursOf(draft);
  const any = <T>(held: readonly T[], refused: readonly T[] = []) =>
    refused.some((one) => held.includes(one));
  return (
    any(label.occupations, wanted.excludeOccupations) ||
    any([label.workplace ?? ''], wanted.excludeWorkplaces) ||
    any(label.traits, wanted.excludeTraits) ||
    any(draft.benefits ?? [], wanted.excludeBenefits) ||
    any(draft.requirements?.certificates ?? [], wanted.excludeCertificates) ||
    (wanted.excludeTime !== undefined && !canAvoid(schedule, wanted.excludeTime)) ||
    (wanted.avoidNight === true && nightOf(schedule) === 'all')
  );
}

function has(held: readonly LabelTrait[], trait: LabelTrait): boolean {
  if (trait === 'light') return held.includes('light') || held.includes('sitting');
  if (trait === 'no_experience') return held.includes('no_experience') || !held.includes('skilled');
  return held.includes(trait);
}

/**
 * What a posting pays in the unit in which people ask: an hour's pay; what a day at work brings; what a month
 * brings, which a one-off task does not.
 */
export function yuan(draft: GoldenPosting['draft'], unit: 'hour' | 'day' | 'month'): number {
  const { amount = 0, unit: paid = 'hour', expectedHours = 1 } = draft.pay ?? {};
  const hourly = paid === 'hour' ? amount : amount / expectedHours;
  if (unit === 'hour') return hourly;
  const schedule = hoursOf(draft);
  if (unit === 'day') {
    if (paid === 'day' || paid === 'shift') return amount;
    return hourly * (schedule.kind === 'window' ? WINDOW_DAY_HOURS : longestDay(schedule));
  }
  if (paid === 'month') return amount;
  return draft.engagement === 'task' ? 0 : (hourly * WEEKS_A_MONTH * schedule.neededMinutes) / 60;
}
