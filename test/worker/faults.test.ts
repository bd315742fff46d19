import { request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft } from '../support/builders';
import { TOKEN } from '../support/station';
import { type EdgeStation, openEdgeStation, until } from './edge-station';
import { type RunningWorker, startWorker } from './worker-process';

let edge: EdgeStation;
beforeAll(async () => {
  edge = await openEdgeStation();
});
afterAll(() => edge?.close());

describe('without a database', () => {
  let worker: RunningWorker;
  // A server that hangs up on everybody who speaks: where nothing listens, wrangler's end of Hyperdrive dies of it.
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end());
  });
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    worker = await startWorker(edge.bundle, {
      DATABASE_URL: `postgres://station_app:nothing@127.0.0.1:${port}/station`,
      DATA_KEY: edge.node.open.env.DATA_KEY ?? '',
      SESSION_SECRET: edge.node.open.env.SESSION_SECRET ?? '',
    });
  });
  afterAll(async () => {
    await worker?.stop();
    server.close();
  });

  it('the Worker is alive and says that it is not ready', async () => {
    expect((await fetch(`${worker.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${worker.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ ready: false, database: false });
  });

  it('a search is a problem that tells nothing of the database', async () => {
    // Wrangler may close a connection of its own when its end of Hyperdrive is hung up on; the Worker has not answered then.
    const call = () => fetch(`${worker.url}/api/jobs`).catch(() => null);
    const answer = await until(call, (given) => given !== null);
    if (!answer) throw new Error('no answer');
    const text = await answer.text();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(text).not.toMatch(/postgres|station_app|127\.0\.0\.1/);
  });

  it('ends with every process it had', async () => {
    expect((await worker.pids()).length).toBeGreaterThan(1);
    await worker.stop();
    expect(await worker.pids()).toEqual([]);
  });
});

describe('a reader who goes away', () => {
  it('in the middle of an import leaves no connection open, and no half of a line', {
    timeout: 40_000,
  }, async () => {
    const lines = Array.from({ length: 3000 }, (_, i) =>
      JSON.stringify(jobDraft({ externalId: `gone-${i}`, title: '糊灯笼', validThrough: edge.dateIn(20) })),
    );
    await abandon(`${edge.worker.url}/api/import/jobs?station=${edge.node.station.slug}`, lines.join('\n'));
    const db = postgres(edge.node.database.superUrl, { max: 1 });
    const open = async () => {
      const rows = await db`select pid from pg_stat_activity where datname = current_database()
        and pid <> pg_backend_pid() and application_name <> 'station' and backend_type = 'client backend'`;
      return rows.length;
    };
    try {
      expect(await until(open, (count) => count === 0, 20_000)).toBe(0);
      const [row] = await db`select count(*) filter (where j.status = 'open')::int as open,
        count(b.job_id)::int as shown from jobs j left join board b on b.job_id = j.id where j.title = '糊灯笼'`;
      expect(row?.['shown']).toBe(row?.['open']);
    } finally {
      await db.end();
    }
  });
});

/** Sends an import, reads the first piece of the answer, and hangs up. */
function abandon(url: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-ndjson', authorization: `Bearer ${TOKEN}` };
    const call = request(url, { method: 'POST', headers }, (answer) => {
      answer.once('data', () => {
        call.destroy();
        resolve();
      });
    });
    call.once('error', reject);
    call.end(body);
  });
}
