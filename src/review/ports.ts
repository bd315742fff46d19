import type { Business } from '../businesses';
import type { PersonId } from '../candidates';
import type { Id } from '../kernel/ids';

/** What people report of a posting. */
export const REPORT_CODES = [
  'fee',
  'fake',
  'pay',
  'filled',
  'place',
  'unsafe',
  'discrimination',
  'other',
] as const;
export type ReportCode = (typeof REPORT_CODES)[number];

/** Why staff give a posting back to be changed. */
export const RETURN_REASONS = ['unclear', 'unlawful', 'pay', 'place', 'proof', 'duplicate', 'other'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

export const DECISIONS = ['approved', 'returned', 'blocked', 'hidden', 'dismissed'] as const;
/** `hidden`: by reports, the station itself; `dismissed`: staff found nothing in the reports. */
export type Decision = (typeof DECISIONS)[number];

/** 举报. Hashes are keyed, of posting and address or account, and forgotten after two weeks. */
export interface Report {
  id: Id;
  stationId: Id;
  jobId: Id;
  code: ReportCode;
  addressHash: string;
  accountHash: string | null;
  /** ms */
  createdAt: number;
}

/** What was decided about a posting. */
export interface JobDecision {
  id: Id;
  stationId: Id;
  jobId: Id;
  decision: Decision;
  reason: string | null;
  /** Words of staff to the shop. */
  note: string | null;
  /** Null for the station itself and the service account. */
  decidedBy: Id | null;
  /** ms */
  createdAt: number;
}

/** A business and what is known of it from before. Counts of its postings. */
export interface EmployerHistory
  extends Pick<Business, 'id' | 'name' | 'kind' | 'verifiedUntil' | 'childrenCheckedOn'> {
  postings: number;
  open: number;
  blocked: number;
  /** How often one was returned, or hidden by reports. */
  returned: number;
  hidden: number;
  /** Reports of all its postings, and those that nobody has looked at. */
  reports: number;
  unhandled: number;
  /** Wage cases that are not closed, and closed ones but for those in which nothing was owed. */
  openCases: number;
  pastCases: number;
  /** Facts about keeping appointments that count now. */
  facts: number;
}

/** Counts of the reports of a posting, by code. */
export interface ReportCounts {
  /** Those that staff have not looked at. */
  open: Partial<Record<ReportCode, number>>;
  handled: Partial<Record<ReportCode, number>>;
  /** Of the open ones, how many came from different people as far as is known. */
  independent: number;
}

export const WARNING_STATES = ['waiting', 'sent', 'unreachable', 'failed'] as const;
export type WarningState = (typeof WARNING_STATES)[number];

/** Somebody who has to hear that a posting was blocked. */
export interface Warning {
  id: Id;
  stationId: Id;
  jobId: Id;
  candidateId: Id | null;
  walkInId: Id | null;
  state: WarningState;
  attempts: number;
  /** ms */
  createdAt: number;
}

export interface ReviewStore {
  /** @returns false when this address or account has reported the posting before */
  addReport(report: Report): Promise<boolean>;
  /** Reports that staff have not looked at and of which it is known that they are of different people. */
  independentReports(stationId: Id, jobId: Id, since: number): Promise<number>;
  reportCounts(stationId: Id, jobIds: readonly Id[], since: number): Promise<Map<Id, ReportCounts>>;
  /** Staff have looked at them. @returns how many there were */
  handleReports(stationId: Id, jobId: Id, at: number): Promise<number>;
  /** Postings with reports that nobody has looked at, the longest waiting first. */
  reportedJobs(stationId: Id, limit: number): Promise<Id[]>;
  /** Forgets from where reports of before this instant came. @returns of how many */
  forgetReporters(before: number): Promise<number>;

  addDecision(decision: JobDecision): Promise<void>;
  /** Newest first. */
  decisionsOf(stationId: Id, jobId: Id): Promise<JobDecision[]>;
  /** In no order. @param now ms, at which facts count or not */
  historyOf(stationId: Id, businessIds: readonly Id[], now: number): Promise<EmployerHistory[]>;
  /** Postings that still wait or are open although their business is blocked: somebody was interrupted. */
  leftOfBlocked(limit: number): Promise<{ stationId: Id; jobId: Id }[]>;
  /** Open postings that were opened under a verification which has ended by `now`, ms. */
  lapsed(now: number, limit: number): Promise<{ stationId: Id; jobId: Id }[]>;

  /** Who was referred to a posting, is interested in it or has it on a shortlist; nobody who declined or was. */
  concerned(stationId: Id, jobId: Id): Promise<{ candidateId: Id | null; walkInId: Id | null }[]>;
  /** Nobody is entered twice for one posting. */
  addWarnings(warnings: readonly Warning[]): Promise<void>;
  /** Takes what is due: nobody else takes it before `again`, ms. */
  claimWarnings(now: number, again: number, limit: number): Promise<Warning[]>;
  /** How a warning ended. */
  settleWarning(id: Id, state: WarningState): Promise<void>;
  warningsOfJob(stationId: Id, jobId: Id): Promise<Warning[]>;
  /** Newest first. @param since ms */
  warningsOf(stationId: Id, of: PersonId, since: number): Promise<Warning[]>;
}
