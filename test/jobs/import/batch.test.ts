import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../../../src/context';
import {
  closeJob,
  fillJob,
  foreignLine,
  getJob,
  type ImportLine,
  type ImportResult,
  importBatch,
  type JobDraftInput,
  lineOfDraft,
  patchJob,
  publishJob,
} from '../../../src/jobs';
import { blockJob } from '../../../src/review';
import type { Station } from '../../../src/stations';
import { jobDraft } from '../../support/builders';
import { openTestStation, type TestStation } from '../../support/station';

let t: TestStation;
let station: Station;
let ctx: Ctx;
beforeAll(async () => {
  t = await openTestStation();
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set('2026-06-01T09:00:00+08:00');
  station = await t.mintStation();
  ctx = t.ctx(undefined, station);
});

const line = (externalId: string, changes: Partial<JobDraftInput> = {}, number = 1): ImportLine =>
  lineOfDraft(number, jobDraft({ externalId, ...changes }));
const outcome = (results: ImportResult[]) => results.map(({ result, status }) => [result, status]);
const codes = (results: ImportResult[]) =>
  results.flatMap(({ errors = [] }) => errors.map(({ pointer, code }) => [pointer, code]));
const stored = async () => ctx.stores.jobs.list(station.id, { limit: 100 });
const shops = async () =>
  (await ctx.stores.businesses.list(station.id, { limit: 100 })).map(({ name }) => name);
async function one(result: ImportResult | undefined) {
  if (!result?.id) throw new Error(`nothing stored: ${JSON.stringify(result)}`);
  return getJob(ctx, result.id);
}
/** What a foreign list knows: no hours, no exact pin, a month's wage. */
const foreign = (changes: Partial<JobDraftInput> = {}): ImportLine =>
  foreignLine(1, {
    externalId: 'f-1',
    title: '仓库理货员',
    business: { name: '测试仓储', kind: 'company' },
    engagement: 'full_time',
    place: { address: '测试路1号', lat: 35.19, lng: 113.26, precision: 'street' },
    pay: { amount: 4000, max: 5000, unit: 'month' },
    ...changes,
  });

