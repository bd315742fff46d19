import { describe, expect, it } from 'vitest';
import { createPause, PAUSE_MS } from '../../src/kernel/pause';

/** Times are given: nothing here waits. */
describe('an engine that made a search wait', () => {
  it('is left alone for a while, then asked by one search at a time', () => {
    const pause = createPause();
    expect([pause.mayAsk(0), pause.mayAsk(0)]).toEqual([true, true]);
    pause.failed(500, true);
    expect([500, 501, 500 + PAUSE_MS - 1].map((now) => pause.mayAsk(now))).toEqual([false, false, false]);
    expect(pause.mayAsk(500 + PAUSE_MS)).toBe(true);
    // The others do not wait for the one that finds out.
    expect(pause.mayAsk(500 + PAUSE_MS)).toBe(false);
  });

  it('is asked by everybody again as soon as it answers', () => {
    const pause = createPause();
    pause.failed(0, true);
    expect(pause.mayAsk(PAUSE_MS)).toBe(true);
    pause.answered();
    expect([pause.mayAsk(PAUSE_MS), pause.mayAsk(PAUSE_MS)]).toEqual([true, true]);
  });

  it('is left alone again when it fails again', () => {
    const pause = createPause();
    pause.failed(0, true);
    expect(pause.mayAsk(PAUSE_MS)).toBe(true);
    pause.failed(PAUSE_MS + 500, true);
    expect(pause.mayAsk(PAUSE_MS + 501)).toBe(false);
    expect(pause.mayAsk(2 * PAUSE_MS + 500)).toBe(true);
  });

  it('ends the pause by answering a search that was under way', () => {
    const pause = createPause();
    expect([pause.mayAsk(0), pause.mayAsk(0)]).toEqual([true, true]);
    pause.failed(500, true);
    pause.answered();
    expect(pause.mayAsk(501)).toBe(true);
  });
});

describe('an engine that refuses at once', () => {
  it('is asked every time: it costs nothing', () => {
    const pause = createPause();
    for (let now = 0; now < 3; now++) {
      expect(pause.mayAsk(now)).toBe(true);
      pause.failed(now, false);
    }
  });

  it('is asked every time also after a pause, but its refusal does not shorten one', () => {
    const pause = createPause();
    expect(pause.mayAsk(0)).toBe(true);
    pause.failed(500, true);
    pause.failed(501, false);
    expect(pause.mayAsk(502)).toBe(false);
    expect(pause.mayAsk(500 + PAUSE_MS)).toBe(true);
    pause.failed(501 + PAUSE_MS, false);
    expect([pause.mayAsk(502 + PAUSE_MS), pause.mayAsk(502 + PAUSE_MS)]).toEqual([true, true]);
  });
});
