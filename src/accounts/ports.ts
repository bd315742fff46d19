import type { Actor, Role } from '../kernel/actor';
import type { Id } from '../kernel/ids';
import type { OwnAccount, StaffCare } from './care';

/** A person who has just signed in. */
export interface SignedIn {
  /** Values of `Set-Cookie` headers, one cookie each; they carry the new session. */
  cookies: string[];
  userId: Id;
  /** The account's role: an account keeps the role that it was made with. A phone may have one of each. */
  role: Role;
  /** Empty for an account made by a one-time code: nobody has been asked for a name yet. */
  name: string;
}

/** Whose session a request carries. */
export interface SignedInActor {
  actor: Actor & { kind: 'user' };
  name: string;
  sessionId: Id;
  /** The station demands a second step that the account does not have yet: it may set it up, and nothing else. */
  mustSetUp: boolean;
}

/**
 * Accounts and their sessions. Everything is of one station: the same phone or user name may exist in two.
 * `address` is what callers are counted by, usually the client's IP address (of IPv6 its /64); it is kept as
 * a keyed hash, for an hour at most.
 */
export interface Accounts extends OwnAccount, StaffCare {
  /**
   * Sends a one-time code; the answer is the same whether or not the phone is known.
   * @param input role: which account of the phone is meant. `shop` is made when there is none; `seeker`, which is
   * what everybody is asked first, is made only where there is no shop either: that one is entered instead
   * @throws DomainError `too_many/too_many_codes` (values: retryAfter in seconds), `rule_broken` with
   * `phone_invalid`, `unavailable/code_not_sent` when the gateway fails
   */
  requestCode(input: {
    stationId: Id;
    phone: string;
    role: 'seeker' | 'shop';
    address: string;
  }): Promise<void>;

  /**
   * Signs in with the code last sent to this phone; the first time this makes the account.
   * @throws DomainError `unauthenticated/code_wrong` (also expired, used, tried too often, never sent),
   * `too_many/too_many_attempts` (values: retryAfter in seconds), `forbidden/account_banned`
   */
  signInWithCode(input: {
    stationId: Id;
    phone: string;
    code: string;
    address: string;
    /** The browser's User-Agent; only its kind is kept. */
    agent?: string | undefined;
  }): Promise<SignedIn>;

  /**
   * Signs in staff and admins; an account with a second step needs its code as well.
   * @throws DomainError `unauthenticated/password_wrong` (the same for an unknown name), `second_factor_needed` and
   * `code_wrong` only after a right password,
   * `too_many/too_many_attempts` (values: retryAfter in seconds), `forbidden/account_banned`
   */
  signInWithPassword(input: {
    stationId: Id;
    username: string;
    password: string;
    /** Of the authenticator app, or a backup code. */
    code?: string | undefined;
    address: string;
    agent?: string | undefined;
  }): Promise<SignedIn>;

  /** Whose session cookie the request carries; null for none, a false or ended one, or a banned account. */
  actorOf(headers: Headers): Promise<SignedInActor | null>;

  /** Ends the session of the request, if any. @returns `Set-Cookie` values that remove its cookies */
  signOut(headers: Headers): Promise<string[]>;

  /**
   * Makes a staff or admin account.
   * @throws DomainError `conflict/username_taken`, `rule_broken` with `username_invalid` or `password_weak`
   */
  createStaff(input: {
    stationId: Id;
    username: string;
    password: string;
    name: string;
    role: 'staff' | 'admin';
  }): Promise<Id>;

  /**
   * Makes the account of a phone and a role, without a session, or finds it; one that is found stays as it is.
   * @throws DomainError `rule_broken` with `phone_invalid`
   */
  ensurePhoneAccount(input: {
    stationId: Id;
    phone: string;
    name: string;
    role: 'seeker' | 'shop';
  }): Promise<Id>;

  /** The phone that an account signs in with, digits only; null for accounts with a password. */
  phoneOf(userId: Id): Promise<string | null>;

  /** Ends every session of the account. */
  revokeSessions(userId: Id): Promise<void>;

  /** Removes the account with its phone and sessions; what it wrote elsewhere stays, without its name. */
  removeAccount(userId: Id): Promise<void>;

  /** Removes ended sessions, codes and counters; to be called now and then. @returns how many rows went */
  removeExpired(): Promise<number>;
}
