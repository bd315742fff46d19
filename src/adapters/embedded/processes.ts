import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

/** A process that can be recognised later: pids are used again, above all in containers after a restart. */
export interface ProcessMark {
  pid: number;
  /** Start time in kernel ticks since boot where /proc tells it, else null. */
  started: string | null;
}

/** State letter and start time from /proc/PID/stat (proc_pid_stat(5)); undefined where there is none. */
function readStat(pid: number): { state: string; started: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name in brackets may hold spaces and brackets; fields 3 (state) and 22 (starttime) follow it.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** The mark of a process; by default of this one. */
export function markOf(pid: number = process.pid): ProcessMark {
  return { pid, started: readStat(pid)?.started ?? null };
}

/** Whether the pid is in use. A zombie that nobody collects counts as gone; a stranger's process as alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const state = readStat(pid)?.state;
  return state !== 'Z' && state !== 'X';
}

/** Whether the marked process still runs, and is not another one that got its number. */
export function isSame(mark: ProcessMark): boolean {
  return isAlive(mark.pid) && (mark.started === null || mark.started === markOf(mark.pid).started);
}

/** The command line: words from /proc, one string from ps(1), undefined where neither is to be had. */
function commandOf(pid: number): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    if (process.platform === 'linux' || process.platform === 'win32') return undefined;
  }
  try {
    return [execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })];
  } catch {
    return undefined;
  }
}

/** Whether the process works in this folder; undefined where the kernel does not tell. */
function worksIn(pid: number, folder: string): boolean | undefined {
  try {
    const cwd = statSync(`/proc/${pid}/cwd`);
    const wanted = statSync(folder);
    return cwd.dev === wanted.dev && cwd.ino === wanted.ino;
  } catch {
    return undefined;
  }
}

/**
 * Whether the pid is a live PostgreSQL server of this data directory. Where the system tells nothing about a
 * live process the answer is yes, so that a server is never taken for dead by mistake.
 */
export function isServerOf(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  const words = commandOf(pid);
  if (words === undefined) return true;
  if (!words.some((word) => basename(word).startsWith('postgres') || word.includes('/postgres ')))
    return false;
  return worksIn(pid, cluster) ?? words.some((word) => word === cluster || word.includes(` ${cluster} `));
}
