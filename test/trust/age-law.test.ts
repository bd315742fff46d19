import { describe, expect, it } from 'vitest';
import law from '../../search/lexicon/kinds-of-work.json' with { type: 'json' };
import { epochDay } from '../../src/kernel/clock';
import { expandSchedule, type ScheduleRules } from '../../src/kernel/schedule';
import { shippedLexicon } from '../../src/search';
import { ageOnDay, closedToElderly, closedToMinors, MINORS_CLOSED } from '../../src/trust';

const hours = (startMinute: number, endMinute: number, kind: ScheduleRules['kind'] = 'shifts') =>
  expandSchedule({
    kind,
    atLeast: null,
    hoursPerWeek: kind === 'window' ? 4 : null,
    minBlockMinutes: kind === 'window' ? 60 : null,
    rules: [{ days: 'Mo-Fr', date: null, startMinute, endMinute }],
  });
const day = hours(540, 720);

describe('what is closed to minors', () => {
  it.each([
    ['an ordinary job by day', '洗碗工', '洗碗工 老面馆', day, []],
    ['heavy work', '搬运工', '搬运工 货运站', day, ['heavy']],
    ['special operations', '电焊工', '电焊工 加工厂', day, ['special_operation']],
    ['a guard', '保安', '保安 物业', day, ['guard']],
    ['a bar, whatever the work', '餐厅服务员', '服务员 星光KTV', day, ['venue']],
    ['a bar in small letters', '保洁员', '保洁 星光ktv', day, ['venue']],
    ['an evening until ten', '洗碗工', '洗碗工 夜市', hours(1080, 1320), []],
    ['a minute into the night', '洗碗工', '洗碗工 夜市', hours(1080, 1321), ['night']],
    ['before six in the morning', '环卫工', '环卫工', hours(300, 420), ['night']],
    ['from six on', '环卫工', '环卫工', hours(360, 420), []],
    ['over midnight', '分拣员', '分拣员', hours(1260, 1800), ['night']],
    ['hours of their own choice', '分拣员', '分拣员', hours(0, 1440, 'window'), []],
    ['heavy work by night', '搬运工', '搬运工', hours(1320, 1500), ['heavy', 'night']],
  ])('%s', (_, occupation, names, schedule, reasons) => {
    expect(closedToMinors({ occupation, names, schedule })).toEqual(reasons);
  });

  it('names where it is written', () => {
    for (const reason of Object.keys(law.kinds)) expect(MINORS_CLOSED).toHaveProperty(reason);
  });

  it('speaks of occupations that the lexicon knows', () => {
    for (const name of Object.values(law.kinds).flat())
      expect(shippedLexicon.occupations.has(name), name).toBe(true);
  });
});

it('special operations end with the age of retirement, other work does not', () => {
  expect(
    ['电焊工', '电工', '保安', '洗碗工', null].map((occupation) => closedToElderly({ occupation })),
  ).toEqual([true, true, false, false, false]);
});

describe('age on a day', () => {
  it.each([
    ['2010-06-01', '2026-05-31', 15],
    ['2010-06-01', '2026-06-01', 16],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['1966-12-31', '2026-01-01', 59],
  ])('born %s, on %s: %i', (born, on, age) => {
    expect(ageOnDay(epochDay(born), epochDay(on))).toBe(age);
  });
});
