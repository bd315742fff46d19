import type { Point } from '../kernel/geo';
import type { Mode } from '../kernel/vocabulary';
import type { Area } from './area';
import type { Travel } from './travel';

/** One way between two places: minutes, and metres along streets. */
export interface Journey {
  minutes: number;
  metres: number;
}

/** Journeys from one place to many. */
export interface Journeys {
  /** In the order of the places asked for; null where no street leads. */
  to: (Journey | null)[];
  /** Metres between the place they start from and the street they start on; 0 by estimate. */
  offsetMetres: number;
}

/** The way from one of many places to the one that all of them go to. */
export interface Arrival {
  /** Null where no street leads. */
  journey: Journey | null;
  /** Metres between the place they start from and the street they start on; 0 by estimate. */
  offsetMetres: number;
}

/** How long it takes to get somewhere: from one place to many, from many to one, and how far one gets. */
export interface TravelTime {
  readonly source: Travel['source'];
  /**
   * @param signal ends the asking; the promise is then rejected
   * @throws NoStreet when no street is near `from`; other errors when no answer could be had
   */
  journeys(from: Point, mode: Mode, to: readonly Point[], signal?: AbortSignal): Promise<Journeys>;
  /**
   * What {@link TravelTime.journeys} says of the way from each of many places to one, in their order; null where no
   * street is near the place from which to start.
   */
  journeysTo(
    from: readonly Point[],
    mode: Mode,
    to: Point,
    signal?: AbortSignal,
  ): Promise<(Arrival | null)[]>;
  /**
   * Everything within `minutes` of a place (15分钟就业圈), as an area that agrees with {@link TravelTime.journeys}.
   * @throws as `journeys`
   */
  circle(from: Point, mode: Mode, minutes: number, signal?: AbortSignal): Promise<Area>;
}

/** No street is near the place from which to start: at sea, or off the map that the router knows. */
export class NoStreet extends Error {
  constructor() {
    super('no street near the origin');
    this.name = 'NoStreet';
  }
}
