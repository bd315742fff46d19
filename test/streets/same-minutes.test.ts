import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createValhalla } from '../../src/adapters/travel/valhalla';
import type { Point } from '../../src/kernel/geo';
import { MODES, type Mode } from '../../src/kernel/vocabulary';
import { sendWaves } from '../../src/urgent';
import { answer } from '../support/answers';
import { jobDraft } from '../support/builders';
import { visit } from '../support/cast';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import { readable, visitor } from '../support/pages';
import { until } from '../support/service';
import { openTestStation, type TestStation } from '../support/station';
import { openStreets, type StreetServer } from '../support/street-server';
import { pointsAround } from '../support/valhalla';
import { asked, TOMORROW } from '../urgent/people';

/**
 * Nobody is told twelve minutes on the screen and sixteen on the slip: who fits a posting, the desk plan, the slip, the
 * gains, the split and the urgent fill have the minutes of the list. Over the router at VALHALLA_URL, else over a made-up town.
 */
interface Travel {
  minutes: number;
  source: string;
}
interface Match {
  score: number;
  travel: Travel;
  time: { fit: number | null };
}
interface Person {
  id: string;
  home: Point;
  mode: Mode;
}
interface Fitting {
  items: { candidateId: string; score: number; minutes: number; source: string }[];
  more: boolean;
  degraded: boolean;
}

let streets: StreetServer;
let proxy: FaultProxy;
let t: TestStation;
const jobs: { id: string; place: Point }[] = [];
const people: Person[] = [];

const WEEKS = ['Mo-Su 00:00-24:00', 'Mo-Fr 08:20-15:40', 'Mo-Fr 08:50-13:10', 'Mo-Fr 08:30-11:00', undefined];
const open = async (place: Point, changes = {}) => {
  const id = await t.openJob(jobDraft({ place: { address: '某街', ...place }, ...changes }));
  jobs.push({ id, place });
  return id;
};
async function register(home: Point, i: number, changes: object = {}): Promise<void> {
  const free = WEEKS[i % WEEKS.length];
  const mode = MODES[i % MODES.length] as Mode;
  const person = {
    name: `人${i}`,
    phone: `1990100${String(1000 + i)}`,
    home,
    mode,
    minutes: [6, 10, 15][i % 3],
    ...(free ? { free } : {}),
    consent: { purpose: ['matching', 'contact'], channel: 'paper' },
    ...changes,
  };
  const { id } = await answer<{ id: string }>(t.service().post('/api/candidates', person), 201);
  people.push({ id, home, mode });
}
const anchorAt = (place: Point) => ({
  anchors: [{ at: '13:20', days: 'Mo-Fr', kind: 'be_at', place }],
});

beforeAll(async () => {
  streets = await openStreets();
  proxy = await startFaultProxy(streets.url);
  // Patient: a busy machine is not what is tested.
  t = await openTestStation({ env: { VALHALLA_URL: proxy.url }, at: streets.at, streetsBudgetMs: 5_000 });
  for (const place of pointsAround(streets.at, 1000, 24, 51)) await open(place);
  const homes = pointsAround(streets.at, 1300, 60, 52);
  for (const [i, home] of homes.entries()) {
    await register(home, i, i % 7 === 3 ? anchorAt(homes[i - 1] as Point) : {});
  }
  // Four kilometres east no street is known: by car that is near enough, by estimate.
  const { lat, lng } = streets.at;
  await register({ lat, lng: lng + 0.054 }, 60, { mode: 'car', minutes: 30, free: 'Mo-Su 00:00-24:00' });
}, 120_000);
afterAll(async () => {
  await t.close();
  await proxy.stop();
  await streets.stop();
});

const fitting = (jobId: string, limit = 100) =>
  answer<Fitting>(t.service().get(`/api/jobs/${jobId}/candidates?limit=${limit}`));
/** What the person's own side says of a posting; null when it is not shown to them. */
async function ownMatch(personId: string, jobId: string): Promise<Match | null> {
  const { shown, match } = await answer<{ shown: boolean; match: Match | null }>(
    t.service().get(`/api/candidates/${personId}/jobs/${jobId}/why`),
  );
  return shown ? match : null;
}
async function everybody(jobId: string) {
  const all = await Promise.all(
    people.map(async ({ id }) => {
      const match = await ownMatch(id, jobId);
      return match ? [{ id, match }] : [];
    }),
  );
  return all.flat().sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1));
}