describe('importBatch', () => {
  it('opens what is complete and keeps the rest as drafts, with everything that was said', async () => {
    const bare = lineOfDraft(2, { externalId: 'b', title: '收银员', business: { name: '测试超市' } });
    const results = await importBatch(ctx, [line('a'), bare]);
    expect(outcome(results)).toEqual([
      ['created', 'open'],
      ['created', 'draft'],
    ]);
    const { job, business } = await one(results[0]);
    expect(job).toMatchObject({
      title: '早市理货员',
      externalId: 'a',
      address: '一号楼底商',
      pay: { amountFen: 2500, unit: 'hour', settlement: 'daily', hourlyFen: 2500 },
      schedule: { kind: 'shifts', rules: [{ days: 'Mo-Fr', startMinute: 540, endMinute: 780 }] },
      validThrough: '2026-06-20',
      publishedAt: t.clock.now(),
      version: 1,
    });
    expect(business.name).toBe('测试便利店');
  });

  it('puts what is open on the board and into the words at once, drafts on neither', async () => {
    const { projections } = ctx.stores;
    const results = await importBatch(ctx, [
      line('a'),
      lineOfDraft(2, jobDraft({ externalId: 'b', schedule: undefined })),
    ]);
    const [open, draft] = results.map(({ id }) => id ?? '');
    for (const versions of [await projections.boardVersions(), await projections.wordVersions()]) {
      expect(versions.get(open ?? '')).toBe(1);
      expect(versions.has(draft ?? '')).toBe(false);
    }
  });

  it('changes nothing when the same lines come again', async () => {
    const lines = [line('a'), line('b', { contact: { name: '王', phone: '13800000000' } }), foreign()];
    const first = await importBatch(ctx, lines);
    t.clock.advance(3_600_000);
    const again = await importBatch(ctx, lines);
    expect(again.map(({ result }) => result)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(again.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
    expect((await stored()).map(({ job }) => job.version)).toEqual([1, 1, 1]);
  });

  it('writes what a line changes, the shifts and the contact too', async () => {
    const contact = { phone: '13800000000' };
    const [created] = await importBatch(ctx, [line('a', { contact })]);
    const schedule = { kind: 'shifts' as const, shifts: [{ days: 'Sa', start: '08:00', end: '12:00' }] };
    const changed = {
      title: '晚市理货员',
      schedule,
      pay: { amount: 30, unit: 'hour' as const, settlement: 'weekly' as const },
    };
    const results = await importBatch(ctx, [line('a', { ...changed, contact: { phone: '13900000000' } })]);
    expect(outcome(results)).toEqual([['updated', 'open']]);
    const { job } = await one(created);
    expect(job).toMatchObject({
      title: '晚市理货员',
      version: 2,
      pay: { amountFen: 3000, settlement: 'weekly' },
      schedule: { rules: [{ days: 'Sa', startMinute: 480, endMinute: 720 }] },
    });
    expect(JSON.parse(await ctx.vault.open('contact', job.contactSealed ?? new Uint8Array()))).toEqual({
      phone: '13900000000',
    });
    expect((await ctx.stores.projections.boardVersions()).get(job.id)).toBe(2);
  });

  it('takes a contact alone for a change', async () => {
    await importBatch(ctx, [line('a', { contact: { phone: '13800000000' } })]);
    const results = await importBatch(ctx, [line('a', { contact: { phone: '13900000000' } })]);
    expect(results[0]?.result).toBe('updated');
  });

  it('finds a posting that a person wrote under the same external id', async () => {
    const answer = await t.service(station).post('/api/jobs', jobDraft({ externalId: 'a' }));
    const { id } = (await answer.json()) as { id: string };
    const results = await importBatch(ctx, [line('a')]);
    expect(results).toMatchObject([{ id, result: 'updated', status: 'open' }]);
  });

  it('stores nothing of a refused line, not even its business, and goes on with the next', async () => {
    const lost = { business: { name: '不该出现的店', kind: 'shop' as const } };
    const results = await importBatch(ctx, [
      line('abroad', { ...lost, place: { lat: 0, lng: 0 } }, 1),
      line('gone', { ...lost, validThrough: '2026-05-31' }, 2),
      line('far', { ...lost, validThrough: '2027-06-01' }, 3),
      line(
        'twice',
        {
          ...lost,
          schedule: {
            kind: 'shifts',
            shifts: [
              { days: 'Mo-Fr', start: '09:00', end: '13:00' },
              { days: 'Mo', start: '12:00', end: '14:00' },
            ],
          },
        },
        4,
      ),
      { line: 5, externalId: 'bad', draft: null, problems: [{ pointer: '/title', code: 'required' }] },
      line('good', {}, 6),
    ]);
    expect(results.map(({ line, externalId, result }) => [line, externalId, result])).toEqual([
      [1, 'abroad', 'refused'],
      [2, 'gone', 'refused'],
      [3, 'far', 'refused'],
      [4, 'twice', 'refused'],
      [5, 'bad', 'refused'],
      [6, 'good', 'created'],
    ]);
    expect(codes(results)).toEqual([
      ['/place/lat', 'outside_china'],
      ['/validThrough', 'in_past'],
      ['/validThrough', 'too_far'],
      ['/schedule/shifts', 'shifts_overlap'],
      ['/title', 'required'],
    ]);
    expect((await stored()).map(({ job }) => job.externalId)).toEqual(['good']);
    expect(await shops()).toEqual(['测试便利店']);
  });

  it('hands unlawful but complete postings to staff', async () => {
    const results = await importBatch(ctx, [
      line('monthly', { pay: { amount: 25, unit: 'hour', settlement: 'monthly' } }),
      line('long', {
        schedule: { kind: 'shifts', shifts: [{ days: 'Mo-Fr', start: '08:00', end: '18:00' }] },
      }),
    ]);
    expect(outcome(results)).toEqual([
      ['created', 'review'],
      ['created', 'review'],
    ]);
  });

  it('lets the last line win where an external id stands twice in a file', async () => {
    const results = await importBatch(ctx, [
      line('a'),
      line('a', { title: '收银员' }, 2),
      line('a', { title: '收银员' }, 3),
    ]);
    expect(outcome(results)).toEqual([
      ['created', 'open'],
      ['updated', 'open'],
      ['unchanged', 'open'],
    ]);
    expect(await stored()).toMatchObject([{ job: { title: '收银员', version: 1 } }]);
    const again = await importBatch(ctx, [line('a', { title: '保洁员' }), line('a', { title: '洗碗工' }, 2)]);
    expect(outcome(again)).toEqual([
      ['updated', 'open'],
      ['updated', 'open'],
    ]);
    expect(await stored()).toMatchObject([{ job: { title: '洗碗工', version: 2 } }]);
    expect((await ctx.stores.projections.wordVersions()).get(again[0]?.id ?? '')).toBe(2);
  });

  it('makes a posting anew of each line without an external id', async () => {
    const nameless = lineOfDraft(1, jobDraft());
    await importBatch(ctx, [nameless, nameless]);
    await importBatch(ctx, [nameless]);
    expect(await stored()).toHaveLength(3);
  });

  it('writes nothing in a dry run, and decides as the real one does', async () => {
    await importBatch(ctx, [line('old'), line('same')]);
    const lines = [
      line('old', { title: '收银员' }),
      line('same'),
      line('new', { business: { name: '新店', kind: 'shop' } }),
    ];
    const before = JSON.stringify(await stored());
    const dry = await importBatch(ctx, lines, true);
    expect(dry.map(({ result }) => result)).toEqual(['updated', 'unchanged', 'created']);
    expect(JSON.stringify(await stored())).toBe(before);
    expect(await shops()).toEqual(['测试便利店']);
    const real = await importBatch(ctx, lines);
    expect(real.map(({ result }) => result)).toEqual(dry.map(({ result }) => result));
  });

  it('leaves an audit line and no personal text in it', async () => {
    const [created] = await importBatch(ctx, [
      line('a', { contact: { name: '王老板', phone: '13800000000' } }),
    ]);
    await importBatch(ctx, [line('a', { title: '收银员' })]);
    const trail = await ctx.stores.audit.ofEntity(station.id, created?.id ?? '', 10);
    expect(trail.map(({ actor, action }) => [actor, action])).toEqual([
      ['service', 'job.import_update'],
      ['service', 'job.import_create'],
    ]);
    expect(JSON.stringify(trail)).not.toMatch(/王老板|13800000000/);
  });

  it('keeps stations apart', async () => {
    const other = await t.mintStation();
    const [here] = await importBatch(ctx, [line('a')]);
    const [there] = await importBatch(t.ctx(undefined, other), [line('a')]);
    expect(there?.result).toBe('created');
    expect(there?.id).not.toBe(here?.id);
  });

  it('is for the service account and for staff of the station only', async () => {
    const other = await t.mintStation();
    const who = (role: 'seeker' | 'shop' | 'staff', at = station) =>
      ({ kind: 'user', userId: ctx.ids.next(), role, stationId: at.id }) as const;
    const run = (actor: Parameters<TestStation['ctx']>[0]) =>
      importBatch(t.ctx(actor, station), [line('a')], true);
    await expect(run({ kind: 'public' })).rejects.toMatchObject({ kind: 'unauthenticated' });
    await expect(run(who('seeker'))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(run(who('shop'))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(run(who('staff', other))).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(run({ kind: 'service', stationId: other.id })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('an import and what people did', () => {
  it.each([
    ['closed', closeJob],
    ['filled', fillJob],
    ['blocked', (by: Ctx, id: string) => blockJob(by, id)],
  ] as const)('leaves what a person %s as it is', async (status, verb) => {
    const [created] = await importBatch(ctx, [line('a')]);
    await verb(ctx, created?.id ?? '');
    for (const changes of [{}, { title: '收银员' }]) {
      const results = await importBatch(ctx, [line('a', changes)]);
      expect(results).toMatchObject([{ id: created?.id, result: 'unchanged', status }]);
    }
  });

  it('leaves alone what staff completed, though the list says less', async () => {
    const [created] = await importBatch(ctx, [foreign()]);
    expect(created?.status).toBe('draft');
    const id = created?.id ?? '';
    await patchJob(ctx, id, {
      title: '仓库理货员（白班）',
      place: { address: '测试路1号', lat: 35.191, lng: 113.262, datum: 'wgs84', precision: 'door' },
      pay: { amount: 4000, max: 5000, unit: 'month', settlement: 'monthly', expectedHours: 174 },
      schedule: {
        kind: 'shifts',
        commitment: 'all',
        shifts: [{ days: 'Mo-Fr', start: '08:30', end: '17:00' }],
      },
    });
    await publishJob(ctx, id);
    const same = await importBatch(ctx, [foreign()]);
    expect(same).toMatchObject([{ result: 'unchanged', status: 'open' }]);
    expect((await getJob(ctx, id)).job.title).toBe('仓库理货员（白班）');

    const raised = await importBatch(ctx, [foreign({ pay: { amount: 4500, unit: 'month' } })]);
    expect(raised).toMatchObject([{ result: 'updated', status: 'open' }]);
    const { job } = await getJob(ctx, id);
    expect(job.place).toEqual({ lat: 35.191, lng: 113.262, precision: 'door' });
    expect(job.schedule?.rules).toHaveLength(1);
    expect(job.pay).toMatchObject({
      amountFen: 450_000,
      expectedHours: 174,
      settlement: 'monthly',
      hourlyFen: 2586,
    });
  });

  it('does not keep a pin for another address', async () => {
    const [created] = await importBatch(ctx, [foreign()]);
    const pin = {
      address: '测试路1号',
      lat: 35.191,
      lng: 113.262,
      datum: 'wgs84' as const,
      precision: 'door' as const,
    };
    await patchJob(ctx, created?.id ?? '', { place: pin });
    await importBatch(ctx, [foreign({ place: { address: '别的路2号' } })]);
    expect((await one(created)).job).toMatchObject({ address: '别的路2号', place: null });
  });

  it('takes up an expired posting that is still listed, unless the line names a day gone by', async () => {
    const results = await importBatch(ctx, [line('a', { validThrough: undefined }), line('b')]);
    t.clock.set('2026-07-15T09:00:00+08:00');
    for (const { id = '' } of results) {
      const { job } = await getJob(ctx, id);
      await ctx.stores.jobs.update(
        { ...job, status: 'expired', closedBy: 'system', version: job.version + 1 },
        ['open'],
      );
    }
    const again = await importBatch(ctx, [line('a', { validThrough: undefined }), line('b')]);
    expect(outcome(again)).toEqual([
      ['updated', 'open'],
      ['unchanged', 'expired'],
    ]);
    expect((await one(again[0])).job).toMatchObject({
      validThrough: '2026-08-14',
      publishedAt: t.clock.now(),
    });
    const late = await importBatch(ctx, [line('b', { title: '收银员' })]);
    expect(codes(late)).toEqual([['/validThrough', 'in_past']]);
  });

  it('keeps an address without coordinates as a draft that cannot be opened', async () => {
    const [created] = await importBatch(ctx, [line('a', { place: { address: '测试路1号' } })]);
    expect(created?.status).toBe('draft');
    const answer = await t.service(station).get(`/api/jobs/${created?.id}`);
    expect(await answer.json()).toMatchObject({ place: null, address: '测试路1号' });
    await expect(publishJob(ctx, created?.id ?? '')).rejects.toMatchObject({
      fields: [{ pointer: '/place', code: 'missing_field' }],
    });
  });
});

describe('imports at once', () => {
  it('make each posting once', async () => {
    const lines = Array.from({ length: 60 }, (_, i) =>
      line(`x-${i}`, { business: { name: `店${i % 7}`, kind: 'shop' } }, i + 1),
    );
    const runs = await Promise.all([1, 2, 3].map(() => importBatch(ctx, lines)));
    const all = runs.flat();
    expect(all.filter(({ result }) => result === 'created')).toHaveLength(60);
    expect(all.filter(({ result }) => result === 'unchanged')).toHaveLength(120);
    expect(await stored()).toHaveLength(60);
    expect(await shops()).toHaveLength(7);
  });

  it('get through while a person changes the same posting', async () => {
    const [created] = await importBatch(ctx, [line('a')]);
    const id = created?.id ?? '';
    const edits = Promise.all([1, 2, 3].map((n) => patchJob(ctx, id, { headcount: n }).catch(() => null)));
    const imported = await importBatch(ctx, [line('a', { title: '收银员' })]);
    await edits;
    expect(imported[0]?.result).toBe('updated');
    expect((await getJob(ctx, id)).job.title).toBe('收银员');
  });
});
