import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from './measure';

/** Times `npm start` on an installed tree until the first page answers: cold (no data yet) and warm. */
export async function benchStart(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'station-bench-'));
  try {
    const cold = await timeStart(dataDir, 8911);
    report('start, cold', `${cold.toFixed(1)} s`, { value: cold, most: 8, unit: ' s' });
    const warm = [];
    for (let i = 0; i < 3; i++) warm.push(await timeStart(dataDir, 8912 + i));
    const middle = warm.sort((a, b) => a - b)[1] ?? Number.NaN;
    report('start, warm (median of 3)', `${middle.toFixed(1)} s`, { value: middle, most: 2, unit: ' s' });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timeStart(dataDir: string, port: number): Promise<number> {
  const started = performance.now();
  const child = spawn('npm', ['start'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: 'ignore',
    detached: true,
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  try {
    for (;;) {
      const page = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
      if (page?.ok) return (performance.now() - started) / 1000;
      if (performance.now() - started > 60_000) throw new Error('the station did not start within a minute');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    // The whole group: npm, its shell and the station.
    if (child.pid) process.kill(-child.pid, 'SIGINT');
    await gone;
  }
}
