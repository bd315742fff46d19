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

interface Why {
  shown: boolean;
  gates: { code: string; ok: boolean; text: string; fix?: string }[];
}

describe('example 2: 王姐, between taking a child to school and fetching it', () => {
  const school = streetMetresNorth(0);
  const anchor = (at: string, kind: 'leave' | 'be_at') => ({
    at,
    days: 'Mo-Fr',
    kind,
    place: { lat: school.lat, lng: school.lng },
  });

  it('a job that ends at 15:30, 24 minutes from the school, fits; one that ends at 15:45 does not, by 9 minutes', async () => {
    const station = await t.mintStation();
    const at = (title: string, end: string) =>
      t.openJob(
        jobDraft({ title, place: streetMetresNorth(1920), ...shifts('Mo-Fr', '12:00', end) }),
        station,
      );
    const [, late] = [await at('到三点半', '15:30'), await at('到三点三刻', '15:45')];
    const desk = t.service(station);
    const response = await desk.post('/api/walk-ins', {
      name: '王姐',
      free: 'Mo-Fr 08:00-16:00',
      minutes: 30,
      anchors: [anchor('08:00', 'leave'), anchor('16:00', 'be_at')],
      consent: { purpose: 'matching', channel: 'paper' },
    });
    expect(response.status).toBe(201);
    const { walkIn, shortlist } = (await response.json()) as {
      walkIn: { id: string };
      shortlist: Answer['items'];
    };
    expect(shortlist.map(({ job }) => job.title)).toEqual(['到三点半']);
    expect(shortlist[0]?.match).toMatchObject({ travel: { minutes: 24 }, time: { fit: 1 } });
    const why = (await (await desk.get(`/api/walk-ins/${walkIn.id}/jobs/${late}/why`)).json()) as Why;
    expect(why.shown).toBe(false);
    expect(why.gates.find(({ code }) => code === 'time')).toMatchObject({
      ok: false,
      text: '会迟到 9 分钟',
      fix: expect.stringContaining('早走 9 分钟就行'),
    });
  });

  it('stands when the visit is written anew without speaking of it', async () => {
    const desk = t.service();
    const made = await desk.post('/api/walk-ins', {
      anchors: [anchor('16:00', 'be_at')],
      exceptions: [{ date: '2026-06-10', free: null }],
      consent: { purpose: 'matching', channel: 'paper' },
    });
    const { walkIn } = (await made.json()) as { walkIn: { id: string; anchors: unknown[] } };
    const revised = await desk.request('PUT', `/api/walk-ins/${walkIn.id}`, { name: '王姐' });
    expect(await revised.json()).toMatchObject({
      name: '王姐',
      anchors: [{ at: '16:00', kind: 'be_at' }],
      exceptions: [{ date: '2026-06-10' }],
    });
    const cleared = await desk.request('PUT', `/api/walk-ins/${walkIn.id}`, { anchors: [] });
    expect(await cleared.json()).toMatchObject({ anchors: [], exceptions: [{ date: '2026-06-10' }] });
  });

  it('nobody has to be at two places at once', async () => {
    const elsewhere = streetMetresNorth(500);
    const response = await t.service().post('/api/walk-ins', {
      anchors: [
        anchor('16:00', 'be_at'),
        { ...anchor('16:00', 'be_at'), place: { lat: elsewhere.lat, lng: elsewhere.lng } },
      ],
      consent: { purpose: 'matching', channel: 'paper' },
    });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      errors: [{ pointer: '/anchors/1/at', code: 'two_places_at_once' }],
    });
  });
});

