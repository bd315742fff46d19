import { execFile, type SpawnOptions } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';

/** An entry of the system's user list. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * As whom PostgreSQL runs, because it refuses root, and initdb a uid without a name:
 * `self` as this process; `mapped` as this process, which sees itself as `account` inside a user namespace
 * (on disk nothing changes hands); `account` as another user, to whom the data folder must belong.
 */
export type Identity = { kind: 'self' } | { kind: 'mapped' | 'account'; account: Account };

/** What the choice depends on; tests state it, `thisHost` finds it out. */
export interface Host {
  /** undefined on Windows. */
  uid: number | undefined;
  /** Whether that uid has a name. */
  named: boolean;
  /** Unprivileged accounts, the preferred one first. */
  accounts: readonly Account[];
  canMap(account: Account): Promise<boolean>;
}

/** Facts about the machine and user this process runs on. */
export function thisHost(): Host {
  return { uid: process.getuid?.(), named: isNamed(), accounts: readAccounts(), canMap };
}

/** Chooses the identity; `owner` is who owns the existing cluster, if there is one. Throws if nobody will do. */
export async function chooseIdentity(
  owner: { uid: number; gid: number } | undefined,
  host: Host,
): Promise<Identity> {
  const isRoot = host.uid === 0;
  // The server itself needs no name, only initdb does.
  if (!isRoot && (host.named || owner !== undefined)) return { kind: 'self' };
  if (isRoot && owner !== undefined && owner.uid !== 0) {
    return { kind: 'account', account: { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid } };
  }
  const account = host.accounts[0];
  if (account !== undefined && (await host.canMap(account))) return { kind: 'mapped', account };
  if (isRoot && account !== undefined) return { kind: 'account', account };
  throw new Error(
    isRoot
      ? 'PostgreSQL does not run as root, and no other account was found: start as an ordinary user, or set DATABASE_URL'
      : `uid ${host.uid} has no user name, which initdb needs: add it to /etc/passwd, or set DATABASE_URL`,
  );
}

/** The user whose permissions count on disk when they may be fewer than this process has; else undefined. */
export function fileUser(identity: Identity): { uid: number; gid: number } | undefined {
  if (identity.kind === 'self') return undefined;
  if (identity.kind === 'account') return identity.account;
  return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
}

/** Command, arguments and spawn options that run a PostgreSQL program under the identity. */
export function runAs(
  identity: Identity,
  program: string,
  args: readonly string[],
): { command: string; args: string[]; options: SpawnOptions } {
  // Of the caller's surroundings nothing is passed on: PG* variables and locales would change the server.
  const options: SpawnOptions = process.platform === 'win32' ? {} : { env: PLAIN_ENVIRONMENT };
  if (identity.kind === 'mapped') {
    return { command: 'unshare', args: [...mapping(identity.account), program, ...args], options };
  }
  if (identity.kind === 'account') {
    const { uid, gid } = identity.account;
    return { command: program, args: [...args], options: { ...options, uid, gid } };
  }
  return { command: program, args: [...args], options };
}

const PLAIN_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

function mapping(account: Account): string[] {
  return ['--user', `--map-user=${account.uid}`, `--map-group=${account.gid}`, '--'];
}

async function canMap(account: Account): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  try {
    await promisify(execFile)('unshare', [...mapping(account), 'true'], { env: PLAIN_ENVIRONMENT });
    return true;
  } catch {
    return false;
  }
}

function isNamed(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** The accounts of /etc/passwd that exist for running services, the most fitting first. */
function readAccounts(): Account[] {
  if (process.platform === 'win32' || !existsSync('/etc/passwd')) return [];
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  return ['postgres', 'nobody', 'daemon'].flatMap((name) =>
    entries.filter((entry) => entry.name === name && entry.uid > 0 && entry.gid > 0),
  );
}
