import { type NumberedKey, readDataKeys } from '../adapters/crypto/keys';
import { type Env, EnvError, parseEnv } from './env';

/** What Workers hands over: strings by the names of the environment, and the Hyperdrive of the database. */
export interface Bindings {
  HYPERDRIVE?: { connectionString: string };
  [name: string]: unknown;
}

/** The environment at the edge, where no data folder can stand in for what is missing. */
export interface EdgeEnv {
  env: Env;
  databaseUrl: string;
  /** What encrypts phones and homes, that of today first. */
  dataKeys: NumberedKey[];
  /** Signs sessions and forms. */
  sessionSecret: string;
}

/**
 * Reads the bindings. Hyperdrive goes before DATABASE_URL.
 * @throws EnvError naming every binding that is missing, else every one that is wrong
 */
export function readBindings(bindings: Bindings): EdgeEnv {
  const databaseUrl = bindings.HYPERDRIVE?.connectionString ?? textOf(bindings['DATABASE_URL']);
  const dataKey = textOf(bindings['DATA_KEY']);
  const sessionSecret = textOf(bindings['SESSION_SECRET']);
  if (!databaseUrl || !dataKey || !sessionSecret) {
    const missing = [
      ...(databaseUrl ? [] : ['HYPERDRIVE (or DATABASE_URL)']),
      ...(dataKey ? [] : ['DATA_KEY']),
      ...(sessionSecret ? [] : ['SESSION_SECRET']),
    ];
    throw new EnvError(`bad environment: not bound at the edge: ${missing.join(', ')}`);
  }
  const env = parseEnv({ ...bindings, DATABASE_URL: databaseUrl }, true);
  return { env, databaseUrl, sessionSecret, dataKeys: readDataKeys(dataKey) ?? [] };
}

function textOf(binding: unknown): string {
  return typeof binding === 'string' ? binding : '';
}
