import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openDatabase } from '../src/runtime/database';
import { demoAccounts } from '../src/runtime/demo';
import { readEnv } from '../src/runtime/env';
import { ensureFirstStation } from '../src/runtime/first-station';
import { readSecrets } from '../src/runtime/secrets';
import { openStation } from '../src/runtime/station';

/**
 * The Worker in the real edge runtime over the database of `npm start`: embedded PostgreSQL unless DATABASE_URL is
 * set, migrated, with a station in it. Bindings of one's own go into .dev.vars; arguments go to `wrangler dev`.
 */
const env = readEnv();
const say = (line: string) => console.error(line);
const database = await openDatabase(env, say, true);
try {
  const at = { ...env, DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl ?? undefined };
  const open = await openStation(at, { log: say });
  await ensureFirstStation(open).finally(() => open.close());
  for (const { username, password } of demoAccounts().staff) say(`  ${username} / ${password}`);
  process.exitCode = await runWrangler();
} finally {
  await database.close();
}

/** Ends when wrangler does: Ctrl-C reaches it as well. @returns its exit code */
function runWrangler(): Promise<number> {
  const files = [bindingsFile(), resolve('.dev.vars')].filter((path) => existsSync(path));
  const args = ['dev', '--ip', env.HOST, '--port', String(env.PORT), ...process.argv.slice(2)];
  const wrangler = spawn(
    process.execPath,
    [
      resolve('node_modules/wrangler/bin/wrangler.js'),
      ...args,
      ...files.flatMap((path) => ['--env-file', path]),
    ],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        WRANGLER_SEND_METRICS: 'false',
        CLOUDFLARE_CF_FETCH_ENABLED: 'false',
        CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: database.appUrl,
      },
    },
  );
  const stop = () => wrangler.kill('SIGTERM');
  process.on('SIGTERM', stop);
  // Wrangler has heard it, too: what is left to do here is to wait for it.
  process.on('SIGINT', () => {});
  return new Promise((done) => wrangler.once('close', (code) => done(code ?? 0)));
}

/** The same secrets as on Node, in a file that only its owner can read. */
function bindingsFile(): string {
  const { dataKeys, sessionSecret } = readSecrets(env);
  const bindings = {
    NODE_ENV: 'development',
    DEMO: env.DEMO,
    DATA_KEY: dataKeys.map(({ number, key }) => `${number}:${Buffer.from(key).toString('base64')}`).join(','),
    SESSION_SECRET: sessionSecret,
  };
  const path = resolve(join(env.DATA_DIR, 'worker.vars'));
  const lines = Object.entries(bindings).map(([name, value]) => `${name}="${value}"\n`);
  writeFileSync(path, lines.join(''), { mode: 0o600 });
  return path;
}
