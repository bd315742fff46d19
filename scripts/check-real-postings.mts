import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { checkWords, type Finding } from '../src/checks';

/**
 * Reads a CSV of postings, checks every cell that is text, and prints how often each code was found; with
 * `--sample N` N findings to judge by hand, drawn with `--seed`.
 * Usage: node --import tsx scripts/check-real-postings.mts PATH [--sample N] [--seed S] [--code CODE] [--columns a,b]
 */
const [path, ...rest] = process.argv.slice(2);
if (path === undefined) throw new Error('name the CSV file');
const option = (name: string) => {
  const at = rest.indexOf(`--${name}`);
  return at < 0 ? undefined : rest[at + 1];
};

const rows = parse(readFileSync(path), { columns: true, bom: true, relax_column_count: true }) as Record<
  string,
  string
>[];
const columns = option('columns')?.split(',') ?? textColumns(rows);
const found: { row: number; column: string; text: string; finding: Finding }[] = [];
let characters = 0;
const started = performance.now();
for (const [row, cells] of rows.entries()) {
  for (const column of columns) {
    const text = cells[column] ?? '';
    characters += text.length;
    const findings = checkWords({ description: text }, { workDate: '2026-06-01', areaClass: 1 });
    for (const finding of findings) found.push({ row, column, text, finding });
  }
}
const ms = performance.now() - started;

const postings = new Map<string, Set<number>>();
for (const { row, finding } of found) {
  postings.set(finding.code, (postings.get(finding.code) ?? new Set()).add(row));
}
console.log(
  `${rows.length} postings, columns ${columns.join(', ')}, ${characters} characters, ${ms.toFixed(0)} ms`,
);
for (const [code, where] of [...postings].sort((a, b) => b[1].size - a[1].size)) {
  console.log(
    `${code.padEnd(14)} ${where.size} postings, ${found.filter((f) => f.finding.code === code).length} findings`,
  );
}

const wanted = Number(option('sample') ?? 0);
const only = option('code');
const pool = found.filter(({ finding }) => only === undefined || finding.code === only);
let state = Number(option('seed') ?? 1) >>> 0;
for (let drawn = 0; drawn < wanted && pool.length > 0; drawn++) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  const [one] = pool.splice(state % pool.length, 1);
  if (!one) break;
  const { code, start, end } = one.finding;
  const around = one.text.slice(Math.max(0, start - 25), end + 25).replace(/\s+/g, ' ');
  console.log(`${String(drawn + 1).padStart(3)} ${code} [${one.text.slice(start, end)}] … ${around}`);
}

/** Columns in which more than half of the filled cells hold Han characters. */
function textColumns(all: readonly Record<string, string>[]): string[] {
  return Object.keys(all[0] ?? {}).filter((name) => {
    const filled = all.map((cells) => cells[name] ?? '').filter((text) => text !== '');
    return filled.filter((text) => /\p{Script=Han}/u.test(text)).length > filled.length / 2;
  });
}
