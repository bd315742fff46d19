import { bitsOf } from '../kernel/bits';
import type { Fen } from '../kernel/money';
import { type Benefit, CERTIFICATES, type Engagement, type Settlement } from '../kernel/vocabulary';
import type { BoardRow } from './row';

/** Conditions that keep a posting off the list; what is not said does not count. */
export interface Filters {
  hoursMax?: number | undefined;
  payMinFen?: Fen | undefined;
  settlements?: readonly Settlement[] | undefined;
  benefits?: readonly Benefit[] | undefined;
  occupations?: readonly string[] | undefined;
  /** All that the person holds: postings that ask for another are out. */
  certificates?: readonly string[] | undefined;
  engagements?: readonly Engagement[] | undefined;
}

/** Conditions of {@link Filters}, in the order of their gates. */
export const FILTERS = [
  'hoursMax',
  'payMinFen',
  'settlements',
  'benefits',
  'occupations',
  'certificates',
  'engagements',
] as const satisfies readonly (keyof Filters)[];

/** Which conditions a posting does not meet, as bits of {@link FILTERS}. */
export function unmetOf(row: BoardRow, filters: Filters): number {
  let unmet = 0;
  if (filters.hoursMax !== undefined && row.schedule.neededMinutes > filters.hoursMax * 60) unmet |= 1;
  if (filters.payMinFen !== undefined && row.hourlyFen < filters.payMinFen) unmet |= 2;
  if (filters.settlements?.length && !isOneOf(row.settlement, filters.settlements)) unmet |= 4;
  if (filters.benefits?.length && !hasAll(row.benefits, filters.benefits)) unmet |= 8;
  if (filters.occupations?.length && !isOneOf(row.occupation, filters.occupations)) unmet |= 16;
  if (filters.certificates && !holdsAll(row, filters.certificates)) unmet |= 32;
  if (filters.engagements?.length && !filters.engagements.includes(row.engagement)) unmet |= 64;
  return unmet;
}

/** Whether a value is one of a list; what is not known is not. */
export function isOneOf<T>(value: T | null, list: readonly T[]): boolean {
  return value !== null && list.includes(value);
}

function hasAll<T>(held: readonly T[], wanted: readonly T[]): boolean {
  for (const value of wanted) if (!held.includes(value)) return false;
  return true;
}

function holdsAll(row: BoardRow, held: readonly string[]): boolean {
  return (row.certificates & ~bitsOf(held, CERTIFICATES)) === 0;
}
