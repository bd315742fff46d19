import type { PersonId } from '../candidates';
import type { WalkInRecord } from '../desk';
import type { Id } from '../kernel/ids';
import type { Offer } from '../urgent';

/** A person's account as far as it says anything of them. Instants in ms. */
export interface HeldAccount {
  name: string;
  phoneSealed: Uint8Array | null;
  since: number;
  /** Sessions that are there, ended ones until they are cleared. `device`: the kind of browser. */
  sessions: { device: string | null; since: number; until: number }[];
}

/** What a person is told of, and what goes with them, beyond what other slices ask for. */
export interface RightsStore {
  accountOf(stationId: Id, userId: Id): Promise<HeldAccount | null>;
  /** Visits under a phone, merged ones too, newest first. @param phoneIndexes of one phone, by every key in use */
  visitsOf(stationId: Id, phoneIndexes: readonly string[]): Promise<WalkInRecord[]>;
  /** Every offer to a person, oldest first. */
  offersOf(stationId: Id, candidateId: Id): Promise<Offer[]>;
  /** Gives referrals of visits to the profile of the same person; those to a posting that it has one to stay. */
  moveReferrals(stationId: Id, walkInIds: readonly Id[], candidateId: Id): Promise<void>;
  /** Empties a visit and what was merged into it: words, place, hours, name, phone; and its shortlist. */
  emptyVisit(stationId: Id, id: Id): Promise<void>;
  /** Removes referrals with their events. */
  eraseReferrals(stationId: Id, of: PersonId): Promise<void>;
}
