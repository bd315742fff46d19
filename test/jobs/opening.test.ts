import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView } from '../../src/jobs';
import { answer, refusedFields } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Cast, openCast } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** What the law and the lists ask of a posting before it opens. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

describe('what may not open', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    [
      'more than 24 hours a week part-time',
      { schedule: { kind: 'shifts', shifts: [{ days: 'Mo-Fr', start: '09:00', end: '14:00' }] } },
      ['/schedule over_week_hours'],
    ],
    [
      'a window of more than 24 hours a week',
      {
        schedule: {
          kind: 'window',
          windows: [{ days: 'Mo-Su', start: '08:00', end: '21:00' }],
          hoursPerWeek: 24.5,
        },
      },
      ['/schedule over_week_hours'],
    ],
    [
      'monthly pay part-time',
      { pay: { amount: 25, unit: 'hour', settlement: 'monthly' } },
      ['/pay/settlement pay_cycle'],
    ],
    ['no settlement', { pay: { amount: 25, unit: 'hour' } }, ['/pay/settlement missing_field']],
  ])('%s', async (_, changes, fields) => {
    const { id } = await answer<JobView>(cast.service.post('/api/jobs', { ...jobDraft(), ...changes }), 201);
    expect(await refusedFields(cast.service.post(`/api/jobs/${id}/publish`))).toEqual(fields);
    expect((await answer<JobView>(cast.service.get(`/api/jobs/${id}`))).status).toBe('draft');
  });

  it.each<[string, Record<string, unknown>]>([
    [
      'exactly 24 hours',
      { schedule: { kind: 'shifts', shifts: [{ days: 'Mo-Sa', start: '09:00', end: '13:00' }] } },
    ],
    [
      'any two long days of five',
      {
        schedule: {
          kind: 'shifts',
          commitment: { atLeast: 2 },
          shifts: [{ days: 'Mo-Fr', start: '08:00', end: '20:00' }],
        },
      },
    ],
    [
      'sixteen hours on each of two weekends',
      {
        schedule: {
          kind: 'shifts',
          shifts: ['06', '07', '13', '14'].map((day) => ({
            date: `2026-06-${day}`,
            start: '09:00',
            end: '17:00',
          })),
        },
      },
    ],
    [
      'full time with monthly pay',
      {
        engagement: 'full_time',
        pay: { amount: 25, unit: 'hour', settlement: 'monthly' },
        schedule: { kind: 'shifts', shifts: [{ days: 'Mo-Fr', start: '09:00', end: '17:00' }] },
      },
    ],
    [
      'a household with monthly pay',
      {
        business: { name: '某家庭', kind: 'household' },
        pay: { amount: 25, unit: 'hour', settlement: 'monthly' },
      },
    ],
  ])('but %s may', async (_, changes) => {
    const { id } = await answer<JobView>(cast.service.post('/api/jobs', { ...jobDraft(), ...changes }), 201);
    expect((await answer<JobView>(cast.service.post(`/api/jobs/${id}/publish`))).status).toBe('open');
  });
});
