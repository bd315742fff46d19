import type { RestDays } from './rest-days';

/** One shift as JobDraft has it: `days` or a `date`; `HH:MM`, an end before the start is the next day. */
export type ReadShift =
  | { days: string; start: string; end: string }
  | { date: string; start: string; end: string };

export const SHIFT_QUESTIONS = [
  'start',
  'end',
  'when',
  'days',
  'rest_days',
  'rotation',
  'choice',
  'am_pm',
] as const;
export type ShiftQuestion = (typeof SHIFT_QUESTIONS)[number];

/** Hours as an employer wrote them. */
export interface ShiftReading {
  /** Null when no complete shift is said. */
  shifts: ReadShift[] | null;
  /** `all` of the shifts, or at least that many of them (任选). */
  commitment: 'all' | { atLeast: number };
  /** Days off that are said, by week or month. */
  restDays?: RestDays;
  questions: { about: ShiftQuestion }[];
  /** What of the text was read, UTF-16 offsets, in order, without overlap. */
  spans: { start: number; end: number }[];
}
