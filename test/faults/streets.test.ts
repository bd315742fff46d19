import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createValhalla } from '../../src/adapters/travel/valhalla';
import type { Point } from '../../src/kernel/geo';
import { answer, problem } from '../support/answers';
import { HOME, jobDraft, streetMetresNorth } from '../support/builders';
import { until } from '../support/service';
import { openTestStation, type TestStation } from '../support/station';

/** Servers that are no router: whatever they say, the list is that of the estimate. */
interface Asked {
  sources: { lat: number; lon: number }[];
  targets: { lat: number; lon: number }[];
}
type Body = (asked: Asked) => { status?: number; body: string } | null;

const matrix = ({ sources, targets }: Asked, change: Record<string, unknown> = {}, cell: object = {}) => ({
  sources_to_targets: [
    targets.map((_, i) => ({ from_index: 0, to_index: i, time: 60, distance: 0.08, ...cell })),
  ],
  sources,
  targets,
  units: 'kilometers',
  ...change,
});
const json = (value: unknown) => ({ body: JSON.stringify(value) });

const NONSENSE: [string, Body][] = [
  ['what is no JSON', () => ({ body: '<html>{"half":' })],
  ['nothing', () => ({ body: '' })],
  ['another shape', () => json({ code: 'Ok', durations: [[1, 2]] })],
  ['null', () => json(null)],
  ['fewer rows', (asked) => json(matrix(asked, { sources_to_targets: [[]] }))],
  ['fewer places', (asked) => json(matrix(asked, { targets: [] }))],
  ['two origins', (asked) => json(matrix(asked, { sources: [...asked.sources, ...asked.sources] }))],
  ['negative times', (asked) => json(matrix(asked, {}, { time: -1 }))],
  ['times beyond a day', (asked) => json(matrix(asked, {}, { time: 1e9 }))],
  ['times in words', (asked) => json(matrix(asked, {}, { time: '60' }))],
  ['times without a way', (asked) => json(matrix(asked, {}, { distance: null }))],
  ['rows in another order', (asked) => json(matrix(asked, {}, { to_index: 7 }))],
  ['miles', (asked) => json(matrix(asked, { units: 'miles' }))],
  ['places off the globe', (asked) => json(matrix(asked, { sources: [{ lat: 99, lon: 0 }] }))],
  ['an error', () => ({ status: 500, body: '{"error_code":199,"error":"Unknown"}' })],
  ['that it is elsewhere', () => ({ status: 302, body: '' })],
];

let server: Server;
let url: string;
let body: Body = (asked) => json(matrix(asked));
let t: TestStation;

beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const said = body(JSON.parse(Buffer.concat(chunks).toString()));
      if (!said) return;
      outgoing.writeHead(said.status ?? 200, { location: '/elsewhere' });
      outgoing.end(said.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  t = await openTestStation({ env: { VALHALLA_URL: url } });
  for (const metres of [520, 900, 1100]) {
    await t.openJob(jobDraft({ place: { address: `${metres} 号`, ...streetMetresNorth(metres) } }));
  }
});
afterAll(async () => {
  await t.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

interface Listed {
  items: { match: { travel: { minutes: number; metres: number; source: string } } }[];
  total: number;
}
const list = (query = '') =>
  answer<Listed>(t.client().get(`/api/jobs?lat=${HOME.lat}&lng=${HOME.lng}${query}`));
const travels = (listed: Listed) => listed.items.map(({ match }) => match.travel);

describe('a router that talks nonsense', () => {
  it.each(NONSENSE)('says %s: the list goes by the estimate', async (_, said) => {
    body = said;
    // An origin that nobody asked about before.
    const from: Point = { lat: HOME.lat, lng: HOME.lng };
    await expect(createValhalla(url).journeys(from, 'walk', [HOME, HOME])).rejects.toThrow(
      /nonsense|refused/,
    );
    expect(await (await t.client().get('/')).text()).toContain('路程按直线估算');
    const listed = await list();
    expect(listed.total).toBe(3);
    expect(travels(listed).map(({ minutes, source }) => [minutes, source])).toEqual([
      [6.5, 'estimate'],
      [11.25, 'estimate'],
      [13.75, 'estimate'],
    ]);
    const circle = await answer<{ properties: { source: string } }>(t.client().get('/api/circle'));
    expect(circle.properties.source).toBe('estimate');
  });

  it('is believed as soon as it answers', async () => {
    body = (asked) => json(matrix(asked));
    // On a busy machine nonsense may have cost somebody time, and the router is left alone for a while.
    await until('the router is asked again', async () => travels(await list())[0]?.source === 'street');
    const listed = await list();
    expect(travels(listed)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ minutes: 1, metres: 80, source: 'street' })),
    );
    expect(await (await t.client().get('/')).text()).toContain('路程按实际街道算');
  });

  it('cannot have a place reached that is far from every street', async () => {
    // Everything is moved to one street, 300 m away from the farthest door.
    const street = streetMetresNorth(700);
    body = (asked) =>
      json(matrix(asked, { targets: asked.targets.map(() => ({ lat: street.lat, lon: street.lng })) }));
    // Another mode: what is known already is not asked again.
    const { to } = await createValhalla(url).journeys(HOME, 'walk', [
      streetMetresNorth(520),
      streetMetresNorth(1100),
    ]);
    expect(to).toEqual([{ minutes: 1, metres: 80 }, null]);
  });

  it('may say that no way leads there: not listed, and /why says so', async () => {
    body = (asked) => json(matrix(asked, {}, { time: null, distance: null }));
    const id = await t.openJob(jobDraft({ place: { address: '岛上', ...streetMetresNorth(300) } }));
    await until('the router is asked again', async () => {
      const { shown, gates, match } = await answer<{
        shown: boolean;
        gates: { code: string }[];
        match: unknown;
      }>(t.client().get(`/api/jobs/${id}/why?mode=bike`));
      if (shown) return false;
      expect(gates.find(({ code }) => code === 'travel')).toMatchObject({
        ok: false,
        text: '没有路能到那里',
      });
      expect(match).toBeNull();
      return true;
    });
    expect((await list('&mode=bike')).total).toBe(0);
    await answer(t.service().post(`/api/jobs/${id}/close`));
  });

  it('is not waited for: the list comes by the estimate, and goes on by it on the next page', async () => {
    body = () => null;
    const hanging = await answer<Listed & { next: string }>(
      t.client().get(`/api/jobs?lat=${HOME.lat}&lng=${HOME.lng}&mode=slow&minutes=20&limit=2`),
    );
    expect(travels(hanging).map(({ source }) => source)).toEqual(['estimate', 'estimate']);
    body = (asked) => json(matrix(asked));
    const rest = await list(`&mode=slow&minutes=20&limit=2&cursor=${hanging.next}`);
    expect(travels(rest)).toEqual([expect.objectContaining({ source: 'estimate' })]);
  });
});

describe('GET /api/circle', () => {
  it('refuses places abroad and half a place', async () => {
    const abroad = await problem(t.client().get('/api/circle?lat=48.85&lng=2.35'), 422);
    expect(abroad.errors).toMatchObject([{ pointer: '/lat', code: 'outside_china' }]);
    await problem(t.client().get('/api/circle?lat=35'), 422);
    await problem(t.client().get('/api/circle?minutes=0'), 400);
    await problem(t.client().get('/api/circle?mode=train'), 400);
  });
});
