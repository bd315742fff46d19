import type { PersonId } from '../candidates';
import type { Id } from '../kernel/ids';

export const CONDUCT_ABOUT = ['worker', 'employer'] as const;
export const CONDUCT_KINDS = ['no_show', 'late_cancel'] as const;
export const CONDUCT_VIEWS = ['agrees', 'disagrees'] as const;
export const CONDUCT_DECISIONS = ['upheld', 'struck'] as const;

/** 守约: one thing that happened, once. Instants in ms, `onDate` a Shanghai date. */
export interface ConductFact {
  id: Id;
  stationId: Id;
  referralId: Id;
  businessId: Id;
  about: (typeof CONDUCT_ABOUT)[number];
  kind: (typeof CONDUCT_KINDS)[number];
  onDate: string;
  saidBy: 'worker' | 'employer' | 'staff';
  noteSealed: Uint8Array | null;
  view: (typeof CONDUCT_VIEWS)[number] | null;
  viewNoteSealed: Uint8Array | null;
  viewedAt: number | null;
  appealedAt: number | null;
  decision: (typeof CONDUCT_DECISIONS)[number] | null;
  reasonSealed: Uint8Array | null;
  decidedBy: Id | null;
  decidedAt: number | null;
  createdBy: Id | null;
  createdAt: number;
  expiresAt: number;
}

/** A fact with whom it is about. */
export interface ConductFactOf {
  fact: ConductFact;
  title: string;
  business: string;
  candidateId: Id | null;
  walkInId: Id | null;
  person: string | null;
}

export interface ConductStore {
  /** @returns false when the same was told before */
  insert(fact: ConductFact): Promise<boolean>;
  get(stationId: Id, id: Id): Promise<ConductFactOf | null>;
  /** {@link get}, held until the end of the transaction. */
  lock(stationId: Id, id: Id): Promise<ConductFactOf | null>;
  /** Writes the other side's view, the appeal and its decision. */
  update(fact: ConductFact): Promise<void>;
  /** Those that are not over at `now` (ms), newest first. */
  list(
    stationId: Id,
    query: {
      now: number;
      candidateId?: Id | undefined;
      walkInId?: Id | undefined;
      businessIds?: readonly Id[] | undefined;
      about?: ConductFact['about'] | undefined;
      /** Only those whose appeal waits for a decision. */
      appealed?: boolean | undefined;
      before?: Id | undefined;
      limit: number;
    },
  ): Promise<ConductFactOf[]>;
  /** Erases what is told about a worker who has their data erased or locked: no law wants it kept. */
  removeOf(stationId: Id, of: PersonId): Promise<void>;
  /** Erases those that are over at `now`, of all stations. @returns how many */
  removeOver(now: number): Promise<number>;
}
