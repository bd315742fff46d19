import { randomBytes, randomInt } from 'node:crypto';
import { expect } from 'vitest';
import type { Accounts, SignedIn } from '../../src/accounts';
import { type AccountsDeps, createAccounts } from '../../src/adapters/auth';
import { createVault } from '../../src/adapters/crypto/vault';
import { createConsoleNotifier } from '../../src/adapters/notify/console';
import { DomainError } from '../../src/kernel/errors';
import { type Id, uuidV7 } from '../../src/kernel/ids';
import type { Vault } from '../../src/trust';
import type { TestDatabase } from './database';

/** Accounts at a station of their own, with a clock that stands still unless it is moved. */
export interface Office {
  accounts: Accounts;
  vault: Vault;
  stationId: Id;
  /** Moves the clock on. */
  pass(ms: number): void;
  /** The code that the notifier was given last. */
  lastCode(): string;
  /** Accounts on the same database, keys and clock, otherwise as told: another process, another secret. */
  another(changes: Partial<AccountsDeps>): Accounts;
  /** Another station with the same accounts. */
  newStation(): Promise<Id>;
  /** Asks for a code and signs in with it, from an address that nobody else has. */
  signIn(phone: string, role?: 'seeker' | 'shop'): Promise<SignedIn>;
}

const ids = { next: () => uuidV7(Date.now(), randomBytes(10)) };

export async function openOffice(database: TestDatabase): Promise<Office> {
  let now = Date.UTC(2026, 2, 2, 1);
  const lines: string[] = [];
  const lastCode = () => lines.at(-1)?.match(/: (\d{6})$/)?.[1] ?? '';
  const vault = await createVault(randomBytes(32));
  const deps: AccountsDeps = {
    db: database.db,
    vault,
    clock: { now: () => now },
    ids,
    notifier: createConsoleNotifier((line) => lines.push(line)),
    secret: randomBytes(32).toString('hex'),
    baseUrl: 'http://localhost:8787',
    secureCookies: false,
  };
  const newStation = async () => {
    const id = ids.next();
    await database.sql`insert into stations (id, slug, name, lat, lng) values (${id}, ${id}, 'Station', 35.2, 113.3)`;
    return id;
  };
  const accounts = createAccounts(deps);
  const stationId = await newStation();
  return {
    accounts,
    vault,
    stationId,
    pass(ms) {
      now += ms;
    },
    lastCode,
    another: (changes) => createAccounts({ ...deps, ...changes }),
    newStation,
    async signIn(phone, role = 'seeker') {
      const address = ids.next();
      await accounts.requestCode({ stationId, phone, role, address });
      return accounts.signInWithCode({ stationId, phone, code: lastCode(), address });
    },
  };
}

/** A mobile number that no other test uses. */
export function somePhone(): string {
  return `13${String(randomInt(1_000_000_000)).padStart(9, '0')}`;
}

/** The code that is not this one. */
export function wrongCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

/** Headers of a request that carries the cookies back. */
export function carrying(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; ') });
}

/** What a promise was refused with; fails when it was not, or by another kind of error. */
export async function refusal(promise: Promise<unknown>): Promise<DomainError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DomainError);
  return error as DomainError;
}

/** Resolves when this many clients of the database wait for somebody's lock. */
export async function waiting({ sql }: TestDatabase, clients: number): Promise<void> {
  for (;;) {
    const rows = await sql`select 1 from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`;
    if (rows.length >= clients) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