describe('example 4: a fifth day with the same employer', () => {
  it('25 hours a week are refused, with what would do; another employer next door is not', async () => {
    const station = await t.mintStation();
    const desk = t.service(station);
    const job = (title: string, business: string, hours: ReturnType<typeof shifts>) =>
      t.openJob(
        jobDraft({
          title,
          business: { name: business, kind: 'shop' },
          place: streetMetresNorth(300),
          ...hours,
        }),
        station,
      );
    const week = await job('平日班', '老杨面馆', shifts('Mo-Fr', '09:00', '13:00'));
    const saturday = await job('周六五小时', '老杨面馆', shifts('Sa', '09:00', '14:00'));
    const shorter = await job('周六四小时', '老杨面馆', shifts('Sa', '14:00', '18:00'));
    const next = await job('隔壁周六', '好街坊便利店', shifts('Sa', '09:00', '14:00'));
    const collides = await job('隔壁周一', '好街坊便利店', shifts('Mo', '12:00', '15:00'));
    const made = await desk.post('/api/candidates', {
      name: '赵师傅',
      birthDate: '1980-05-05',
      home: streetMetresNorth(0),
      free: 'Mo-Su 07:00-19:00',
      consent: { purpose: 'matching', channel: 'paper' },
    });
    const { id } = (await made.json()) as { id: string };
    const referral = (await (await desk.post('/api/referrals', { candidateId: id, jobId: week })).json()) as {
      id: string;
    };
    for (const kind of ['contacted', 'interview', 'hired'])
      expect((await desk.post(`/api/referrals/${referral.id}/events`, { kind })).status).toBeLessThan(300);

    const matches = (await (await desk.get(`/api/candidates/${id}/matches`)).json()) as Answer;
    expect(matches.items.map(({ job: { title } }) => title).sort()).toEqual(['周六四小时', '隔壁周六']);
    const why = async (jobId: string) =>
      (await (await desk.get(`/api/candidates/${id}/jobs/${jobId}/why`)).json()) as Why;
    expect((await why(saturday)).gates.find(({ code }) => code === 'employer')).toMatchObject({
      ok: false,
      text: '在同一家一共每周 25 小时，超过 24 小时',
      fix: '周六改 4 小时即可',
    });
    expect((await why(shorter)).shown).toBe(true);
    expect((await why(next)).shown).toBe(true);
    expect((await why(collides)).gates.find(({ code }) => code === 'time')).toMatchObject({ ok: false });
    // Whoever tries to hire for it all the same is told.
    const second = (await (
      await desk.post('/api/referrals', { candidateId: id, jobId: saturday })
    ).json()) as {
      id: string;
    };
    const refused = await desk.post(`/api/referrals/${second.id}/events`, { kind: 'hired' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ code: 'over_week_hours' }] });
  });
});

describe('差什么', () => {
  it('says which single change opens how many jobs, most first', async () => {
    const station = await t.mintStation();
    const desk = t.service(station);
    const job = (title: string, metres: number, hours: ReturnType<typeof shifts>) =>
      t.openJob(jobDraft({ title, place: streetMetresNorth(metres), ...hours }), station);
    await job('早十分钟一', 400, shifts('Mo-Fr', '08:45', '11:00'));
    await job('早十分钟二', 400, shifts('Mo-Fr', '08:50', '11:00'));
    await job('周六', 400, shifts('Sa', '09:30', '11:00'));
    await job('远一点', 1400, shifts('Mo-Fr', '09:30', '10:30'));
    const received = await desk.post('/api/walk-ins', {
      free: 'Mo-Fr 08:50-11:30',
      origin: streetMetresNorth(0),
      consent: { purpose: 'matching', channel: 'paper' },
    });
    const { walkIn } = (await received.json()) as { walkIn: { id: string } };
    const gains = (await (await desk.get(`/api/walk-ins/${walkIn.id}/gains`)).json()) as {
      items: { code: string; gain: number; text: string }[];
    };
    expect(gains.items.map(({ code, gain }) => [code, gain])).toEqual([
      ['earlier', 2],
      ['day', 1],
      ['minutes', 1],
    ]);
    expect(gains.items.map(({ text }) => text)).toEqual([
      '早 20 分钟有空，多 2 个',
      '周六也能干，多 1 个',
      '路上肯多走 5 分钟，多 1 个',
    ]);
  });
});
