import fc from 'fast-check';
import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CELL_RESOLUTION, createCandidate, queryOfCandidate } from '../../src/candidates';
import { leastMetres } from '../../src/candidates/cells';
import { firstFitting } from '../../src/candidates/reverse';
import { haversineMetres } from '../../src/kernel/geo';
import { expandSchedule } from '../../src/kernel/schedule';
import { MODES } from '../../src/kernel/vocabulary';
import { parseWeek } from '../../src/kernel/week-syntax';
import {
  type BoardRow,
  bestFit,
  evaluatePair,
  fitOf,
  freePieces,
  prepareWeek,
  toBoardRow,
} from '../../src/matching';
import { HOME, streetMetresNorth } from '../support/builders';
import { openTestStation, type TestStation } from '../support/station';

/** The first people of a posting, found without opening every home, against everybody held against it. */
let t: TestStation;
const ids: string[] = [];
const rows: BoardRow[] = [];

const WEEKS = [
  null,
  'Mo-Su 00:00-24:00',
  'Mo-Fr 08:20-15:40',
  'Mo-Fr 08:55-13:05',
  'Mo-Sa 08:00-13:10; Su 20:00-24:00',
  'Sa,Su 09:00-18:00',
  'Mo-Su 21:30-06:30',
  'Mo 08:00-12:00; We 08:00-20:00',
];
const shifts = (days: string, start: string, end: string) => [{ days, start, end }];
const SCHEDULES = [
  { kind: 'shifts', commitment: 'all', shifts: shifts('Mo-Fr', '09:00', '13:00') },
  { kind: 'shifts', commitment: { atLeast: 2 }, shifts: shifts('Mo-Su', '10:00', '14:00') },
  { kind: 'shifts', commitment: 'all', shifts: shifts('Sa,Su', '22:00', '06:00') },
  { kind: 'shifts', commitment: 'all', shifts: [{ date: '2026-06-03', start: '09:00', end: '13:00' }] },
  { kind: 'window', windows: shifts('Mo-Su', '08:00', '21:00'), hoursPerWeek: 12, minBlockMinutes: 120 },
] as const;

beforeAll(async () => {
  t = await openTestStation();
  const ctx = t.ctx();
  let state = 20_261_123;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (let i = 0; i < 240; i++) {
    // Some live in one house, so that scores are equal and the order is that of the ids.
    const spread = pick([0, 0.01, 0.05]);
    const home = {
      lat: HOME.lat + (random() - 0.5) * spread,
      lng: HOME.lng + (random() - 0.5) * spread,
      datum: 'wgs84' as const,
    };
    const purpose = random() < 0.9 ? ('matching' as const) : ('follow_up' as const);
    const { id } = await createCandidate(ctx, {
      name: `人${i}`,
      home: random() < 0.1 ? null : home,
      mode: pick(MODES),
      minutes: pick([5, 10, 15, 15, 30, 60, 120]),
      free: pick(WEEKS),
      hoursMax: pick([null, null, null, 4, 20]),
      occupations: pick([[], ['理货员'], ['洗碗工', '保洁员']]),
      consent: { purpose, channel: 'paper' },
    });
    ids.push(id);
  }
  for (const [i, schedule] of SCHEDULES.entries()) {
    const place = { address: '某街', ...streetMetresNorth(pick([0, 300, 900, 2000])) };
    const id = await t.openJob({ title: `理货员${i}`, place, schedule: schedule as never });
    const found = await t.open.services.stores.jobs.get(t.station.id, id);
    const row = found && toBoardRow(found);
    if (row) rows.push(row);
  }
  expect(rows).toHaveLength(SCHEDULES.length);
});
afterAll(() => t.close());

