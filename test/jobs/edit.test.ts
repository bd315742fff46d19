import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expireJobs, type JobView } from '../../src/jobs';
import { DAY_MS } from '../../src/kernel/clock';
import { answer, problem, refusedFields } from '../support/answers';
import { streetMetresNorth } from '../support/builders';
import { type Cast, openCast } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** Changing a posting: what is kept, what is refused, and that the lists follow at once. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
  await cast.verifyShop();
});
afterAll(() => t.close());

const listed = async (query = '') =>
  (await answer<{ items: { job: JobView }[] }>(cast.public.get(`/api/jobs?limit=100${query}`))).items.map(
    ({ job }) => job.id,
  );

describe('a change', () => {
  it('changes what it names and leaves the rest', async () => {
    const id = await cast.openJob({ benefits: ['meals'], headcount: 2 });
    const before = await answer<JobView>(cast.shop.get(`/api/jobs/${id}`));
    const after = await answer<JobView>(cast.shop.patch(`/api/jobs/${id}`, { headcount: 3 }));
    expect(after).toEqual({ ...before, headcount: 3 });
  });

  it('of the title reads the occupation anew, unless it is said', async () => {
    const id = await cast.openJob({ title: '洗碗工' });
    const renamed = await answer<JobView>(cast.shop.patch(`/api/jobs/${id}`, { title: '保洁员' }));
    expect(renamed.occupation).toBe('保洁员');
    const said = await answer<JobView>(
      cast.shop.patch(`/api/jobs/${id}`, { title: '小时工', occupation: '洗碗工' }),
    );
    expect(said.occupation).toBe('洗碗工');
    const same = { title: '小时工', headcount: 2 };
    for (const patch of [{ headcount: 2 }, same]) {
      const priced = await answer<JobView>(cast.shop.patch(`/api/jobs/${id}`, patch));
      expect(priced.occupation).toBe('洗碗工');
    }
  });

  it('of the place moves the posting in the lists in the same moment', async () => {
    const id = await cast.openJob({ place: streetMetresNorth(300) });
    expect(await listed()).toContain(id);
    await answer(cast.shop.patch(`/api/jobs/${id}`, { place: streetMetresNorth(5000) }));
    expect(await listed()).not.toContain(id);
    expect(await listed('&minutes=120')).toContain(id);
    await answer(
      cast.shop.patch(`/api/jobs/${id}`, {
        place: { address: '不清楚', ...streetMetresNorth(300), precision: 'area' },
      }),
    );
    expect(await listed('&minutes=120')).not.toContain(id);
  });

  it('of the hours counts in the next search', async () => {
    const id = await cast.openJob();
    expect(await listed('&free=Sa%2007:00-20:00')).not.toContain(id);
    const schedule = { kind: 'shifts', shifts: [{ days: 'Sa', start: '09:00', end: '13:00' }] };
    await answer(cast.shop.patch(`/api/jobs/${id}`, { schedule }));
    expect(await listed('&free=Sa%2007:00-20:00')).toContain(id);
  });

  it.each([
    [
      'of an open posting may not make it incomplete',
      { place: { address: '只有地址' } },
      '/place missing_field',
    ],
    [
      'nor unlawful',
      { schedule: { kind: 'shifts', shifts: [{ days: 'Mo-Su', start: '08:00', end: '18:00' }] } },
      '/schedule over_week_hours',
    ],
    [
      'nor pay by the month',
      { pay: { amount: 4000, unit: 'month', expectedHours: 96, settlement: 'monthly' } },
      '/pay/settlement pay_cycle',
    ],
    ['nor over', { validThrough: '2026-05-31' }, '/validThrough in_past'],
    [
      'cannot move a posting to another business',
      { business: { name: '别家', kind: 'shop' } },
      '/business unknown_field',
    ],
    ['cannot set the status', { status: 'open' }, '/status unknown_field'],
    ['cannot take an external id', { externalId: 'x' }, '/externalId unknown_field'],
  ])('%s', async (_, patch, field) => {
    const id = await cast.openJob();
    const before = await answer<JobView>(cast.shop.get(`/api/jobs/${id}`));
    expect(await refusedFields(cast.shop.patch(`/api/jobs/${id}`, patch))).toEqual([field]);
    expect(await answer<JobView>(cast.shop.get(`/api/jobs/${id}`))).toEqual(before);
  });
});

describe('who may change', () => {
  it('another shop may read an open posting and is refused; of a draft it learns nothing', async () => {
    const [open, draft] = [await cast.openJob(), await cast.draftJob()];
    expect((await problem(cast.otherShop.patch(`/api/jobs/${open}`, { headcount: 2 }), 403)).code).toBe(
      'forbidden',
    );
    expect((await problem(cast.otherShop.patch(`/api/jobs/${draft}`, { headcount: 2 }), 404)).code).toBe(
      'job_not_found',
    );
  });

  it('nobody of another station finds it', async () => {
    const open = await cast.openJob();
    expect((await problem(cast.elsewhere.patch(`/api/jobs/${open}`, { headcount: 2 }), 404)).code).toBe(
      'job_not_found',
    );
  });
});

describe('contact data', () => {
  it('is sealed and never shown, neither to the public nor to the shop', async () => {
    const contact = { name: '王店长', phone: '13900001234' };
    const id = await cast.openJob({ contact });
    for (const who of [cast.public, cast.shop, cast.staff]) {
      const text = await (await who.get(`/api/jobs/${id}`)).text();
      expect(text).not.toMatch(/13900001234|王店长|contact/);
    }
    const stored = await t.open.services.stores.jobs.get(cast.station.id, id);
    const sealed = stored?.job.contactSealed ?? new Uint8Array();
    expect(JSON.parse(await t.open.services.vault.open('contact', sealed))).toEqual(contact);
  });

  it('stays when a change does not speak of it', async () => {
    const id = await cast.openJob({ contact: { phone: '13900001235' } });
    await answer(cast.shop.patch(`/api/jobs/${id}`, { headcount: 4 }));
    const stored = await t.open.services.stores.jobs.get(cast.station.id, id);
    expect(stored?.job.contactSealed).not.toBeNull();
  });
});

describe('a change of an expired posting', () => {
  it('may leave its last day as it is; renewing looks at all of it', async () => {
    const id = await cast.openJob({
      validThrough: '2026-06-01',
      schedule: { kind: 'shifts', shifts: [{ date: '2026-06-01', start: '18:00', end: '21:00' }] },
    });
    t.clock.advance(DAY_MS);
    await expireJobs(t.open.services);
    expect(await answer<JobView>(cast.shop.patch(`/api/jobs/${id}`, { title: '改个名字' }))).toMatchObject({
      title: '改个名字',
      status: 'expired',
    });
    expect(await refusedFields(cast.shop.patch(`/api/jobs/${id}`, { validThrough: '2026-06-01' }))).toEqual([
      '/validThrough in_past',
    ]);
    expect(
      await refusedFields(cast.shop.post(`/api/jobs/${id}/renew`, { validThrough: '2026-06-01' })),
    ).toEqual(['/schedule/shifts in_past', '/validThrough in_past']);
    const schedule = { kind: 'shifts', shifts: [{ date: '2026-06-05', start: '18:00', end: '21:00' }] };
    await answer(cast.shop.patch(`/api/jobs/${id}`, { schedule }));
    expect(await answer<JobView>(cast.shop.post(`/api/jobs/${id}/renew`))).toMatchObject({ status: 'open' });
  });
});
