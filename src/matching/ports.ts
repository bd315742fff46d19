import type { Id } from '../kernel/ids';
import type { Circle } from '../search';
import type { BoardRow, Rows } from './row';

/** What is near and when: every open posting of a circle, compact. */
export interface Board {
  /**
   * Every open posting of the station whose door lies within the circle (crow-fly, a little more is
   * allowed; the caller measures exactly). In no order.
   */
  inCircle(stationId: Id, circle: Circle): Promise<Rows>;
  /** One open posting, wherever it lies; null when it is not on the board. */
  row(stationId: Id, jobId: Id): Promise<BoardRow | null>;
}
