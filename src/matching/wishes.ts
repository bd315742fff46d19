import { bitsOf } from '../kernel/bits';
import type { Fen } from '../kernel/money';
import { TRAITS, type Trait } from '../kernel/vocabulary';
import { TOLERANCE_MINUTES } from '../places';
import { FIELD_WEIGHTS } from '../search';
import { FILTERS, type Filters, isOneOf, unmetOf } from './filters';
import type { BoardRow } from './row';
import { dailyMinutes, isAtNight, isDated, liesWithin, type WorkHours, weeklyDays } from './work-hours';

/** What somebody said that they would like: postings that do not meet it stand after those that do. */
export interface Wishes extends Filters {
  /** What the work is like, all of it. */
  traits?: readonly Trait[] | undefined;
  /** What the work is not like. */
  notTraits?: readonly Trait[] | undefined;
  notOccupations?: readonly string[] | undefined;
  /** Hours in which the work itself lies: no journey counts. */
  workHours?: WorkHours | undefined;
  /** True: nobody has to work at night. */
  noNight?: boolean | undefined;
  /** True: on single dates; false: week after week. */
  dated?: boolean | undefined;
  /** What a day at work, or a month, brings at least. */
  earns?: { fen: Fen; per: 'day' | 'month' } | undefined;
  /** Minutes one way. */
  nearMinutes?: number | undefined;
  /** Minutes of the longest day at work, at most. */
  dayMinutesMax?: number | undefined;
  /** Days a week on which one has to come, at most. */
  daysMax?: number | undefined;
  /** True: at the kind of workplace whose words were said. */
  atWorkplace?: boolean | undefined;
}

/** Conditions of {@link Wishes}, in the order of their bits; those of {@link Filters} first. */
export const WISHES = [
  ...FILTERS,
  'traits',
  'notTraits',
  'notOccupations',
  'workHours',
  'noNight',
  'dated',
  'earns',
  'nearMinutes',
  'atWorkplace',
  'dayMinutesMax',
  'daysMax',
] as const satisfies readonly (keyof Wishes)[];

const [TRAIT, NOT_TRAIT, NOT_OCCUPATION, HOURS, NIGHT, DATED, EARNS, NEAR, WORKPLACE, DAY, DAYS] =
  WISHES.slice(FILTERS.length).map((_, i) => 1 << (FILTERS.length + i)) as Bits;

const OCCUPATION = 1 << FILTERS.indexOf('occupations');

type Bits = [number, number, number, number, number, number, number, number, number, number, number];

/** What was refused, as bits of {@link WISHES}: whatever else a posting offers, it answers nothing of what was asked. */
export const REFUSED = NOT_TRAIT | NOT_OCCUPATION | NIGHT | (1 << FILTERS.indexOf('certificates'));

/** Weeks of an average month. */
const WEEKS_A_MONTH = 52 / 12;

/**
 * Which wishes a posting does not meet, as bits of {@link WISHES}.
 * @param minutes one way
 * @param words how well the posting's own text covers what was said, 0…1
 */
export function unmetWishes(row: BoardRow, minutes: number, words: number, wish: Wishes): number {
  let unmet = unmetOf(row, wish);
  const { schedule } = row;
  if (unmet & OCCUPATION && isOneOf(row.also, wish.occupations ?? [])) unmet &= ~OCCUPATION;
  if (wish.traits?.length && !hasBits(row.traits, bitsOf(wish.traits, TRAITS))) unmet |= TRAIT;
  if (wish.notTraits?.length && (row.traits & bitsOf(wish.notTraits, TRAITS)) !== 0) unmet |= NOT_TRAIT;
  if (wish.notOccupations?.length && isOneOf(row.occupation, wish.notOccupations)) unmet |= NOT_OCCUPATION;
  if (wish.workHours && !liesWithin(schedule, wish.workHours)) unmet |= HOURS;
  if (wish.noNight && isAtNight(schedule)) unmet |= NIGHT;
  if (wish.dated !== undefined && isDated(schedule) !== wish.dated) unmet |= DATED;
  if (wish.earns && earningsOf(row, wish.earns.per) < wish.earns.fen) unmet |= EARNS;
  if (wish.nearMinutes !== undefined && minutes > wish.nearMinutes + TOLERANCE_MINUTES) unmet |= NEAR;
  if (wish.atWorkplace && words <= FIELD_WEIGHTS.description) unmet |= WORKPLACE;
  if (wish.dayMinutesMax !== undefined && dailyMinutes(schedule) > wish.dayMinutesMax) unmet |= DAY;
  if (wish.daysMax !== undefined && weeklyDays(schedule) > wish.daysMax) unmet |= DAYS;
  return unmet;
}

/** What a day at work, or a month of the least that one must work, brings, fen. */
function earningsOf({ hourlyFen, schedule, engagement }: BoardRow, per: 'day' | 'month'): Fen {
  if (per === 'day') return (hourlyFen * dailyMinutes(schedule)) / 60;
  // Work that is done once brings nothing the month after.
  return engagement === 'task' ? 0 : (hourlyFen * schedule.neededMinutes * WEEKS_A_MONTH) / 60;
}

function hasBits(held: number, wanted: number): boolean {
  return (held & wanted) === wanted;
}
