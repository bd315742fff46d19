import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real Meilisearch for tests. `pid` is null for a server that was there before (MEILI_URL). */
export interface RunningMeilisearch {
  url: string;
  key: string;
  pid: number | null;
  stop(): Promise<void>;
}

/** Named in the titles of suites that cannot run. */
export const MISSING_MEILISEARCH = 'no server: neither MEILI_URL nor a meilisearch binary on PATH';

/**
 * The server at MEILI_URL (with MEILI_KEY), else the `meilisearch` binary on PATH on a free loopback port with an
 * empty folder of its own, removed by `stop`. Null when there is neither.
 */
export async function startMeilisearch(): Promise<RunningMeilisearch | null> {
  const { MEILI_URL: url, MEILI_KEY: key } = process.env;
  if (url) return { url, key: key ?? '', pid: null, stop: async () => {} };
  return launch();
}

async function launch(): Promise<RunningMeilisearch | null> {
  const folder = await mkdtemp(join(tmpdir(), 'meilisearch-'));
  const key = randomBytes(24).toString('hex');
  const address = `127.0.0.1:${await freePort()}`;
  // By default the indexer reserves two thirds of the memory, and a write takes 0.6 s instead of 0.05 s.
  const args = [
    '--no-analytics',
    '--http-addr',
    address,
    '--max-indexing-memory',
    '256MB',
    '--db-path',
    'data',
  ];
  const child = spawn('meilisearch', args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], MEILI_MASTER_KEY: key, MEILI_LOG_LEVEL: 'ERROR' },
    stdio: 'ignore',
  });
  const abandon = () => child.kill('SIGKILL');
  process.once('exit', abandon);
  const missing = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(true));
    child.once('spawn', () => resolve(false));
  });
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const stop = async () => {
    process.off('exit', abandon);
    child.kill('SIGTERM');
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  if (await missing) {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  const url = `http://${address}`;
  if (await healthy(url, () => child.exitCode !== null)) return { url, key, pid: child.pid ?? null, stop };
  await stop();
  throw new Error(`meilisearch did not become healthy at ${url}`);
}

async function healthy(url: string, ended: () => boolean): Promise<boolean> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && !ended()) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
