import { expect, it } from 'vitest';
import { estimate } from '../../src/places';
import { travelTimeContract } from '../contracts/travel-time.suite';
import { HOME } from '../support/builders';

travelTimeContract('estimate', () => ({ travel: estimate, at: HOME }));

it('needs no street', async () => {
  const { to } = await estimate.journeys({ lat: 30, lng: 123 }, 'walk', [{ lat: 30, lng: 123.001 }]);
  expect(to[0]?.minutes).toBeGreaterThan(1);
});
