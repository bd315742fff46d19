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
 * Henan, hourly minimum wage for part-time work (劳动合同法 art. 72: pay may not be under the local floor).
 * Known from one secondary table only, hence `verified: false` until the station confirms.
 */
export const HOURLY_FLOOR: readonly FloorRow[] = [
  {
    from: '2024-01-01',
    fen: [2060, 1960, 1760],
    verified: false,
    source: 'Henan notice in force 2024-01-01',
  },
  {
    from: '2025-12-01',
    fen: [2300, 2110, 1960],
    verified: false,
    source: 'Henan notice in force 2025-12-01',
  },
];

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

/** Most hours a week with one employer for part-time work (劳动合同法 art. 68). */
export const PART_TIME_WEEK_HOURS = 24;
/** Average hours a day with one employer above which a part-time posting is warned about (art. 68). */
export const PART_TIME_DAY_HOURS = 4;
/** Longest validity of a posting in days before it must be renewed (station policy, see domain notes). */
export const MAX_VALIDITY_DAYS = 30;
