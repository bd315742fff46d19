import type { Id } from '../kernel/ids';
import type { Fen } from '../kernel/money';
import type { Assignee, Entry, PayTerms, Side } from './rules';

/** 上岗: a person hired through the station; the id is that of the referral. Instants in ms, Shanghai dates. */
export interface Placement extends PayTerms {
  id: Id;
  stationId: Id;
  jobId: Id;
  businessId: Id;
  hiredAt: number;
  /** Last date of the work, once it is known. */
  endsOn: string | null;
  nextDueOn: string | null;
  dealtWithBefore: string | null;
}

/** A placement with what it is called, and whose it is: all null of who has had their data erased. */
export interface PlacementOf {
  placement: Placement;
  title: string;
  business: string;
  candidateId: Id | null;
  walkInId: Id | null;
  person: string | null;
  /** Who sent them there. */
  sentBy: Id | null;
}

/** An entry of the ledger as it is kept. */
export interface WorkEntry extends Entry {
  stationId: Id;
  placementId: Id;
  side: Side;
  atDesk: boolean;
  createdBy: Id | null;
  createdAt: number;
}

export const CASE_STATES = ['open', 'handed_over', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];
export const CASE_OUTCOMES = ['paid', 'agreed', 'unfounded', 'authority'] as const;
/** How a case ended: paid · both agreed otherwise · there was nothing owed · handed to the labour authority. */
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];
export const CASE_REASONS = ['overdue', 'not_paid'] as const;

/** 欠薪诉求. */
export interface WageCase {
  id: Id;
  stationId: Id;
  placementId: Id;
  businessId: Id;
  /** `overdue`: nobody said that the pay came; `not_paid`: the worker said that it did not. */
  reason: (typeof CASE_REASONS)[number];
  state: CaseState;
  ownerId: Id | null;
  amountFen: Fen | null;
  outcome: CaseOutcome | null;
  openedAt: number;
  closedAt: number | null;
}

export const CASE_STEPS = ['opened', 'handed_over', 'noted', 'closed'] as const;
export interface CaseStep {
  stationId: Id;
  caseId: Id;
  kind: (typeof CASE_STEPS)[number];
  ownerId: Id | null;
  noteSealed: Uint8Array | null;
  createdBy: Id | null;
  createdAt: number;
}

/** A member of staff with their name. */
export interface StaffMember extends Assignee {
  name: string;
}

export interface PlacementStore {
  /** Once for each id; a second hire of the same referral changes nothing. */
  insert(placement: Placement): Promise<void>;
  get(stationId: Id, id: Id): Promise<PlacementOf | null>;
  /** {@link get}, held until the end of the transaction. */
  lock(stationId: Id, id: Id): Promise<PlacementOf | null>;
  /** Writes when it ends, what falls due next, and what a case has dealt with. */
  update(
    placement: Pick<Placement, 'stationId' | 'id' | 'endsOn' | 'nextDueOn' | 'dealtWithBefore'>,
  ): Promise<void>;
  /** Newest first. */
  list(
    stationId: Id,
    query: {
      businessIds?: readonly Id[] | undefined;
      candidateId?: Id | undefined;
      walkInId?: Id | undefined;
      before?: Id | undefined;
      limit: number;
    },
  ): Promise<PlacementOf[]>;
  append(entries: readonly WorkEntry[]): Promise<void>;
  /** Oldest first. */
  entriesOf(stationId: Id, placementIds: readonly Id[]): Promise<WorkEntry[]>;
  /** Of all stations: pay that fell due before this date and of which there is no open case; longest due first. */
  overdue(before: string, limit: number): Promise<Pick<Placement, 'stationId' | 'id'>[]>;

  /** Of all stations: pay that falls due in this span of dates and of which its business has not been told. */
  dueUntold(from: string, to: string, limit: number): Promise<PlacementOf[]>;

  /** @returns false when the placement has an open case */
  insertCase(wageCase: WageCase): Promise<boolean>;
  getCase(stationId: Id, id: Id): Promise<WageCase | null>;
  /** {@link getCase}, held until the end of the transaction. */
  lockCase(stationId: Id, id: Id): Promise<WageCase | null>;
  updateCase(
    wageCase: Pick<WageCase, 'stationId' | 'id' | 'state' | 'ownerId' | 'outcome' | 'closedAt'>,
  ): Promise<void>;
  /** Newest first. */
  cases(
    stationId: Id,
    query: {
      states?: readonly CaseState[] | undefined;
      placementIds?: readonly Id[] | undefined;
      businessId?: Id | undefined;
      before?: Id | undefined;
      limit: number;
    },
  ): Promise<WageCase[]>;
  /** Of all stations: open cases that nobody looks after, or somebody who is not staff any more. */
  unownedCases(limit: number): Promise<Pick<WageCase, 'stationId' | 'id'>[]>;
  appendStep(step: CaseStep): Promise<void>;
  /** Oldest first. */
  stepsOf(stationId: Id, caseId: Id): Promise<CaseStep[]>;
  /** Staff and admins whose accounts stand, by name. */
  staff(stationId: Id): Promise<StaffMember[]>;
  /** Names of accounts, whatever has become of them. */
  names(stationId: Id, userIds: readonly Id[]): Promise<Map<Id, string>>;
  /** Whether a business has a case that is not closed. */
  hasOpenCase(stationId: Id, businessId: Id): Promise<boolean>;
  /** Keys (`businessKey`) of the businesses that have one. */
  businessesWithOpenCase(stationId: Id): Promise<Set<string>>;
}