describe('who fits a posting', { timeout: 60_000 }, () => {
  it.each([0, 1, 2, 3])('posting %i: everybody whom their own list says, with its score', async (i) => {
    const { id, place } = jobs[i] as (typeof jobs)[number];
    const few = await fitting(id, 5);
    const all = await fitting(id);
    expect(all.degraded).toBe(false);
    // The router itself, asked from each home alone, before anybody's list was made.
    const travel = createValhalla(streets.url);
    for (const { candidateId, minutes, source } of all.items) {
      const { home, mode } = people.find((one) => one.id === candidateId) as Person;
      if (source === 'estimate') continue;
      const { to } = await travel.journeys(home, mode, [place]);
      expect(Math.abs(minutes - (to[0]?.minutes ?? 0))).toBeLessThanOrEqual(0.0501);
    }
    const expected = await everybody(id);
    expect(expected.length).toBeGreaterThan(8);
    const pairs = all.items.map(({ candidateId, score, source }) => [candidateId, score, source]);
    expect(pairs).toEqual(expected.map(({ id: own, match }) => [own, match.score, match.travel.source]));
    expect(few.items).toEqual(all.items.slice(0, 5));
    expect(pairs.filter(([, , source]) => source === 'street').length).toBeGreaterThan(8);
  });

  it('has whoever lives where no street is known by the estimate, as their own list has', async () => {
    const off = people.at(-1) as Person;
    const { id } = jobs[0] as (typeof jobs)[number];
    const found = (await fitting(id)).items.find(({ candidateId }) => candidateId === off.id);
    expect(found).toMatchObject({ source: 'estimate' });
    expect((await ownMatch(off.id, id))?.score).toBe(found?.score);
  });

  it('a split counts those before it who could come to all', async () => {
    const { id } = jobs[4] as (typeof jobs)[number];
    const split = await answer<{ before: number; source: string }>(t.service().get(`/api/jobs/${id}/split`));
    const said = (await everybody(id)).filter(({ match }) => match.time.fit === 1);
    expect(split).toMatchObject({ before: said.length, source: 'street' });
    expect(said.length).toBeGreaterThan(2);
  });

  it('an urgent fill asks those who could come, by their own minutes, and nobody else', async () => {
    const id = await open(pointsAround(streets.at, 300, 1, 53)[0] as Point, { schedule: TOMORROW });
    await answer(t.service().post(`/api/jobs/${id}/urgent`), 201);
    for (let wave = 0; wave < 20; wave++) {
      t.clock.advance(5 * 60_000);
      await sendWaves(t.open.services);
    }
    const invited = (await asked(t, id)).flat().sort();
    const able = (await everybody(id)).filter(({ match }) => match.time.fit === 1);
    expect(invited).toEqual(able.map((one) => one.id).sort());
    expect(invited.length).toBeGreaterThan(5);
  });
});

interface Listed {
  walkIn: { id: string };
  shortlist: { job: { id: string }; match: Match }[];
}
interface Plan {
  degraded: boolean;
  assignments: { walkInId: string; jobId: string; match: Match }[];
}
const receive = (i: number, origin: Point) => {
  const mode = MODES[i % MODES.length] as Mode;
  const free = WEEKS[i % 3];
  return answer<Listed>(
    t.service().post('/api/walk-ins', visit({ name: `来访者${i}`, origin, mode, free })),
    201,
  );
};
const plan = () => answer<Plan>(t.service().get('/api/desk/plan'));
const totalOf = async (origin: Point, minutes: number) =>
  (
    await answer<{ total: number }>(
      t.client().get(`/api/jobs?lat=${origin.lat}&lng=${origin.lng}&minutes=${minutes}`),
    )
  ).total;
const gainsOf = async (id: string) =>
  (await answer<{ items: { code: string; gain: number }[] }>(t.service().get(`/api/walk-ins/${id}/gains`)))
    .items;
async function slipOf(id: string, jobIds: string[]): Promise<string> {
  const staff = await t.signIn('staff');
  await answer(staff.request('PUT', `/api/walk-ins/${id}/shortlist`, { jobIds }));
  return readable((await visitor(t, staff.cookie).get(`/desk/walk-ins/${id}/slip`)).html);
}

