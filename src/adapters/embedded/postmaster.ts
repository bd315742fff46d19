import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a server says of itself in postmaster.pid (see "Database File Layout" in the PostgreSQL manual). */
export interface Postmaster {
  pid: number;
  /** TCP port on 127.0.0.1. */
  port: number;
}

const fileOf = (cluster: string) => join(cluster, 'postmaster.pid');

/** Reads postmaster.pid of a data directory; undefined when there is none; without port while that is not written. */
export function readPostmaster(cluster: string): (Pick<Postmaster, 'pid'> & Partial<Postmaster>) | undefined {
  try {
    const lines = readFileSync(fileOf(cluster), 'utf8').split('\n');
    const pid = Number.parseInt(lines[0] ?? '', 10);
    const port = Number.parseInt(lines[3] ?? '', 10);
    return Number.isInteger(pid) ? { pid, port: Number.isInteger(port) ? port : undefined } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Lets a new server pass a postmaster.pid whose pid is not a server of this data directory (used again by another
 * program, or a zombie). PostgreSQL would refuse while the number is in use. It ignores its parent's number, so
 * ours is written in its place; deleting the file would also lose the shared memory key, by which PostgreSQL
 * finds out that children of the dead server are still at work.
 */
export function disownPostmaster(cluster: string): void {
  const rest = readFileSync(fileOf(cluster), 'utf8').split('\n').slice(1);
  writeFileSync(fileOf(cluster), [String(process.pid), ...rest].join('\n'));
}
