import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = [
  'src',
  'law',
  'search',
  'seeds',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
/** Nobody owns files as this user. */
const NOBODY = 65_534;
const SAID = 'told by the changed source';

describe('npm start', { timeout: 60_000 }, () => {
  const tree = mkdtempSync(join(tmpdir(), 'station-tree-'));
  const bundle = join(tree, 'dist', 'station.mjs');
  beforeAll(() => {
    for (const name of COPIED) cpSync(join(ROOT, name), join(tree, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
    chmodSync(tree, 0o755);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  /** Starts with a port that there is not: it ends before a database is made. */
  const start = (as: { uid?: number; gid?: number } = {}) => {
    const env = { PATH: process.env['PATH'], PORT: 'none', HOME: tmpdir() };
    const { status, stderr } = spawnSync(process.execPath, ['scripts/start.mjs'], { cwd: tree, env, ...as });
    expect(status).toBe(1);
    return String(stderr);
  };

  it('makes one file of the sources, and keeps it while they stay as they are', () => {
    expect(start()).toContain('PORT');
    const { mtimeMs } = statSync(bundle);
    expect(start()).toContain('PORT');
    expect(statSync(bundle).mtimeMs).toBe(mtimeMs);
  });

  it('makes it anew when a source has changed', () => {
    appendFileSync(join(tree, 'src', 'node.ts'), `console.error('${SAID}');\n`);
    expect(start()).toContain(SAID);
    expect(start()).toContain(SAID);
  });

  it('starts from the sources themselves where it may not write', () => {
    rmSync(join(tree, 'dist'), { recursive: true });
    const isRoot = process.getuid?.() === 0;
    if (!isRoot) chmodSync(tree, 0o555);
    try {
      expect(start(isRoot ? { uid: NOBODY, gid: NOBODY } : {})).toContain(SAID);
      expect(existsSync(bundle)).toBe(false);
    } finally {
      chmodSync(tree, 0o755);
    }
  });
});
