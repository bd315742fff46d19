import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyJob, type JobView, type JobWithBusiness, openingProblems } from '../../src/jobs';
import type { ScheduleRules } from '../../src/kernel/schedule';
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
    [
      'an hour for less than the floor',
      { pay: { amount: 22.99, unit: 'hour', settlement: 'daily' } },
      ['/pay/amount below_floor'],
    ],
    [
      'a day that comes to less than the floor by the hour',
      { pay: { amount: 180, unit: 'day', expectedHours: 8, settlement: 'daily' } },
      ['/pay/amount below_floor'],
    ],
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
    ['exactly the floor', { pay: { amount: 23, unit: 'hour', settlement: 'daily' } }],
    [
      'a household under the floor',
      {
        business: { name: '某家庭', kind: 'household' },
        pay: { amount: 15, unit: 'hour', settlement: 'daily' },
      },
    ],
    [
      'full time under the floor of part-time work',
      { engagement: 'full_time', pay: { amount: 20, unit: 'hour', settlement: 'monthly' } },
    ],
  ])('but %s may', async (_, changes) => {
    const { id } = await answer<JobView>(cast.service.post('/api/jobs', { ...jobDraft(), ...changes }), 201);
    expect((await answer<JobView>(cast.service.post(`/api/jobs/${id}/publish`))).status).toBe('open');
  });
});

describe('the hourly floor', () => {
  const job = (amount: number, schedule: ScheduleRules | null = null): JobWithBusiness => ({
    job: {
      ...emptyJob({ id: 'j', stationId: 's', businessId: 'b', title: '洗碗工', createdAt: 0 }),
      pay: {
        amountFen: amount,
        maxFen: null,
        unit: 'hour',
        expectedHours: null,
        settlement: 'daily',
        hourlyFen: amount,
      },
      schedule,
    },
    business: { id: 'b', name: '面馆', kind: 'shop', verifiedUntil: 0, blocked: false },
  });
  const on = (date: string): ScheduleRules => ({
    kind: 'shifts',
    atLeast: null,
    hoursPerWeek: null,
    minBlockMinutes: null,
    rules: [{ days: null, date, startMinute: 540, endMinute: 720 }],
  });
  const isBelow = (found: JobWithBusiness, today: string, areaClass = 1) =>
    openingProblems(found, { today, areaClass }).some(({ code }) => code === 'below_floor');

  it('rises on 2025-12-01', () => {
    expect(isBelow(job(2060), '2025-11-30')).toBe(false);
    expect(isBelow(job(2299), '2025-12-01')).toBe(true);
    expect(isBelow(job(2300), '2025-12-01')).toBe(false);
  });

  it('is that of the work date, not of the day of writing', () => {
    expect(isBelow(job(2100, on('2025-11-30')), '2025-11-20')).toBe(false);
    expect(isBelow(job(2100, on('2025-12-01')), '2025-11-20')).toBe(true);
  });

  it('is that of the class of the station', () => {
    expect([1, 2, 3].map((areaClass) => isBelow(job(2000), '2026-01-01', areaClass))).toEqual([
      true,
      true,
      false,
    ]);
  });
});
