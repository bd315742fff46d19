import { describe, expect, it } from 'vitest';
import { PAUSE_MS } from '../../src/kernel/pause';
import { createStreets, estimate, NoStreet } from '../../src/places';
import { HOME } from '../support/builders';

/** A guarded router whose clock the test moves. */
function guarded(budgetMs = 50) {
  const told: string[] = [];
  const clock = { now: 0 };
  const streets = createStreets(estimate, (reason) => told.push(reason), {
    now: () => clock.now,
    budgetMs,
  });
  return { told, clock, streets };
}
const never = () => new Promise<never>(() => {});

describe('a router that may be slow or down', () => {
  it('is asked, and its answer taken', async () => {
    const { told, streets } = guarded();
    const answer = await streets.ask('walk', (router) => router.journeys(HOME, 'walk', [HOME]));
    expect(answer?.to).toEqual([{ minutes: 0, metres: 0 }]);
    expect(told).toEqual([]);
  });

  it('gets one budget for everything, is then left alone, and tried again by one', async () => {
    const { told, clock, streets } = guarded();
    expect(await streets.ask('walk', never)).toBeNull();
    expect(await streets.ask('walk', async () => 'answer')).toBeNull();
    expect(told).toEqual(['streets_timeout', 'streets_paused']);
    expect(await streets.ask('bike', async () => 'by bicycle')).toBe('by bicycle');
    clock.now = PAUSE_MS;
    const trying = streets.ask('walk', async (_, signal) => {
      expect(signal.aborted).toBe(false);
      return 'back';
    });
    expect(await streets.ask('walk', async () => 'too early')).toBeNull();
    expect(await trying).toBe('back');
    expect(await streets.ask('walk', async () => 'again')).toBe('again');
  });

  it('stands for nothing when it fails, and is asked again when failing cost nobody anything', async () => {
    const { told, streets } = guarded();
    expect(await streets.ask('walk', () => Promise.reject(new Error('refused')))).toBeNull();
    expect(await streets.ask('walk', async () => 'well')).toBe('well');
    expect(told).toEqual(['streets_error']);
  });

  it('has answered when it knows no street', async () => {
    const { told, streets } = guarded();
    await expect(streets.ask('walk', () => Promise.reject(new NoStreet()))).rejects.toBeInstanceOf(NoStreet);
    expect(told).toEqual([]);
    streets.none();
    expect(told).toEqual(['streets_none']);
  });

  it('has one budget for an answer that asks several times, in any modes', async () => {
    const { told, clock, streets } = guarded(1_000);
    const together = streets.together();
    const taking = (ms: number) => async () => {
      clock.now += ms;
      return 'answer';
    };
    expect(await together.ask('walk', taking(600))).toBe('answer');
    // What passes between two questions is not the router's.
    clock.now += 5_000;
    expect(await together.ask('bike', taking(400))).toBe('answer');
    expect(await together.ask('walk', taking(1))).toBeNull();
    expect(told).toEqual(['streets_timeout']);
    expect(await streets.ask('walk', taking(1))).toBe('answer');
    expect(await streets.together(2_000).ask('walk', taking(1_500))).toBe('answer');
  });

  it('is left alone when it answered none of them, not when much was asked', async () => {
    const { told, streets } = guarded(50);
    const much = streets.together();
    expect(await much.ask('walk', async () => 'answer')).toBe('answer');
    expect(await much.ask('walk', never)).toBeNull();
    expect(await streets.ask('walk', async () => 'for others')).toBe('for others');
    expect(await streets.together().ask('walk', never)).toBeNull();
    expect(await streets.ask('walk', async () => 'for others')).toBeNull();
    expect(told).toEqual(['streets_timeout', 'streets_timeout', 'streets_paused']);
  });
});
