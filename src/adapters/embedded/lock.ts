import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isSame, markOf, type ProcessMark } from './processes';

/** A start may have to replay the log after a crash; longer than this nobody waits for another process. */
const PATIENCE_MS = 120_000;
/** Writing the few bytes of a lock takes microseconds: an unreadable lock of this age was left by a crash. */
const HALF_WRITTEN_MS = 5_000;

/**
 * Runs `work` while holding an exclusive lock file, made with O_EXCL and naming its holder (pid and start time).
 * A lock whose holder is gone is taken away. Throws when a live holder keeps it for two minutes.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mine = `${JSON.stringify({ ...markOf(), token: randomBytes(8).toString('hex') })}\n`;
  const deadline = Date.now() + PATIENCE_MS;
  while (!tryCreate(path, mine)) {
    const held = read(path);
    if (held === undefined) continue;
    if (isStale(path, held)) takeAway(path, held);
    else if (Date.now() > deadline) throw new Error(`${path} is held by a running process: ${held.trim()}`);
    else await sleep(20);
  }
  try {
    return await work();
  } finally {
    if (read(path) === mine) rmSync(path, { force: true });
  }
}

function tryCreate(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isStale(path: string, content: string): boolean {
  try {
    return !isSame(JSON.parse(content) as ProcessMark);
  } catch {
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    return age > HALF_WRITTEN_MS;
  }
}

/** Moves the lock aside before deleting it: between judging and acting, another process may have renewed it. */
function takeAway(path: string, judged: string): void {
  const aside = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  try {
    if (read(aside) !== judged) copyFileSync(aside, path, constants.COPYFILE_EXCL);
  } catch {
    // Somebody holds a newer lock already. Should two processes ever pass, PostgreSQL's own lock still stands.
  } finally {
    rmSync(aside, { force: true });
  }
}
