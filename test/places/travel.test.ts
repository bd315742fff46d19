import { describe, expect, it } from 'vitest';
import { MODES } from '../../src/kernel/vocabulary';
import {
  estimateMinutes,
  estimateTravel,
  radiusMetres,
  SPEED_METRES_PER_MINUTE,
  withinLimit,
} from '../../src/places/travel';
import { HOME, streetMetresNorth } from '../support/builders';

describe('the estimate', () => {
  it.each([
    ['walk', 520, 6.5],
    ['walk', 1590, 19.875],
    ['slow', 780, 13],
    ['slow', 1000, 16.6667],
    ['bike', 1000, 5],
    ['ebike', 1500, 5],
    ['car', 2000, 5],
  ] as const)('%s %i m along streets: %f minutes', (mode, metres, minutes) => {
    const travel = estimateTravel(HOME, streetMetresNorth(metres), mode);
    expect(travel).toMatchObject({ mode, source: 'estimate' });
    expect(travel.minutes).toBeCloseTo(minutes, 3);
    expect(travel.metres).toBeCloseTo(metres, 3);
  });

  it('is the same there and back, and nothing at the place itself', () => {
    const place = { lat: 35.2, lng: 113.3 };
    expect(estimateTravel(HOME, place, 'bike').minutes).toBe(estimateTravel(place, HOME, 'bike').minutes);
    expect(estimateTravel(HOME, HOME, 'walk').minutes).toBe(0);
  });
});

describe('the limit', () => {
  it('is met with a hundredth of a minute of tolerance', () => {
    expect([14.99, 15, 15.01, 15.011].map((minutes) => withinLimit(minutes, 15))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it.each(MODES)('the circle of %s holds exactly what is within it', (mode) => {
    for (const limit of [1, 15, 120]) {
      const radius = radiusMetres(limit, mode);
      expect(withinLimit(estimateMinutes(radius * 0.999999, mode), limit)).toBe(true);
      expect(withinLimit(estimateMinutes(radius * 1.00001, mode), limit)).toBe(false);
      expect(radius).toBeCloseTo(((limit + 0.01) * SPEED_METRES_PER_MINUTE[mode]) / 1.3, 6);
    }
  });
});
