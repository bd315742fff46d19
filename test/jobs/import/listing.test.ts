import { describe, expect, it } from 'vitest';
import { isListing, listingReader, surveyPins } from '../../../src/jobs';
import { LISTING_COLUMNS, type ListingRow, lineOfListing } from '../../../src/jobs/import/listing';
import { shippedLexicon } from '../../../src/search';
import { requirementText } from '../../../src/web/text/imports';

const words = { lexicon: shippedLexicon, requirement: requirementText };
const EMPTY = Object.fromEntries(LISTING_COLUMNS.map((name) => [name, ''])) as ListingRow;
const row = (changes: Partial<ListingRow> = {}): ListingRow => ({
  ...EMPTY,
  id: 'L_1',
  title: '仓库理货员',
  company: '测试仓储有限公司',
  region: '河南省焦作市解放区',
  address: '解放区测试路1号',
  lng: '113.2690',
  lat: '35.1890',
  description: '把货摆上架。',
  salary_min: '4000',
  salary_max: '5000',
  ...changes,
});
const line = (changes: Partial<ListingRow> = {}) => lineOfListing(2, row(changes), surveyPins([]), words);
const draft = (changes: Partial<ListingRow> = {}) => line(changes).draft;

describe('a row of a foreign list', () => {
  it('becomes a draft with what it has, and without hours', () => {
    expect(line()).toEqual({
      line: 2,
      externalId: 'L_1',
      problems: [],
      draft: {
        externalId: 'L_1',
        title: '仓库理货员',
        description: '把货摆上架。',
        business: { name: '测试仓储有限公司', kind: 'company' },
        place: { address: '解放区测试路1号', lat: 35.189, lng: 113.269, datum: 'gcj02', precision: 'street' },
        pay: { amount: 4000, max: 5000, unit: 'month' },
        engagement: 'full_time',
        headcount: 1,
        benefits: [],
        requirements: {},
      },
    });
  });

  it.each([
    ['id', { id: ' ' }, '/id', 'required'],
    ['title', { title: '' }, '/title', 'required'],
    ['company', { company: '\u200e' }, '/company', 'required'],
    ['title of signs only', { title: '???***' }, '/title', 'meaningless'],
    ['company of figures only', { company: '10086' }, '/company', 'meaningless'],
    ['id that is too long', { id: 'x'.repeat(121) }, '/externalId', 'too_long'],
  ])('is refused for its %s, by field and code', (_, changes, pointer, code) => {
    const refused = line(changes);
    expect(refused.draft).toBeNull();
    expect(refused.problems.map((p) => [p.pointer, p.code])).toEqual([[pointer, code]]);
  });

  it('is never placed at the door: its datum is not declared', () => {
    expect(draft()?.place?.precision).toBe('street');
    expect(draft({ address: '焦作·解放区' })?.place?.precision).toBe('area');
  });

  it('keeps the address of a pin that cannot be trusted, and notes why', () => {
    const taken = line({ lng: '-0.0219', lat: '-0.0087' });
    expect(taken.draft?.place).toEqual({ address: '解放区测试路1号', datum: 'wgs84', precision: 'door' });
    expect(taken.notes).toEqual([{ pointer: '/place', code: 'no_coordinates' }]);
  });

  it('has no place without address, region and pin; the region stands in for the address', () => {
    expect(draft({ address: '', region: '', lng: '', lat: '' })).not.toHaveProperty('place');
    expect(draft({ address: '', lng: '', lat: '' })?.place?.address).toBe('河南省焦作市解放区');
  });

  it('leaves an unclear pay out and notes it', () => {
    const taken = line({ salary_min: '15', salary_max: '20' });
    expect(taken.draft).not.toHaveProperty('pay');
    expect(taken.notes).toEqual([{ pointer: '/pay', code: 'pay_unclear' }]);
  });

  it.each([
    [{ title: '兼职理货员' }, 'part_time'],
    [{ skills: '无需经验,兼职' }, 'part_time'],
    [{ title: '仓库临时工' }, 'part_time'],
    [{ skills: '八小时工作制' }, 'full_time'],
    [{ title: '理货员（可兼职）' }, 'full_time'],
    [{ skills: '全职兼职均可' }, 'full_time'],
    [{ salary_min: '200', salary_max: '240', description: '200元/天' }, 'part_time'],
    [{ salary_min: '', salary_max: '' }, 'part_time'],
  ])('%j is %s', (changes, engagement) => {
    expect(draft(changes)?.engagement).toBe(engagement);
  });

  it.each([
    [{ skills: '无需经验,日结工资' }, 'daily'],
    [{ description: '结算方式：周结。' }, 'weekly'],
    [{ title: '保安 月结' }, 'monthly'],
    [{ description: '工资可日结' }, undefined],
    [{ description: '辞工当天结完工资' }, undefined],
    [{ description: '负责回收客户的月结款项' }, undefined],
    [{ skills: '日结,周结,月结' }, undefined],
    [{ description: '工资不日结' }, undefined],
  ])('%j is paid %s', (changes, settlement) => {
    expect(draft(changes)?.pay?.settlement).toBe(settlement);
  });

  it('reads benefits wherever they are said, but not where they are denied', () => {
    expect(draft({ benefits: '五险一金,年终奖', description: '包吃住' })?.benefits?.sort()).toEqual([
      'insurance',
      'lodging',
      'meals',
    ]);
    expect(draft({ description: '不包吃，餐补每月 300' })?.benefits).toEqual([]);
  });

  it('says education and experience as a requirement', () => {
    expect(draft({ education: '高中', experience_years: '1' })?.requirements).toEqual({
      note: '高中，1 年以上经验',
    });
    expect(draft({ education: '学历不限', experience_years: '0' })?.requirements).toEqual({});
  });

  it.each([
    ['老杨烩面馆', 'shop'],
    ['某某便利店(个体工商户)', 'shop'],
    ['测试家政服务部', 'shop'],
    ['测试餐饮管理有限公司一号店', 'company'],
    ['测试大酒店', 'company'],
    ['张三', 'company'],
  ])('%s is a %s', (company, kind) => {
    expect(draft({ company })?.business.kind).toBe(kind);
  });

  it('cuts a title with care and takes out what nobody sees', () => {
    const long = draft({ title: `仓库理货员，${'很轻松'.repeat(12)}，${'日结'.repeat(12)}` })?.title ?? '';
    expect(long.length).toBeLessThanOrEqual(60);
    expect(long.endsWith('很轻松…')).toBe(true);
    expect(draft({ title: '\u202e理货\u0000员\u200b\n急招' })?.title).toBe('理货员 急招');
    expect(draft({ title: `${'😀'.repeat(40)}工` })?.title.isWellFormed()).toBe(true);
    expect(draft({ description: `a\u0000b\n${'长'.repeat(5000)}` })?.description).toHaveLength(4000);
  });
});

describe('listingReader', () => {
  it('knows the list by its columns, in any order', () => {
    expect(isListing([...LISTING_COLUMNS].reverse())).toBe(true);
    expect(isListing(['externalId', 'title', 'business.name'])).toBe(false);
  });

  it('refuses a row with too few or too many cells', () => {
    const read = listingReader(LISTING_COLUMNS, surveyPins([]), words);
    expect(read(5, ['L_1', 'x']).problems).toEqual([
      { pointer: '', code: 'cell_count', values: { columns: LISTING_COLUMNS.length } },
    ]);
    expect(read(6, Object.values(row())).draft?.title).toBe('仓库理货员');
  });
});
