import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../../src/adapters/embedded/lock';
import { markOf } from '../../../src/adapters/embedded/processes';
import { Scratch } from './scratch';

describe('the start lock', () => {
  const scratch = new Scratch();
  let path: string;
  beforeEach(() => {
    path = join(scratch.folder(), 'lock');
  });
  afterEach(() => scratch.cleanUp());

  it('lets one in at a time, and leaves nothing behind', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await nextTurn();
      inside -= 1;
    };
    await Promise.all(Array.from({ length: 8 }, () => withLock(path, work)));
    expect(most).toBe(1);
    expect(readdirSync(dirname(path))).toEqual([]);
  });

  it('is released when the work fails', async () => {
    await expect(withLock(path, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(path)).toBe(false);
  });

  it('is taken from a process that is gone', async () => {
    const { pid } = spawnSync('true');
    writeFileSync(path, JSON.stringify({ pid, started: null, token: 'a' }));
    expect(await withLock(path, async () => 'in')).toBe('in');
  });

  it.runIf(markOf().started !== null)('is taken from a process whose number is used again', async () => {
    writeFileSync(path, JSON.stringify({ pid: process.pid, started: '1', token: 'a' }));
    expect(await withLock(path, async () => 'in')).toBe('in');
  });

  it('is taken when it was left half written', async () => {
    writeFileSync(path, '{"pi');
    const past = new Date(Date.now() - 60_000);
    utimesSync(path, past, past);
    expect(await withLock(path, async () => 'in')).toBe('in');
  });
});
