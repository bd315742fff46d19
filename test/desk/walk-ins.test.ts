import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WalkInView } from '../../src/desk';
import type { JobView } from '../../src/jobs';
import { DAY_MS } from '../../src/kernel/clock';
import { answer, atOnce, problem, refusedFields } from '../support/answers';
import { HOME, streetMetresNorth } from '../support/builders';
import { type Cast, openCast, visit } from '../support/cast';
import { openTestStation, type TestStation } from '../support/station';

/** The product's heart: from what a visitor says to a ranked list, and what is put aside of it. */
let t: TestStation;
let cast: Cast;
beforeAll(async () => {
  t = await openTestStation();
  cast = await openCast(t);
});
afterAll(() => t.close());

interface Received {
  walkIn: WalkInView;
  understood: { occupations: string[]; text: string };
  shortlist: { job: JobView; match: { group: string; reasons: { text: string }[] } }[];
  total: number;
  duplicates: { id: string; name: string | null }[];
}
const receive = (changes: Record<string, unknown> = {}) =>
  answer<Received>(cast.staff.post('/api/walk-ins', visit(changes)), 201);
const list = async () => (await answer<{ items: WalkInView[] }>(cast.staff.get('/api/walk-ins'))).items;
const putAside = (id: string, jobIds: string[]) =>
  cast.staff.put(`/api/walk-ins/${id}/shortlist`, { jobIds });
const savedOf = (id: string) => t.open.services.stores.desk.shortlist(cast.station.id, id);

describe('a visit', () => {
  it('is taken down and answered with a ranked list in one call', async () => {
    const near = await cast.openJob({ title: '洗碗工', place: streetMetresNorth(200) });
    const far = await cast.openJob({ title: '洗碗工', place: streetMetresNorth(1100) });
    const { walkIn, understood, shortlist, total } = await receive({
      name: '李女士',
      phone: '13800007771',
      text: '想找洗碗的活',
      origin: HOME,
      free: 'Mo-Fr 08:20-15:40',
      hoursMax: 24,
    });
    expect(walkIn).toMatchObject({
      name: '李女士',
      phone: '138******71',
      text: '想找洗碗的活',
      status: 'waiting',
      minutes: 15,
      mode: 'walk',
    });
    expect(understood.occupations).toEqual(['洗碗工']);
    expect(shortlist.map(({ job }) => job.id)).toEqual([near, far]);
    expect(shortlist[0]?.match.reasons.map((reason) => reason.text)).toContain('时间全合适');
    expect(total).toBe(2);
    expect((await list()).map(({ id }) => id)).toContain(walkIn.id);
  });

  it('needs nothing but consent', async () => {
    const { walkIn } = await receive({ name: undefined });
    expect(walkIn).toMatchObject({ name: null, phone: null, text: null, origin: null });
  });

  it('shows the phone in clear when contact is consented to', async () => {
    const consent = { purpose: ['matching', 'contact'], channel: 'spoken', witness: '值班员' };
    expect((await receive({ phone: '13800007772', consent })).walkIn.phone).toBe('13800007772');
  });

  it('starts at the station when no origin is said, and counts from another datum', async () => {
    const atStation = await receive({ text: '找活' });
    const shifted = await receive({ origin: { ...HOME, datum: 'gcj02' } });
    expect(atStation.walkIn.origin).toBeNull();
    expect(shifted.walkIn.origin?.lng).toBeLessThan(HOME.lng - 0.004);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['without consent', { consent: undefined }, ['/consent required']],
    [
      'spoken without a witness',
      { consent: { purpose: 'contact', channel: 'spoken' } },
      ['/consent/witness witness_needed'],
    ],
    ['from abroad', { origin: { lat: 1, lng: 1 } }, ['/origin/lat outside_china']],
    ['from half a point', { origin: { lat: 35 } }, ['/origin/lng required']],
    ['with hours that do not parse', { free: 'mornings' }, ['/free free_syntax']],
    ['with a phone that is none', { phone: '110' }, ['/phone phone_invalid']],
    ['with no time to travel', { minutes: 0 }, ['/minutes too_small']],
    ['with all the time to travel', { minutes: 121 }, ['/minutes too_big']],
    ['with a field that does not exist', { idCard: '41' }, ['/idCard unknown_field']],
  ])('is refused %s, and nothing is kept', async (_, changes, fields) => {
    const before = (await list()).length;
    expect(await refusedFields(cast.staff.post('/api/walk-ins', visit(changes)))).toEqual(fields);
    expect(await list()).toHaveLength(before);
  });

  it('is for the desk only', async () => {
    await problem(cast.public.post('/api/walk-ins', visit()), 401);
    for (const who of [cast.seeker, cast.shop]) {
      await problem(who.post('/api/walk-ins', visit()), 403);
      await problem(who.get('/api/walk-ins'), 403);
    }
    const { walkIn } = await receive({ name: '只属本站' });
    const theirs = await answer<{ items: WalkInView[] }>(cast.elsewhere.get('/api/walk-ins'));
    expect(theirs.items.map(({ id }) => id)).not.toContain(walkIn.id);
  });

  it('of the day before is not on today’s list', async () => {
    const { walkIn } = await receive({ name: '昨天来的' });
    t.clock.advance(DAY_MS);
    const today = (await answer<{ items: WalkInView[] }>(cast.service.get('/api/walk-ins'))).items;
    expect(today.map(({ id }) => id)).not.toContain(walkIn.id);
    t.clock.advance(-DAY_MS);
  });
});

