/**
 * Money is counted in fen (1 yuan = 100 fen) as integers; yuan appear only at the edges of the system.
 */
export type Fen = number;

/** Yuan, as people type them, to whole fen (half a fen rounds up). */
export function fenFromYuan(yuan: number): Fen {
  // 23.005 * 100 is 2300.4999…; the epsilon keeps what was typed from falling under the half.
  return Math.round(yuan * 100 + 1e-6);
}

/** Fen to yuan. */
export function yuanFromFen(fen: Fen): number {
  return fen / 100;
}

export const PAY_UNITS = ['hour', 'day', 'shift', 'month', 'piece'] as const;
export type PayUnit = (typeof PAY_UNITS)[number];

/**
 * The hourly figure of a pay: the amount over the hours that one unit takes.
 * @param amount fen per unit
 * @param expectedHours hours per unit; needed for every unit but `hour`
 * @returns fen per hour, rounded down so that a floor is never met by rounding; null when it cannot be known
 */
export function hourlyFen(amount: Fen, unit: PayUnit, expectedHours?: number | null): Fen | null {
  if (unit === 'hour') return amount;
  if (!expectedHours || expectedHours <= 0) return null;
  return Math.floor(amount / expectedHours + 1e-9);
}
