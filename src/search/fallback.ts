import { createPause, type Pause } from '../kernel/pause';
import type { SearchIndex, TextMatch, TextQuery } from './ports';

/** How long the configured engine may take before Postgres is asked instead, ms. */
export const TEXT_BUDGET_MS = 500;

/** An error that took longer than this made people wait, as a time-out does, ms. */
const COSTLY_MS = 100;

/**
 * Told of every search that the configured engine did not answer: not in time, with an error, or because it was
 * not asked so soon after it had made others wait (`paused`, without an error).
 */
export type OnDegraded = (reason: 'timeout' | 'error' | 'paused', error: unknown) => void;

/** Text search that always answers: the configured engine, and Postgres when it is slow or down. */
export interface TextSearch {
  readonly engine: SearchIndex['engine'];
  /** The Postgres engine by itself. */
  readonly postgres: SearchIndex;
  match(query: TextQuery): Promise<{ matches: TextMatch[]; degraded: boolean }>;
}

/** How patient the search is. */
export interface Patience {
  /** How long the engine may take, ms; default {@link TEXT_BUDGET_MS}. */
  budgetMs?: number;
  pause?: Pause;
  /** Milliseconds of a clock that never goes back. */
  now?: () => number;
}

/**
 * @param primary the configured engine; null when Postgres itself is the engine
 */
export function createTextSearch(
  primary: SearchIndex | null,
  postgres: SearchIndex,
  onDegraded: OnDegraded = () => {},
  { budgetMs = TEXT_BUDGET_MS, pause = createPause(), now = () => performance.now() }: Patience = {},
): TextSearch {
  async function ask(engine: SearchIndex, query: TextQuery): Promise<TextMatch[] | null> {
    const asked = now();
    if (!pause.mayAsk(asked)) {
      onDegraded('paused', null);
      return null;
    }
    const signal = AbortSignal.timeout(budgetMs);
    try {
      const matches = await withAbort(engine.match(query, signal), signal);
      pause.answered();
      return matches;
    } catch (error) {
      pause.failed(now(), signal.aborted || now() - asked >= COSTLY_MS);
      onDegraded(signal.aborted ? 'timeout' : 'error', error);
      return null;
    }
  }

  return {
    engine: (primary ?? postgres).engine,
    postgres,
    async match(query) {
      const matches = primary && (await ask(primary, query));
      if (matches) return { matches, degraded: false };
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
