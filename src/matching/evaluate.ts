import { DAY_MS } from '../kernel/clock';
import { haversineMetres, type Point } from '../kernel/geo';
import type { Fen } from '../kernel/money';
import { freedomOf, lastStart } from '../kernel/schedule';
import type { Benefit, Mode, Settlement } from '../kernel/vocabulary';
import { DETOUR_FACTOR, estimateMinutes, withinLimit } from '../places';
import { type FreePieces, fitOf } from './fit';
import type { BoardRow } from './row';
import { scoreOf, type Weights } from './score';

/** A search, read and prepared: what one person wants to be held against every posting. */
export interface Search {
  origin: Point;
  mode: Mode;
  /** Limit of travel one way, minutes. */
  minutes: number;
  /** Weekly availability prepared by `preparePieces`; null when not said. */
  pieces: FreePieces | null;
  /** Parameters: what does not meet them is not shown. */
  filters: Filters;
  /** Read from free text: what does not meet it is shown after what does. */
  wish: Filters;
  /** Coverage of the words by posting id; null when there were no words. */
  text: ReadonlyMap<string, number> | null;
  /** Occupations near those asked for, with a degree 0…1. */
  related: ReadonlyMap<string, number>;
  /** What the person can do or would like to, when known: scores, never filters. */
  skills: readonly string[] | null;
}

export interface Filters {
  hoursMax?: number | undefined;
  payMinFen?: Fen | undefined;
  settlements?: readonly Settlement[] | undefined;
  benefits?: readonly Benefit[] | undefined;
  occupations?: readonly string[] | undefined;
}

/** What holds for every posting of one ranking. */
export interface Terms {
  /** The instant of the request, ms. */
  now: number;
  /** The instant at which ages are taken, ms: that of the first page. */
  asOf: number;
  floorFen: Fen;
  weights: Weights;
  requireVerified: boolean;
}

/** Conditions that keep a posting off the list, as bits of {@link Evaluation.failed}. */
export const GATE = {
  expired: 1,
  verified: 2,
  travel: 4,
  time: 8,
  hours: 16,
  pay: 32,
  settlement: 64,
  benefits: 128,
  occupation: 256,
  text: 512,
} as const;
export type Gate = keyof typeof GATE;

/** One posting held against one search. */
export interface Evaluation {
  row: BoardRow;
  /** Bits of {@link GATE}; 0 means shown. */
  failed: number;
  /** Estimated minutes one way. */
  minutes: number;
  /** Estimated metres along streets. */
  metres: number;
  fit: number | null;
  freedom: number;
  text: number | null;
  group: 'exact' | 'related';
  /** Which wishes are not met. */
  unmet: (keyof Filters)[];
  /** 0…1; 0 as well for what is not shown. */
  score: number;
}

/** Share of the text score that a related occupation earns at degree 1: less than any exact one. */
const RELATED_TEXT = 0.6;

/** Holds one posting against one search. Pure; the same values always give the same result. */
export function evaluate(row: BoardRow, search: Search, terms: Terms): Evaluation {
  const crow = haversineMetres(search.origin.lat, search.origin.lng, row.lat, row.lng);
  const minutes = estimateMinutes(crow, search.mode);
  const fit = search.pieces === null ? null : fitOf(row.schedule, search.pieces, minutes);
  const freedom = freedomOf(row.schedule);
  const text = textOf(row, search);
  const unmet = unmetOf(row, search.wish);

  let failed = 0;
  if (row.validUntil <= terms.now || isOver(row, terms.now)) failed |= GATE.expired;
  if (terms.requireVerified && row.verifiedUntil <= terms.now) failed |= GATE.verified;
  if (!withinLimit(minutes, search.minutes)) failed |= GATE.travel;
  if (fit === 0) failed |= GATE.time;
  if (text === 0) failed |= GATE.text;
  for (const filter of unmetOf(row, search.filters)) failed |= GATE[FILTER_GATE[filter]];

  return {
    row,
    failed,
    minutes,
    metres: crow * DETOUR_FACTOR,
    fit,
    freedom,
    text,
    group: unmet.length === 0 ? 'exact' : 'related',
    unmet,
    score:
      failed !== 0
        ? 0
        : scoreOf(
            {
              fit,
              freedom,
              minutes,
              limit: search.minutes,
              text,
              hourlyFen: row.hourlyFen,
              floorFen: terms.floorFen,
              skills: skillOf(row, search.skills),
              ageDays: (terms.asOf - row.publishedAt) / DAY_MS,
            },
            terms.weights,
          ),
  };
}

const FILTER_GATE: Record<keyof Filters, Gate> = {
  hoursMax: 'hours',
  payMinFen: 'pay',
  settlements: 'settlement',
  benefits: 'benefits',
  occupations: 'occupation',
};

const NONE: (keyof Filters)[] = [];

/** Which conditions a posting does not meet. Written without closures: it runs for every posting of a circle. */
function unmetOf(row: BoardRow, filters: Filters): (keyof Filters)[] {
  let unmet = NONE;
  if (filters.hoursMax !== undefined && row.schedule.neededMinutes > filters.hoursMax * 60) {
    unmet = [...unmet, 'hoursMax'];
  }
  if (filters.payMinFen !== undefined && row.hourlyFen < filters.payMinFen) unmet = [...unmet, 'payMinFen'];
  if (filters.settlements?.length && !isOneOf(row.settlement, filters.settlements)) {
    unmet = [...unmet, 'settlements'];
  }
  if (filters.benefits?.length && !hasAll(row.benefits, filters.benefits)) unmet = [...unmet, 'benefits'];
  if (filters.occupations?.length && !isOneOf(row.occupation, filters.occupations)) {
    unmet = [...unmet, 'occupations'];
  }
  return unmet;
}

function isOneOf<T>(value: T | null, list: readonly T[]): boolean {
  return value !== null && list.includes(value);
}

function hasAll<T>(held: readonly T[], wanted: readonly T[]): boolean {
  for (const value of wanted) if (!held.includes(value)) return false;
  return true;
}

/** Whether every one-off shift of the posting has begun; a weekly posting is never over by itself. */
function isOver(row: BoardRow, now: number): boolean {
  const last = lastStart(row.schedule);
  return last !== null && now >= last;
}

/** Coverage of what was asked, 0…1: the occupation itself counts whole, a related one by its degree. */
function textOf(row: BoardRow, search: Search): number | null {
  const asked = search.wish.occupations ?? [];
  if (search.text === null && asked.length === 0) return null;
  const words = search.text?.get(row.id) ?? 0;
  if (row.occupation === null) return words;
  if (asked.includes(row.occupation)) return 1;
  return Math.max(words, RELATED_TEXT * (search.related.get(row.occupation) ?? 0));
}

function skillOf(row: BoardRow, skills: readonly string[] | null): number | null {
  if (skills === null || skills.length === 0) return null;
  return row.occupation !== null && skills.includes(row.occupation) ? 1 : 0;
}
