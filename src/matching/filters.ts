import { bitsOf } from '../kernel/bits';
import type { Fen } from '../kernel/money';
import {
  type Benefit,
  CERTIFICATES,
  type Engagement,
  type Settlement,
  TRAITS,
  type Trait,
} from '../kernel/vocabulary';
import type { Week } from '../kernel/week';
import { type Availability, prepareWeek } from './availability';
import { fitOf } from './fit';
import type { BoardRow } from './row';

/** Conditions that a person sets or wishes; what is not said does not count. */
export interface Filters {
  hoursMax?: number | undefined;
  payMinFen?: Fen | undefined;
  settlements?: readonly Settlement[] | undefined;
  benefits?: readonly Benefit[] | undefined;
  occupations?: readonly string[] | undefined;
  /** All that the person holds: postings that ask for another are out. */
  certificates?: readonly string[] | undefined;
  engagements?: readonly Engagement[] | undefined;
  /** What the work must be like, all of it. */
  traits?: readonly Trait[] | undefined;
  /** What the work must not be. */
  notOccupations?: readonly string[] | undefined;
  /** Hours in which the work itself is to lie: no journey counts. */
  workHours?: Week | undefined;
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
  'traits',
  'notOccupations',
  'workHours',
] as const satisfies readonly (keyof Filters)[];

/** Which conditions a posting does not meet, as bits of {@link FILTERS}. */
export function unmetOf(row: BoardRow, filters: Filters): number {
  let unmet = 0;
  if (filters.hoursMax !== undefined && row.schedule.neededMinutes > filters.hoursMax * 60) unmet |= 1;
  if (filters.payMinFen !== undefined && row.hourlyFen < filters.payMinFen) unmet |= 2;
  if (filters.settlements?.length && !isOneOf(row.settlement, filters.settlements)) unmet |= 4;
  if (filters.benefits?.length && !hasAll(row.benefits, filters.benefits)) unmet |= 8;
  if (filters.occupations?.length && !isOneOf(row.occupation, filters.occupations)) unmet |= 16;
  if (filters.certificates && (row.certificates & ~bitsOf(filters.certificates, CERTIFICATES)) !== 0)
    unmet |= 32;
  if (filters.engagements?.length && !filters.engagements.includes(row.engagement)) unmet |= 64;
  if (filters.traits?.length && !hasBits(row.traits, bitsOf(filters.traits, TRAITS))) unmet |= 128;
  if (filters.notOccupations?.length && isOneOf(row.occupation, filters.notOccupations)) unmet |= 256;
  if (filters.workHours && !isWithin(row, filters.workHours)) unmet |= 512;
  return unmet;
}

/** Whoever is at work has no journey, and is at no other place. */
const AT_WORK = [0];
const NOWHERE = { lat: 0, lng: 0 };
const PREPARED = new WeakMap<Week, Availability>();

function isWithin({ schedule }: BoardRow, hours: Week): boolean {
  const prepared = PREPARED.get(hours) ?? prepareWeek(hours, NOWHERE);
  PREPARED.set(hours, prepared);
  return fitOf(schedule, prepared, AT_WORK) === 1;
}

function isOneOf<T>(value: T | null, list: readonly T[]): boolean {
  return value !== null && list.includes(value);
}

function hasAll<T>(held: readonly T[], wanted: readonly T[]): boolean {
  for (const value of wanted) if (!held.includes(value)) return false;
  return true;
}

function hasBits(held: number, wanted: number): boolean {
  return (held & wanted) === wanted;
}
