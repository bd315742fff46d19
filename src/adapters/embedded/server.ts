import { execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DataFolder } from './folder';
import { type Identity, runAs } from './identity';
import type { Postmaster } from './postmaster';
import { isSame, isServerOf, markOf } from './processes';
import type { Programs } from './programs';
import { type Session, sessionWhenReady } from './session';

/** A log above this size (bytes) is set aside as postgres.log.1 at the next start. */
const LOG_LIMIT = 8 * 1024 * 1024;
/** For so long (ms) a start waits for what a killed server left behind: children that have not noticed yet. */
const LEFTOVERS_MS = 15_000;

/**
 * Starts the server on a free port of 127.0.0.1 and waits until it answers. Tries again when another program
 * takes the port first, or while children of a killed server still run. Throws with the end of the log.
 * @param lastPort where a server that died listened: taken again if it is free, since clients still look there
 */
export async function launch(
  folder: DataFolder,
  programs: Programs,
  identity: Identity,
  superuserPassword: string,
  lastPort?: number,
): Promise<Postmaster & { session: Session }> {
  let wanted = lastPort;
  const deadline = Date.now() + LEFTOVERS_MS;
  for (;;) {
    const port = wanted ?? (await freePort());
    const logStart = openLog(folder.log);
    const child = spawnServer(folder, programs, identity, port);
    let failure: Error | undefined;
    child.once('error', (error) => {
      failure = error;
    });
    const alive = () => failure === undefined && child.exitCode === null && child.signalCode === null;
    const session = await sessionWhenReady(() => port, superuserPassword, alive).catch((error) => {
      if (alive()) child.kill('SIGQUIT');
      throw error;
    });
    if (session !== undefined && child.pid !== undefined) return { pid: child.pid, port, session };
    const said = failure?.message ?? readFileSync(folder.log).subarray(logStart).toString('utf8').trim();
    const taken = /could not bind|could not create any TCP/.test(said);
    const passing = taken || /pre-existing shared memory/.test(said);
    if (!passing || Date.now() > deadline) {
      throw new Error(`The embedded database did not start: ${said.slice(-2000) || 'it said nothing'}`);
    }
    if (taken) wanted = undefined;
    await sleep(100);
  }
}

function spawnServer(folder: DataFolder, programs: Programs, identity: Identity, port: number) {
  const { command, args, options } = runAs(identity, programs.postgres, [
    '-D',
    folder.cluster,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
  ]);
  const log = openSync(folder.log, 'a', 0o600);
  // Detached: Ctrl-C in the terminal reaches the station alone, which closes its pool before the server stops.
  const child = spawn(command, args, {
    ...options,
    cwd: folder.root,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

/**
 * Fast shutdown: clients are cut off, everything is written, the process is gone when this returns. A server that
 * does not obey within 30 s is told to quit at once, which loses no committed row. Throws if it still runs 10 s later.
 */
export async function shutDown(folder: DataFolder, programs: Programs, pid: number): Promise<void> {
  if (!isServerOf(pid, folder.cluster)) return;
  if (process.platform === 'win32') {
    // There a signal from Node would kill without a shutdown.
    await promisify(execFile)(programs.pgCtl, ['stop', '-D', folder.cluster, '-m', 'fast', '-w']);
    return;
  }
  // An exiting process loses its command line before it is gone, so from here on its start time identifies it.
  const mark = markOf(pid);
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    signalServer(folder, pid, signal);
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      if (!isSame(mark)) return;
      await sleep(15);
    }
  }
  throw new Error(`The embedded database (process ${pid}) does not stop`);
}

/** Sends a signal if the pid is still this server; callable while the process exits. */
export function signalServer(folder: DataFolder, pid: number, signal: NodeJS.Signals): void {
  if (isServerOf(pid, folder.cluster)) process.kill(pid, signal);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** Sets a log that grew too large aside; returns the size (bytes) from which new lines will follow. */
function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_LIMIT) return size;
  renameSync(path, `${path}.1`);
  return 0;
}
