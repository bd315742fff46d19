import { DAY_MS } from '../kernel/clock';
import type { Id } from '../kernel/ids';
import { normalisePhone } from '../kernel/phone';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a one-time code can be used, in milliseconds. */
export const CODE_LIFE_MS = 5 * MINUTE_MS;
/** Wrong tries after which a code is dead. */
export const CODE_TRIES = 5;
/** Life of a session in milliseconds by the way it was opened: own phones keep it, shared desks do not. */
export const SESSION_LIFE_MS = { code: 30 * DAY_MS, password: 12 * HOUR_MS };
/** Length of a password in characters: NIST SP 800-63B asks for length, not for kinds of characters. */
export const PASSWORD_LENGTH = { least: 10, most: 128 };

/** At most `limit` events within any `ms` milliseconds. */
export interface Window {
  limit: number;
  ms: number;
}

/** Codes sent to one phone, at all stations together. */
export const CODES_PER_PHONE: readonly Window[] = [
  { limit: 1, ms: MINUTE_MS },
  { limit: 5, ms: HOUR_MS },
  { limit: 10, ms: DAY_MS },
];
/** Codes asked for from one address. */
export const CODES_PER_ADDRESS: readonly Window[] = [{ limit: 20, ms: HOUR_MS }];
/** Failed passwords of one user name. */
export const FAILURES_PER_USERNAME: readonly Window[] = [{ limit: 10, ms: 15 * MINUTE_MS }];
/** Failed codes and passwords from one address: a whole office may share it, guessing wide may not. */
export const FAILURES_PER_ADDRESS: readonly Window[] = [{ limit: 50, ms: 15 * MINUTE_MS }];

/**
 * Seconds until one more event is allowed, rounded up; 0 when it is allowed now.
 * @param times instants (ms) of earlier events, newest first; no more than the largest limit are needed
 */
export function secondsToWait(times: readonly number[], windows: readonly Window[], nowMs: number): number {
  let free = nowMs;
  for (const { limit, ms } of windows) {
    const oldestThatCounts = times[limit - 1];
    if (oldestThatCounts !== undefined) free = Math.max(free, oldestThatCounts + ms);
  }
  return Math.ceil((free - nowMs) / 1000);
}

/** The digits of a mobile number, the only kind that a code can be sent to; null for anything else. */
export function mobilePhone(text: string): string | null {
  const phone = normalisePhone(text);
  return phone?.startsWith('1') ? phone : null;
}

/**
 * The name under which an account is found: user names are unique within a station, whatever their case.
 * Letters and digits of any script, `.`, `_` and `-`; 2 to 30 characters.
 * @returns `stationId/username`, or null when that is no user name
 */
export function usernameKey(stationId: Id, username: string): string | null {
  const plain = username.normalize('NFKC').trim().toLowerCase();
  return /^[\p{L}\p{N}._-]{2,30}$/u.test(plain) ? `${stationId}/${plain}` : null;
}

/** Whether a password is too short, too long to hash, or just the user name. */
export function isWeakPassword(password: string, username: string): boolean {
  const length = [...password].length;
  return (
    length < PASSWORD_LENGTH.least ||
    length > PASSWORD_LENGTH.most ||
    password.toLowerCase() === username.trim().toLowerCase()
  );
}
