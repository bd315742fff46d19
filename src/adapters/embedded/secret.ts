import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { z } from 'zod';

const Secret = z.object({
  superuser: z.string().min(20),
  owner: z.string().min(20),
  app: z.string().min(20),
});

/** The passwords of the three roles; letters, digits, `-` and `_` only, so they need no quoting anywhere. */
export type Secret = z.infer<typeof Secret>;

/**
 * Reads the passwords, or makes them (0600, on disk before anything depends on them) while there is no cluster.
 * Throws when a cluster exists and its passwords are missing, damaged or another user's.
 */
export function openSecret(path: string, clusterExists: boolean): Secret {
  const found = readSecret(path);
  if (found !== undefined) return found;
  if (clusterExists) {
    throw new Error(`${path} with the passwords of the embedded database is missing or damaged: restore it`);
  }
  const word = () => randomBytes(24).toString('base64url');
  const secret: Secret = { superuser: word(), owner: word(), app: word() };
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, `${JSON.stringify(secret)}\n`);
  fsyncSync(file);
  closeSync(file);
  return secret;
}

function readSecret(path: string): Secret | undefined {
  try {
    return Secret.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES') throw new Error(`${path} belongs to another user: start as that user`);
    if (code === undefined || code === 'ENOENT') return undefined;
    throw error;
  }
}