describe('the desk', { timeout: 60_000 }, () => {
  it('sends people where their own list has the same minutes and score', async () => {
    for (const [i, origin] of pointsAround(streets.at, 600, 8, 54).entries()) await receive(i, origin);
    const { assignments, degraded } = await plan();
    expect(degraded).toBe(false);
    expect(assignments.length).toBeGreaterThan(4);
    const kept = await answer<{ items: { id: string; origin: unknown }[] }>(t.service().get('/api/walk-ins'));
    expect(kept.items).toHaveLength(8);
    for (const { walkInId, jobId, match } of assignments) {
      expect(match.travel.source).toBe('street');
      const own = await answer<{ shown: boolean; match: Match }>(
        t.service().get(`/api/walk-ins/${walkInId}/jobs/${jobId}/why`),
      );
      expect([own.shown, own.match.score, own.match.travel]).toEqual([true, match.score, match.travel]);
    }
  });

  it('prints the minutes of the list on the slip', async () => {
    const { walkIn, shortlist } = await receive(0, pointsAround(streets.at, 300, 1, 55)[0] as Point);
    expect(shortlist.length).toBeGreaterThan(2);
    const text = await slipOf(
      walkIn.id,
      shortlist.map(({ job }) => job.id),
    );
    for (const { match } of shortlist) {
      expect(match.travel.source).toBe('street');
      expect(text).toContain(`约 ${Math.ceil(match.travel.minutes)} 分钟`);
    }
    expect(text).not.toContain('估算');
  });

  it('says how many five minutes more would open, by the same minutes before and after', async () => {
    const origin = pointsAround(streets.at, 900, 1, 56)[0] as Point;
    const { walkIn } = await answer<Listed>(
      t.service().post('/api/walk-ins', visit({ name: '问路', origin, minutes: 10 })),
      201,
    );
    const gain = (await totalOf(origin, 15)) - (await totalOf(origin, 10));
    expect(gain).toBeGreaterThan(0);
    expect((await gainsOf(walkIn.id)).find(({ code }) => code === 'minutes')?.gain).toBe(gain);
  });
});

describe('a router that fails', { timeout: 60_000 }, () => {
  it('everything goes by the estimate, and says so; then by streets again', async () => {
    // Places that nobody has asked about.
    const [place, origin] = pointsAround(streets.at, 500, 2, 57) as [Point, Point];
    const id = await open(place);
    proxy.fault = () => ({ kind: 'status', status: 503 });
    const found = await fitting(id);
    expect(found.degraded).toBe(true);
    expect(found.items.length).toBeGreaterThan(8);
    expect(new Set(found.items.map(({ source }) => source))).toEqual(new Set(['estimate']));
    const expected = (await everybody(id)).map(({ id: own, match }) => [own, match.score]);
    expect(found.items.map(({ candidateId, score }) => [candidateId, score])).toEqual(expected);
    expect(await answer(t.service().get(`/api/jobs/${id}/split`))).toMatchObject({ source: 'estimate' });

    const { walkIn, shortlist } = await receive(0, origin);
    expect(shortlist[0]?.match.travel.source).toBe('estimate');
    const planned = await plan();
    expect(planned.degraded).toBe(true);
    expect(new Set(planned.assignments.map(({ match }) => match.travel.source))).toEqual(
      new Set(['estimate']),
    );
    const staff = await t.signIn('staff');
    const page = readable((await visitor(t, staff.cookie).get('/desk/plan')).html);
    expect(page).toContain('这次都按直线估算');
    const [first] = shortlist;
    expect(await slipOf(walkIn.id, [first?.job.id ?? ''])).toContain(
      `约 ${Math.ceil(first?.match.travel.minutes ?? 0)} 分钟（估算）`,
    );
    const gain = (await totalOf(origin, 20)) - (await totalOf(origin, 15));
    expect((await gainsOf(walkIn.id)).find(({ code }) => code === 'minutes')?.gain ?? 0).toBe(gain);

    proxy.fault = () => ({ kind: 'none' });
    // On a busy machine failing may have cost somebody time, and the router is left alone for a while.
    await until('the router is asked again', async () => !(await fitting(id)).degraded);
    const again = await fitting(id);
    expect(again.items.some(({ source }) => source === 'street')).toBe(true);
    await until('the plan asks it again', async () => !(await plan()).degraded);
  });

  it('in the middle of an answer: nobody by one mode has other minutes than the next', async () => {
    const id = await open(pointsAround(streets.at, 500, 1, 58)[0] as Point);
    let left = 3;
    proxy.fault = () => (left-- > 0 ? { kind: 'none' } : { kind: 'garbage' });
    const found = await fitting(id);
    expect(found.degraded).toBe(true);
    const sources = new Map<Mode, Set<string>>();
    for (const { candidateId, source } of found.items) {
      const person = people.find((one) => one.id === candidateId);
      if (!person || person === people.at(-1)) continue;
      sources.set(person.mode, (sources.get(person.mode) ?? new Set()).add(source));
    }
    for (const said of sources.values()) expect(said.size).toBe(1);
    proxy.fault = () => ({ kind: 'none' });
  });
});
