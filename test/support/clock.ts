import type { Clock } from '../../src/kernel/clock';

/** A clock that stands until it is moved. */
export interface TestClock extends Clock {
  /** Moves forward by so many milliseconds. */
  advance(ms: number): void;
  set(iso: string): void;
}

/** Monday 2026-06-01, 09:00 in Shanghai, unless said otherwise. */
export function createTestClock(iso = '2026-06-01T09:00:00+08:00'): TestClock {
  let now = Date.parse(iso);
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (next) => {
      now = Date.parse(next);
    },
  };
}
