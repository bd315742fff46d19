import type { Constraint, Load, Notice, Posture, TimeKind, Where } from './lexicon-values';

/** An occupation 职业 of the station. `code` is its entry in the national classification of 2022, if any. */
export interface Occupation {
  canonical: string;
  group: string;
  code: string | null;
  load: Load | null;
  posture: Posture | null;
  where: Where | null;
  aliases: readonly string[];
}

/** The name of a place that nobody has measured: it can only be looked for in texts. */
export interface PlaceName {
  name: string;
  kind: string;
  aliases: readonly string[];
}

/** A place 地名 of the gazetteer, WGS-84 degrees. */
export interface Place extends PlaceName {
  lat: number;
  lng: number;
}

/** An occupation with how likely it is meant, or how well it stands in for another: 0–1. */
export interface Likely {
  occupation: string;
  degree: number;
}

/**
 * What one word can mean. At most one of occupations, workplace, notice, place, placeName and stop says something;
 * an occupation's word may state conditions, too (小时工: part_time, 在家干的活: home), and then names the
 * occupation only where no other word does.
 */
export interface Term {
  word: string;
  /** A word may name several occupations, the likeliest first (配送). */
  occupations: readonly string[];
  constraints: readonly Constraint[];
  /**
   * A kind of place where people work (火锅店), with its occupations, likeliest first: they are what is meant when
   * nothing else names an occupation.
   */
  workplace: readonly Likely[];
  notice: Notice | null;
  place: Place | null;
  /** The official name of a place without a position. */
  placeName: string | null;
  /** A word of time (周末); it is `stop` as well, since unread it says nothing about which posting is meant. */
  time: TimeKind | null;
  /** Says nothing about which posting is meant (找工作). */
  stop: boolean;
}

/** Everything the station knows about words, indexed for reading. */
export interface Lexicon {
  occupations: ReadonlyMap<string, Occupation>;
  terms: ReadonlyMap<string, Term>;
  /** UTF-16 length of the longest term. */
  longest: number;
  /** For each occupation its neighbours with their degree, nearest first. */
  related: ReadonlyMap<string, readonly Likely[]>;
  /** Those with a position. */
  places: readonly Place[];
  placeNames: readonly PlaceName[];
}
