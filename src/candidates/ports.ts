import type { Id } from '../kernel/ids';
import type { Mode } from '../kernel/vocabulary';

export const PURPOSES = ['matching', 'contact', 'follow_up'] as const;
export type Purpose = (typeof PURPOSES)[number];
export const CHANNELS = ['screen', 'spoken', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** 求职者 as the database holds it: phone and home sealed, a coarse cell and a blind index beside them. */
export interface CandidateRecord {
  id: Id;
  stationId: Id;
  userId: Id | null;
  name: string;
  birthDate: string | null;
  phoneSealed: Uint8Array | null;
  phoneIndex: string | null;
  homeSealed: Uint8Array | null;
  homeCell: string | null;
  mode: Mode;
  minutes: number;
  free: string | null;
  /** Anchors and exceptions, sealed. */
  timeSealed: Uint8Array | null;
  hoursMax: number | null;
  occupations: string[];
  certificates: string[];
  /** 只按距离和时间排, see `PLAIN_WEIGHTS`. */
  plain: boolean;
  createdAt: number;
}

/** What a consent is for; `employer`: that one business may see the phone, whatever else was agreed to. */
export type ConsentPurpose = Purpose | 'employer';

/** One consent; withdrawn when `withdrawnAt` is set. */
export interface Consent {
  id: Id;
  stationId: Id;
  candidateId: Id | null;
  walkInId: Id | null;
  purpose: ConsentPurpose;
  /** Of purpose `employer`: which; null for the others. */
  businessId: Id | null;
  /** Version of the wording that was agreed to. */
  textVersion: string;
  channel: Channel;
  witness: string | null;
  givenAt: number;
  withdrawnAt: number | null;
}

/** A seeker's interest in a posting. */
export interface Interest {
  id: Id;
  stationId: Id;
  jobId: Id;
  candidateId: Id;
  status: 'waiting' | 'accepted' | 'declined';
  createdAt: number;
}

/**
 * People of one coarse cell, going by one mode, with a limit of travel of `from` to under `to` minutes: a number for
 * each of matching's `KINDS`.
 */
export interface Reach {
  /** Number by which the caller knows the cell again. */
  place: number;
  /** null: people whose home is not known. */
  cell: string | null;
  mode: Mode;
  from: readonly number[];
  to: readonly number[];
}

/** Who may be near enough, as far as can be said without opening anything. */
export interface ReachQuery {
  reaches: readonly Reach[];
  /** Whom this occupation counts for as theirs. */
  occupation: string | null;
  /** People who want fewer hours a week are left out. */
  neededHours: number;
  /** Consents that must all stand. */
  purposes: readonly Purpose[];
}

/** A person as retrieval may see them: nothing sealed, no name. */
export interface RoughPerson {
  id: Id;
  place: number;
  mode: Mode;
  minutes: number;
  free: string | null;
  /** Whether dates of their own, or places to be at, are known beside the week. */
  otherTimes: boolean;
  /** Whether the occupation is among theirs; null when they named none. */
  skilled: boolean | null;
}

/** A person with a profile, or a visitor of the desk. */
export type PersonId = { candidateId: Id } | { walkInId: Id };
/** Which consents: of a purpose, and where it is `employer` of one business or, without it, of every one. */
export interface WhichConsent {
  purpose: ConsentPurpose;
  businessId?: Id | undefined;
}

/** What is left of a person whose records the law wants kept. */
export interface LockedAway {
  /** ms */
  at: number;
  /** Shanghai date on which it goes. */
  until: string;
  /** Name and date of birth. */
  sealed: Uint8Array;
}

export interface CandidateStore {
  get(stationId: Id, id: Id): Promise<CandidateRecord | null>;
  /** {@link get}, held until the end of the transaction, so that two changes of one person follow each other. */
  lock(stationId: Id, id: Id): Promise<CandidateRecord | null>;
  ofUser(stationId: Id, userId: Id): Promise<CandidateRecord | null>;
  /** @param phoneIndexes of one phone, by every key in use */
  byPhone(stationId: Id, phoneIndexes: readonly string[]): Promise<CandidateRecord[]>;
  /** Newest first. `contains`: part of the name; `before`: only those made before this one. */
  list(
    stationId: Id,
    query: { contains?: string | undefined; before?: Id | undefined; limit: number },
  ): Promise<CandidateRecord[]>;
  /** Candidates whose consent to `matching` stands. */
  allConsenting(stationId: Id): Promise<CandidateRecord[]>;
  /** Every coarse cell in which somebody of the station lives. */
  homeCells(stationId: Id): Promise<string[]>;
  /** Who lives where the reaches say, with such a limit of travel, in no order. */
  inReach(stationId: Id, query: ReachQuery): Promise<RoughPerson[]>;
  /** Those of the ids whose consents to all the purposes stand. */
  consenting(stationId: Id, ids: readonly Id[], purposes: readonly Purpose[]): Promise<CandidateRecord[]>;
  /** @throws DomainError `conflict/profile_exists` when the account has one */
  insert(record: CandidateRecord): Promise<void>;
  /** @returns false when the row is gone */
  update(record: CandidateRecord): Promise<boolean>;
  /** Removes the person with consents and interests; referrals must be detached first. */
  delete(stationId: Id, id: Id): Promise<boolean>;
  /**
   * Empties the profile, withdraws every consent, forgets interests and offers, and keeps what is sealed: nobody finds
   * the person any more. @returns false when the row is gone
   */
  lockAway(stationId: Id, id: Id, what: LockedAway): Promise<boolean>;

  /** Postings that people were hired for and have not finished, each pair once. */
  acceptedJobs(
    stationId: Id,
    of: { candidateIds: readonly Id[] } | { walkInIds: readonly Id[] },
  ): Promise<{ personId: Id; jobId: Id }[]>;

  giveConsent(consents: readonly Consent[]): Promise<void>;
  /** @returns how many standing consents were withdrawn */
  withdrawConsent(stationId: Id, of: PersonId, which: WhichConsent, at: number): Promise<number>;
  consentsOf(stationId: Id, of: PersonId): Promise<Consent[]>;

  /** @returns false when this interest was already there */
  addInterest(interest: Interest): Promise<boolean>;
  getInterest(stationId: Id, id: Id): Promise<Interest | null>;
  /** Conditional: only a waiting interest can be answered. */
  answerInterest(
    stationId: Id,
    id: Id,
    status: 'accepted' | 'declined',
    at: number,
  ): Promise<Interest | null>;
  interestsOfJob(stationId: Id, jobId: Id): Promise<(Interest & { candidate: CandidateRecord })[]>;
  interestsOfCandidate(stationId: Id, candidateId: Id): Promise<Interest[]>;
  waitingInterests(stationId: Id, jobIds: readonly Id[]): Promise<Map<Id, number>>;
}
