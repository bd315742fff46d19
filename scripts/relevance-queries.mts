import { readQueries } from '../test/relevance/golden';
import { type Measured, measure, table } from '../test/relevance/measure';
import { startMeilisearch } from '../test/support/meilisearch';
import { openRelevanceStation } from './relevance-station';
import { readTable } from './relevance-table';

/**
 * node --import tsx scripts/relevance-queries.mts [PATH] [--rows]
 * Asks a table of queries (tab-separated: qid, query, kind, occupation_grade2, occupation_grade1, constraints) of a
 * station with the golden postings, over each engine there is, and prints nDCG@10 by kind. Without PATH the golden
 * queries are asked. `--rows` prints every query as well, worst first.
 */
const rows = process.argv.includes('--rows');
const path = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
const { queries, unread } = path ? readTable(path) : { queries: readQueries(), unread: [] };
if (unread.length > 0) console.log(`conditions without a counterpart, not graded: ${unread.join(' · ')}`);

const server = await startMeilisearch();
const measured = new Map<string, Measured[]>();
for (const engine of server ? ['postgres', 'meilisearch'] : ['postgres']) {
  const station = await openRelevanceStation(engine === 'meilisearch' ? server : null);
  try {
    const results = await measure(station.get, station.postings, queries);
    measured.set(engine, results);
    if (!rows) continue;
    console.log(`\n${engine}`);
    for (const { query, score, shown, faults } of [...results].sort((a, b) => a.score - b.score)) {
      const grades = shown.map(({ grade }) => grade).join('');
      console.log(`${score.toFixed(3)}  ${grades.padEnd(10)}  ${query.id}  ${query.q}  ${faults.join(' ')}`);
    }
  } finally {
    await station.close();
  }
}
await server?.stop();
console.log(`\n${table(measured)}`);
