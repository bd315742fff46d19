import type { Id } from '../kernel/ids';

export const END_REASONS = ['filled', 'closed', 'nobody', 'begun'] as const;
/** Why asking ended: no place left, posting not open any more, nobody left to ask, the hours have begun. */
export type EndReason = (typeof END_REASONS)[number];

/** 即时快招: one posting being offered to people in waves. */
export interface UrgentFill {
  id: Id;
  stationId: Id;
  jobId: Id;
  startedBy: Id | null;
  /** ms */
  startedAt: number;
  /** From then on (ms) nobody can come in time. */
  beginsAt: number;
  /** Free places when it was started. */
  places: number;
  /** Waves sent so far. */
  wave: number;
  endedAt: number | null;
  endedBecause: EndReason | null;
}

export const OFFER_ANSWERS = ['accepted', 'declined', 'expired', 'late'] as const;
/** `expired`: asking ended before an answer; `late`: a yes when the place was gone. */
export type OfferAnswer = (typeof OFFER_ANSWERS)[number];

/** One person asked whether they come. */
export interface Offer {
  id: Id;
  stationId: Id;
  fillId: Id;
  jobId: Id;
  candidateId: Id;
  wave: number;
  sentAt: number;
  answeredAt: number | null;
  answer: OfferAnswer | null;
}

export interface UrgentStore {
  /** @returns false when one is running for this posting */
  insertFill(fill: UrgentFill): Promise<boolean>;
  /** The newest of a posting, running or ended. */
  latestFill(stationId: Id, jobId: Id): Promise<UrgentFill | null>;
  /** {@link UrgentFill} held until the end of the transaction. */
  lockFill(stationId: Id, id: Id): Promise<UrgentFill | null>;
  /** Everything that has not ended, of all stations, oldest first. */
  running(): Promise<UrgentFill[]>;
  /** Conditional: counts the next wave if none was sent since `fill` was read. @returns whether it is ours to send */
  claimWave(fill: UrgentFill): Promise<boolean>;
  /** Conditional: @returns false when it had ended before */
  endFill(stationId: Id, id: Id, because: EndReason, at: number): Promise<boolean>;

  insertOffers(offers: readonly Offer[]): Promise<void>;
  getOffer(stationId: Id, id: Id): Promise<Offer | null>;
  /** Conditional on the answer so far. @returns false when it was another */
  answerOffer(
    stationId: Id,
    id: Id,
    answer: OfferAnswer,
    from: readonly (OfferAnswer | null)[],
    at: number,
  ): Promise<boolean>;
  /** Ends what nobody has answered. @returns those offers */
  expireOffers(stationId: Id, fillId: Id, at: number): Promise<Offer[]>;
  /** Oldest first; of a candidate the newest 100. */
  offersOf(stationId: Id, of: { fillId: Id } | { candidateId: Id }): Promise<Offer[]>;
  /** Whom nobody need ask: offered this fill, or referred to its posting before. */
  approached(stationId: Id, fill: Pick<UrgentFill, 'id' | 'jobId'>): Promise<Set<Id>>;
  /** When each was last offered anything or hired, ms; those who never were are not in the map. */
  lastServed(stationId: Id, ids: readonly Id[]): Promise<Map<Id, number>>;
  /** Holds people until the end of the transaction, so that none is erased meanwhile. @returns who is there */
  holdCandidates(stationId: Id, ids: readonly Id[]): Promise<Set<Id>>;
}
