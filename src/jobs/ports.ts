import type { Id } from '../kernel/ids';
import type { JobRecord, JobWithBusiness } from './record';
import type { JobStatus } from './schema';

/** Filter of the staff's and shops' own lists; not the search. */
export interface JobListQuery {
  statuses?: readonly JobStatus[] | undefined;
  businessIds?: readonly Id[] | undefined;
  /** Part of the title or of the business's name. */
  contains?: string | undefined;
  /** Only postings that lack this; `door`: their place is known, but not to the door. */
  lacks?: 'place' | 'door' | 'schedule' | undefined;
  /** Keyset: rows older than this id (ids sort by creation). */
  before?: Id | undefined;
  /** The oldest first, instead of the newest; keyset then: rows newer than this id. */
  oldestFirst?: boolean | undefined;
  after?: Id | undefined;
  limit: number;
}

/** Postings in the database. Every call names the station; another station's row does not exist here. */
export interface JobStore {
  get(stationId: Id, id: Id): Promise<JobWithBusiness | null>;
  getMany(stationId: Id, ids: readonly Id[]): Promise<JobWithBusiness[]>;
  byExternalIds(stationId: Id, externalIds: readonly string[]): Promise<JobWithBusiness[]>;
  insert(records: readonly JobRecord[]): Promise<void>;
  /**
   * Writes every field of the record if the stored version is still `record.version - 1` and the stored
   * status is one of `from`.
   * @returns whether it was written; false means somebody else was faster
   */
  update(record: JobRecord, from: readonly JobStatus[]): Promise<boolean>;
  /** {@link update} of many at once; @returns how many were written, fewer than given if somebody was faster. */
  updateMany(records: readonly JobRecord[], from: readonly JobStatus[]): Promise<number>;
  list(stationId: Id, query: JobListQuery): Promise<JobWithBusiness[]>;
  countByStatus(stationId: Id, businessIds?: readonly Id[]): Promise<Partial<Record<JobStatus, number>>>;
  /** Open postings whose last valid day is before `today`. */
  expired(today: string, limit: number): Promise<JobRecord[]>;
  /** Open postings that end on a day of these, both included, and have had no warning of it; the soonest first. */
  expiringWithoutNotice(from: string, to: string, limit: number): Promise<JobRecord[]>;
  /** Postings of the same business with the same title that are not closed: likely written twice. */
  similar(job: JobRecord): Promise<JobRecord[]>;
  /** Holds these postings until the end of the transaction, so that two decisions about them follow each other. */
  lock(stationId: Id, ids: readonly Id[]): Promise<void>;
  /** Waits until no other upkeep is in its transaction: two servers at once must not warn twice. */
  lockUpkeep(): Promise<void>;
  /** Waits until no other import of the station is in its transaction: the same file twice at once is safe. */
  lockImports(stationId: Id): Promise<void>;
  /** Every open posting of all stations in batches, for rebuilding and proving projections. */
  openInBatches(size: number): AsyncIterable<JobWithBusiness[]>;
}

/** The projections of open postings that live in Postgres: the board and the words. */
export interface ProjectionStore {
  /** Adds or replaces, in the current transaction; never an older version over a newer one. */
  put(items: readonly JobWithBusiness[]): Promise<void>;
  remove(ids: readonly Id[]): Promise<void>;
  /** Removes whatever stands for no open posting; one statement, so no posting opened meanwhile is lost. */
  removeStrays(): Promise<void>;
  /** Whether any row of the board is packed otherwise than this version does it. */
  isOutdated(): Promise<boolean>;
  /** Ids and versions on the board and in the words, for `verify`. */
  boardVersions(): Promise<Map<Id, number>>;
  wordVersions(): Promise<Map<Id, number>>;
}
