import type { ReadSpan } from '../understood';
import { readBait } from './bait-words';
import { EXPLAINED } from './explained';
import { type NearFound, readNearness } from './nearness-words';
import { type Aside, readAsides } from './own-life-words';
import { type PayFound, readPay } from './pay-words';
import { type PersonFound, readPerson } from './person-words';
import { readWorkload, type WorkloadFound } from './workload-words';

/** What is read by its own grammar before words are looked up; nothing overlaps. */
export interface Figures {
  pay: PayFound[];
  near: NearFound[];
  person: PersonFound[];
  workload: WorkloadFound[];
  /** Bait of a fraud was read. */
  isBait: boolean;
  /** What was said of somebody's own days: no hours of work are in it. */
  asides: Aside[];
  spans: ReadSpan[];
}

/** Reads figures of pay, of hours and days, limits of travel, ages and papers; where two grammars meet, the longer stretch stays. */
export function readFigures(text: string): Figures {
  const found = [
    ...readBait(text).map((one) => ({ ...one, kind: 'notice' }) as const),
    ...readAsides(text).map((one) => ({ ...one, kind: 'aside' }) as const),
    ...readPerson(text).map((one) => ({ ...one, kind: one.trait ? 'trait' : 'person' }) as const),
    ...readNearness(text).map((one) => ({ ...one, kind: 'near' }) as const),
    ...readWorkload(text).map((one) => ({ ...one, kind: 'workload' }) as const),
    ...readPay(text).map((one) => ({ ...one, kind: 'pay' }) as const),
  ].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: typeof found = [];
  for (const one of found)
    if (!kept.some(({ start, end }) => one.start < end && start < one.end)) kept.push(one);
  kept.sort((a, b) => a.start - b.start);
  return {
    pay: kept.filter((one): one is Extract<typeof one, { kind: 'pay' }> => one.kind === 'pay'),
    near: kept.filter((one): one is Extract<typeof one, { kind: 'near' }> => one.kind === 'near'),
    person: kept.filter(
      (one): one is Extract<typeof one, { kind: 'person' | 'trait' }> =>
        one.kind === 'person' || one.kind === 'trait',
    ),
    workload: kept.filter((one): one is Extract<typeof one, { kind: 'workload' }> => one.kind === 'workload'),
    isBait: kept.some((one) => one.kind === 'notice'),
    asides: kept.filter(({ kind }) => kind === 'aside'),
    spans: kept.map((one) => ({
      start: one.start,
      end: one.end,
      kind: one.kind === 'aside' ? 'person' : one.kind,
      ...(one.kind === 'trait' && one.trait ? { value: one.trait } : {}),
      ...(one.kind === 'notice' ? { value: 'fraud' } : {}),
    })),
  };
}

/** The text with {@link EXPLAINED} for the stretches, so that every offset stays. */
export function hiding(text: string, stretches: readonly { start: number; end: number }[]): string {
  if (stretches.length === 0) return text;
  let hidden = '';
  let at = 0;
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    hidden += text.slice(at, Math.max(at, start)) + EXPLAINED.repeat(end - Math.max(at, start));
    at = end;
  }
  return hidden + text.slice(at);
}
