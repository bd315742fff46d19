import type { Gate } from './gates';
import type { SeekerQuery } from './query';

/** One change to a search and how many postings it alone would add. */
export interface Relaxation {
  change: { param: string; value: string | number | null };
  gain: number;
}

/** Limits of travel that people think in, minutes. */
const STEPS = [5, 10, 15, 20, 30, 45, 60, 90, 120];

/** The next longer limit, minutes; the longest stays. */
export function widerLimit(minutes: number): number {
  return STEPS.find((step) => step > minutes) ?? minutes;
}

/**
 * What one change each would add, most first.
 * @param nearMisses postings kept off by exactly one condition; those by `travel` lie within `wider`
 */
export function relaxationsOf(
  nearMisses: ReadonlyMap<Gate, number>,
  query: Pick<SeekerQuery, 'minutes'>,
  wider: number,
): Relaxation[] {
  const relaxations: Relaxation[] = [];
  const add = (gate: Gate, param: string, value: string | number | null) => {
    const gain = nearMisses.get(gate);
    if (gain) relaxations.push({ change: { param, value }, gain });
  };
  if (wider > query.minutes) add('travel', 'minutes', wider);
  add('time', 'free', null);
  add('hours', 'hours_max', null);
  add('pay', 'pay_min', null);
  add('settlement', 'settlement', null);
  add('benefits', 'benefits', null);
  add('occupation', 'occupation', null);
  add('certificate', 'certificates', null);
  add('engagement', 'engagement', null);
  return relaxations.sort((a, b) => b.gain - a.gain || (a.change.param < b.change.param ? -1 : 1));
}
