import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { closedFolder, clusterOwner, type DataFolder, giveTo } from './folder';
import { fileUser, type Identity, runAs } from './identity';
import type { Programs } from './programs';

/**
 * Written into postgresql.conf when the cluster is made, so that an operator may change them there.
 * Everything that keeps committed data (fsync, synchronous_commit, full_page_writes) stays at its default, on.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: '128MB',
  max_connections: '60',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // Statements and key values can hold personal data: the log names the error and nothing more.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/**
 * Text is compared by code point, as in locale C and alike on every machine, but letters are told from other
 * characters by Unicode: under plain C, pg_trgm sees no letters in Chinese text and finds nothing.
 */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
/** What each system calls the character classes of Unicode without any language. */
const CHARACTER_CLASSES: Readonly<Record<string, string>> = { linux: 'C.UTF-8', darwin: 'UTF-8' };

/**
 * Makes the cluster if there is none, and in any case makes sure that the identity owns and reaches it.
 * A cluster appears whole, by rename. Throws with what initdb said.
 */
export async function ensureCluster(
  folder: DataFolder,
  programs: Programs,
  identity: Identity,
  superuserPassword: string,
): Promise<void> {
  // Another user only passes through; the secret in there stays 0600.
  if (identity.kind === 'account') chmodSync(folder.root, 0o711);
  const user = fileUser(identity);
  const closed = user && closedFolder(folder.root, user);
  if (closed !== undefined) {
    throw new Error(
      `The database cannot run in ${folder.root}: root privileges do not reach PostgreSQL, and ${closed} is closed to ` +
        'others. Choose another DATA_DIR, or start as the user who owns it',
    );
  }
  const owner = clusterOwner(folder);
  if (owner === undefined) await makeCluster(folder, programs, identity, superuserPassword);
  else if (identity.kind === 'account' && owner.uid !== identity.account.uid) {
    giveTo(folder.cluster, identity.account);
  }
}

async function makeCluster(
  folder: DataFolder,
  programs: Programs,
  identity: Identity,
  superuserPassword: string,
): Promise<void> {
  rmSync(folder.nursery, { recursive: true, force: true });
  mkdirSync(folder.nursery, { mode: 0o700 });
  const data = join(folder.nursery, 'data');
  const password = join(folder.nursery, 'password');
  writeFileSync(password, `${superuserPassword}\n`, { mode: 0o600 });
  if (identity.kind === 'account') giveTo(folder.nursery, identity.account);
  const classes = CHARACTER_CLASSES[process.platform];
  await run(identity, folder.root, programs.initdb, [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--no-instructions',
    ...LOCALE,
    ...(classes === undefined ? [] : [`--lc-ctype=${classes}`]),
    ...Object.entries(SETTINGS).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  ]);
  renameSync(data, folder.cluster);
  syncFolder(folder.root);
  rmSync(folder.nursery, { recursive: true, force: true });
}

/** Without this the new name could be lost in a power cut although rows were already acknowledged. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}

function run(identity: Identity, cwd: string, program: string, programArgs: string[]): Promise<void> {
  const { command, args, options } = runAs(identity, program, programArgs);
  const child = spawn(command, args, { ...options, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stdout?.on('data', (part) => said.push(String(part)));
  child.stderr?.on('data', (part) => said.push(String(part)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program} failed (${code}): ${said.join('').trim().slice(-2000)}`));
    });
  });
}
