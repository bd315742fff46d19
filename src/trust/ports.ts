/**
 * Keeps personal data unreadable at rest. Sealed bytes carry the key's number and a fresh nonce; opening
 * bytes that were changed, or sealed for another purpose, fails.
 */
export interface Vault {
  /**
   * Encrypts text with AES-256-GCM.
   * @param purpose what the bytes are (`phone`, `home`, …); bound to them as additional data
   */
  seal(purpose: string, text: string): Promise<Uint8Array>;
  /** Decrypts. @throws when the bytes do not belong to this key and purpose */
  open(purpose: string, sealed: Uint8Array): Promise<string>;
  /** A keyed hash by which equal values are found without being readable: 64 hex digits. By the key of today. */
  blindIndex(purpose: string, text: string): Promise<string>;
  /** {@link blindIndex} by every key in use, that of today first: for look-ups while keys are changed. */
  blindIndexes(purpose: string, text: string): Promise<string[]>;
  /** Number of the key that seals today; it is the first byte of what it has sealed. */
  readonly keyNumber: number;
}

/** One line of the audit log: who did what to which row. Ids and codes only, never personal text. */
export interface AuditEntry {
  stationId: string;
  /** `actorKey` of the actor, or `system`. */
  actor: string;
  action: string;
  entity: string;
  entityId: string;
}

/** A line about a person, with who that was. */
export interface AccessEntry extends Pick<AuditEntry, 'actor' | 'action'> {
  /** ms */
  at: number;
  /** Of the account, as it is now; null for machines and accounts that are gone. */
  role: string | null;
  /** Names of the businesses that the account acts for. */
  business: string | null;
}

/** Append-only; written in the transaction of the change it tells of. */
export interface AuditLog {
  append(entries: readonly AuditEntry[]): Promise<void>;
  /** {@link append}, but for what the same actor did to the same row within the last hour. */
  appendOnce(entries: readonly AuditEntry[]): Promise<void>;
  /** Newest first. */
  ofEntity(stationId: string, entityId: string, limit: number): Promise<(AuditEntry & { at: number })[]>;
  /** {@link ofEntity} for the one it is about: who that was. Newest first. */
  accessTo(stationId: string, entityId: string, limit: number): Promise<AccessEntry[]>;
}
