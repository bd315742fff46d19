import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NumberedKey, readDataKeys } from '../adapters/crypto/keys';
import type { Env } from './env';

/** The two secrets of a station. */
export interface Secrets {
  /** What encrypts phones and homes, that of today first. */
  dataKeys: NumberedKey[];
  /** Signs sessions and forms. */
  sessionSecret: string;
}

/**
 * Secrets from the environment; without them they are made once and kept beside the embedded database, in a
 * file that only its owner can read. Losing the file means losing every phone and home in the database.
 */
export function readSecrets(env: Env): Secrets {
  const kept = env.DATA_KEY && env.SESSION_SECRET ? null : keptSecrets(env.DATA_DIR);
  return {
    dataKeys: readDataKeys(env.DATA_KEY ?? kept?.dataKey ?? '') ?? [],
    sessionSecret: env.SESSION_SECRET ?? kept?.sessionSecret ?? '',
  };
}

function keptSecrets(dataDir: string): { dataKey: string; sessionSecret: string } {
  const path = join(dataDir, 'station.secret');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    const fresh = {
      dataKey: randomBytes(32).toString('base64'),
      sessionSecret: randomBytes(32).toString('base64'),
    };
    try {
      writeFileSync(path, JSON.stringify(fresh), { mode: 0o600, flag: 'wx' });
      return fresh;
    } catch (error) {
      // Another process made it in between: its secrets are the ones that count.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}
