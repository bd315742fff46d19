import { describe, expect, it } from 'vitest';
import { readListedPay } from '../../../src/jobs/import/listing-pay';

const read = (min: string, max: string, text = '') => readListedPay({ min, max, text });

describe('readListedPay', () => {
  it.each([
    ['4000', '6000', '', { amount: 4000, max: 6000, unit: 'month' }],
    ['4500.00', '4500.00', '有加班费，加班 20元/小时', { amount: 4500, unit: 'month' }],
    ['5000', '', '', { amount: 5000, unit: 'month' }],
    ['7000', '9000', '薪资 300元/天起，月综合 7000-9000元/月', { amount: 7000, max: 9000, unit: 'month' }],
    ['200', '240', '当班结账，日结200+', { amount: 200, max: 240, unit: 'day' }],
    ['280', '320', '临时理货 300一天 包饭', { amount: 280, max: 320, unit: 'day' }],
    ['100', '120', '津贴100-120/天', { amount: 100, max: 120, unit: 'day' }],
    ['20', '22', '20-22元/小时，管饭', { amount: 20, max: 22, unit: 'hour' }],
    ['80', '120', '80元每小时，晚场120', { amount: 80, max: 120, unit: 'hour' }],
    ['18', '18', '工资18一个小时', { amount: 18, unit: 'hour' }],
    ['6', '9', '单价6-9块，多劳多得', { amount: 6, max: 9, unit: 'piece' }],
    ['0.5', '0.8', '折盒子，0.5元/件起', { amount: 0.5, max: 0.8, unit: 'piece' }],
    ['5', '8', '综合月薪 5-8千', { amount: 5000, max: 8000, unit: 'month' }],
    ['6', '8', '月薪6k-8k', { amount: 6000, max: 8000, unit: 'month' }],
  ])('%s–%s with "%s"', (min, max, text, expected) => {
    expect(read(min, max, text)).toEqual(expected);
  });

  it.each([
    ['15', '20', '奶茶店招人', 'a small number without a unit'],
    ['150', '300', '兼职主播', 'a number of a day, not said to be one'],
    ['8', '15', '单价 8-15元/单，月薪 8-15千', 'two units for the same numbers'],
    ['8', '15', '单价 15-25元/单', 'another price'],
    ['200', '240', '200元/天，或 200元/单', 'two units quoted'],
    ['800', '2000', '学徒', 'too little for a month, too much for a day'],
    ['8', '10', '每天工作8-10小时', 'a duration that looks like a price'],
    ['40', '60', '日均 40-60单', 'a count that looks like a price'],
    ['20000', '30000', '年薪 20000-30000', 'a year'],
    ['50000', '100000', '', 'more than any month'],
    ['6000', '4000', '', 'the most below the least'],
    ['面议', '', '', 'words'],
    ['-5', '10', '-5元/小时', 'less than nothing'],
    ['1e9', '1e9', '', 'another notation'],
  ])('leaves %s–%s with "%s" out: %s', (min, max, text) => {
    expect(read(min, max, text)).toBe('unclear');
  });

  it('knows no pay where none is listed', () => {
    expect(read('', '', '200元/天')).toBeNull();
    expect(read('0.00', '0.00')).toBeNull();
  });
});
