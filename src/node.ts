import { demoAccounts } from './runtime/demo';
import { EnvError, readEnv } from './runtime/env';
import { createLogger } from './runtime/log';
import { startServer } from './runtime/node';

/** Node entry: everything on one machine. Ctrl-C stops cleanly. */
async function main(): Promise<void> {
  const env = readEnv();
  const log = createLogger(env);
  const server = await startServer(env, log);
  console.log(`\n  ${server.url}\n`);
  if (env.DEMO === 'on' && env.NODE_ENV !== 'production') printLogins();

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
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
