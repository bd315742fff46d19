import type { PersonId } from '../candidates';
import type { Id } from '../kernel/ids';
import type { Mode } from '../kernel/vocabulary';
import type { PlanStore } from './plan-ports';

/** 来访登记 as the database holds it. */
export interface WalkInRecord {
  id: Id;
  stationId: Id;
  candidateId: Id | null;
  name: string | null;
  phoneSealed: Uint8Array | null;
  phoneIndex: string | null;
  originSealed: Uint8Array | null;
  originCell: string | null;
  textSealed: Uint8Array | null;
  /** Anchors and exceptions, sealed. */
  timeSealed: Uint8Array | null;
  mode: Mode;
  minutes: number;
  free: string | null;
  hoursMax: number | null;
  occupations: string[];
  status: 'waiting' | 'served' | 'merged';
  mergedInto: Id | null;
  createdBy: Id | null;
  createdAt: number;
}

export const REFERRAL_EVENTS = [
  'contacted',
  'interview',
  'hired',
  'declined',
  'no_show',
  'finished',
  'revisited',
] as const;
export type ReferralEventKind = (typeof REFERRAL_EVENTS)[number];
export type ReferralState = 'referred' | ReferralEventKind;

/** 推荐: a person sent to a job by the station. */
export interface Referral {
  id: Id;
  stationId: Id;
  jobId: Id;
  candidateId: Id | null;
  walkInId: Id | null;
  state: ReferralState;
  createdBy: Id | null;
  createdAt: number;
}

export interface ReferralEvent {
  id: Id;
  stationId: Id;
  referralId: Id;
  kind: ReferralEventKind;
  noteSealed: Uint8Array | null;
  createdBy: Id | null;
  createdAt: number;
}

export interface DeskStore extends PlanStore {
  insertWalkIn(record: WalkInRecord): Promise<void>;
  getWalkIn(stationId: Id, id: Id): Promise<WalkInRecord | null>;
  /** Holds visits until the end of the transaction, so that two changes of one follow each other. */
  lockWalkIns(stationId: Id, ids: readonly Id[]): Promise<void>;
  updateWalkIn(record: WalkInRecord): Promise<boolean>;
  /** Newest first, merged ones left out. `contains`: part of the name; `phoneIndexes`: whose phone it is. */
  listWalkIns(
    stationId: Id,
    query: {
      since: number;
      contains?: string | undefined;
      phoneIndexes?: readonly string[] | undefined;
      limit: number;
    },
  ): Promise<WalkInRecord[]>;
  /**
   * Others that are likely the same person: same phone, or same name and cell on the same day.
   * @param phoneIndexes under what their phone may stand, by every key in use
   */
  similarWalkIns(
    record: WalkInRecord,
    since: number,
    phoneIndexes: readonly string[],
  ): Promise<WalkInRecord[]>;
  /** Conditional: both must still be unmerged. Moves shortlist, consents and referrals. */
  mergeWalkIn(stationId: Id, id: Id, into: Id): Promise<boolean>;

  /** Replaces the shortlist; the order of ids is kept. */
  saveShortlist(stationId: Id, walkInId: Id, jobIds: readonly Id[]): Promise<void>;
  shortlist(stationId: Id, walkInId: Id): Promise<Id[]>;

  /** @returns false when this person was already referred to this job */
  insertReferral(referral: Referral): Promise<boolean>;
  getReferral(stationId: Id, id: Id): Promise<Referral | null>;
  /** Newest first. */
  listReferrals(
    stationId: Id,
    query: {
      jobIds?: readonly Id[];
      walkInId?: Id | undefined;
      candidateId?: Id | undefined;
      states?: readonly ReferralState[] | undefined;
      /** Only those made before this one. */
      before?: Id | undefined;
      limit: number;
    },
  ): Promise<Referral[]>;
  /** Conditional on the state: writes the event and the new state. */
  addEvent(event: ReferralEvent, from: readonly ReferralState[]): Promise<boolean>;
  eventsOf(stationId: Id, referralId: Id): Promise<ReferralEvent[]>;
  /** How many people are hired for a job now, to be shown. */
  hiredNow(stationId: Id, jobId: Id): Promise<number>;
  /** {@link hiredNow}, to decide by; locks the job's row so that two hires cannot both be last. */
  countHired(stationId: Id, jobId: Id): Promise<number>;
  /** State of each of a person's referrals, and when something last happened to it or in its ledger, ms. */
  referralDates(stationId: Id, of: PersonId): Promise<{ state: ReferralState; at: number }[]>;
}
