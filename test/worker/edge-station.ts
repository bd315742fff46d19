import { setTimeout as sleep } from 'node:timers/promises';
import { DAY_MS, shanghaiDate } from '../../src/kernel/clock';
import type { Station } from '../../src/stations';
import { createTestClock } from '../support/clock';
import { openTestStation, type TestStation, TOKEN } from '../support/station';
import { type Bundle, buildBundle } from './bundle';
import { type RunningWorker, startWorker } from './worker-process';

/** A station served twice over one database: by Node in this process, and by the Worker in its own runtime. */
export interface EdgeStation {
  node: TestStation;
  worker: RunningWorker;
  bundle: Bundle;
  /** Calls the Worker; a body that is no string is sent as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The same with the service account's token. */
  service(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Runs the schedule once. */
  scheduled(): Promise<Response>;
  /** A date so many days from today: the Worker's clock cannot be set, so Node's stands at the present. */
  dateIn(days: number): string;
  close(): Promise<void>;
}

/** Opens both, with the same secrets. */
export async function openEdgeStation(vars: Record<string, string> = {}): Promise<EdgeStation> {
  const bundle = await buildBundle();
  const node = await openTestStation({ clock: createTestClock(new Date().toISOString()) });
  const { env } = node.open;
  const worker = await startWorker(bundle, {
    NODE_ENV: 'development',
    DATABASE_URL: node.database.appUrl,
    DATA_KEY: env.DATA_KEY ?? '',
    SESSION_SECRET: env.SESSION_SECRET ?? '',
    API_TOKEN: TOKEN,
    ...vars,
  });
  const call: EdgeStation['call'] = (method, path, body, headers = {}) => {
    const init: RequestInit = { method, headers };
    if (body !== undefined) {
      init.headers = { 'content-type': 'application/json', ...headers };
      init.body = typeof body === 'string' ? body : JSON.stringify(body);
    }
    return fetch(at(worker.url, path, node.station), init);
  };
  return {
    node,
    worker,
    bundle,
    call,
    service: (method, path, body, headers) =>
      call(method, path, body, { authorization: `Bearer ${TOKEN}`, ...headers }),
    scheduled: () => fetch(`${worker.url}/cdn-cgi/handler/scheduled`),
    dateIn: (days) => shanghaiDate(node.clock.now() + days * DAY_MS),
    async close() {
      await worker.stop();
      await bundle.remove();
      await node.close();
    },
  };
}

function at(base: string, path: string, station: Station): string {
  const url = new URL(path, base);
  if (!url.searchParams.has('station')) url.searchParams.set('station', station.slug);
  return url.href;
}

/** Asks again until the answer is wanted, for `ms` at most. @returns the last answer */
export async function until<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  ms = 10_000,
): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (wanted(answer) || Date.now() > deadline) return answer;
    await sleep(25);
  }
}
