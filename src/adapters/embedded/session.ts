import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';

/** One connection to the embedded server. */
export type Session = postgres.Sql;

/** Opens a session lazily (postgres.js connects with the first query). */
export function openSession(port: number, user: string, password: string, database: string): Session {
  return postgres({
    host: '127.0.0.1',
    port,
    user,
    password,
    database,
    max: 1,
    fetch_types: false,
    connect_timeout: 10,
    onnotice: () => {},
  });
}

/** Nobody listens yet, the listener went away again, or the server answers that it is starting or stopping. */
const NOT_YET = new Set(['ECONNREFUSED', 'ECONNRESET', 'CONNECTION_CLOSED', 'CONNECTION_ENDED', '57P03']);

/** Any other answer may still come from a stranger on the port, until our server has failed to get it. */
const DOUBT_MS = 1_000;
/** Room for replaying the log after a crash. */
const PATIENCE_MS = 120_000;

/**
 * Polls with real connections as superuser until the server answers, every 15 ms. Returns the open session, or
 * undefined as soon as `alive` says that the server is gone. Throws on a refused password or after two minutes.
 */
export async function sessionWhenReady(
  portOf: () => number | undefined,
  password: string,
  alive: () => boolean,
): Promise<Session | undefined> {
  const began = Date.now();
  let doubtSince: number | undefined;
  while (alive()) {
    const port = portOf();
    if (port !== undefined) {
      const session = openSession(port, 'postgres', password, 'postgres');
      try {
        await session`select 1`;
        return session;
      } catch (error) {
        await session.end({ timeout: 0 });
        if (!NOT_YET.has(codeOf(error))) {
          doubtSince ??= Date.now();
          if (Date.now() - doubtSince > DOUBT_MS) throw refusal(error);
        }
      }
    }
    if (Date.now() - began > PATIENCE_MS) throw new Error('The embedded database does not answer');
    await sleep(15);
  }
  return undefined;
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code);
}

function refusal(error: unknown): unknown {
  return codeOf(error) === '28P01'
    ? new Error('The embedded database refuses the password in postgres.secret')
    : error;
}
