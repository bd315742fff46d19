import type { Id } from '../kernel/ids';
import type { WalkInRecord } from './ports';

/** A visitor in the queue, and whether their consent to being matched stands. */
export interface QueuedWalkIn {
  record: WalkInRecord;
  consented: boolean;
}

/** What the desk plan reads of the database. */
export interface PlanStore {
  /** Visitors since an instant (ms) who still wait, longest wait first. */
  waitingWalkIns(stationId: Id, since: number, limit: number): Promise<QueuedWalkIn[]>;
  /** To which jobs visitors were sent, and how that stands. */
  sentJobs(stationId: Id, walkInIds: readonly Id[]): Promise<{ walkInId: Id; jobId: Id; state: string }[]>;
  /**
   * Places that open jobs have left: the headcount without who is hired, and without who was sent there since an
   * instant (ms) and is not refused yet. Jobs that are not open are left out.
   */
  freePlaces(stationId: Id, since: number, jobIds: readonly Id[]): Promise<Map<Id, number>>;
}
