import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from '../scripts/bundle.mjs';
import { checkWords } from '../src/checks';
import { shippedLexicon, suggest, understand } from '../src/search';
import { badSentences, cleanSentences } from '../test/checks/corpus';
import { readPostings, readQueries } from '../test/relevance/golden';
import { ms, quantile, report } from './measure';

/** A description of the longest kind that the check is asked about at once, characters. */
const TEXT_LENGTH = 1000;
/** How far apart in the corpus they begin, characters. */
const TEXT_STEP = 100;
/** Rounds before anything counts: a station has run for a while. */
const WARM_UP = 15;
const ROUNDS = 15;
const TERMS = { workDate: '2026-06-01', areaClass: 1 } as const;
const TODAY = '2026-06-01';
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What words cost: understanding and completing what is typed, checking a posting. No database, no engine. */
export async function benchWords(): Promise<void> {
  await benchLoading();
  const queries = readQueries().map(({ q }) => q);
  times('understanding a query of the golden set', queries, 1, (q) =>
    understand(q, shippedLexicon, { today: TODAY }),
  );
  const typed = queries.flatMap((q) => [1, 2, 3, 5].map((length) => [...q].slice(0, length).join('')));
  times('completing what is typed', [...new Set(typed)], 10, (prefix) => suggest(prefix, shippedLexicon));
  const check = (description: string) => checkWords({ description }, TERMS);
  const ordinary = readPostings().map(({ draft: { title, description } }) => `${title},${description}`);
  times(`checking ${TEXT_LENGTH} characters of postings`, texts(ordinary), 5, check);
  const near = cleanSentences().map(({ sentence }) => sentence);
  times(`checking ${TEXT_LENGTH} characters of near misses`, texts(near), 5, check);
}

/**
 * What a call takes by itself, the median of each input, at the 99th percentile of the inputs; and every call counted,
 * with whatever the collector and the host put into it.
 */
function times(
  name: string,
  inputs: readonly string[],
  most: number,
  work: (input: string) => unknown,
): void {
  const own = inputs.map((): number[] => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const [i, input] of inputs.entries()) {
      const started = performance.now();
      work(input);
      if (round >= WARM_UP) own[i]?.push(performance.now() - started);
    }
  }
  const each = own.map((list) => quantile(list, 0.5));
  const [middle, high] = [quantile(each, 0.5), quantile(each, 0.99)];
  report(`${name}, ${inputs.length} of them by their medians`, `p50 ${ms(middle)}, p99 ${ms(high)}`, {
    value: high,
    most,
    unit: ' ms at p99',
  });
  report('  every call counted', `p99 ${ms(quantile(own.flat(), 0.99))}`);
}

/** Texts of so many characters out of sentences, with a bad one now and then. */
function texts(sentences: readonly string[]): string[] {
  const bad = badSentences().map(({ sentence }) => sentence);
  const all = sentences.flatMap((one, i) => (i % 8 === 0 ? [one, bad[(i * 31) % bad.length] ?? ''] : [one]));
  const whole = all.join('。');
  const count = Math.floor((whole.length - TEXT_LENGTH) / TEXT_STEP);
  return Array.from({ length: count }, (_, i) => whole.slice(i * TEXT_STEP, i * TEXT_STEP + TEXT_LENGTH));
}

/** Understanding and its lexicon, without what the index and the routes need besides. */
const UNDERSTANDING = `
  export { shippedLexicon } from '${ROOT}src/search/shipped-lexicon';
  export { understand } from '${ROOT}src/search/understand';`;
/** Prints [ms from nothing to the first query understood, bytes that stay on the heap]. */
const LOADING = `
  gc(); const before = process.memoryUsage().heapUsed; const started = performance.now();
  const { shippedLexicon, understand } = await import(process.argv[1]);
  understand('洗碗', shippedLexicon, { today: '${TODAY}' });
  const took = performance.now() - started; gc();
  console.log(JSON.stringify([took, process.memoryUsage().heapUsed - before]));`;

/** The lexicon and all that reads it, in a process of its own, from one file as a station has it. */
async function benchLoading(): Promise<void> {
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.bench-'));
  try {
    const outfile = join(folder, 'search.mjs');
    const entry = join(folder, 'understanding.ts');
    writeFileSync(entry, UNDERSTANDING);
    const { outputFiles } = await bundled(ROOT, [entry], outfile);
    for (const { path, contents } of outputFiles) writeFileSync(path, contents);
    const once = () =>
      JSON.parse(
        execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '-e', LOADING, outfile], {
          encoding: 'utf8',
        }),
      ) as [number, number];
    const runs = Array.from({ length: 7 }, once).sort(([a], [b]) => a - b);
    const [took, bytes] = runs[3] as [number, number];
    report('lexicon, loaded and a query understood', ms(took), { value: took, most: 150, unit: ' ms' });
    const mebibytes = bytes / 2 ** 20;
    report('lexicon, kept in memory', `${mebibytes.toFixed(1)} MiB`, {
      value: mebibytes,
      most: 30,
      unit: ' MiB',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('words.ts')) await benchWords();
