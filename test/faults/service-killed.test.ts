import { spawn, spawnSync } from 'node:child_process';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMPORT_BATCH, type ImportResult } from '../../src/jobs';
import { createDatabase, type TestDatabase } from '../support/database';
import { startMeilisearch } from '../support/meilisearch';
import { childEnv, importLines, runCli, type Service, startService, until } from '../support/service';
import { TOKEN } from '../support/station';

/** Enough for the service to be in the middle when the first answers arrive. */
const BATCHES = 8;
const LINES = BATCHES * IMPORT_BATCH;

let database: TestDatabase;
let env: Record<string, string>;
const engine = await startMeilisearch();
beforeAll(async () => {
  database = await createDatabase();
  env = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    ...(engine ? { MEILI_URL: engine.url, MEILI_KEY: engine.key, MEILI_INDEX: `killed-${Date.now()}` } : {}),
  };
});
afterAll(async () => {
  await database.drop();
  await engine?.stop();
});

/** Sends an import and reads the answers; `enough` may end the service in between. */
async function importInto(
  service: Service,
  body: string,
  enough: (answered: number) => void = () => {},
): Promise<ImportResult[]> {
  const answers: ImportResult[] = [];
  let rest = '';
  try {
    const response = await fetch(`${service.url}/api/import/jobs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/x-ndjson' },
      body,
    });
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) answers.push(JSON.parse(line));
      enough(answers.length);
    }
  } catch {
    // The connection ends with the service; what was read whole until then was acknowledged.
  }
  return answers;
}

async function storedIds(): Promise<Set<string>> {
  const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  const rows = await sql<{ id: string }[]>`select id from jobs`;
  await sql.end();
  return new Set(rows.map(({ id }) => id));
}

describe(`the service killed in the middle of an import (${engine ? 'Meilisearch' : 'Postgres'})`, {
  timeout: 60_000,
}, () => {
  const body = importLines(LINES);
  let acknowledged: ImportResult[];

  it('keeps every line it has answered, and no half batch', async () => {
    const service = await startService(env);
    let killed = false;
    acknowledged = await importInto(service, body, (answered) => {
      if (killed || answered < IMPORT_BATCH) return;
      killed = true;
      void service.end('SIGKILL');
    });
    const stored = await storedIds();
    expect(acknowledged.length).toBeGreaterThanOrEqual(IMPORT_BATCH);
    expect(acknowledged.length).toBeLessThan(LINES);
    expect(acknowledged.filter(({ result }) => result !== 'created')).toEqual([]);
    expect(acknowledged.filter(({ id }) => !stored.has(id ?? ''))).toEqual([]);
    expect(stored.size % IMPORT_BATCH).toBe(0);
  });

  it('takes the same import again: what was there is unchanged, the rest is created', async () => {
    const before = (await storedIds()).size;
    const service = await startService(env);
    const answers = await importInto(service, body);
    const count = (result: string) => answers.filter((answer) => answer.result === result).length;
    expect({ created: count('created'), unchanged: count('unchanged') }).toEqual({
      created: LINES - before,
      unchanged: before,
    });
    expect((await storedIds()).size).toBe(LINES);
    // Killed again, with the index behind: what was committed and not yet drained is not lost either.
    await service.end('SIGKILL');
    const verified = await runCli('verify', [], env);
    expect(verified.stdout).toContain(`equal: ${LINES} open postings`);
    expect(verified.code).toBe(0);
  });

  it('ends by SIGTERM in the middle of an import with exit code 0, and keeps what it has answered', async () => {
    const service = await startService(env);
    const idle = await service.call('GET', '/api/jobs');
    await idle.text();
    let ended: Promise<number | null> | null = null;
    const more = body.replaceAll('"bulk/', '"more/');
    const answers = await importInto(service, more, (answered) => {
      if (answered >= IMPORT_BATCH) ended ??= service.end('SIGTERM');
    });
    expect(await ended).toBe(0);
    const stored = await storedIds();
    expect(answers.filter(({ id }) => id !== undefined && !stored.has(id))).toEqual([]);
    expect(stored.size % IMPORT_BATCH).toBe(0);
    expect((await runCli('verify', [], env)).code).toBe(0);
  });

  it('ends with npm, when that is told to end', async () => {
    const npm = spawn('npm', ['start'], {
      env: childEnv({ ...env, PORT: '0' }),
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    try {
      let output = '';
      npm.stdout.on('data', (part) => {
        output += String(part);
      });
      const address = () => /http:\/\/localhost:\d+/.exec(output)?.[0].replace('localhost', '127.0.0.1');
      await until('it has started', async () => address() !== undefined);
      npm.kill('SIGTERM');
      const answers = () =>
        fetch(`${address()}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        );
      await until('nobody answers', async () => !(await answers()));
    } finally {
      // The whole group: whatever is left of it.
      if (npm.pid) spawnSync('kill', ['-9', '--', `-${npm.pid}`]);
    }
  });
});
