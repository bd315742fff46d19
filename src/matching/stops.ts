import { TURNS, WEEK_MINUTES, type Week } from '../kernel/week';

/** Somebody is at a place from `start` to `end`; a moment when they are the same. */
export interface Stop {
  start: number;
  end: number;
  /** Position in the list of places. */
  place: number;
}

/** The end of a piece of free time that has none: further than any shift reaches. */
export const ENDLESS = 2 * WEEK_MINUTES;

/** Free time between two places. */
export interface Leg {
  start: number;
  end: number;
  from: number;
  to: number;
}

/**
 * Cuts free pieces wherever somebody has to be at a place: before it they must get there, after it they start from
 * there. At the ends of a piece they are at home, or at the place of a stop that ends or begins just then.
 * @param pieces unrolled, in minutes of the week
 * @param turns on which turns of the week a stop recurs; only on its own for single dates
 */
export function cutAt(
  pieces: Week,
  stops: readonly Stop[],
  home: number,
  turns: readonly number[] = TURNS,
): Leg[] {
  const all = stops
    .flatMap((stop) => turns.map((turn) => ({ ...stop, start: stop.start + turn, end: stop.end + turn })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return pieces.flatMap(([start, end]) => {
    if (end - start < WEEK_MINUTES) return cutPiece({ start, end, from: home, to: home }, all);
    // A week without gaps has no ends: it is cut open at the first stop, and without one it goes on and on.
    const first = all.find((stop) => stop.start >= 0);
    if (first) {
      return cutPiece(
        { start: first.end, end: first.start + WEEK_MINUTES, from: first.place, to: first.place },
        all,
      );
    }
    return [{ start: 0, end: ENDLESS, from: home, to: home }];
  });
}

function cutPiece(piece: Leg, stops: readonly Stop[]): Leg[] {
  const legs: Leg[] = [];
  let { start, from } = piece;
  let over = false;
  for (const stop of stops) {
    if (stop.end < piece.start || stop.start > piece.end) continue;
    if (stop.start > start) legs.push({ start, end: stop.start, from, to: stop.place });
    if (stop.end >= start) {
      start = stop.end;
      from = stop.place;
    }
    over = stop.start === piece.end;
  }
  if (!over && piece.end > start) legs.push({ start, end: piece.end, from, to: piece.to });
  return legs;
}
