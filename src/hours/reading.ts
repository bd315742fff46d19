import type { Season } from './tokens';

/** Dates or seasons on which other hours hold; `free` in week syntax, '' when not free at all. */
export type TimeException =
  | { date: string; free: string }
  | { from: string; to: string; free: string }
  | { season: Season; free: string };

/** Somebody has to be somewhere: `leave`, free from then on; `be_at`, there by then. `at` is `HH:MM`. */
export interface TimeAnchor {
  at: string;
  days: string;
  kind: 'leave' | 'be_at';
  place?: 'school' | 'bus_stop' | 'clinic';
}

/** What was not said or is ambiguous. */
export const QUESTIONS = [
  'days',
  'start',
  'end',
  'am_pm',
  'alternation',
  'season_dates',
  'dates',
  'when',
  'rest',
] as const;
export type QuestionCode = (typeof QUESTIONS)[number];

/** What a text says about time. */
export interface TimeReading {
  /** Weekly hours in the syntax of kernel/week-syntax, canonical; null when nothing is said of the week. */
  free: string | null;
  /** About the hours of the work itself rather than about when a person can. */
  wish: boolean;
  exceptions: TimeException[];
  anchors: TimeAnchor[];
  questions: { about: QuestionCode }[];
  /** What of the text was read as time: UTF-16 offsets, in order, without overlap. */
  spans: { start: number; end: number }[];
}
