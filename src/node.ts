import { demoAccounts } from './runtime/demo';
import { EnvError, isUnderNpm, readEnv } from './runtime/env';
import { createLogger } from './runtime/log';
import { type RunningServer, startServer } from './runtime/node';

/** Signals closer together than this are one. */
const ONE_PRESS_MS = 1_000;

/** How often the parent is looked for, ms. */
const ORPHAN_LOOK_MS = 500;

/** Node entry: everything on one machine. Ctrl-C stops cleanly. */
async function main(): Promise<void> {
  const env = readEnv();
  const log = createLogger(env);
  let server: RunningServer | null = null;
  let stopping: number | null = null;
  const stop = async () => {
    if (stopping !== null) {
      // Who asks again does not want to wait for requests under way. Under npm one Ctrl-C comes in twice.
      if (performance.now() - stopping > ONE_PRESS_MS) process.exit(1);
      return;
    }
    stopping = performance.now();
    // While it is still starting, it stops as soon as it has started: a database half made helps nobody.
    if (server) await finish(server);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (isUnderNpm()) onOrphaned(stop);

  server = await startServer(env, log);
  if (stopping !== null) return finish(server);
  console.log(`\n  ${server.url}\n`);
  if (env.DEMO === 'on' && env.NODE_ENV !== 'production') printLogins();
}

/**
 * Calls `stop` when the parent is gone. A SIGTERM to npm ends npm and the shell between, and never gets here; the
 * station would go on unseen, and hold its port.
 */
function onOrphaned(stop: () => unknown): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    void stop();
  }, ORPHAN_LOOK_MS).unref();
}

async function finish(server: RunningServer): Promise<void> {
  await server.stop();
  process.exit(0);
}

function printLogins(): void {
  const { admins, staff, shops, seekers } = demoAccounts();
  for (const { username, password } of [...admins, ...staff]) console.log(`  ${username} / ${password}`);
  for (const { phone, business } of shops) console.log(`  ${phone}  ${business}`);
  for (const { phone, name } of seekers) console.log(`  ${phone}  ${name}`);
  console.log('  (one-time codes are printed here)\n');
}

main().catch((error) => {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
});
