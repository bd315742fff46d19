import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createValhalla } from '../../src/adapters/travel/valhalla';
import type { Point } from '../../src/kernel/geo';
import { type Area, contains } from '../../src/places';
import { answer, problem } from '../support/answers';
import { jobDraft } from '../support/builders';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy';
import { openTestStation, type TestStation } from '../support/station';
import { MISSING_VALHALLA, pointsAround, testRouter } from '../support/valhalla';

/** Searches of a whole station over a real street map, and what happens when the router fails. */
const router = testRouter();
const title = router ? 'searches by streets' : `searches by streets (${MISSING_VALHALLA})`;

interface Listed {
  items: {
    job: { id: string };
    match: { travel: { minutes: number; metres: number; source: string }; reasons: { text: string }[] };
  }[];
  total: number;
  next: string | null;
  relaxations: { change: { param: string; value: number }; gain: number }[];
}

describe.skipIf(!router)(title, { timeout: 60_000 }, () => {
  const { url, at } = router ?? { url: 'http://127.0.0.1:9', at: { lat: 40, lng: 116.32 } };
  const places = pointsAround(at, 1300, 120, 31);
  const ids: string[] = [];
  let proxy: FaultProxy;
  let t: TestStation;
  beforeAll(async () => {
    proxy = await startFaultProxy(url);
    // Patient: a busy machine is not what is tested.
    t = await openTestStation({
      env: { VALHALLA_URL: proxy.url },
      at,
      keepDraining: true,
      streetsBudgetMs: 3_000,
    });
    const lines = places.map((place, i) =>
      JSON.stringify(jobDraft({ externalId: String(i), place: { address: `${i} 号`, ...place } })),
    );
    const report = await t
      .service()
      .post('/api/import/jobs', lines.join('\n'), { 'content-type': 'application/x-ndjson' });
    for (const line of (await report.text()).trim().split('\n')) ids.push(JSON.parse(line).id);
  });
  afterAll(async () => {
    proxy.fault = () => ({ kind: 'none' });
    await t.close();
    await proxy.stop();
  });

  const list = (query: string) => answer<Listed>(t.client().get(`/api/jobs?limit=100&${query}`));
  /** What the router itself says of every posting, nearest first. */
  async function truth(from: Point, minutes: number) {
    const { to } = await createValhalla(url).journeys(from, 'walk', places);
    return to
      .flatMap((journey, i) =>
        journey && journey.minutes <= minutes + 0.01 ? [{ id: ids[i], ...journey }] : [],
      )
      .sort((a, b) => a.minutes - b.minutes || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
  }

  it("has the router's own minutes, all of its postings and no other", async () => {
    const listed = await list('sort=near&minutes=15');
    const expected = await truth(at, 15);
    expect(expected.length).toBeGreaterThan(30);
    expect(listed.total).toBe(expected.length);
    expect(listed.items.map(({ job }) => job.id)).toEqual(expected.map(({ id }) => id));
    for (const [i, { match }] of listed.items.entries()) {
      expect(match.travel.source).toBe('street');
      expect(Math.abs(match.travel.minutes - (expected[i]?.minutes ?? 0))).toBeLessThan(0.02);
      expect(Math.abs(match.travel.metres - (expected[i]?.metres ?? 0))).toBeLessThan(3);
      expect(match.reasons[0]?.text).toMatch(/^步行 [\d.]+ 分钟$/);
    }
    const wider = listed.relaxations.find(({ change }) => change.param === 'minutes');
    expect(wider).toEqual(
      expect.objectContaining({
        change: { param: 'minutes', value: 20 },
        gain: (await truth(at, 20)).length - expected.length,
      }),
    );
  });

  it('goes from page to page without loss', async () => {
    const whole = (await list('minutes=15')).items.map(({ job }) => job.id);
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Listed = await answer(
        t.client().get(`/api/jobs?minutes=15&limit=7${next ? `&cursor=${next}` : ''}`),
      );
      seen.push(...page.items.map(({ job }) => job.id));
      next = page.next;
    }
    expect(seen).toEqual(whole);
  });

  it('says why a posting is not on the list, by street minutes', async () => {
    const listed = new Set((await list('minutes=15')).items.map(({ job }) => job.id));
    const { to } = await createValhalla(url).journeys(at, 'walk', places);
    const far = to.findIndex((journey) => journey !== null && journey.minutes > 15.1);
    expect(listed.has(ids[far] ?? '')).toBe(false);
    const why = await answer<{ shown: boolean; gates: { code: string; ok: boolean; minutes?: number }[] }>(
      t.client().get(`/api/jobs/${ids[far]}/why?minutes=15`),
    );
    expect(why.shown).toBe(false);
    const gate = why.gates.find(({ code }) => code === 'travel');
    expect(gate?.ok).toBe(false);
    expect(Math.abs((gate?.minutes ?? 0) - (to[far]?.minutes ?? 0))).toBeLessThan(0.1);
  });

  it('draws the circle in which they lie', async () => {
    const feature = await answer<{ geometry: { type: string; coordinates: never[] }; properties: object }>(
      t.client().get('/api/circle?minutes=15&mode=walk'),
    );
    expect(feature.properties).toMatchObject({ minutes: 15, mode: 'walk', source: 'street' });
    const { type, coordinates } = feature.geometry;
    const area: Area = {
      type: 'MultiPolygon',
      coordinates: type === 'Polygon' ? [coordinates] : coordinates,
    };
    const reached = new Set((await truth(at, 15)).map(({ id }) => id));
    const agree = places.filter((place, i) => contains(area, place) === reached.has(ids[i])).length;
    expect(agree / places.length).toBeGreaterThanOrEqual(0.97);
    expect((await problem(t.client().get('/api/circle?lat=30&lng=123'), 422)).code).toBe('no_street');
  });

  it('goes by the estimate where the router knows no street', async () => {
    await answer(t.client().get('/api/jobs?lat=30&lng=123'));
  });

  it.each([
    ['cuts the line', { kind: 'reset' }],
    ['talks nonsense', { kind: 'garbage' }],
    ['fails', { kind: 'status', status: 503 }],
    ['hangs', { kind: 'hang' }],
  ] as const)('%s: the list comes by the estimate all the same', async (_, fault) => {
    const from = pointsAround(at, 200, 4, 41)[
      ['hang', 'reset', 'garbage', 'status'].indexOf(fault.kind)
    ] as Point;
    proxy.fault = () => fault;
    const listed = await list(`minutes=15&lat=${from.lat}&lng=${from.lng}`);
    expect(listed.items.length).toBeGreaterThan(10);
    expect(new Set(listed.items.map(({ match }) => match.travel.source))).toEqual(new Set(['estimate']));
    proxy.fault = () => ({ kind: 'none' });
  });
});
