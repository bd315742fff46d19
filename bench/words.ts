import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { checkWords } from '../src/checks';
import { shippedLexicon, suggest, understand } from '../src/search';
import { badSentences, cleanSentences } from '../test/checks/corpus';
import { readQueries } from '../test/relevance/golden';
import { measure, ms, report } from './measure';

/** A description of the longest kind that the check is asked about at once, characters. */
const TEXT_LENGTH = 1000;
/** How far apart in the corpus they begin, characters. */
const TEXT_STEP = 100;
/** Rounds before anything counts: a station has run for a while. */
const WARM_UP = 5;
const TERMS = { workDate: '2026-06-01', areaClass: 1 } as const;
const TODAY = '2026-06-01';
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What words cost: understanding and completing what is typed, checking a posting. No database, no engine. */
export async function benchWords(): Promise<void> {
  await benchLoading();
  const queries = readQueries().map(({ q }) => q);
  await times('understanding a query of the golden set', queries, 1, (q) =>
    understand(q, shippedLexicon, { today: TODAY }),
  );
  const typed = queries.flatMap((q) => [1, 2, 3, 5].map((length) => [...q].slice(0, length).join('')));
  await times('completing what is typed', [...new Set(typed)], 10, (prefix) =>
    suggest(prefix, shippedLexicon),
  );
  await times(`checking ${TEXT_LENGTH} characters`, texts(), 5, (description) =>
    checkWords({ description }, TERMS),
  );
}

/** Every one a few times, at random places of the run: each call counts, none is the best of several. */
async function times(
  name: string,
  inputs: readonly string[],
  most: number,
  work: (input: string) => unknown,
): Promise<void> {
  const at = (i: number) => inputs[(i * 7919) % inputs.length] ?? '';
  const timing = await measure(5 * inputs.length, async (i) => work(at(i)), WARM_UP * inputs.length);
  report(`${name}, each of ${inputs.length}`, `p50 ${ms(timing.p50)}, p99 ${ms(timing.p99)}`, {
    value: timing.p99,
    most,
    unit: ' ms at p99',
  });
}

/** Descriptions of clean sentences with a bad one now and then. */
function texts(): string[] {
  const clean = cleanSentences().map(({ sentence }) => sentence);
  const bad = badSentences().map(({ sentence }) => sentence);
  const all = clean.flatMap((sentence, i) =>
    i % 8 === 0 ? [sentence, bad[i % bad.length] ?? ''] : [sentence],
  );
  const whole = all.join('。');
  const count = Math.floor((whole.length - TEXT_LENGTH) / TEXT_STEP);
  return Array.from({ length: count }, (_, i) => whole.slice(i * TEXT_STEP, i * TEXT_STEP + TEXT_LENGTH));
}

/** Understanding and its lexicon, without what the index and the routes need besides. */
const UNDERSTANDING = `export { shippedLexicon } from './shipped-lexicon'; export { understand } from './understand';`;
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
    const stdin = { contents: UNDERSTANDING, resolveDir: join(ROOT, 'src/search') };
    await build({
      stdin,
      outfile,
      bundle: true,
      packages: 'external',
      format: 'esm',
      platform: 'node',
    });
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
