import type { Id } from '../kernel/ids';
import type { RetentionClass } from '../trust';

/** What is past its period, of one class at one station. */
export interface Due {
  class: RetentionClass;
  count: number;
  /** When the oldest was last used, ms; null when there is none. */
  oldest: number | null;
}

/** A record that went, or was made nobody's. */
export interface Gone {
  stationId: Id;
  entity: string;
  entityId: Id;
}

/** Classes that are cleared row by row; profiles go by the same way as when a person asks. */
export type RowClass = Exclude<RetentionClass, 'idle_profile' | 'locked'>;

/** What is past its period. A record is over that was last used before an instant (ms). */
export interface RetentionStore {
  due(stationId: Id, name: Exclude<RetentionClass, 'locked'>, before: number): Promise<Omit<Due, 'class'>>;
  /** Locked records whose date has come. @param today Shanghai date */
  lockedDue(stationId: Id, today: string): Promise<Omit<Due, 'class'>>;
  /** Clears up to `limit` records of every station. */
  clear(name: RowClass, before: number, limit: number): Promise<Gone[]>;
  /** Profiles that nobody has used: not their person, not the desk. */
  idle(before: number, limit: number): Promise<Gone[]>;
  /** Removes locked records whose date has come, with their referrals. */
  clearLocked(today: string, limit: number): Promise<Gone[]>;
}
