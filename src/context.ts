import type { BusinessStore } from './businesses';
import type { CandidateStore } from './candidates';
import type { ConductStore } from './conduct';
import type { DeskStore } from './desk';
import type { IdempotencyStore } from './http/idempotency';
import type { JobStore, ProjectionStore } from './jobs';
import type { Actor } from './kernel/actor';
import type { Clock } from './kernel/clock';
import type { IdSource } from './kernel/ids';
import type { Board } from './matching';
import type { Notifier, Outbox } from './notify';
import type { PlacementStore } from './placements';
import type { Streets } from './places';
import type { RetentionStore } from './retention';
import type { ReviewStore } from './review';
import type { RightsStore } from './rights';
import type { Lexicon, TextSearch } from './search';
import type { Station, StationStore } from './stations';
import type { AuditChain, AuditLog, Vault } from './trust';
import type { UrgentStore } from './urgent';

/** Every store, over one connection or one transaction. */
export interface Stores {
  stations: StationStore;
  businesses: BusinessStore;
  jobs: JobStore;
  projections: ProjectionStore;
  candidates: CandidateStore;
  desk: DeskStore;
  urgent: UrgentStore;
  review: ReviewStore;
  placements: PlacementStore;
  conduct: ConductStore;
  retention: RetentionStore;
  rights: RightsStore;
  audit: AuditLog;
  outbox: Outbox;
  idempotency: IdempotencyStore;
}

/** What the application is made of, independent of any request. Wired in runtime/ only. */
export interface Services {
  clock: Clock;
  ids: IdSource;
  vault: Vault;
  lexicon: Lexicon;
  board: Board;
  /** The configured text engine, with the Postgres engine behind it. */
  text: TextSearch;
  /** The street router; null: travel is estimated. */
  streets: Streets | null;
  /** Sends messages to people's phones. */
  notifier: Notifier;
  /** Links the lines of the audit log, and proves them. */
  auditChain: AuditChain;
  stores: Stores;
  /** Runs `work` in one transaction: all of its writes or none. */
  tx<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Tells the drain that the outbox has something; returns at once. */
  wake(): void;
}

/** The first argument of every service verb: who asks, at which station, with what. */
export interface Ctx extends Services {
  station: Station;
  actor: Actor;
  requestId: string;
}
