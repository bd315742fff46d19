import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readQueries } from '../relevance/golden';
import { type EdgeStation, openEdgeStation } from './edge-station';

/** Asked of both sides: golden queries of every kind, sentences about hours, and what is no query at all. */
const TEXTS = [
  ...readQueries()
    .filter((_, i) => i % 6 === 0)
    .map(({ q }) => q),
  ...readFileSync(new URL('../hours/sentences.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .filter((_, i) => i % 12 === 0)
    .map((line) => line.split('\t')[0] ?? ''),
  '',
  '🍜🍜🍜',
  "'; drop table jobs; --",
  '<script>alert(1)</script>',
  '洗碗'.repeat(500),
  '\u202e洗碗\u200b工\u0000',
];

describe('understanding at the edge', () => {
  let edge: EdgeStation;
  beforeAll(async () => {
    edge = await openEdgeStation();
  });
  afterAll(() => edge?.close());

  it('reads every text as Node reads it', async () => {
    for (const text of TEXTS) {
      const [here, there] = await Promise.all([
        edge.call('POST', '/api/understand', { text, today: '2026-06-01' }),
        edge.node.client().post('/api/understand', { text, today: '2026-06-01' }),
      ]);
      expect([here.status, there.status]).toEqual([200, 200]);
      expect(await here.json(), text.slice(0, 40)).toEqual(await there.json());
    }
  });

  it('completes as Node completes', async () => {
    for (const q of ['', '洗', 'xi', 'bjy', '晚', '王', '日结', 'wangch']) {
      const path = `/api/suggest?q=${encodeURIComponent(q)}`;
      const [here, there] = await Promise.all([edge.call('GET', path), edge.node.client().get(path)]);
      expect(await here.json(), q).toEqual(await there.json());
    }
  });
});

describe('understanding with its lexicon', () => {
  it('takes no more than 400 kB of the bundle, compressed', async () => {
    const built = await build({
      stdin: {
        contents:
          "export { understand } from './src/search/understand'; export { shippedLexicon } from './src/search/shipped-lexicon';",
        resolveDir: new URL('../..', import.meta.url).pathname,
        loader: 'ts',
      },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      write: false,
    });
    const [file] = built.outputFiles;
    expect(gzipSync(file?.contents ?? '').length).toBeLessThan(400_000);
  });
});
