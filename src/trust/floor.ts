import figures from '../../law/figures.json' with { type: 'json' };
import type { Fen } from '../kernel/money';

/** One row of the hourly floor for work that is not full-time, by area class. */
export interface FloorRow {
  /** First Shanghai date on which the row is in force. */
  from: string;
  /** Fen per hour for area classes 1, 2 and 3. */
  fen: readonly [Fen, Fen, Fen];
  /** Whether somebody has checked the figure against the official notice. */
  verified: boolean;
  source: string;
}

/**
 * Hourly minimum wage for part-time work (劳动合同法 art. 72: pay may not be under the local floor), by the date from
 * which each row holds. Known from one secondary table only, hence `verified: false` until the station confirms.
 */
export const HOURLY_FLOOR: readonly FloorRow[] = figures.hourlyFloor.rows.map(({ fen, ...row }) => {
  const [first = 0, second = first, third = second] = fen;
  return { ...row, fen: [first, second, third] };
});

/**
 * The row in force on a work date.
 * @param date Shanghai date `YYYY-MM-DD`; dates before the first row get the first
 */
export function floorOn(date: string): FloorRow {
  let row = HOURLY_FLOOR[0] as FloorRow;
  for (const next of HOURLY_FLOOR) if (next.from <= date) row = next;
  return row;
}

/** The floor in fen per hour on a work date for an area class (1–3). */
export function floorFen(date: string, areaClass: number): Fen {
  const fen = floorOn(date).fen;
  return fen[areaClass - 1] ?? fen[0];
}

const { limits } = figures;
/** Most hours a week with one employer for part-time work (劳动合同法 art. 68). */
export const PART_TIME_WEEK_HOURS = limits.partTimeWeekHours.value;
/** Average hours a day with one employer above which a part-time posting is warned about (art. 68). */
export const PART_TIME_DAY_HOURS = limits.partTimeDayHours.value;
/** Longest time in days from work to its pay in part-time work (art. 72). */
export const PART_TIME_PAY_DAYS = limits.partTimePayDays.value;
/** Longest validity of a posting in days before it must be renewed (station policy, see domain notes). */
export const MAX_VALIDITY_DAYS = limits.validityDays.value;

/** A figure of the law as data: since when it holds, where it is written, whether somebody has checked it. */
export interface LawFigure {
  value: number;
  from: string;
  verified: boolean;
  source: string;
}
/** The single figures, by name; the floor is a table of its own. */
export const LAW_FIGURES: Readonly<Record<keyof typeof limits, LawFigure>> = limits;
