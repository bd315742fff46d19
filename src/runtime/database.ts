import { startEmbeddedPostgres } from '../adapters/embedded';
import { type Env, EnvError } from './env';

/** Where the database of this process is. */
export interface OpenDatabase {
  /** The serving role's connection. */
  appUrl: string;
  /** The owner's connection, for migrations, backup and restore; null when only the serving one is known. */
  ownerUrl: string | null;
  /** Stops the embedded server if this process answers for it. Close all connections before. */
  close(): Promise<void>;
}

/** How often a server of our own is looked after, ms. */
const LOOK_MS = 1_000;

/**
 * The database that the environment names, else the embedded server.
 * @param log receives short English lines; `warn` those that somebody should look at
 * @param watch start the embedded server again when it dies (killed, out of memory), on the same port
 * @throws EnvError when only the owner's connection is given
 */
export async function openDatabase(
  env: Env,
  log: (line: string) => void,
  watch: boolean,
  warn = log,
): Promise<OpenDatabase> {
  if (env.DATABASE_URL) {
    return { appUrl: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL ?? null, close: async () => {} };
  }
  if (env.DATABASE_OWNER_URL) throw new EnvError('bad environment: DATABASE_OWNER_URL without DATABASE_URL');
  let server = await startEmbeddedPostgres({ dataDir: env.DATA_DIR, log });
  const { appUrl, ownerUrl } = server;
  let reviving: Promise<void> | null = null;
  let told = false;

  const revive = async () => {
    try {
      server = await startEmbeddedPostgres({ dataDir: env.DATA_DIR, log });
      told = false;
      // Another program has taken the port in between. Connections cannot follow; a restart of the station can.
      if (server.appUrl !== appUrl) warn('the database is back under another address: restart the station');
    } catch (error) {
      if (!told)
        log(`the database does not come back: ${error instanceof Error ? error.message : 'unknown'}`);
      told = true;
    }
  };
  const look = () => {
    if (reviving || server.alive()) return;
    if (!told) warn('the database has died, starting it again');
    reviving = revive().finally(() => {
      reviving = null;
    });
  };
  const timer = watch ? setInterval(look, LOOK_MS).unref() : null;
  return {
    appUrl,
    ownerUrl,
    async close() {
      if (timer) clearInterval(timer);
      await reviving;
      await server.stop();
    },
  };
}
