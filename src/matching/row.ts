import type { Id } from '../kernel/ids';
import type { Schedule } from '../kernel/schedule';
import type { Benefit, BusinessKind, Engagement, Settlement } from '../kernel/vocabulary';
import type { ColumnsView } from './columns';

/** A certificate that is written out. */
export const OTHER_CERTIFICATE = 0x80;

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
  /** What the work is besides, as its title says (洗碗兼保洁). */
  readonly also: string | null;
  readonly settlement: Settlement | null;
  readonly benefits: readonly Benefit[];
  readonly engagement: Engagement;
  readonly businessKind: BusinessKind;
  /** Least age in years that the posting asks for or the law demands of its kind of work; 0 when none. */
  readonly minAge: number;
  /** Whether the kind of work is closed beyond the age of retirement. */
  readonly endsAtRetirement: boolean;
  /** Bits of CERTIFICATES that the posting asks for, and {@link OTHER_CERTIFICATE} for any that has no code. */
  readonly certificates: number;
  /** Bits of TRAITS. */
  readonly traits: number;
  readonly schedule: Schedule;
}

/**
 * The postings of a circle. Ten thousand are looked at to show twenty, so most are put aside by their columns, and a row
 * may be lent instead of made.
 */
export interface Rows extends Iterable<BoardRow> {
  readonly count: number;
  /** Fields side by side, of these rows and maybe of others. */
  readonly columns: ColumnsView;
  /** For every position the slot in {@link columns}. */
  readonly slots: Uint32Array;
  /** The row at a position, to be looked at only until the next call: it may be one and the same object. */
  lend(position: number): BoardRow;
  /** The row at a position, to be kept. */
  own(position: number): BoardRow;
  /** Figures that are known by id, by position; 0 where there is none. */
  spread(figures: ReadonlyMap<Id, number>): Float64Array;
}
