import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS, type Parts, plainWeights, scoreOf } from '../../src/matching';
import { answer } from '../support/answers';
import { HOME, streetMetresNorth } from '../support/builders';
import { profile } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** 只按距离和时间排 (PIPL art. 24): nothing but the journey and the hours moves a posting. */
const PLAIN = plainWeights(DEFAULT_WEIGHTS);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const base: fc.Arbitrary<Parts> = fc.record({
  fit: fc.oneof(share, fc.constant(Number.NaN)),
  freedom: share,
  minutes: fc.double({ min: 0, max: 30, noNaN: true }),
  limit: fc.constant(15),
  text: fc.oneof(share, fc.constant(Number.NaN)),
  hourlyFen: fc.integer({ min: 1000, max: 9000 }),
  floorFen: fc.constant(2300),
  skills: fc.oneof(share, fc.constant(Number.NaN)),
  ageDays: fc.double({ min: 0, max: 60, noNaN: true }),
});

it('the score does not move with words, pay, skills and age, and does with travel', () => {
  fc.assert(
    fc.property(base, base, (one, other) => {
      const { text, hourlyFen, skills, ageDays } = other;
      expect(scoreOf({ ...one, text, hourlyFen, skills, ageDays }, PLAIN)).toBe(scoreOf(one, PLAIN));
      const [near, far] = [Math.min(one.minutes, 14), Math.min(one.minutes, 14) + 0.5];
      expect(scoreOf({ ...one, minutes: near }, PLAIN)).toBeGreaterThan(
        scoreOf({ ...one, minutes: far }, PLAIN),
      );
    }),
  );
});

describe('lists', () => {
  let t: TestStation;
  beforeAll(async () => {
    t = await openTestStation();
    await t.openJob({ title: '近处保洁', place: streetMetresNorth(200), occupation: '保洁员' });
    const pay = { amount: 60, unit: 'hour' as const, settlement: 'daily' as const };
    await t.openJob({ title: '远处洗碗', place: streetMetresNorth(450), pay, occupation: '洗碗工' });
  });
  afterAll(() => t.close());

  interface Listed {
    items: { job: { title: string } }[];
  }
  const titles = ({ items }: Listed) => items.map(({ job }) => job.title);
  const at = `lat=${HOME.lat}&lng=${HOME.lng}`;

  it('of a search go by pay as well, and by distance alone when it is asked for', async () => {
    const ask = async (more: string) =>
      titles(await answer<Listed>(t.client().get(`/api/jobs?${at}${more}`)));
    expect(await ask('')).toEqual(['远处洗碗', '近处保洁']);
    expect(await ask('&plain=1')).toEqual(['近处保洁', '远处洗碗']);
    expect(await ask('&plain=0')).toEqual(await ask(''));
    expect((await t.client().get('/api/jobs?plain=yes')).status).toBe(400);
  });

  it('of a profile follow its setting', async () => {
    const draft = profile({ home: HOME, occupations: ['洗碗工'] });
    const { id } = await answer<{ id: string }>(t.service().post('/api/candidates', draft), 201);
    const list = async () => titles(await answer<Listed>(t.service().get(`/api/candidates/${id}/matches`)));
    expect(await list()).toEqual(['远处洗碗', '近处保洁']);
    const changed = await answer<{ plain: boolean }>(
      t.service().patch(`/api/candidates/${id}`, { plain: true }),
    );
    expect(changed.plain).toBe(true);
    expect(await list()).toEqual(['近处保洁', '远处洗碗']);
  });
});
