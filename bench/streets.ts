/**
 * What asking for real streets costs a search: `VALHALLA_URL=… VALHALLA_AT=lat,lng node --import tsx bench/streets.ts`.
 * Postings are spread over a square around that place; what lies off the router's map has no street.
 */
import { cpus } from 'node:os';
import { createValhalla } from '../src/adapters/travel/valhalla';
import type { Point } from '../src/kernel/geo';
import { expandSchedule } from '../src/kernel/schedule';
import { parseWeek } from '../src/kernel/week-syntax';
import {
  allStreetTimes,
  type BoardRow,
  DEFAULT_WEIGHTS,
  packRow,
  prepareWeek,
  rank,
  type Search,
  streetTimes,
  type Terms,
  unpackRows,
  widerLimit,
} from '../src/matching';
import { createCachedTravelTime, type TravelTime } from '../src/places';
import { pointsAround, randomOf, testRouter } from '../test/support/valhalla';

const router = testRouter();
if (!router) throw new Error('VALHALLA_URL is not set');
const NOW = Date.parse('2026-06-01T09:00:00+08:00');
const RUNS = 9;
const at = router.at;

function rowsAround(metres: number, count: number) {
  const random = randomOf(5);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const rows = pointsAround(at, metres, count, 4).map(
    (point, i): BoardRow => ({
      id: `01890000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      businessId: `01890000-0000-7000-8000-${String(i).padStart(12, '0')}`,
      ...point,
      hourlyFen: pick([2300, 2350, 2400, 2500, 2600, 2800, 3200, 4000]),
      publishedAt: NOW - Math.floor(random() * 25 * 86_400_000),
      validUntil: NOW + 86_400_000,
      verifiedUntil: NOW + 86_400_000,
      occupation: '洗碗工',
      also: null,
      settlement: 'daily',
      benefits: [],
      engagement: 'part_time',
      businessKind: 'shop',
      minAge: 0,
      certificates: 0,
      traits: 0,
      endsAtRetirement: false,
      schedule: expandSchedule({
        kind: 'shifts',
        atLeast: null,
        hoursPerWeek: null,
        minBlockMinutes: null,
        rules: [
          {
            days: pick(['Mo-Fr', 'Mo-Su', 'Sa,Su', 'Mo,We,Fr']),
            date: null,
            startMinute: pick([360, 480, 540, 660, 840, 1020]),
            endMinute: 1200,
          },
        ],
      }),
    }),
  );
  return unpackRows(Uint8Array.from(rows.flatMap((row) => [...packRow(row)])));
}

const terms: Terms = {
  now: NOW,
  asOf: NOW,
  floorFen: 2300,
  weights: DEFAULT_WEIGHTS,
  requireVerified: false,
};
const week = parseWeek('Mo-Fr 08:20-15:40; Sa,Su 09:00-21:00');

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, Valhalla at ${router.url}`);
for (const [mode, minutes, metres, count] of [
  ['walk', 15, 1600, 2_000],
  ['bike', 6, 2000, 10_000],
  ['bike', 15, 2000, 10_000],
  ['ebike', 15, 2000, 19_600],
] as const) {
  for (const free of [null, week]) {
    const rows = rowsAround(metres, count);
    const search: Search = {
      origin: at,
      mode,
      minutes,
      availability: free && prepareWeek(free, at),
      filters: {},
      wish: {},
      text: null,
      related: new Map(),
      skills: null,
      birthDay: null,
      employers: new Map(),
    };
    const page = { sort: 'best' as const, limit: 20, wider: widerLimit(minutes) };
    let asked = 0;
    let calls = 0;
    const valhalla = createValhalla(router.url);
    const counting: TravelTime = {
      ...valhalla,
      journeys(from: Point, by, to, signal) {
        asked += to.length;
        calls++;
        return valhalla.journeys(from, by, to, signal);
      },
    };
    const times: number[] = [];
    const again: number[] = [];
    let total = 0;
    for (let run = 0; run < RUNS; run++) {
      asked = calls = 0;
      const cached = createCachedTravelTime(counting);
      const start = performance.now();
      const street = await streetTimes(rows, search, terms, page, cached);
      total = rank(rows, { ...search, street }, terms, page).total;
      times.push(performance.now() - start);
      const before = performance.now();
      await streetTimes(rows, search, terms, page, cached);
      again.push(performance.now() - before);
    }
    const exact = rank(
      rows,
      { ...search, street: await allStreetTimes(rows, search, valhalla) },
      terms,
      page,
    ).total;
    const median = (list: number[]) => [...list].sort((a, b) => a - b)[list.length >> 1]?.toFixed(0);
    console.log(
      `${mode} ${minutes} min, ${count} postings within ${metres} m${free ? ', with hours' : ''}: asked ${asked} in ${calls} questions, ` +
        `${median(times)} ms (max ${Math.max(...times).toFixed(0)}), remembered ${median(again)} ms, ${total} shown (exactly ${exact})`,
    );
  }
}
