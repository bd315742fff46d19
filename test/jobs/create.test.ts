import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobView } from '../../src/jobs';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type Cast, openCast } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** Writing a posting: who may, what becomes of it, and what is refused. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

const named = (name: string) => ({ business: { name, kind: 'shop' as const } });

describe('a draft', () => {
  it('comes back as it was written, with what follows from it', async () => {
    const draft = jobDraft({
      title: '洗碗工',
      description: '晚班，日结，管饭。',
      business: { name: '测试面馆', kind: 'company' },
      pay: { amount: 200, max: 240, unit: 'day', settlement: 'weekly', expectedHours: 8 },
      schedule: {
        kind: 'shifts',
        commitment: { atLeast: 2 },
        shifts: [
          { days: 'Mo-Fr', start: '22:00', end: '02:00' },
          { date: '2026-06-06', start: '09:00', end: '24:00' },
        ],
      },
      headcount: 3,
      benefits: ['meals', 'insurance'],
      requirements: { certificates: ['health'], minAge: 18, note: '穿防滑鞋' },
    });
    const job = await answer<JobView>(cast.service.post('/api/jobs', draft), 201);
    expect(job).toMatchObject({
      title: '洗碗工',
      occupation: '洗碗工',
      description: draft.description,
      business: { name: '测试面馆', kind: 'company', verified: false },
      pay: { amount: 200, max: 240, unit: 'day', settlement: 'weekly', expectedHours: 8, hourly: 25 },
      schedule: draft.schedule,
      headcount: 3,
      benefits: ['meals', 'insurance'],
      requirements: draft.requirements,
      status: 'draft',
      publishedAt: null,
      validThrough: '2026-06-20',
      engagement: 'part_time',
    });
    expect(job.place?.precision).toBe('door');
    expect(await answer<JobView>(cast.service.get(`/api/jobs/${job.id}`))).toEqual(job);
  });

  it('may lack place, pay and schedule, and says so when it is to be opened', async () => {
    const bare = { title: '理货员', ...named('测试小店') };
    const { id } = await answer<JobView>(cast.service.post('/api/jobs', bare), 201);
    expect(await refusedFields(cast.service.post(`/api/jobs/${id}/publish`))).toEqual([
      '/pay missing_field',
      '/place missing_field',
      '/schedule missing_field',
    ]);
  });

  it('with an address only waits for its pin', async () => {
    const draft = jobDraft({ place: { address: '东门旁' } });
    const job = await answer<JobView>(cast.service.post('/api/jobs', draft), 201);
    expect(job).toMatchObject({ place: null, address: '东门旁' });
    expect(await refusedFields(cast.service.post(`/api/jobs/${job.id}/publish`))).toEqual([
      '/place missing_field',
    ]);
  });

  it('keeps a point of another datum as WGS-84', async () => {
    const place = { lat: 35.1905, lng: 113.263 };
    const pinOf = async (datum: 'wgs84' | 'gcj02') => {
      const draft = jobDraft({ place: { ...place, datum } });
      return (await answer<JobView>(cast.service.post('/api/jobs', draft), 201)).place;
    };
    const [plain, shifted] = [await pinOf('wgs84'), await pinOf('gcj02')];
    expect(plain).toMatchObject(place);
    // The shift points south-east here: undone, the place lies to the north-west.
    expect((shifted?.lng ?? 0) - (plain?.lng ?? 0)).toBeLessThan(-0.004);
  });

  it('opens for thirty days when no last day is said', async () => {
    const id = await cast.openJob({ validThrough: undefined });
    const job = await answer<JobView>(cast.public.get(`/api/jobs/${id}`));
    expect(job).toMatchObject({ validThrough: '2026-07-01', publishedAt: '2026-06-01T01:00:00.000Z' });
  });
});

describe('who may', () => {
  it('the public has to sign in, a seeker may not', async () => {
    expect((await problem(cast.public.post('/api/jobs', jobDraft()), 401)).code).toBe('sign_in_needed');
    expect((await problem(cast.seeker.post('/api/jobs', jobDraft()), 403)).code).toBe('forbidden');
  });

  it("a shop writes for its own business, never in another's name", async () => {
    const own = jobDraft(named(cast.shopName));
    await answer(cast.shop.post('/api/jobs', own), 201);
    expect((await problem(cast.otherShop.post('/api/jobs', own), 403)).code).toBe('business_taken');
  });

  it('a shop cannot take over a business that staff entered', async () => {
    await cast.openJob(named('工作人员录入的店'));
    expect((await problem(cast.shop.post('/api/jobs', jobDraft(named('工作人员录入的店'))), 403)).code).toBe(
      'business_taken',
    );
  });

  it('of two shops that claim one name at once, one gets it', async () => {
    for (let round = 0; round < 4; round++) {
      const draft = jobDraft(named(`抢注${round}`));
      const claim = (client: Cast['shop'] | Cast['otherShop']) => () => client.post('/api/jobs', draft);
      expect(await atOnce(claim(cast.shop), claim(cast.otherShop))).toEqual([201, 403]);
    }
  });

  it('a business is the same only by name and kind, within its station', async () => {
    await answer(
      cast.otherShop.post('/api/jobs', jobDraft({ business: { name: cast.shopName, kind: 'company' } })),
      201,
    );
    await answer(cast.elsewhere.post('/api/jobs', jobDraft(named(cast.shopName))), 201);
  });
});

describe('the external id', () => {
  const draft = (externalId: string) => jobDraft({ externalId, title: '外部编号' });

  it('is taken once', async () => {
    await answer(cast.service.post('/api/jobs', draft('x/1')), 201);
    expect((await problem(cast.service.post('/api/jobs', draft('x/1')), 409)).code).toBe('external_id_taken');
  });

  it('is taken once also when two ask at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      const post = () => cast.service.post('/api/jobs', draft(`race/${round}`));
      expect(await atOnce(post, post)).toEqual([201, 409]);
    }
  });

  it('means nothing at another station', async () => {
    await answer(cast.service.post('/api/jobs', draft('x/2')), 201);
    await answer(cast.elsewhere.post('/api/jobs', draft('x/2')), 201);
  });
});
