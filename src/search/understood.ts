import type { TimeAnchor, TimeException } from '../hours';
import type { Benefit, Engagement, Mode, Settlement } from '../kernel/vocabulary';
import type { Avoid, Duration, Notice, Trait } from './lexicon';

/** What a figure of pay is for. */
export type PayUnit = 'hour' | 'day' | 'month' | 'shift' | 'piece';

/** Pay that is asked for, in yuan per `unit`; `about`: the figure was said as a rough one (三千左右). */
export interface PayWish {
  min?: number;
  max?: number;
  unit?: PayUnit;
  about?: true;
  /** Well paid, without a figure (工资高). */
  high?: true;
}

/** How near the work should be; empty for just near. `metres` and `minutes` are the most that was said. */
export interface Nearness {
  minutes?: number;
  metres?: number;
  mode?: Mode;
  /** Next door (家门口, 楼下). */
  nextDoor?: true;
}

/** Everything a stretch of a query can be. */
export type SpanKind =
  | 'occupation'
  | 'settlement'
  | 'benefits'
  | 'engagement'
  | 'duration'
  | 'near'
  | 'place'
  | 'pay'
  | 'trait'
  | 'avoid'
  | 'workplace'
  | 'time'
  /** Hours a day or days a week at most. */
  | 'workload'
  | 'notice'
  /** An occupation, place or workplace that is not wanted, with the words that refuse it. */
  | 'refused'
  /** States a condition but was not applied. */
  | 'unsure'
  /** Says who is looking (夫妻俩, 女的); no posting is chosen by it. */
  | 'person'
  /** Says nothing about which posting is meant. */
  | 'stop'
  | 'space'
  /** Looked for as text. */
  | 'rest';

/** A stretch of `normal`; UTF-16 offsets, end exclusive. `value`: canonical occupation, condition values, name. */
export interface ReadSpan {
  start: number;
  end: number;
  kind: SpanKind;
  value?: string;
}

/** A word that was read as another; offsets into `normal`. */
export interface Correction {
  from: string;
  to: string;
  start: number;
  end: number;
}

/**
 * What was read about time: `wish`, hours of the work itself, or `free`, when the person is available; both in the
 * syntax of kernel/week-syntax.
 */
export interface TimeSaid {
  wish?: string;
  free?: string;
  exceptions?: readonly TimeException[];
  anchors?: readonly TimeAnchor[];
  questions?: readonly { about: string }[];
}

/** What was read out of a query, so that a person can see it and undo it. */
export interface Understood {
  /** What goes to the index as text: `words`, with spaces. */
  text: string;
  /**
   * Canonical occupations, in the order in which they were said; when none was, those that a kind of workplace
   * (火锅店) most likely means.
   */
  occupations: string[];
  /** Canonical occupations that are not wanted (除了保洁). */
  refused?: string[];
  settlement?: Settlement;
  benefits?: Benefit[];
  engagement?: Engagement;
  duration?: Duration;
  near?: Nearness;
  /** WGS-84 degrees. */
  place?: { name: string; lat: number; lng: number };
  pay?: PayWish;
  traits?: Trait[];
  /** What the work must not be like, where no other trait says so (不在家干). */
  notTraits?: Trait[];
  avoid?: Avoid[];
  /** Kinds of place where people work (火锅店), as typed. */
  workplaces?: string[];
  time?: TimeSaid;
  /** Most hours on a day at work (每天只干三小时). */
  hoursADay?: number;
  /** Most days a week (一周干两天). */
  daysAWeek?: number;
  notice?: Notice;
  /** What was read as another word than was typed. */
  corrections: Correction[];
  /** Words that may state a condition but were not applied: 不管饭, 日结周结都行. */
  unsure: string[];
  /** What may have been meant, best first, but was not applied. */
  suggestions?: { from: string; to: string }[];
  /** The text was longer than is read, and was cut. */
  cut?: true;
  /** Occupation words and all that was not understood, in order; a corrected word as corrected. */
  words: string[];
  /**
   * What a posting must hold to be an answer: all words of any one list. Each occupation word by itself, since who
   * names two takes either, and what else was said only orders; all words when none names an occupation.
   */
  alternatives: string[][];
  /** Every character of `normal`, in order, without overlap. */
  spans: ReadSpan[];
  /** The normal form that the offsets point into. */
  normal: string;
}
