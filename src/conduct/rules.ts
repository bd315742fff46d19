import { DAY_MS, endOfShanghaiDay } from '../kernel/clock';

/** How long a fact counts, days from the day it happened. After that it has no effect and is erased. */
export const COUNTS_DAYS = 90;
/** Within so many days an employer's facts count for the gate of urgent filling. */
export const GATE_DAYS = 60;
/** With so many of them, people are not asked to come at once any more. */
export const GATE_FACTS = 2;
/** How long ago something may have happened that is told now, days. */
export const TOLD_WITHIN_DAYS = 14;

/** When a fact ends, ms. @param onDate Shanghai date on which it happened */
export function expiryOf(onDate: string): number {
  return endOfShanghaiDay(onDate) + COUNTS_DAYS * DAY_MS;
}

/** What decides whether a fact counts. Instants in ms. */
export interface Standing {
  onDate: string;
  appealedAt: number | null;
  decision: 'upheld' | 'struck' | null;
  expiresAt: number;
}

/** Whether a fact counts now: not struck, not waiting for a decision on an appeal, not over. */
export function counts({ appealedAt, decision, expiresAt }: Standing, now: number): boolean {
  if (now >= expiresAt || decision === 'struck') return false;
  return appealedAt === null || decision === 'upheld';
}

/** How many of an employer's facts stand in the way of urgent filling now. */
export function gateCount(facts: readonly Standing[], now: number): number {
  return facts.filter((fact) => counts(fact, now) && now < endOfShanghaiDay(fact.onDate) + GATE_DAYS * DAY_MS)
    .length;
}
