import { randomBytes } from 'node:crypto';
import { prove } from '../../src/cli/proof';
import type { OpenStation } from '../../src/runtime/station';
import type { RunningMeilisearch } from './meilisearch';
import { until } from './service';
import { openTestStation, type TestStation } from './station';

/** An index name that no other test uses. */
export const freshIndex = (): string => `t-${randomBytes(6).toString('hex')}`;

/** A test station that searches with Meilisearch and drains in the background. @param url the server or a proxy */
export function openWithEngine(
  server: RunningMeilisearch,
  url = server.url,
  more: Record<string, string> = {},
): Promise<TestStation> {
  const env = { MEILI_URL: url, MEILI_KEY: server.key, MEILI_INDEX: freshIndex(), ...more };
  return openTestStation({ env, keepDraining: true });
}

/** What a search for these words answers. */
export interface Found {
  status: number;
  ids: string[];
  total: number;
  degraded: boolean;
}

/** Searches as anybody would. */
export async function find(t: TestStation, words: string): Promise<Found> {
  const response = await t.client().get(`/api/jobs?minutes=60&limit=100&q=${encodeURIComponent(words)}`);
  const body = (await response.json()) as {
    items: { job: { id: string } }[];
    total: number;
    degraded: boolean;
  };
  return {
    status: response.status,
    ids: (body.items ?? []).map(({ job }) => job.id),
    total: body.total,
    degraded: body.degraded,
  };
}

/** Searches until the engine itself answers: after it has made searches wait it is left alone for a while. */
export async function findAgain(t: TestStation, words: string): Promise<Found> {
  let found = await find(t, words);
  await until('the engine itself answers', async () => {
    if (found.degraded) found = await find(t, words);
    return !found.degraded;
  });
  return found;
}

/** Waits until Meilisearch answers itself and nothing waits in the outbox, then proves that all is equal. */
export async function settledProof(open: OpenStation): Promise<string> {
  await until('the outbox is empty', async () => {
    if (!(await open.index?.ready())) return false;
    await open.drainNow();
    return (await open.services.stores.outbox.lag()).waiting === 0;
  });
  return (await prove(open)).lines.join('\n');
}