describe('the shortlist', () => {
  it('keeps its order, is replaced whole, and marks the visitor as served', async () => {
    const jobs = [
      await cast.openJob({ title: '一' }),
      await cast.openJob({ title: '二' }),
      await cast.openJob({ title: '三' }),
    ];
    const [one = '', two = '', three = ''] = jobs;
    const { walkIn } = await receive();
    const saved = await answer<{ items: JobView[] }>(putAside(walkIn.id, [three, one]));
    expect(saved.items.map(({ title }) => title)).toEqual(['三', '一']);
    await answer(putAside(walkIn.id, [two, three]));
    expect(await savedOf(walkIn.id)).toEqual([two, three]);
    expect((await list()).find(({ id }) => id === walkIn.id)?.status).toBe('served');
    await answer(putAside(walkIn.id, []));
    expect(await savedOf(walkIn.id)).toEqual([]);
  });

  it('keeps a posting that ended meanwhile, with its state', async () => {
    const jobId = await cast.openJob();
    const { walkIn } = await receive();
    await answer(putAside(walkIn.id, [jobId]));
    await answer(cast.shop.post(`/api/jobs/${jobId}/fill`));
    expect((await answer<{ items: JobView[] }>(putAside(walkIn.id, [jobId]))).items[0]?.status).toBe(
      'filled',
    );
  });

  it('names what it cannot hold, and then holds what it held', async () => {
    const jobId = await cast.openJob();
    const { walkIn } = await receive();
    await answer(putAside(walkIn.id, [jobId]));
    const [draft, theirs] = [await cast.draftJob(), await t.openJob({}, cast.otherStation)];
    expect(await refusedFields(putAside(walkIn.id, [jobId, draft, theirs]))).toEqual([
      '/jobIds/1 job_not_found',
      '/jobIds/2 job_not_found',
    ]);
    expect(await refusedFields(putAside(walkIn.id, [jobId, jobId]))).toEqual(['/jobIds duplicate']);
    expect(await refusedFields(putAside(walkIn.id, ['x']))).toEqual(['/jobIds/0 format']);
    expect(await savedOf(walkIn.id)).toEqual([jobId]);
  });

  it('saved twice at the same moment is one of the two, whole', async () => {
    const jobs = await Promise.all([1, 2, 3, 4].map((n) => cast.openJob({ title: `并发${n}` })));
    const [a, b] = [jobs.slice(0, 3), jobs.slice(1).reverse()];
    for (let round = 0; round < 5; round++) {
      const { walkIn } = await receive();
      expect(
        await atOnce(
          () => putAside(walkIn.id, a),
          () => putAside(walkIn.id, b),
        ),
      ).toEqual([200, 200]);
      expect([a, b]).toContainEqual(await savedOf(walkIn.id));
    }
  });

  it('is for the desk of the visitor’s station only', async () => {
    const { walkIn } = await receive();
    const path = `/api/walk-ins/${walkIn.id}/shortlist`;
    await problem(cast.public.put(path, { jobIds: [] }), 401);
    for (const who of [cast.seeker, cast.shop]) await problem(who.put(path, { jobIds: [] }), 403);
    await problem(cast.elsewhere.put(path, { jobIds: [] }), 404);
    await problem(putAside('01890000-0000-7000-8000-000000000000', []), 404);
  });
});

describe('a visit written anew', () => {
  it('says what was said last; consent and phone stay', async () => {
    const { walkIn } = await receive({ phone: '13800007773', text: '找洗碗', free: '08:00-12:00' });
    const path = `/api/walk-ins/${walkIn.id}`;
    const next = await answer<WalkInView>(cast.staff.put(path, { name: '改名', mode: 'ebike', minutes: 30 }));
    expect(next).toMatchObject({
      id: walkIn.id,
      name: '改名',
      phone: '138******73',
      text: null,
      free: null,
      mode: 'ebike',
      minutes: 30,
    });
    expect(await refusedFields(cast.staff.put(path, { free: 'x' }))).toEqual(['/free free_syntax']);
    expect(await refusedFields(cast.staff.put(path, { origin: { lat: 0, lng: 0 } }))).toEqual([
      '/origin/lat outside_china',
    ]);
    await problem(cast.elsewhere.put(path, { name: 'x' }), 404);
    await problem(cast.shop.put(path, { name: 'x' }), 403);
  });

  it('at the same moment as a shortlist loses neither', async () => {
    const jobId = await cast.openJob();
    for (let round = 0; round < 4; round++) {
      const { walkIn } = await receive();
      const revise = () => cast.staff.put(`/api/walk-ins/${walkIn.id}`, { name: `改名${round}` });
      expect(await atOnce(revise, () => putAside(walkIn.id, [jobId]))).toEqual([200, 200]);
      const shown = (await list()).find(({ id }) => id === walkIn.id);
      expect(shown).toMatchObject({ name: `改名${round}`, status: 'served' });
    }
  });
});
