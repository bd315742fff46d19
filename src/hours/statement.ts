import type { Piece } from './piece';
import type { Dates, Place, Season } from './tokens';

/** Days said together; `group` counts the pauses before them. */
export interface DaySet {
  days: readonly number[];
  weak: boolean;
  group: number;
}

/** One thing said of the week: days or dates, stretches of the day, and whether they are free or taken. */
export interface Statement {
  days: DaySet[];
  dates: (Dates | (Place & { season: Season; labour: boolean; negated?: boolean }))[];
  pieces: Piece[];
  /** 1 free, -1 taken, 0 not said. */
  polarity: -1 | 0 | 1;
  /** Taken because of work whose hours may not be said. */
  work: boolean;
  exceptDays: number[];
  exceptPieces: Piece[];
  exceptDates: Statement['dates'];
  alternation: boolean;
  ownCycle: boolean;
  everything: boolean;
  /** Taken by something done of one's own (早上遛弯), not by a refusal. */
  habit: boolean;
  stopped: boolean;
  /** Days of rest: free of one's own work, or wanted for oneself. */
  resting: boolean;
  /** The stretch goes on until these minutes of another day. */
  through: { day: number; until: number } | null;
  /** Said in one breath with the statement before it: 周日和节假日不行. */
  linked: boolean;
}

/** The statements of a text, with what stands beside them. */
export interface Reading {
  statements: Statement[];
  questions: string[];
  availability: boolean;
  spans: Place[];
}

/** A statement of which nothing is said yet. */
export const blank = (): Statement => ({
  days: [],
  dates: [],
  pieces: [],
  polarity: 0,
  work: false,
  exceptDays: [],
  exceptPieces: [],
  exceptDates: [],
  alternation: false,
  ownCycle: false,
  everything: false,
  habit: false,
  stopped: false,
  resting: false,
  through: null,
  linked: false,
});

/** Whether anything of time is said in it. */
export const hasTime = (s: Statement) =>
  s.days.length + s.dates.length + s.pieces.length > 0 || s.alternation;
