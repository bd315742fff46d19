import type { EnqueuedTaskPromise, Task } from 'meilisearch';

/** A task that Meilisearch accepted and could not do; `code` is its error code (`index_not_found`, …). */
export class MeilisearchTaskError extends Error {
  constructor(
    readonly code: string,
    readonly taskUid: number,
    message: string,
  ) {
    super(`meilisearch task ${taskUid}: ${code}: ${message}`);
    this.name = 'MeilisearchTaskError';
  }
}

/** Small writes are done in 50 ms; the client's own 50 ms between looks would double that. */
const POLL_MS = 15;

/**
 * Waits for a task, at most `timeoutMs`.
 * @throws MeilisearchTaskError when it failed or was cancelled, the client's MeilisearchTaskTimeOutError when it is late
 */
export async function settled(task: EnqueuedTaskPromise, timeoutMs: number): Promise<Task> {
  const done = await task.waitTask({ timeout: timeoutMs, interval: POLL_MS });
  if (done.status === 'succeeded') return done;
  throw new MeilisearchTaskError(
    done.error?.code ?? done.status,
    done.uid,
    done.error?.message ?? 'not done',
  );
}
