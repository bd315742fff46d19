import type { ReadSpan } from '../understood';
import { EXPLAINED } from './explained';
import { type NearFound, readNearness } from './nearness-words';
import { type PayFound, readPay } from './pay-words';
import { type PersonFound, readPerson } from './person-words';

/** What is read by its own grammar before words are looked up; nothing overlaps. */
export interface Figures {
  pay: PayFound[];
  near: NearFound[];
  person: PersonFound[];
  spans: ReadSpan[];
}

/** Reads figures of pay, limits of travel, ages and papers; where two grammars meet, the longer stretch stays. */
export function readFigures(text: string): Figures {
  const found = [
    ...readPerson(text).map((one) => ({ ...one, kind: one.trait ? 'trait' : 'person' }) as const),
    ...readNearness(text).map((one) => ({ ...one, kind: 'near' }) as const),
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
    spans: kept.map((one) => ({
      start: one.start,
      end: one.end,
      kind: one.kind,
      ...(one.kind === 'trait' && one.trait ? { value: one.trait } : {}),
    })),
  };
}

/** The text with {@link EXPLAINED} for the stretches, so that every offset stays. */
export function hiding(text: string, stretches: readonly { start: number; end: number }[]): string {
  let hidden = text;
  for (const { start, end } of stretches)
    hidden = hidden.slice(0, start) + EXPLAINED.repeat(end - start) + hidden.slice(end);
  return hidden;
}
