import type { Id } from '../kernel/ids';
import type { BusinessKind } from '../kernel/vocabulary';

/** 用工方 as the database holds it. */
export interface Business {
  id: Id;
  stationId: Id;
  name: string;
  kind: BusinessKind;
  licence: string | null;
  /** ms; 0 when never verified. */
  verifiedUntil: number;
  contactSealed: Uint8Array | null;
}

/** A message for a business inside the station: ids, codes and numbers. */
export interface Notice {
  id: Id;
  stationId: Id;
  businessId: Id;
  code: 'expiring' | 'expired' | 'interest' | 'filled';
  entityId: Id;
  values: Record<string, string | number>;
  readAt: number | null;
  createdAt: number;
}

export interface BusinessStore {
  get(stationId: Id, id: Id): Promise<Business | null>;
  /** By name. `contains`: part of the name; `after`: only those that stand behind this one. */
  list(
    stationId: Id,
    query: { contains?: string | undefined; after?: Id | undefined; limit: number },
  ): Promise<Business[]>;
  /** Ids by name and kind, made where missing; safe against others doing the same at the same time. */
  ensure(
    stationId: Id,
    wanted: readonly { id: Id; name: string; kind: BusinessKind }[],
  ): Promise<Map<string, Business>>;
  /** Businesses that an account acts for. */
  ofUser(stationId: Id, userId: Id): Promise<Business[]>;
  addMember(stationId: Id, businessId: Id, userId: Id): Promise<void>;
  /**
   * Until when these are verified (ms, 0 for never), held until the end of the transaction: a verification at the
   * same moment has ended before, or begins after it.
   */
  holdVerified(ids: readonly Id[]): Promise<Map<Id, number>>;
  setVerified(stationId: Id, id: Id, until: number): Promise<boolean>;
  setContact(stationId: Id, id: Id, sealed: Uint8Array | null): Promise<boolean>;
  notify(notices: readonly Omit<Notice, 'readAt' | 'createdAt'>[]): Promise<void>;
  notices(stationId: Id, businessIds: readonly Id[], limit: number): Promise<Notice[]>;
  markRead(stationId: Id, businessIds: readonly Id[]): Promise<void>;
}

/** Key of a business inside its station: two spellings of one name are one business only if equal. */
export function businessKey(name: string, kind: BusinessKind): string {
  return `${kind}\0${name}`;
}
