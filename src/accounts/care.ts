import type { Id } from '../kernel/ids';

/** What kind of machine a session was opened with; nothing more of it is kept. */
export const DEVICES = ['wechat', 'phone', 'computer', 'other'] as const;
export type Device = (typeof DEVICES)[number];

/** The kind of machine that a User-Agent header speaks of. */
export function deviceOf(agent: string): Device {
  if (/MicroMessenger/i.test(agent)) return 'wechat';
  if (/Mobile|Android|iPhone|iPad|HarmonyOS/i.test(agent)) return 'phone';
  return /Windows|Macintosh|Linux|CrOS/i.test(agent) ? 'computer' : 'other';
}

/** A session as its owner sees it. Instants in ms. */
export interface SessionView {
  id: Id;
  device: Device;
  createdAt: number;
  expiresAt: number;
}

/** How the second step of an account is. */
export interface SecondFactorView {
  /** `pending`: begun and not confirmed, asks nothing yet. */
  state: 'off' | 'pending' | 'on';
  /** Whether the station demands it of its staff. */
  demanded: boolean;
  backupCodesLeft: number;
}

/** What an app needs to make codes. */
export interface SecondFactorSecret {
  /** Base32. */
  secret: string;
  /** `otpauth://…`, for the QR code. */
  uri: string;
}

/** A staff or admin account as the station's admin sees it. */
export interface StaffView {
  id: Id;
  username: string;
  name: string;
  role: 'staff' | 'admin';
  disabled: boolean;
  secondFactor: boolean;
  /** Sessions that stand. */
  sessions: number;
}

/** An account, the station it is of, and who does something to it: `actorKey`, or `system`. */
export interface AccountOf {
  stationId: Id;
  userId: Id;
  by: string;
}

/** What people do with their own accounts. Whoever calls has made sure whose it is. */
export interface OwnAccount {
  /** Sessions that stand, newest first. */
  sessionsOf(userId: Id): Promise<SessionView[]>;
  /** @throws DomainError `not_found/session_not_found` */
  endSession(of: AccountOf, sessionId: Id): Promise<void>;
  /** @returns how many were ended */
  endOtherSessions(of: AccountOf, keep: Id): Promise<number>;
  /**
   * Changes the password and ends every other session.
   * @throws DomainError `rule_broken` with `password_wrong` (pointer /current) or `password_weak`,
   * `too_many/too_many_attempts`
   */
  changePassword(of: AccountOf, change: { keep: Id; current: string; next: string }): Promise<void>;
  secondFactorOf(userId: Id): Promise<SecondFactorView>;
  /**
   * Begins the second step, or shows once more what was begun.
   * @throws DomainError `conflict/second_factor_on`
   */
  beginSecondFactor(of: AccountOf): Promise<SecondFactorSecret>;
  /**
   * The second step counts from now on.
   * @returns backup codes, each good for one sign-in; they are shown this once
   * @throws DomainError `rule_broken` with `code_wrong`, `conflict/second_factor_on|second_factor_off`,
   * `too_many/too_many_attempts`
   */
  confirmSecondFactor(of: AccountOf, code: string): Promise<string[]>;
  /**
   * @param code of the app, or a backup code
   * @throws as `confirmSecondFactor`, and `conflict/second_factor_demanded`
   */
  removeSecondFactor(of: AccountOf, code: string): Promise<void>;
}

/** What the admin of a station does with the accounts of its people. */
export interface StaffCare {
  /** Staff and admins, by user name. */
  staffOf(stationId: Id): Promise<StaffView[]>;
  /** The account of this user name; null for none. */
  staffNamed(stationId: Id, username: string): Promise<Id | null>;
  /**
   * An account that is disabled is out at once, and does not get in.
   * @throws DomainError `not_found/user_not_found`
   */
  setDisabled(of: AccountOf, disabled: boolean): Promise<void>;
  /** Ends every session. @throws DomainError `not_found/user_not_found` */
  endSessionsOf(of: AccountOf): Promise<void>;
  /** For whoever has lost phone and backup codes. @throws DomainError `not_found/user_not_found` */
  resetSecondFactor(of: AccountOf): Promise<void>;
  /** Whether the station's staff must have a second step; who has none can do nothing but set it up. */
  demandSecondFactor(of: Pick<AccountOf, 'stationId' | 'by'>, demanded: boolean): Promise<void>;
}
