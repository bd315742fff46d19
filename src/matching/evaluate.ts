import { DAY_MS } from '../kernel/clock';
import { haversineMetres, type Point } from '../kernel/geo';
import type { Fen } from '../kernel/money';
import { freedomOf, lastStart, type Schedule } from '../kernel/schedule';
import { DETOUR_FACTOR, estimateMinutes, type Travel, withinLimit } from '../places';
import type { Availability, Journeys } from './availability';
import { textOf } from './coverage';
import { unmetOf } from './filters';
import { fitOf } from './fit';
import { FIRST_FILTER_BIT, GATE } from './gates';
import { employerMinutes, isOfAge, PART_TIME_MINUTES } from './law';
import type { Search, Terms } from './prepared';
import type { BoardRow } from './row';
import { type Parts, scoreOf } from './score';
import { REFUSED, unmetWishes, WISHES, type Wishes } from './wishes';

/** One posting held against one search. */
export interface Evaluation {
  row: BoardRow;
  /** Bits of {@link GATE}; 0 means shown. */
  failed: number;
  /** Minutes one way. */
  minutes: number;
  /** Minutes one way to each place of the availability. */
  journeys: Journeys;
  /** Metres along streets. */
  metres: number;
  /** Whether a router said so. */
  source: Travel['source'];
  fit: number | null;
  freedom: number;
  text: number | null;
  group: 'exact' | 'related';
  /** Which wishes are not met. */
  unmet: (keyof Wishes)[];
  /** 0…1; 0 as well for what is not shown. */
  score: number;
}

/**
 * The figures of one posting and one search. One object is written over and over while ten thousand postings are
 * looked at, so that none is made for each; NaN stands for what is not known.
 */
export class Figures implements Parts {
  failed = 0;
  /** Bits of {@link WISHES}. */
  unmet = 0;
  /** Metres along streets. */
  metres = Number.NaN;
  fit = Number.NaN;
  freedom = Number.NaN;
  text = Number.NaN;
  skills = Number.NaN;
  ageDays = Number.NaN;
  score = Number.NaN;
  hourlyFen = 0;
  readonly limit: number;
  readonly floorFen: Fen;
  /** Minutes one way to each place of the availability; the first is the origin. */
  readonly journeys: Float64Array;

  constructor({ availability, minutes }: Search, { floorFen }: Terms) {
    this.journeys = new Float64Array(availability?.places.length ?? 1);
    this.limit = minutes;
    this.floorFen = floorFen;
  }
  get minutes(): number {
    return this.journeys[0] as number;
  }
}

/**
 * Holds one posting against one search. Pure; the same values always give the same result.
 * @param at position of the posting in what is known of the streets
 */
export function evaluate(row: BoardRow, search: Search, terms: Terms, at = 0): Evaluation {
  const figures = new Figures(search, terms);
  measure(row, search.text?.get(row.id) ?? 0, search, terms, figures, at);
  return evaluationOf(row, figures, search.street ? 'street' : 'estimate');
}

/** Figures as an evaluation that can be kept. */
export function evaluationOf(row: BoardRow, figures: Figures, source: Travel['source']): Evaluation {
  return {
    row,
    failed: figures.failed,
    minutes: figures.minutes,
    journeys: figures.journeys.slice(),
    metres: figures.metres,
    source,
    fit: known(figures.fit),
    freedom: figures.freedom,
    text: known(figures.text),
    group: figures.unmet === 0 ? 'exact' : 'related',
    unmet: WISHES.filter((_, bit) => figures.unmet & (1 << bit)),
    score: figures.score,
  };
}

const known = (figure: number) => (Number.isNaN(figure) ? null : figure);

/**
 * Works out the figures of one posting and one search, into `figures`. Written without closures and without
 * making objects: it runs for all that may stand on a page.
 * @param words coverage of the words by this posting, 0…1; looked at only when there were words
 * @param at position of the posting in what is known of the streets
 */
export function measure(
  row: BoardRow,
  words: number,
  search: Search,
  terms: Terms,
  figures: Figures,
  at: number,
): void {
  const minutes = travelTo(row, search, figures, at);
  const { schedule } = row;
  const { availability } = search;
  let failed = withinLimit(minutes, search.minutes) ? 0 : GATE.travel;
  const text = textOf(row, words, search);
  if (row.validUntil <= terms.now || isOver(schedule, terms.now)) failed |= GATE.expired;
  if (terms.requireVerified && row.verifiedUntil <= terms.now) failed |= GATE.verified;
  if (text === 0 && !search.wordsOrder) failed |= GATE.text;
  failed |= unmetOf(row, search.filters) << FIRST_FILTER_BIT;
  if (search.birthDay !== null && !isOfAge(row, search.birthDay, terms.now)) failed |= GATE.age;
  if (search.employers.size > 0 && employerMinutes(row, search.employers) > PART_TIME_MINUTES) {
    failed |= GATE.employer;
  }
  figures.unmet = unmetWishes(row, minutes, words, search.wish);
  figures.text = figures.unmet & REFUSED ? 0 : text;
  figures.hourlyFen = row.hourlyFen;
  figures.ageDays = (terms.asOf - row.publishedAt) / DAY_MS;
  figures.skills = skillOf(row, search.skills);
  if (availability !== null) journeysTo(row, search, availability, figures.journeys, at);
  figures.fit = availability === null ? Number.NaN : fitOf(schedule, availability, figures.journeys);
  if (figures.fit === 0) failed |= GATE.time;
  else if (availability?.assumed) figures.fit = Number.NaN;
  figures.freedom = freedomOf(schedule);
  figures.failed = failed;
  figures.score = failed === 0 ? scoreOf(figures, terms.weights) : 0;
}

/** Minutes and metres from the origin, into `figures`: along streets where they are known. */
function travelTo(row: BoardRow, search: Search, figures: Figures, at: number): number {
  const { street } = search;
  let minutes: number;
  if (street) {
    minutes = (street.minutes[0] as Float64Array)[at] as number;
    figures.metres = street.metres[at] as number;
  } else {
    const crow = haversineMetres(search.origin.lat, search.origin.lng, row.lat, row.lng);
    minutes = estimateMinutes(crow, search.mode);
    figures.metres = crow * DETOUR_FACTOR;
  }
  figures.journeys[0] = minutes;
  return minutes;
}

/** Minutes to every place of the availability but the first, into `journeys`. */
export function journeysTo(
  row: BoardRow,
  search: Search,
  availability: Availability,
  journeys: Float64Array,
  at: number,
): void {
  const { street } = search;
  for (let i = 1; i < availability.places.length; i++) {
    const place = availability.places[i] as Point;
    journeys[i] = street
      ? ((street.minutes[i] as Float64Array)[at] as number)
      : estimateMinutes(haversineMetres(place.lat, place.lng, row.lat, row.lng), search.mode);
  }
}

/** Whether every one-off shift of the posting has begun; a weekly posting is never over by itself. */
function isOver(schedule: Schedule, now: number): boolean {
  const last = lastStart(schedule);
  return last !== null && now >= last;
}

function skillOf(row: BoardRow, skills: readonly string[] | null): number {
  if (skills === null || skills.length === 0) return Number.NaN;
  return row.occupation !== null && skills.includes(row.occupation) ? 1 : 0;
}
