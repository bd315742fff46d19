import type { SearchIndex, TextMatch, TextQuery } from './ports';

/** How long the configured engine may take before Postgres is asked instead, ms. */
export const TEXT_BUDGET_MS = 500;

/** Told of every time the configured engine did not answer. */
export type OnDegraded = (reason: 'timeout' | 'error', error: unknown) => void;

/** Text search that always answers: the configured engine, and Postgres when it is slow or down. */
export interface TextSearch {
  readonly engine: SearchIndex['engine'];
  /** The Postgres engine by itself. */
  readonly postgres: SearchIndex;
  match(query: TextQuery): Promise<{ matches: TextMatch[]; degraded: boolean }>;
}

/**
 * @param primary the configured engine; null when Postgres itself is the engine
 * @param budgetMs how long the primary may take
 */
export function createTextSearch(
  primary: SearchIndex | null,
  postgres: SearchIndex,
  onDegraded: OnDegraded = () => {},
  budgetMs = TEXT_BUDGET_MS,
): TextSearch {
  return {
    engine: (primary ?? postgres).engine,
    postgres,
    async match(query) {
      if (primary) {
        const signal = AbortSignal.timeout(budgetMs);
        try {
          return { matches: await withAbort(primary.match(query, signal), signal), degraded: false };
        } catch (error) {
          onDegraded(signal.aborted ? 'timeout' : 'error', error);
        }
      }
      return { matches: await postgres.match(query), degraded: primary !== null };
    },
  };
}

/** Settles with the promise, or rejects at the abort: a client that ignores its signal must not hold us up. */
function withAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}
