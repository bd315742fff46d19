import type { Fen } from '../kernel/money';

/** Weights of the parts of the score; a setting of the station, public. */
export interface Weights {
  time: number;
  /** Weight of freedom alone when the person's hours are unknown. */
  timeUnknown: number;
  travel: number;
  text: number;
  pay: number;
  skills: number;
  freshness: number;
}

export const DEFAULT_WEIGHTS: Weights = {
  time: 0.45,
  timeUnknown: 0.15,
  travel: 0.3,
  text: 0.3,
  pay: 0.1,
  skills: 0.1,
  freshness: 0.05,
};

/** The figures of one person–posting pair. NaN means: not known, so the part does not count. */
export interface Parts {
  /** 0…1, NaN when no availability was given. */
  readonly fit: number;
  /** 0…1 */
  readonly freedom: number;
  /** Minutes one way. */
  readonly minutes: number;
  /** Limit in minutes. */
  readonly limit: number;
  /** Share of the words asked for that the posting covers, 0…1; NaN without words. */
  readonly text: number;
  readonly hourlyFen: Fen;
  /** The legal hourly floor in force; pay scores 0 there and 1 at twice that. */
  readonly floorFen: Fen;
  /** 0…1, NaN when nothing is known of the person's skills. */
  readonly skills: number;
  /** Age of the posting in days, ≥ 0. */
  readonly ageDays: number;
}

/** Days after which freshness has halved. */
export const FRESHNESS_HALF_LIFE_DAYS = 7;
/** 2^(−d/7) as e^(−d·ln 2/7), which is worked out three times as fast. */
const DECAY = Math.LN2 / FRESHNESS_HALF_LIFE_DAYS;

/**
 * score = Σ wᵢ·sᵢ / Σ wᵢ over the parts that are known, 0…1 (design: matching, "Score").
 * time = 0.9·fit + 0.1·freedom, or freedom alone at a smaller weight; travel 1 at the door, 0 at the limit;
 * pay 0 at the floor, 1 at twice the floor; freshness 2^(−age/7 d).
 */
export function scoreOf(parts: Parts, weights: Weights): number {
  const hoursKnown = !Number.isNaN(parts.fit);
  const timeWeight = hoursKnown ? weights.time : weights.timeUnknown;
  const time = hoursKnown ? 0.9 * parts.fit + 0.1 * parts.freedom : parts.freedom;
  const travel = clamp(1 - parts.minutes / parts.limit);
  const pay = clamp((parts.hourlyFen - parts.floorFen) / parts.floorFen);
  const freshness = Math.exp(-Math.max(0, parts.ageDays) * DECAY);

  let sum = timeWeight * time + weights.travel * travel + weights.pay * pay + weights.freshness * freshness;
  let total = timeWeight + weights.travel + weights.pay + weights.freshness;
  if (!Number.isNaN(parts.text)) {
    sum += weights.text * parts.text;
    total += weights.text;
  }
  if (!Number.isNaN(parts.skills)) {
    sum += weights.skills * parts.skills;
    total += weights.skills;
  }
  return total === 0 ? 0 : sum / total;
}

/** Rounding must not put a posting out that just reaches the score, minutes. */
const MARGIN_MINUTES = 1e-6;

/**
 * The longest journey, minutes, with which a score can be reached if every other part is 1: by solving the score for
 * its travel part. `known` says which parts count.
 */
export function farthestFor(
  score: number,
  known: Pick<Parts, 'limit' | 'text' | 'skills' | 'fit'>,
  weights: Weights,
): number {
  if (weights.travel <= 0) return Number.POSITIVE_INFINITY;
  let total =
    (Number.isNaN(known.fit) ? weights.timeUnknown : weights.time) +
    weights.travel +
    weights.pay +
    weights.freshness;
  if (!Number.isNaN(known.text)) total += weights.text;
  if (!Number.isNaN(known.skills)) total += weights.skills;
  return (known.limit * total * (1 - score)) / weights.travel + MARGIN_MINUTES;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
