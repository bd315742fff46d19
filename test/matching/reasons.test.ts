import { describe, expect, it } from 'vitest';
import { expandSchedule } from '../../src/kernel/schedule';
import { parseWeek } from '../../src/kernel/week-syntax';
import {
  type BoardRow,
  DEFAULT_WEIGHTS,
  evaluate,
  prepareWeek,
  reasonsOf,
  type Search,
  type Terms,
} from '../../src/matching';
import { reasonText } from '../../src/web/text/zh-CN';
import { HOME, streetMetresNorth } from '../support/builders';

/** Why a posting stands where it stands, in numbers and in words. */
const rule = (days: string, from: number, to: number) => ({
  days,
  date: null,
  startMinute: from * 60,
  endMinute: to * 60,
});
const shifts = (atLeast: number | null, ...rules: ReturnType<typeof rule>[]) =>
  expandSchedule({ kind: 'shifts', atLeast, hoursPerWeek: null, minBlockMinutes: null, rules });

const row = (changes: Partial<BoardRow> = {}): BoardRow => ({
  id: '01890000-0000-7000-8000-000000000001',
  businessId: '01890000-0000-7000-8000-000000000002',
  ...streetMetresNorth(520),
  hourlyFen: 2400,
  publishedAt: 0,
  validUntil: Number.MAX_SAFE_INTEGER,
  verifiedUntil: 0,
  occupation: '理货员',
  also: null,
  settlement: 'daily',
  benefits: [],
  engagement: 'part_time',
  businessKind: 'shop',
  minAge: 0,
  certificates: 0,
  traits: 0,
  endsAtRetirement: false,
  schedule: shifts(null, rule('Mo-Sa', 9, 13)),
  ...changes,
});
const search = (free: string | null, changes: Partial<Search> = {}): Search => ({
  origin: HOME,
  mode: 'walk',
  minutes: 15,
  availability: free === null ? null : prepareWeek(parseWeek(free), HOME),
  filters: {},
  wish: {},
  text: null,
  related: new Map(),
  birthDay: null,
  employers: new Map(),
  skills: null,
  ...changes,
});
const terms: Terms = { now: 0, asOf: 0, floorFen: 2300, weights: DEFAULT_WEIGHTS, requireVerified: false };

function textsOf(one: BoardRow, asked: Search): string[] {
  return reasonsOf(evaluate(one, asked, terms), asked.availability).reasons.map((reason) =>
    reasonText(reason, asked.mode),
  );
}

describe('reasons', () => {
  it('tell journey, fit, hours and wage', () => {
    expect(textsOf(row(), search('Mo-Sa 08:00-14:00'))).toEqual([
      '步行 6.5 分钟',
      '时间全合适',
      '每周 24 小时',
      '每小时 24 元',
    ]);
  });

  it('say nothing of a fit that is not known', () => {
    expect(textsOf(row(), search(null))).toEqual(['步行 6.5 分钟', '每周 24 小时', '每小时 24 元']);
  });

  it('name the days that do not fit, each once', () => {
    expect(textsOf(row(), search('Mo-Fr 08:00-14:00'))).toContain('周六不符 (5/6)');
    const twice = row({ schedule: shifts(null, rule('Mo-Sa', 9, 11), rule('Sa', 15, 17)) });
    expect(textsOf(twice, search('Mo-Fr 08:00-14:00'))).toContain('周六不符 (5/7)');
  });

  it('tell the freedom that is left', () => {
    expect(textsOf(row({ schedule: shifts(2, rule('Mo-Fr', 9, 13)) }), search(null))).toContain(
      '可自选班次（5 个班选 2 个）',
    );
    const window = expandSchedule({
      kind: 'window',
      atLeast: null,
      hoursPerWeek: 12.5,
      minBlockMinutes: 60,
      rules: [rule('Mo-Su', 8, 20)],
    });
    expect(textsOf(row({ schedule: window }), search(null))).toContain('时间自己定，每周干够 12.5 小时');
    expect(textsOf(row({ schedule: window }), search('Mo 07:00-14:00'))).toContain('时间合适 47%');
  });

  it('name what was wished and is not there', () => {
    const wish = { occupations: ['洗碗工'], settlements: ['weekly' as const], benefits: ['meals' as const] };
    expect(textsOf(row(), search(null, { wish }))).toEqual(
      expect.arrayContaining(['工种相近，不是您说的那一种', '结算方式不一样', '您要的待遇没写']),
    );
  });

  it('have a sentence for every code', () => {
    for (const code of [
      'travel',
      'hours_week',
      'fit_full',
      'fit_partial',
      'choose_shifts',
      'flexible_window',
      'pay',
      'related',
      'unmet',
    ] as const) {
      expect(reasonText({ code, of: 3, days: 'Mo', wish: 'benefits' }, 'walk')).toMatch(/\p{Script=Han}/u);
    }
  });
});
