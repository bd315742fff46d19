import { afterAll, describe, expect, it } from 'vitest';
import { openWithEngine, settledProof } from '../support/engine';
import { MISSING_MEILISEARCH, startMeilisearch } from '../support/meilisearch';
import { openTestStation, type TestStation } from '../support/station';
import { FLOORS, MOST_FALSE_NOTICES } from './floors';
import { readQueries } from './golden';
import { importGolden } from './import';
import { byKind, falseNotices, type Measured, measure, table } from './measure';

/** The golden set asked of the whole station, over each engine. */
const server = await startMeilisearch();
const measured = new Map<string, Measured[]>();
afterAll(async () => {
  console.log(`\n${table(measured)}`);
  await server?.stop();
});

async function ask(t: TestStation): Promise<Measured[]> {
  const importer = t.service();
  const postings = await importGolden((path, body, headers) => importer.post(path, body, headers));
  if (t.open.index) await settledProof(t.open);
  return measure(t.client().get, postings, readQueries());
}

const engines = [
  { name: 'postgres', open: () => openTestStation(), missing: null },
  {
    name: 'meilisearch',
    open: () => (server ? openWithEngine(server) : openTestStation()),
    missing: server ? null : MISSING_MEILISEARCH,
  },
];

for (const { name, open, missing } of engines) {
  describe.skipIf(missing)(missing ? `${name} (${missing})` : name, () => {
    it('answers the golden queries as well as the floors ask', { timeout: 300_000 }, async () => {
      const t = await open();
      const results = await ask(t).finally(() => t.close());
      measured.set(name, results);
      expect(results.filter(({ faults }) => faults.includes('degraded'))).toEqual([]);
      const means = byKind(results);
      const under = [...means].filter(([kind, { mean }]) => mean < (FLOORS[kind]?.floor ?? 1));
      expect(under.map(([kind, { mean }]) => `${kind} ${mean.toFixed(3)} < ${FLOORS[kind]?.floor}`)).toEqual(
        [],
      );
      expect(falseNotices(results).length).toBeLessThanOrEqual(MOST_FALSE_NOTICES);
    });
  });
}
