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

/** The known figures of one person–posting pair. Null means: not known, so the part does not count. */
export interface Parts {
  /** 0…1, null when no availability was given. */
  fit: number | null;
  /** 0…1 */
  freedom: number;
  /** Minutes one way. */
  minutes: number;
  /** Limit in minutes. */
  limit: number;
  /** Share of the words asked for that the posting covers, 0…1; null without words. */
  text: number | null;
  hourlyFen: Fen;
  /** The legal hourly floor in force; pay scores 0 there and 1 at twice that. */
  floorFen: Fen;
  /** 0…1, null when nothing is known of the person's skills. */
  skills: number | null;
  /** Age of the posting in days, ≥ 0. */
  ageDays: number;
}

/** Days after which freshness has halved. */
export const FRESHNESS_HALF_LIFE_DAYS = 7;

/**
 * score = Σ wᵢ·sᵢ / Σ wᵢ over the parts that are known, 0…1 (design: matching, "Score").
 * time = 0.9·fit + 0.1·freedom, or freedom alone at a smaller weight; travel 1 at the door, 0 at the limit;
 * pay 0 at the floor, 1 at twice the floor; freshness 2^(−age/7 d).
 */
export function scoreOf(parts: Parts, weights: Weights): number {
  const timeWeight = parts.fit === null ? weights.timeUnknown : weights.time;
  const time = parts.fit === null ? parts.freedom : 0.9 * parts.fit + 0.1 * parts.freedom;
  const travel = clamp(1 - parts.minutes / parts.limit);
  const pay = clamp((parts.hourlyFen - parts.floorFen) / parts.floorFen);
  const freshness = 2 ** (-Math.max(0, parts.ageDays) / FRESHNESS_HALF_LIFE_DAYS);

  let sum = timeWeight * time + weights.travel * travel + weights.pay * pay + weights.freshness * freshness;
  let total = timeWeight + weights.travel + weights.pay + weights.freshness;
  if (parts.text !== null) {
    sum += weights.text * parts.text;
    total += weights.text;
  }
  if (parts.skills !== null) {
    sum += weights.skills * parts.skills;
    total += weights.skills;
  }
  return total === 0 ? 0 : sum / total;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
