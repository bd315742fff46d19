import { createPause, type Pause } from '../kernel/pause';
import type { Mode } from '../kernel/vocabulary';
import { NoStreet, type TravelTime } from './ports';

/** How long the router may take for everything that one search wants of it, ms. */
export const STREETS_BUDGET_MS = 300;
/** The same for the outline of a circle, which nobody waits for with a list, ms. */
export const CIRCLE_BUDGET_MS = 2_000;
/** An error that took longer than this made people wait, as a time-out does, ms. */
const COSTLY_MS = 100;

/**
 * Told of every search for which streets were not known: the router did not answer in time, with an error or with
 * nonsense, was not asked so soon after it had made others wait (`paused`), or knows no street there.
 */
export type OnStreetsDegraded = (
  reason: 'streets_timeout' | 'streets_error' | 'streets_paused' | 'streets_none',
  error: unknown,
) => void;

/** A street router that may be slow or down. */
export interface Streets {
  /**
   * Lets `work` ask the router, within one budget for all of it; null when the router did not answer: whoever asks goes
   * on with the estimate. Each mode is paused by itself: a router may be quick on foot and slow by car.
   * @throws NoStreet when the router answered that no street is near
   */
  ask<T>(
    mode: Mode,
    work: (router: TravelTime, signal: AbortSignal) => Promise<T>,
    budgetMs?: number,
  ): Promise<T | null>;
  /**
   * The same for an answer that asks several times: all that it asks has one budget together. To run out of it after the
   * router has answered something means that much was asked, not that it is slow, and keeps nobody else from it.
   */
  together(budgetMs?: number): Pick<Streets, 'ask'>;
  /** Says that a search went on without streets although the router answered. */
  none(): void;
}

/**
 * Guards a router.
 * @param now ms of a clock that never goes back
 */
export function createStreets(
  router: TravelTime,
  onDegraded: OnStreetsDegraded = () => {},
  patience: { now?: () => number; budgetMs?: number } = {},
): Streets {
  const { now = () => performance.now(), budgetMs: usual = STREETS_BUDGET_MS } = patience;
  const pauses = new Map<Mode, Pause>();
  const pauseOf = (mode: Mode) => {
    const pause = pauses.get(mode) ?? createPause();
    pauses.set(mode, pause);
    return pause;
  };
  /** @param isSlow whether a time-out says something about the router */
  async function guarded<T>(
    mode: Mode,
    work: (router: TravelTime, signal: AbortSignal) => Promise<T>,
    ms: number,
    isSlow: () => boolean,
  ): Promise<T | null> {
    const pause = pauseOf(mode);
    const asked = now();
    if (!pause.mayAsk(asked)) {
      onDegraded('streets_paused', null);
      return null;
    }
    const signal = AbortSignal.timeout(ms);
    try {
      const answer = await withAbort(work(router, signal), signal);
      pause.answered();
      return answer;
    } catch (error) {
      if (error instanceof NoStreet) {
        pause.answered();
        throw error;
      }
      pause.failed(now(), (signal.aborted || now() - asked >= COSTLY_MS) && isSlow());
      onDegraded(signal.aborted ? 'streets_timeout' : 'streets_error', error);
      return null;
    }
  }

  return {
    ask: (mode, work, budgetMs = usual) => guarded(mode, work, budgetMs, () => true),
    together(budgetMs = usual) {
      let left = budgetMs;
      let underWay = 0;
      let since = 0;
      let hasAnswered = false;
      return {
        async ask(mode, work) {
          if (underWay === 0) since = now();
          const rest = Math.ceil(left - (now() - since));
          if (rest <= 0) {
            onDegraded('streets_timeout', null);
            return null;
          }
          underWay++;
          try {
            const answer = await guarded(mode, work, rest, () => !hasAnswered);
            hasAnswered ||= answer !== null;
            return answer;
          } finally {
            underWay--;
            if (underWay === 0) left -= now() - since;
          }
        },
      };
    },
    none: () => onDegraded('streets_none', null),
  };
}

/** Settles with the promise, or rejects at the abort: a client that ignores its signal must not hold us up. */
function withAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}
