import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImport } from '../src/jobs';
import { dateOfEpochDay, epochDay, shanghaiDate } from '../src/kernel/clock';
import { parseEnv } from '../src/runtime/env';
import { ensureFirstStation, systemCtx } from '../src/runtime/first-station';
import { openStation } from '../src/runtime/station';
import { postings } from './dataset';
import { machine, report } from './measure';

/**
 * What the chain over the audit log costs an import: postings a second without it, and while its lines are linked as
 * fast as they come; then links and verified links a second. `node --import tsx bench/audit.ts [postings]`
 */
const COUNT = Number(process.argv[2] ?? 20_000);

const folder = mkdtempSync(join(tmpdir(), 'station-bench-'));
const open = await openStation(parseEnv({ DATA_DIR: folder, DEMO: 'off', NODE_ENV: 'test' }));
try {
  machine();
  const { services } = open;
  const { stations } = await ensureFirstStation(open);
  const [station] = stations;
  if (!station) throw new Error('no station');
  const ctx = systemCtx(services, station);
  const lastDay = dateOfEpochDay(epochDay(shanghaiDate(services.clock.now())) + 25);
  const importing = async (part: string) => {
    const lines = [...postings(COUNT, lastDay)].map((line) =>
      line.draft
        ? { ...line, draft: { ...line.draft, externalId: `${part}-${line.draft.externalId}` } }
        : line,
    );
    const started = performance.now();
    const { created } = await runImport({
      ctx,
      input: (async function* () {
        yield* lines;
      })(),
    });
    if (created !== COUNT) throw new Error(`${created} postings were imported`);
    return COUNT / ((performance.now() - started) / 1000);
  };
  await importing('warm');
  await services.auditChain.seal(1_000_000);
  for (const round of ['first', 'second']) {
    const alone = await importing(`${round}-alone`);
    report(`import, ${round} round, nothing is linked meanwhile`, `${Math.round(alone)} postings/s`);
    const started = performance.now();
    const links = await services.auditChain.seal(1_000_000);
    const seconds = (performance.now() - started) / 1000;
    report('links made', `${Math.round((links ?? 0) / seconds)} a second`);
    let importingStill = true;
    const linking = (async () => {
      while (importingStill) await services.auditChain.seal(1_000_000);
    })();
    const beside = await importing(`${round}-beside`);
    importingStill = false;
    await linking;
    report(`import, ${round} round, all is linked meanwhile`, `${Math.round(beside)} postings/s`);
  }
  await services.auditChain.seal(1_000_000);
  const started = performance.now();
  const reports = await services.auditChain.verify();
  const links = reports.reduce((sum, one) => sum + one.links, 0);
  const seconds = (performance.now() - started) / 1000;
  report('verified', `${links} links, ${Math.round(links / seconds)} a second`);
  if (reports.some(({ fault }) => fault !== null)) throw new Error('the chain does not hold');
} finally {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
}
