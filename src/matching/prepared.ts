import type { Point } from '../kernel/geo';
import type { Id } from '../kernel/ids';
import type { Fen } from '../kernel/money';
import type { Mode } from '../kernel/vocabulary';
import type { Availability } from './availability';
import type { Filters } from './filters';
import type { Weights } from './score';
import type { Wishes } from './wishes';

/** A search, read and prepared: what one person wants to be held against every posting. */
export interface Search {
  origin: Point;
  mode: Mode;
  /** Limit of travel one way, minutes. */
  minutes: number;
  /** The person's week, whose first place is the origin; null when not said. */
  availability: Availability | null;
  /** Parameters: what does not meet them is not shown. */
  filters: Filters;
  /** Read from free text: what does not meet it is shown after what does. */
  wish: Wishes;
  /** Coverage of the words by posting id; null when there were no words. */
  text: ReadonlyMap<string, number> | null;
  /** Whether the words only order: what has nothing to do with them is shown, too. */
  wordsOrder?: boolean | undefined;
  /** Of the occupations asked for those that the words mean only besides another. */
  besides?: ReadonlySet<string>;
  /** Occupations near those asked for, with a degree 0…1. */
  related: ReadonlyMap<string, number>;
  /** Epoch day of birth; null when not said, and then no age keeps anything off. */
  birthDay: number | null;
  /** Minutes a week that the person works already, by business. */
  employers: ReadonlyMap<Id, number>;
  /** What the person can do or would like to, when known: scores, never filters. */
  skills: readonly string[] | null;
  /** Journeys along streets to every row that is ranked; without them they are estimated. */
  street?: StreetTimes | null;
}

/** Journeys along streets, by the position of the rows in a ranking. */
export interface StreetTimes {
  /** Minutes one way to each place of the availability, the first being the origin; Infinity where no street leads. */
  readonly minutes: readonly Float64Array[];
  /** Metres along streets from the origin. */
  readonly metres: Float64Array;
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
