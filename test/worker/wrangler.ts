import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

const WRANGLER = resolve('node_modules/wrangler/wrangler-dist/cli.js');

/** The deployment's settings. */
export const CONFIG = resolve('wrangler.toml');

/** A wrangler under way, with everything it has printed so far. */
export interface Wrangler {
  child: ChildProcess;
  output(): string;
  /** Settles with the exit code when it has ended and its output is complete. */
  ended: Promise<number | null>;
}

/**
 * Starts wrangler without the person's own settings and without asking anything of the network.
 * @param home folder that it may fill
 */
export function runWrangler(home: string, args: string[], options: SpawnOptions = {}): Wrangler {
  const child = spawn(process.execPath, [WRANGLER, ...args], {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      XDG_CONFIG_HOME: home,
      CI: '1',
      NO_COLOR: '1',
      WRANGLER_HIDE_BANNER: 'true',
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_LOG_PATH: join(home, 'wrangler.log'),
      WRANGLER_REGISTRY_PATH: join(home, 'registry'),
      CLOUDFLARE_CF_FETCH_ENABLED: 'false',
      ...options.env,
    },
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk) => chunks.push(chunk));
  child.stderr?.on('data', (chunk) => chunks.push(chunk));
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  return { child, ended, output: () => Buffer.concat(chunks).toString('utf8') };
}
