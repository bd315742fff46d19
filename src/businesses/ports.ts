import type { Id } from '../kernel/ids';
import type { BusinessKind } from '../kernel/vocabulary';

/** Why a business was blocked, as staff say it. */
export const BLOCK_REASONS = ['fee', 'fraud', 'fake', 'unpaid', 'unlawful', 'unsafe', 'other'] as const;
export type BlockReason = (typeof BLOCK_REASONS)[number];

/** 用工方 as the database holds it. Instants in ms. */
export interface Business {
  id: Id;
  stationId: Id;
  name: string;
  kind: BusinessKind;
  licenceSealed: Uint8Array | null;
  licenceIndex: string | null;
  /** 0 when never verified. */
  verifiedUntil: number;
  verifiedAt: number | null;
  verifiedBy: Id | null;
  contactSealed: Uint8Array | null;
  /** Shanghai date on which it last looked up the records of those who work with children, as it says; null: never. */
  childrenCheckedOn: string | null;
  /** Null while it may post. */
  blockedAt: number | null;
  blockedBecause: BlockReason | null;
}

/** A message for a business inside the station: ids, codes and numbers. */
export interface Notice {
  id: Id;
  stationId: Id;
  businessId: Id;
  code:
    | 'expiring'
    | 'expired'
    | 'interest'
    | 'filled'
    | 'returned'
    | 'blocked'
    | 'hidden'
    | 'pay_due'
    | 'verification_ending'
    | 'verification_ended';
  /** The posting; of `pay_due` the placement, of the last two the business itself. */
  entityId: Id;
  values: Record<string, string | number>;
  readAt: number | null;
  createdAt: number;
}

/** What of a business its verification stands on, in order to be asked for. */
export const BUSINESS_STATES = ['unverified', 'ending', 'expired', 'blocked'] as const;
export type BusinessState = (typeof BUSINESS_STATES)[number];

/** A licence or a phone under which a blocked business stood. */
export interface BarredKey {
  kind: 'licence' | 'phone';
  keyIndex: string;
}

export interface BusinessStore {
  get(stationId: Id, id: Id): Promise<Business | null>;
  /** {@link get}, held until the end of the transaction, so that two changes of one business follow each other. */
  lock(stationId: Id, id: Id): Promise<Business | null>;
  /** By name. `contains`: part of the name; `after`: only those that stand behind this one. */
  list(
    stationId: Id,
    query: {
      contains?: string | undefined;
      after?: Id | undefined;
      /** `ending` between `now` and `soon`, ms. */
      state?: { is: BusinessState; now: number; soon: number } | undefined;
      limit: number;
    },
  ): Promise<Business[]>;
  /** Ids by name and kind, made where missing; safe against others doing the same at the same time. */
  ensure(
    stationId: Id,
    wanted: readonly { id: Id; name: string; kind: BusinessKind }[],
  ): Promise<Map<string, Business>>;
  /** Businesses that an account acts for. */
  ofUser(stationId: Id, userId: Id): Promise<Business[]>;
  addMember(stationId: Id, businessId: Id, userId: Id): Promise<void>;
  /** Sealed phones of the accounts that act for a business. */
  memberPhones(stationId: Id, businessId: Id): Promise<Uint8Array[]>;
  /** Sealed phone of an account; null for none. */
  phoneOfUser(stationId: Id, userId: Id): Promise<Uint8Array | null>;
  /**
   * Until when these are verified (ms, 0 for never) and whether they are blocked, held until the end of the
   * transaction: a verification or a block at the same moment has ended before, or begins after it.
   */
  holdStanding(ids: readonly Id[]): Promise<Map<Id, { verifiedUntil: number; blocked: boolean }>>;
  /** @param until ms; 0 ends it */
  setVerified(stationId: Id, id: Id, until: number, by?: { userId: Id | null; at: number }): Promise<boolean>;
  setContact(stationId: Id, id: Id, sealed: Uint8Array | null): Promise<boolean>;
  setChildrenChecked(stationId: Id, id: Id, on: string | null): Promise<boolean>;
  /** @throws DomainError `conflict/licence_taken` when another business of the station has it */
  setLicence(stationId: Id, id: Id, licence: { sealed: Uint8Array; index: string } | null): Promise<void>;
  /** Conditional: @returns false when it was so before */
  setBlocked(stationId: Id, id: Id, blocked: { at: number; because: BlockReason } | null): Promise<boolean>;
  /** Adds to the keys under which nobody may come back. */
  bar(stationId: Id, businessId: Id, keys: readonly BarredKey[]): Promise<void>;
  /** Lets the keys of a business go. */
  unbar(stationId: Id, businessId: Id): Promise<void>;
  /** Those of the keys that are barred. */
  barred(stationId: Id, keys: readonly BarredKey[]): Promise<BarredKey[]>;
  /** Names of the blocked businesses of a station. */
  blockedNames(stationId: Id): Promise<{ name: string; kind: BusinessKind }[]>;
  /** Waits until nobody else blocks a business of the station or makes one for a new account. */
  lockBarred(stationId: Id): Promise<void>;
  /** Businesses whose verification ends (or has ended) in this span, ms, and who have had no such notice of it. */
  verificationDue(
    code: 'verification_ending' | 'verification_ended',
    from: number,
    to: number,
  ): Promise<Business[]>;
  notify(notices: readonly Omit<Notice, 'readAt' | 'createdAt'>[]): Promise<void>;
  notices(stationId: Id, businessIds: readonly Id[], limit: number): Promise<Notice[]>;
  markRead(stationId: Id, businessIds: readonly Id[]): Promise<void>;
}

/** Key of a business inside its station: two spellings of one name are one business only if equal. */
export function businessKey(name: string, kind: BusinessKind): string {
  return `${kind}\0${name}`;
}
