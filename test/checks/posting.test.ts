import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPosting, type Finding, type PostingDraft } from '../../src/checks';
import { floorOn, HOURLY_FLOOR, LAW_FIGURES } from '../../src/trust';

const complete: PostingDraft = {
  title: '洗碗工',
  business: { name: '老杨烩面馆', kind: 'shop' },
  place: { address: '滨溪路12号', lat: 35.19, lng: 113.26 },
  pay: { amount: 24, unit: 'hour', settlement: 'daily' },
  schedule: {},
};
const check = (draft: PostingDraft, workDate = '2026-06-01', areaClass = 1) =>
  checkPosting({ ...complete, ...draft }, { workDate, areaClass });
const codes = (findings: readonly Finding[]) => findings.map(({ code, field }) => `${field} ${code}`);

describe('spans', () => {
  it.each([
    ['招人，押.金三百', '押.金三百'],
    ['招人，押 金 五十', '押 金 五十'],
    ['领料要交押金200元', '领料要交押金200元'],
    ['😀😀招女工两名', '招女'],
    ['領班，謝絕男士', '謝絕男士'],
    ['工服 费一百二，自备', '工服 费一百二'],
  ])('of %j are those of the original text', (description, words) => {
    const [first] = check({ description });
    expect(description.slice(first?.start, first?.end)).toBe(words);
  });

  it('lie within their field, whatever the text', () => {
    const pieces = [
      '招',
      '女',
      '押',
      '金',
      '加',
      'V',
      '❤',
      ' ',
      '\n',
      '微',
      '1',
      '3',
      '8',
      '不',
      '。',
      '岁',
      '①',
      '押金',
      '😀',
      '\ud83d',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (list) => {
        const description = list.join('');
        for (const { field, start, end } of check({ description })) {
          if (field === 'description') {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(description.length);
          }
        }
      }),
    );
  });
});

describe('the floor', () => {
  const draft = { description: '每小时22元', pay: { amount: 22, unit: 'hour', settlement: 'daily' } };

  it('holds from the day of its row on, in words and figures', () => {
    expect(codes(check(draft, '2025-11-30'))).toEqual([]);
    expect(codes(check(draft, '2025-12-01'))).toEqual(['description below_floor', 'pay.amount below_floor']);
    expect(check(draft, '2025-12-01')[1]).toMatchObject({
      values: { hourly: 22, floor: 23 },
      suggestion: { replace: '23' },
    });
    expect(codes(check(draft, '2025-12-01', 2))).toEqual([]);
  });

  it('does not hold for households and full-time work', () => {
    expect(codes(check({ ...draft, engagement: 'full_time' }))).toEqual([]);
    expect(codes(check({ ...draft, business: { name: '李家', kind: 'household' } }))).toEqual([]);
  });

  it('is data with dates and sources; what nobody has confirmed says so', () => {
    expect(HOURLY_FLOOR.map(({ from }) => from)).toEqual(HOURLY_FLOOR.map(({ from }) => from).sort());
    for (const row of HOURLY_FLOOR) expect(row.source.length).toBeGreaterThan(10);
    expect(floorOn('2026-01-01').verified).toBe(false);
    for (const figure of Object.values(LAW_FIGURES)) {
      expect(figure.from).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(figure.source).not.toBe('');
    }
  });
});

describe('fields', () => {
  it('that are missing are told, one by one', () => {
    expect(codes(checkPosting({}, { workDate: '2026-06-01', areaClass: 1 }))).toEqual([
      'title missing_field',
      'business.name missing_field',
      'place missing_field',
      'pay.amount missing_field',
      'schedule missing_field',
    ]);
    expect(codes(check({ pay: { amount: 200, unit: 'day' } }))).toEqual([
      'pay.expectedHours missing_field',
      'pay.settlement missing_field',
    ]);
  });

  it('with figures that break the law', () => {
    expect(codes(check({ pay: { amount: 30, unit: 'hour', settlement: 'monthly' } }))).toEqual([
      'pay.settlement pay_cycle',
    ]);
    expect(codes(check({ requirements: { minAge: 25 } }))).toEqual(['requirements.minAge age']);
    expect(codes(check({ requirements: { minAge: 18 } }))).toEqual([]);
  });

  it('are each read: notes, certificates, names and addresses', () => {
    const found = check({
      title: '招女工',
      business: { name: '加微信abc123', kind: 'shop' },
      place: { address: '找老张13812345678', lat: 35, lng: 113 },
      requirements: { note: '外地勿扰', certificates: ['健康证', '押金200'] },
    });
    expect(codes(found)).toEqual([
      'title sex',
      'requirements.note origin',
      'requirements.certificates.1 deposit',
      'business.name lure',
      'place.address lure',
    ]);
  });
});

it('repeats no words of the posting', () => {
  const told = JSON.stringify(check({ description: '联系电话13812345678，加微信abc12345' }));
  expect(told).not.toContain('13812345678');
  expect(told).not.toContain('abc12345');
});
