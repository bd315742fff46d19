/** How long a search engine that cost a search its whole budget is left alone, ms. */
export const PAUSE_MS = 5_000;

/**
 * When to ask a search engine that has failed: not at all for a while, then by one search at a time until it
 * answers (a circuit breaker: closed, open, half-open). Keeps no timer; whoever asks brings the time along, in ms
 * of a clock that never goes back.
 */
export interface Pause {
  /** Whether this search may ask the engine. Whoever may says afterwards how it went. */
  mayAsk(now: number): boolean;
  answered(): void;
  /** @param costly whether the search had to wait for nothing; an error that comes at once costs none */
  failed(now: number, costly: boolean): void;
}

/** A pause that has not begun. */
export function createPause(pauseMs = PAUSE_MS): Pause {
  /** Until when nobody asks; null while all is well. */
  let until: number | null = null;
  /** Whether a search is finding out just now if the engine is back. */
  let trying = false;
  return {
    mayAsk(now) {
      if (until === null) return true;
      if (now < until || trying) return false;
      trying = true;
      return true;
    },
    answered() {
      until = null;
      trying = false;
    },
    failed(now, costly) {
      if (costly) until = now + pauseMs;
      // The engine refuses, but it does so at once: from now on asking it costs nobody anything.
      else if (trying) until = null;
      trying = false;
    },
  };
}
