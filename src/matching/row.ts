import type { Id } from '../kernel/ids';
import type { Schedule } from '../kernel/schedule';
import type { Benefit, BusinessKind, Engagement, Settlement } from '../kernel/vocabulary';

/**
 * A posting as ranking sees it: compact, without text. Stored packed beside its place on the board, so that
 * ten thousand of them cross from Postgres as one value and unpack without parsing.
 */
export interface BoardRow {
  readonly id: Id;
  readonly businessId: Id;
  readonly lat: number;
  readonly lng: number;
  readonly hourlyFen: number;
  /** ms */
  readonly publishedAt: number;
  /** First instant (ms) at which the posting is no longer valid. */
  readonly validUntil: number;
  /** Verification of the business holds until this instant (ms); 0 when never verified. */
  readonly verifiedUntil: number;
  readonly occupation: string | null;
  readonly settlement: Settlement | null;
  readonly benefits: readonly Benefit[];
  readonly engagement: Engagement;
  readonly businessKind: BusinessKind;
  /** Least age in years that the posting asks for or the law demands of its kind of work; 0 when none. */
  readonly minAge: number;
  /** Whether the kind of work is closed beyond the age of retirement. */
  readonly endsAtRetirement: boolean;
  readonly schedule: Schedule;
}

/**
 * The postings of a circle. Ten thousand are looked at to show twenty, so a row may be lent instead of made.
 */
export interface Rows extends Iterable<BoardRow> {
  readonly count: number;
  /** The row at a position, to be looked at only until the next call: it may be one and the same object. */
  lend(position: number): BoardRow;
  /** The row at a position, to be kept. */
  own(position: number): BoardRow;
  /** Figures that are known by id, by position; 0 where there is none. */
  spread(figures: ReadonlyMap<Id, number>): Float64Array;
}

/** Rows that stand in a list. */
export function rowsOf(list: readonly BoardRow[]): Rows {
  const own = (position: number) => {
    const row = list[position];
    if (!row) throw new RangeError(`no row at ${position}`);
    return row;
  };
  return {
    count: list.length,
    lend: own,
    own,
    spread: (figures) => Float64Array.from(list, ({ id }) => figures.get(id) ?? 0),
    [Symbol.iterator]: () => list[Symbol.iterator](),
  };
}
