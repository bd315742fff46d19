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

/**
 * 只按距离和时间排 (PIPL art. 24: a choice that does not go by the person's traits): what words, pay, skills and the age
 * of a posting would add is left out.
 */
export const plainWeights = (weights: Weights): Weights => ({
  ...weights,
  text: 0,
  pay: 0,
  skills: 0,
  freshness: 0,
});

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
  const time = timeWeight(parts, weights);
  const travel = clamp(1 - parts.minutes / parts.limit);
  const pay = payScore(parts.hourlyFen, parts.floorFen);
  const freshness = Math.exp(-Math.max(0, parts.ageDays) * DECAY);

  let sum =
    time * timeScore(parts) + weights.travel * travel + weights.pay * pay + weights.freshness * freshness;
  let total = time + weights.travel + weights.pay + weights.freshness;
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

/** What the hours count for: less when it is not known whether they suit. */
export function timeWeight({ fit }: Pick<Parts, 'fit'>, weights: Weights): number {
  return Number.isNaN(fit) ? weights.timeUnknown : weights.time;
}

/** How well the hours suit, 0…1: fit, and freedom for the last tenth; freedom alone while fit is not known. */
export function timeScore({ fit, freedom }: Pick<Parts, 'fit' | 'freedom'>): number {
  return Number.isNaN(fit) ? freedom : 0.9 * fit + 0.1 * freedom;
}

/** 0 at the floor, 1 at twice the floor. */
export function payScore(hourlyFen: Fen, floorFen: Fen): number {
  return clamp((hourlyFen - floorFen) / floorFen);
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
  let total = timeWeight(known, weights) + weights.travel + weights.pay + weights.freshness;
  if (!Number.isNaN(known.text)) total += weights.text;
  if (!Number.isNaN(known.skills)) total += weights.skills;
  return (known.limit * total * (1 - score)) / weights.travel + MARGIN_MINUTES;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
