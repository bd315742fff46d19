import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { jobDraft } from './builders';
import { TOKEN } from './station';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The station as its own process, as `npm start` runs it. */
export interface Service {
  url: string;
  pid: number;
  /** Everything it has printed. */
  output(): string;
  /** SIGTERM, or another signal; resolves with the exit code, null when a signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
  /** Calls the API as the service account. */
  call(method: string, path: string, body?: unknown): Promise<Response>;
}

/** Environment of child processes: none of this process's own, so that a developer's settings change nothing. */
export function childEnv(env: Record<string, string>): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '/',
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    DEMO: 'off',
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'warn',
    API_TOKEN: TOKEN,
    DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
    SESSION_SECRET: 'test-secret-0123456789-0123456789-0123456789',
    ...env,
  };
}

/** Starts the station as `npm start` does and waits for its address. */
export async function startService(env: Record<string, string>): Promise<Service> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    cwd: ROOT,
    env: childEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const abandon = () => child.kill('SIGKILL');
  process.once('exit', abandon);
  let output = '';
  const gone = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const address = new Promise<string>((resolve, reject) => {
    const read = (part: unknown) => {
      output += String(part);
      const [found] = /http:\/\/localhost:\d+/.exec(output) ?? [];
      if (found) resolve(found.replace('localhost', '127.0.0.1'));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void gone.then(() => reject(new Error(`the service ended: ${output}`)));
  });
  const url = await address;
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    async end(signal = 'SIGTERM') {
      process.off('exit', abandon);
      child.kill(signal);
      return gone;
    },
    call: (method, path, body) =>
      fetch(new URL(path, url), {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
}

/** What a command printed, and its exit code. */
export interface CommandOutcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `src/cli/<name>.ts`. @param input goes to its standard input */
export function runCli(
  name: string,
  args: readonly string[],
  env: Record<string, string>,
  input = '',
): Promise<CommandOutcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', `src/cli/${name}.ts`, ...args], {
    cwd: ROOT,
    env: childEnv(env),
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (part) => {
    said.stdout += String(part);
  });
  child.stderr.on('data', (part) => {
    said.stderr += String(part);
  });
  // A command that reads nothing may be gone before it is given anything.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...said }));
  });
}

/** Postings for a bulk import, valid for 20 days of real time: child processes live by the real clock. */
export function importLines(count: number): string {
  const validThrough = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const line = (i: number) => jobDraft({ externalId: `bulk/${i}`, title: `理货员${i}号`, validThrough });
  return Array.from({ length: count }, (_, i) => `${JSON.stringify(line(i))}\n`).join('');
}

/** Waits until `holds` answers true, or fails with `what` after half a minute. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within 30 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
