import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readQueries } from '../test/relevance/golden';
import { buildBundle } from '../test/worker/bundle';
import { startWorker } from '../test/worker/worker-process';
import { ms, quantile, report } from './measure';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** How often one request has its query read: the way to the runtime and back is to weigh little. */
const REPEATS = 20;
const ROUNDS = 7;
const TODAY = '2026-06-01';

/** A Worker that reads the query of the body so many times. Its own clock stands still while it computes. */
const SCRIPT = `
  import { shippedLexicon } from '${ROOT}src/search/shipped-lexicon';
  import { understand } from '${ROOT}src/search/understand';
  export default {
    async fetch(request) {
      const { q, times } = await request.json();
      let read = 0;
      for (let i = 0; i < times; i++) read += understand(q, shippedLexicon, { today: '${TODAY}' }).spans.length;
      return new Response(String(read));
    },
  };`;

/** What reading a query costs in workerd: requests that read it often, less those that do not read it. */
export async function benchEdge(): Promise<void> {
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.bench-'));
  const entry = join(folder, 'understanding.ts');
  writeFileSync(entry, SCRIPT);
  const bundle = await buildBundle(entry);
  const worker = await startWorker(bundle, { DATABASE_URL: 'postgres://nobody:none@127.0.0.1:1/none' });
  try {
    const took = async (q: string, times: number) => {
      const started = performance.now();
      const answer = await fetch(worker.url, { method: 'POST', body: JSON.stringify({ q, times }) });
      if (!answer.ok) throw new Error(await answer.text());
      await answer.text();
      return performance.now() - started;
    };
    const first = await took('洗碗', 1);
    const queries = readQueries().map(({ q }) => q);
    for (const q of queries) await took(q, REPEATS);
    const way: number[] = [];
    const own = queries.map((): number[] => []);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, q] of queries.entries()) {
        way.push(await took(q, 0));
        own[i]?.push(await took(q, REPEATS));
      }
    }
    const empty = quantile(way, 0.5);
    const each = own.map((list) => (quantile(list, 0.5) - empty) / REPEATS);
    const high = quantile(each, 0.99);
    report('understanding in workerd', `p50 ${ms(quantile(each, 0.5))}, p99 ${ms(high)}`, {
      value: high,
      most: 5,
      unit: ' ms at p99',
    });
    report('  the first request of an isolate', ms(first));
  } finally {
    await worker.stop();
    await bundle.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('edge.ts')) await benchEdge();
