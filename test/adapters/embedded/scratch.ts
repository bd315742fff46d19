import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../src/adapters/embedded';

/** Everything one test opens, closed again in the reverse order by `cleanUp`. */
export class Scratch {
  readonly #undo: (() => unknown)[] = [];

  /** A new, private (0700) folder. */
  folder(): string {
    const path = mkdtempSync(join(tmpdir(), 'station-embedded-'));
    this.#undo.push(() => rmSync(path, { recursive: true, force: true }));
    return path;
  }

  /** Starts or joins the server of the folder; stopped at clean-up. */
  async start(dataDir: string, starter = startEmbeddedPostgres): Promise<EmbeddedPostgres> {
    const server = await starter({ dataDir });
    this.#undo.push(() => server.stop());
    return server;
  }

  /** A client with one connection; ended at clean-up. */
  connect(url: string, options: postgres.Options<Record<string, never>> = {}): postgres.Sql {
    const sql = postgres(url, { max: 1, onnotice: () => {}, ...options });
    this.#undo.push(() => sql.end({ timeout: 0 }));
    return sql;
  }

  /** Starts or joins the server from another process, which leads its own process group and stays. */
  async startElsewhere(dataDir: string): Promise<{ child: ChildProcess; pid: number; reused: boolean }> {
    const script = fileURLToPath(new URL('./starter.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
      detached: true,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#undo.push(() => child.kill('SIGKILL'));
    for await (const line of createInterface({ input: child.stdout })) {
      return { child, ...(JSON.parse(line) as { pid: number; reused: boolean }) };
    }
    throw new Error('the other process ended without a server');
  }

  /** Undoes everything, also after a failure on the way, and then reports the first failure. */
  async cleanUp(): Promise<void> {
    const failures: unknown[] = [];
    for (const undo of this.#undo.splice(0).reverse()) {
      try {
        await undo();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

/** Resolves when the process has ended. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}
