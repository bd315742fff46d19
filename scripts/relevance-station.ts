import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/adapters/embedded';
import { createApp } from '../src/app';
import { runMigrations } from '../src/db/migrate';
import { parseEnv } from '../src/runtime/env';
import { appDeps } from '../src/runtime/node';
import { openStation } from '../src/runtime/station';
import type { GoldenPosting } from '../test/relevance/golden';
import { importGolden } from '../test/relevance/import';
import type { Get } from '../test/relevance/measure';
import { HOME } from '../test/support/builders';
import { createTestClock } from '../test/support/clock';
import type { RunningMeilisearch } from '../test/support/meilisearch';

/** A station of its own with the golden postings, for as long as a script runs. */
export interface RelevanceStation {
  postings: Map<string, GoldenPosting>;
  get: Get;
  close(): Promise<void>;
}

/** Opens an embedded PostgreSQL in a new folder, a station over it, and imports the golden postings. */
export async function openRelevanceStation(server: RunningMeilisearch | null): Promise<RelevanceStation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'station-relevance-'));
  const postgres = await startEmbeddedPostgres({ dataDir });
  await runMigrations(postgres.ownerUrl);
  const token = randomBytes(16).toString('hex');
  const open = await openStation(
    parseEnv({
      NODE_ENV: 'test',
      DATABASE_URL: postgres.appUrl,
      DATABASE_OWNER_URL: postgres.ownerUrl,
      DATA_KEY: randomBytes(32).toString('base64'),
      SESSION_SECRET: randomBytes(32).toString('hex'),
      API_TOKEN: token,
      RATE_LIMIT: 'off',
      ...(server
        ? {
            MEILI_URL: server.url,
            MEILI_KEY: server.key,
            MEILI_INDEX: `relevance-${randomBytes(4).toString('hex')}`,
          }
        : {}),
    }),
    {
      clock: createTestClock(),
      keepDraining: server !== null,
      log: () => {},
      notifier: { sendCode: async () => {}, sendNotice: async () => {} },
    },
  );
  const quiet = () => {};
  const app = createApp(appDeps(open, { info: quiet, warn: quiet, error: quiet }));
  const slug = 'relevance';
  const station = { id: open.services.ids.next(), slug, name: '驿站', ...HOME, areaClass: 1, settings: {} };
  await open.services.stores.stations.insert(station);
  const at = (path: string) => `http://station.test${path}${path.includes('?') ? '&' : '?'}station=${slug}`;
  const postings = await importGolden(async (path, body, headers) =>
    app.request(at(path), {
      method: 'POST',
      body,
      headers: { ...headers, authorization: `Bearer ${token}` },
    }),
  );
  while (server && (!(await open.index?.ready()) || (await open.services.stores.outbox.lag()).waiting > 0)) {
    await open.drainNow();
  }
  return {
    postings,
    get: async (path) => app.request(at(path)),
    async close() {
      await open.close();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
