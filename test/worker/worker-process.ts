import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from './bundle';
import { CONFIG, runWrangler, type Wrangler } from './wrangler';

/** The Worker under `wrangler dev`, in the real runtime. */
export interface RunningWorker {
  url: string;
  /** Everything printed so far. */
  output(): string;
  /** Process ids of the whole tree, the runtime's among them; empty where there is no /proc. */
  pids(): Promise<number[]>;
  /** Ends the whole tree and waits for it. */
  stop(): Promise<void>;
}

/**
 * Starts a built bundle on a free loopback port.
 * @param vars bindings; DATABASE_URL becomes the local end of Hyperdrive
 * @throws Error with the output when it does not get ready
 */
export async function startWorker(
  bundle: Bundle,
  { DATABASE_URL = '', ...vars }: Record<string, string>,
): Promise<RunningWorker> {
  const home = await mkdtemp(join(tmpdir(), 'worker-'));
  const bindings = join(home, 'bindings');
  await writeFile(
    bindings,
    Object.entries(vars)
      .map(([name, value]) => `${name}="${value}"\n`)
      .join(''),
  );
  const args = ['dev', bundle.path, '--no-bundle', '--config', CONFIG, '--env-file', bindings];
  args.push('--ip', '127.0.0.1', '--port', '0', '--inspector-port', '0', '--persist-to', join(home, 'state'));
  args.push('--show-interactive-dev-session=false');
  const wrangler = runWrangler(home, args, {
    cwd: home,
    // A group of its own, so that the runtime goes with it, whatever happens.
    detached: true,
    env: { CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: DATABASE_URL },
  });
  const group = wrangler.child.pid ?? 0;
  const kill = () => signalGroup(group, 'SIGKILL');
  const forget = atEnd(kill);
  const stop = async () => {
    signalGroup(group, 'SIGTERM');
    const late = setTimeout(kill, 5_000);
    await wrangler.ended;
    clearTimeout(late);
    kill();
    forget();
    await rm(home, { recursive: true, force: true });
  };
  const url = await readyUrl(wrangler);
  if (url) return { url, output: wrangler.output, pids: () => processesOfGroup(group), stop };
  await stop();
  throw new Error(`the Worker did not start:\n${wrangler.output()}`);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `work` when this process ends, by itself or told to; the returned function takes that back. */
function atEnd(work: () => void): () => void {
  const told = (signal: NodeJS.Signals) => {
    work();
    forget();
    // Listening has kept the signal from doing what it does.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', work);
    for (const signal of SIGNALS) process.off(signal, told);
  };
  process.on('exit', work);
  for (const signal of SIGNALS) process.on(signal, told);
  return forget;
}

async function readyUrl({ child, output }: Wrangler): Promise<string | null> {
  const deadline = Date.now() + 40_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const url = /Ready on (http:\/\/\S+)/.exec(output())?.[1];
    if (url) return url;
    await new Promise((later) => setTimeout(later, 50));
  }
  return null;
}

function signalGroup(group: number, signal: NodeJS.Signals): void {
  if (group === 0) return;
  try {
    process.kill(-group, signal);
  } catch (error) {
    // Nobody of the group is left.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function processesOfGroup(group: number): Promise<number[]> {
  const names = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    names.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
      // After the name in parentheses: state, parent, group (proc(5)).
      const [state, , of] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(of) === group && state !== 'Z' ? [Number(name)] : [];
    }),
  );
  return found.flat();
}
