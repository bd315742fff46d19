import type { ReferralEventKind, ReferralState } from './ports';

/** From which states an event may follow. A referral ends with declined, no_show or revisited. */
export const EVENT_FROM: Record<ReferralEventKind, readonly ReferralState[]> = {
  contacted: ['referred'],
  interview: ['referred', 'contacted'],
  hired: ['referred', 'contacted', 'interview'],
  declined: ['referred', 'contacted', 'interview'],
  no_show: ['referred', 'contacted', 'interview', 'hired'],
  finished: ['hired'],
  revisited: ['hired', 'finished'],
};

/** The events that may follow a state, in the order of a normal course. */
export function eventsAfter(state: ReferralState): ReferralEventKind[] {
  return (Object.keys(EVENT_FROM) as ReferralEventKind[]).filter((kind) => EVENT_FROM[kind].includes(state));
}

/** States after which something may still happen: the referral is under way. */
export const OPEN_REFERRAL_STATES: readonly ReferralState[] = (
  ['referred', ...Object.keys(EVENT_FROM)] as ReferralState[]
).filter((state) => eventsAfter(state).length > 0);
