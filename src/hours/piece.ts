import { DAY_MINUTES } from '../kernel/week';
import type { EventKind, Part, Place } from './tokens';

/** Where somebody has to be; `minutes` of the day, in order of saying. */
export interface Duty {
  minutes: number;
  kind: 'leave' | 'be_at';
  event: EventKind;
}

/**
 * A stretch of the day: a part, a range with both ends, or open at one end (`from`: until 24:00, `until`: from 00:00).
 * `b` may run past midnight.
 */
export interface Piece extends Place {
  kind: 'piece';
  type: 'part' | 'range' | 'from' | 'until';
  a: number;
  b: number;
  part: Part | null;
  /** More than one stretch, for parts such as mornings and evenings. */
  more: readonly (readonly [number, number])[];
  duties: readonly Duty[];
  questions: readonly string[];
  /** A school run: only school days are meant. */
  school: boolean;
  /** Which of its ends are a school run whose hour is not said. */
  untimed: readonly ('start' | 'end')[];
  /** Says when a person can, not when work is. */
  availability: boolean;
  /** Is itself taken: 十一点到十二点要喂饭. */
  taken: boolean;
  work: boolean;
  /** The limit is a vague part of the day: it limits, and never extends. */
  vague: boolean;
  /** Begins with a duty (八点得送孩子), which says little about the time after it. */
  begun: boolean;
  /** The half of the day of its first clock time was not said. */
  bare: boolean;
  /** Said beside the stretch before it (和, 或者). */
  joined: boolean;
}

/** How a text speaks: of a posting or a person, and whether work in it is the speaker's own (我上夜班). */
export interface Style {
  about: 'posting' | 'person';
  own: boolean;
  /** Somebody has to take a child of their own, or fetch it. */
  fetching: boolean;
  /** Somebody speaks of themselves, or of being free. */
  told: boolean;
}

/** What was said before: where the last stretch began or ended, minutes of the day. */
export interface Context {
  after: number | null;
  open: boolean;
  /** A vague part of the day that was said right before, and whose clock times may follow. */
  part: Part | null;
  /** A range was said right before; another in the same breath comes later in the day. */
  listed: boolean;
  /** Since the last stretch began, nothing was said of its end. */
  begun: boolean;
  /** Something of one's own was said to take the time right before: 凌晨卖菜,十点收摊. */
  habit: boolean;
}

/** Nothing was said before. */
export const NO_CONTEXT: Context = {
  after: null,
  open: false,
  part: null,
  listed: false,
  begun: false,
  habit: false,
};

/** What no piece says unless it is told. */
export const EMPTY: Omit<Piece, 'start' | 'end' | 'type' | 'a' | 'b'> = {
  kind: 'piece',
  part: null,
  more: [],
  duties: [],
  questions: [],
  school: false,
  untimed: [],
  availability: false,
  taken: false,
  work: false,
  vague: false,
  begun: false,
  bare: false,
  joined: false,
};

/** Open on both sides: the time of what is done is not said. */
export const isUntold = ({ a, b, questions }: Piece) =>
  a === 0 && b === DAY_MINUTES && (questions.includes('start') || questions.includes('end'));

/** Long enough and at a time for a day of work: begins from 5 to 14 and lasts four hours. */
export const isWorkingDay = ({ type, a, b }: Piece) =>
  type === 'range' && a >= 300 && a <= 840 && b - a >= 240;
