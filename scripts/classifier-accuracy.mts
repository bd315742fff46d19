/**
 * How often the occupation read from a posting is the right one: `npx tsx scripts/classifier-accuracy.mts postings.csv`.
 * The csv needs the columns id, title and description. The labels beside this script give by row id the occupation
 * that a person read in the posting; several with `|` where it names more than one, `-` where it names none.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { classifyPosting, classifyTitle, shippedLexicon } from '../src/search';

interface Row {
  id: string;
  title: string;
  description: string;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: classifier-accuracy.mts <postings.csv>');
const rows = new Map(
  (parse(readFileSync(path), { columns: true, bom: true }) as Row[]).map((row) => [row.id, row]),
);
const labels = (
  parse(readFileSync(new URL('classifier-labels.tsv', import.meta.url)), {
    columns: true,
    delimiter: '\t',
  }) as { id: string; canonical: string }[]
).flatMap(({ id, canonical }) => {
  const row = rows.get(id);
  return row ? [{ row, right: canonical.split('|') }] : [];
});
if (labels.length === 0) throw new Error('none of the labelled rows is in this file');

/** Share of labelled rows that a reader gets right; the wrong ones are printed by id. */
function accuracy(name: string, read: (row: Row) => string | null): void {
  const wrong = labels.filter(({ row, right }) => !right.includes(read(row) ?? '-'));
  for (const { row, right } of wrong)
    process.stdout.write(`${name}  ${row.id}  ${read(row) ?? '-'} instead of ${right.join(' or ')}\n`);
  const share = (100 * (labels.length - wrong.length)) / labels.length;
  process.stdout.write(`${name}: ${share.toFixed(1)} % of ${labels.length}\n`);
}

/** Microseconds of processor time a row over the whole file, after passes to warm up. */
function speed(name: string, read: (row: Row) => string | null): void {
  const all = [...rows.values()];
  for (let pass = 0; pass < 3; pass++) for (const row of all) read(row);
  const before = process.cpuUsage();
  for (const row of all) read(row);
  const micros = process.cpuUsage(before).user / all.length;
  process.stdout.write(`${name}: ${micros.toFixed(1)} µs a posting over ${all.length}\n`);
}

const byTitle = ({ title }: Row) => classifyTitle(title, shippedLexicon);
const byBoth = (row: Row) => classifyPosting(row, shippedLexicon);
accuracy('title', byTitle);
accuracy('title and description', byBoth);
speed('title', byTitle);
speed('title and description', byBoth);
