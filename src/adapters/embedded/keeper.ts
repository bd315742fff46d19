import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isSame, markOf, type ProcessMark } from './processes';

/*
 * The keeper is the process that answers for stopping a server: its starter, or, once the starter is gone, the
 * next process that came to use it. Several may use a server at once; it ends when its keeper stops it.
 * All calls are made under the start lock.
 */

interface KeeperRecord extends ProcessMark {
  /** Process id of the server it answers for. */
  server: number;
}

function readRecord(path: string): KeeperRecord | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as KeeperRecord;
  } catch {
    return undefined;
  }
}

/** Whether a living process (this one included) answers for the server. */
export function hasKeeper(path: string, server: number): boolean {
  const record = readRecord(path);
  return record !== undefined && record.server === server && isSame(record);
}

/** Makes this process the keeper of the server. */
export function becomeKeeper(path: string, server: number): void {
  const record: KeeperRecord = { ...markOf(), server };
  writeFileSync(path, `${JSON.stringify(record)}\n`, { mode: 0o600 });
}

/** Forgets who kept the server, after it was stopped. */
export function dismissKeeper(path: string, server: number): void {
  if (readRecord(path)?.server === server) rmSync(path, { force: true });
}
