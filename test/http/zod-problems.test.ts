import type { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { fieldProblems, pointerOf } from '../../src/http/zod-problems';
import { jobDraftSchema } from '../../src/jobs';

function problems(schema: z.ZodType, value: unknown) {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : fieldProblems(parsed.error);
}
const ofDraft = (changes: object) =>
  problems(jobDraftSchema, { title: '洗碗工', business: { name: '测试店' }, ...changes });

describe('fieldProblems', () => {
  it.each([
    ['a missing field', { title: undefined }, { pointer: '/title', code: 'required' }],
    ['an empty text', { title: '  ' }, { pointer: '/title', code: 'required' }],
    ['a wrong type', { title: 7 }, { pointer: '/title', code: 'type' }],
    ['null', { pay: null }, { pointer: '/pay', code: 'type' }],
    ['a long text', { title: '工'.repeat(61) }, { pointer: '/title', code: 'too_long', values: { max: 60 } }],
    [
      'a latitude of 91',
      { place: { lat: 91, lng: 1 } },
      { pointer: '/place/lat', code: 'too_big', values: { max: 90 } },
    ],
    ['a half number', { headcount: 1.5 }, { pointer: '/headcount', code: 'whole_number' }],
    ['nobody wanted', { headcount: 0 }, { pointer: '/headcount', code: 'too_small', values: { min: 1 } }],
    ['an unknown value', { engagement: 'slave' }, { pointer: '/engagement', code: 'unknown_value' }],
    ['an unknown value in a list', { benefits: ['tips'] }, { pointer: '/benefits/0', code: 'unknown_value' }],
    ['an unknown field', { salary: 1 }, { pointer: '/salary', code: 'unknown_field' }],
    [
      'an unknown field inside',
      { pay: { amount: 1, unit: 'hour', tip: 1 } },
      { pointer: '/pay/tip', code: 'unknown_field' },
    ],
    [
      'a check of our own',
      { pay: { amount: 9, max: 8, unit: 'hour' } },
      { pointer: '/pay/max', code: 'max_below_amount' },
    ],
    ['a date that is none', { validThrough: '2026-02-30' }, { pointer: '/validThrough', code: 'date' }],
    [
      'an unknown kind of schedule',
      { schedule: { kind: 'x' } },
      { pointer: '/schedule/kind', code: 'unknown_value' },
    ],
    [
      'a list without items',
      { schedule: { kind: 'shifts', shifts: [] } },
      { pointer: '/schedule/shifts', code: 'too_few_items', values: { min: 1 } },
    ],
  ])('names the field and the code of %s', (_, changes, problem) => {
    expect(ofDraft(changes)).toEqual([problem]);
  });

  it('says of a union what the branch that was meant found', () => {
    const shifts = [{ days: 'Mo', start: '09:00', end: '10:00' }];
    expect(ofDraft({ schedule: { kind: 'shifts', commitment: { atLeast: 99 }, shifts } })).toEqual([
      { pointer: '/schedule/commitment/atLeast', code: 'too_big', values: { max: 50 } },
    ]);
    expect(ofDraft({ schedule: { kind: 'shifts', commitment: 'some', shifts } })).toEqual([
      { pointer: '/schedule/commitment', code: 'unknown_value' },
    ]);
  });

  it('escapes pointers and names every unknown key, those of prototypes too', () => {
    expect(pointerOf(['a/b', '~', 0])).toBe('/a~1b/~0/0');
    const hostile = JSON.parse('{"title":"x","business":{"name":"y"},"__proto__":{"admin":1},"a/b":1}');
    expect(problems(jobDraftSchema, hostile)).toEqual([
      { pointer: '/__proto__', code: 'unknown_field' },
      { pointer: '/a~1b', code: 'unknown_field' },
    ]);
  });

  it('repeats nothing of the input and stops at fifty', () => {
    const keys = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`secret-${i}`, 'value']));
    const found = ofDraft(keys);
    expect(found).toHaveLength(50);
    expect(JSON.stringify(ofDraft({ engagement: 'geheim' }))).not.toContain('geheim');
  });
});