async function everybody(row: BoardRow, station = t.station): Promise<{ id: string; score: number }[]> {
  const ctx = t.ctx(undefined, station);
  const people = await ctx.stores.candidates.consenting(t.station.id, ids, ['matching']);
  const all = await Promise.all(
    people.map(async (person) => ({
      id: person.id,
      item: evaluatePair(ctx, await queryOfCandidate(ctx, person), row),
    })),
  );
  return all
    .filter(({ item }) => item.failed === 0)
    .map(({ id, item }) => ({ id, score: item.score }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

describe('the first people of the exact order', () => {
  it.each(SCHEDULES.map((schedule, i) => [i, schedule.kind] as const))('posting %i (%s)', async (i) => {
    const row = rows[i] as BoardRow;
    const expected = await everybody(row);
    expect(expected.length).toBeGreaterThan(5);
    for (const count of [1, 2, 5, 20, 1000]) {
      const { fitting } = await firstFitting(t.ctx(), row, count);
      expect(fitting.map(({ person, item }) => ({ id: person.id, score: item.score }))).toEqual(
        expected.slice(0, count),
      );
    }
  });

  it('is exact under any weights, also where everybody scores nothing', async () => {
    const nothing = { time: 0, timeUnknown: 0, travel: 0, pay: 0, skills: 0, freshness: 0 };
    for (const weights of [nothing, { ...nothing, travel: 1 }, { ...nothing, skills: 1, timeUnknown: 2 }]) {
      const station = { ...t.station, settings: { weights } };
      const expected = await everybody(rows[1] as BoardRow, station);
      for (const count of [3, 1000]) {
        const { fitting } = await firstFitting(t.ctx(undefined, station), rows[1] as BoardRow, count);
        expect(fitting.map(({ person }) => person.id)).toEqual(expected.slice(0, count).map(({ id }) => id));
      }
    }
  });

  it('opens fewer homes the fewer people are asked for', async () => {
    const opened = async (count: number) => (await firstFitting(t.ctx(), rows[0] as BoardRow, count)).opened;
    expect(await opened(1)).toBeLessThan(await opened(1000));
  });

  it('opens nobody for a posting that is shown to nobody', async () => {
    const row = { ...(rows[0] as BoardRow), validUntil: t.clock.now() };
    expect(await firstFitting(t.ctx(), row, 10)).toMatchObject({ fitting: [], opened: 0, looked: 0 });
  });

  it('has the score of the list of that person, through HTTP, and says whether others fit', async () => {
    const row = rows[1] as BoardRow;
    const read = async <T>(path: string) => (await (await t.service().get(path)).json()) as T;
    const { items, more } = await read<{ items: { candidateId: string; score: number }[]; more: boolean }>(
      `/api/jobs/${row.id}/candidates?limit=8`,
    );
    expect([items.length, more]).toEqual([8, true]);
    for (const { candidateId, score } of items) {
      const own = await read<{ items: { job: { id: string }; match: { score: number } }[] }>(
        `/api/candidates/${candidateId}/matches`,
      );
      expect(own.items.find(({ job }) => job.id === row.id)?.match.score).toBe(score);
    }
    const all = await read<{ items: unknown[]; more: boolean }>(`/api/jobs/${row.id}/candidates?limit=100`);
    expect([all.items.length, all.more]).toEqual([Math.min(100, (await everybody(row)).length), false]);
  });
});

describe('what is known without the home', () => {
  const CELL = latLngToCell(HOME.lat, HOME.lng, CELL_RESOLUTION);
  const offset = fc.double({ min: -0.08, max: 0.08, noNaN: true });

  it('no point of a cell is nearer than its least distance', () => {
    fc.assert(
      fc.property(offset, offset, offset, offset, (a, b, c, d) => {
        const point = { lat: HOME.lat + a, lng: HOME.lng + b };
        const home = { lat: HOME.lat + c, lng: HOME.lng + d };
        const cell = latLngToCell(home.lat, home.lng, CELL_RESOLUTION);
        expect(leastMetres(cell, point)).toBeLessThanOrEqual(
          haversineMetres(point.lat, point.lng, home.lat, home.lng),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('is close: a neighbouring cell is as far as its nearest edge', () => {
    const [lat, lng] = cellToLatLng(CELL);
    for (const cell of gridDisk(CELL, 1).filter((one) => one !== CELL)) {
      expect(leastMetres(cell, { lat, lng })).toBeGreaterThan(300);
    }
  });

  it('the same journey gives the same fit, a shorter one no less', () => {
    const schedules = SCHEDULES.map((schedule) => {
      const windows = schedule.kind === 'window' ? schedule.windows : schedule.shifts;
      const clock = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
      return expandSchedule({
        kind: schedule.kind,
        atLeast: schedule.kind === 'shifts' && schedule.commitment !== 'all' ? 2 : null,
        hoursPerWeek: 12,
        minBlockMinutes: 120,
        rules: windows.map((rule) => {
          const [start, end] = [clock(rule.start), clock(rule.end)];
          return {
            days: 'days' in rule ? rule.days : null,
            date: 'date' in rule ? rule.date : null,
            startMinute: start,
            endMinute: end > start ? end : end + 1440,
          };
        }),
      });
    });
    const minutes = fc.double({ min: 0, max: 90, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(...schedules),
        fc.constantFrom(...WEEKS.filter((week) => week !== null)),
        minutes,
        minutes,
        (schedule, week, a, b) => {
          const free = parseWeek(week);
          const pieces = freePieces(free);
          const exact = fitOf(schedule, prepareWeek(free, HOME), [Math.max(a, b)]);
          expect(bestFit(schedule, pieces, Math.max(a, b))).toBeCloseTo(exact, 12);
          expect(bestFit(schedule, pieces, Math.min(a, b))).toBeGreaterThanOrEqual(exact);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
