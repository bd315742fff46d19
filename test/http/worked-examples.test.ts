import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobDraft, streetMetresNorth } from '../support/builders';
import { openTestStation, type TestStation } from '../support/station';

/** The worked examples of the matching design, through HTTP, each in a station of its own. */
let t: TestStation;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());

const shifts = (days: string, start: string, end: string) => ({
  schedule: { kind: 'shifts' as const, commitment: 'all' as const, shifts: [{ days, start, end }] },
});

interface Answer {
  total: number;
  items: {
    job: { title: string };
    match: {
      travel: { minutes: number; metres: number };
      time: { fit: number; missing: { days: string; lateBy?: number; earlyBy?: number }[] };
      reasons: { code: string; text: string }[];
    };
  }[];
  relaxations: { change: { param: string; value: unknown }; text: string; gain: number }[];
}

describe('example 1: 李女士, home at the estate, free between two school runs', () => {
  let answer: Answer;
  beforeAll(async () => {
    const station = await t.mintStation();
    const job = (title: string, metres: number, hours: ReturnType<typeof shifts>) =>
      t.openJob(jobDraft({ title, place: streetMetresNorth(metres), ...hours }), station);
    await job('便利店理货', 520, shifts('Mo-Fr', '09:00', '13:00'));
    await job('奶茶店', 900, shifts('Mo-Sa', '11:00', '14:00'));
    await job('洗碗', 1590, shifts('Mo-Fr', '10:00', '14:00'));
    await job('文具店', 680, shifts('Mo-Fr', '13:00', '15:30'));
    const response = await t.client({}, station).get('/api/jobs?mode=walk&free=Mo-Fr%2008:20-15:40');
    answer = (await response.json()) as Answer;
  });

  it('shows A, D, B and leaves C out', () => {
    expect(answer.items.map((item) => item.job.title)).toEqual(['便利店理货', '文具店', '奶茶店']);
    expect(answer.total).toBe(3);
  });

  it('says 步行 6.5 分钟 and 每周 20 小时 of A', () => {
    const texts = answer.items[0]?.match.reasons.map((reason) => reason.text);
    expect(texts).toContain('步行 6.5 分钟');
    expect(texts).toContain('每周 20 小时');
    expect(answer.items[0]?.match.travel).toMatchObject({ minutes: 6.5, metres: 520 });
  });

  it('says of B that Saturday is missing, 5 of 6', () => {
    const b = answer.items[2]?.match;
    expect(b?.time.fit).toBeCloseTo(5 / 6);
    expect(b?.time.missing.map((m) => m.days)).toEqual(['Sa']);
    expect(b?.reasons.map((reason) => reason.text)).toContain('周六不符 (5/6)');
  });

  it('tells that 20 minutes would add one', () => {
    expect(answer.relaxations).toContainEqual({
      change: { param: 'minutes', value: 20 },
      text: '放宽到 20 分钟多 1 个',
      gain: 1,
    });
  });
});

describe('example 3: 张大爷, a slow walker, home by 10:30', () => {
  it('works until 10:17 at 780 m, and 1,000 m is outside', async () => {
    const station = await t.mintStation();
    const at = (title: string, metres: number, end: string) =>
      t.openJob(
        jobDraft({ title, place: streetMetresNorth(metres), ...shifts('Mo-Fr', '07:00', end) }),
        station,
      );
    await at('至10:17', 780, '10:17');
    await at('至10:18', 780, '10:18');
    await at('太远', 1000, '09:00');
    const response = await t.client({}, station).get('/api/jobs?mode=slow&free=06:00-10:30');
    const answer = (await response.json()) as Answer;
    expect(answer.items.map((item) => item.job.title)).toEqual(['至10:17']);
    expect(answer.items[0]?.match.travel.minutes).toBe(13);
    expect(answer.relaxations).toContainEqual(
      expect.objectContaining({ change: { param: 'minutes', value: 20 }, gain: 1 }),
    );
  });
});
