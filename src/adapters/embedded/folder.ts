import { existsSync, lchownSync, lstatSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Absolute paths of everything the embedded server keeps under one data folder. */
export interface DataFolder {
  root: string;
  /** The PostgreSQL data directory. */
  cluster: string;
  /** Where a new cluster is built before it is renamed to `cluster`: a start that dies leaves no half one. */
  nursery: string;
  secret: string;
  log: string;
  /** Held while a process starts or stops the server. */
  lock: string;
  /** Names the process that answers for stopping the server. */
  keeper: string;
  /** A private copy of the PostgreSQL programs, made only where the installed ones cannot be used. */
  programs: string;
}

/** Makes the data folder (0700) if it is missing and names its parts, with symbolic links resolved. */
export function openDataFolder(dataDir: string): DataFolder {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const root = realpathSync(dataDir);
  return {
    root,
    cluster: join(root, 'postgres'),
    nursery: join(root, 'postgres.new'),
    secret: join(root, 'postgres.secret'),
    log: join(root, 'postgres.log'),
    lock: join(root, 'postgres.lock'),
    keeper: join(root, 'postgres.keeper'),
    programs: join(root, 'postgres.programs'),
  };
}

/** Who owns the cluster on disk; undefined while there is none. */
export function clusterOwner(folder: DataFolder): { uid: number; gid: number } | undefined {
  return existsSync(join(folder.cluster, 'PG_VERSION')) ? statSync(folder.cluster) : undefined;
}

/** Gives a folder and everything in it to a user. Needs root. */
export function giveTo(path: string, user: { uid: number; gid: number }): void {
  lchownSync(path, user.uid, user.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveTo(join(path, name), user);
}

/**
 * The first folder on the way to `path` (itself included) that a user without privileges may not enter,
 * or undefined when the way is open. Reads classic permission bits only, not access control lists.
 */
export function closedFolder(path: string, user: { uid: number; gid: number }): string | undefined {
  const parent = dirname(path);
  const above = parent === path ? undefined : closedFolder(parent, user);
  if (above !== undefined) return above;
  const { mode, uid, gid } = statSync(path);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return mode & bit ? undefined : path;
}
