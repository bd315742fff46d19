import { type EnqueuedTaskPromise, MeilisearchApiError, type Task } from 'meilisearch';
import { DocumentsRefused } from '../../search';

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
  throw failureOf(done);
}

/** What is wrong with the server or the index, not with a document. */
const NOT_THE_DOCUMENTS = new Set(['index_not_found', 'index_primary_key_multiple_candidates_found']);
/** Answers of HTTP (RFC 9110) by which a server refuses what it was sent: malformed, too large, not to be read. */
const REFUSALS = new Set([400, 413, 415, 422]);

/**
 * A write of documents, waited for.
 * @throws DocumentsRefused when Meilisearch has read the documents and will not take them; else as `settled`
 */
export async function written(task: EnqueuedTaskPromise, timeoutMs: number): Promise<void> {
  try {
    const done = await task.waitTask({ timeout: timeoutMs, interval: POLL_MS });
    if (done.status === 'succeeded') return;
    const failure = failureOf(done);
    if (done.error?.type !== 'invalid_request' || NOT_THE_DOCUMENTS.has(failure.code)) throw failure;
    throw new DocumentsRefused(failure.message, { cause: failure });
  } catch (error) {
    if (error instanceof MeilisearchApiError && REFUSALS.has(error.response.status)) {
      throw new DocumentsRefused(error.message, { cause: error });
    }
    throw error;
  }
}

function failureOf(done: Task): MeilisearchTaskError {
  const { code, message } = done.error ?? { code: done.status, message: 'not done' };
  return new MeilisearchTaskError(code, done.uid, message);
}
