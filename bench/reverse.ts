import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { sealPoint } from '../src/candidates';
import { candidatesFor, firstFitting } from '../src/candidates/reverse';
import type { Ctx } from '../src/context';
import { importBatch } from '../src/jobs';
import { dateOfEpochDay, epochDay, shanghaiDate } from '../src/kernel/clock';
import { uuidV7 } from '../src/kernel/ids';
import { MODES } from '../src/kernel/vocabulary';
import { toBoardRow } from '../src/matching';
import { parseEnv } from '../src/runtime/env';
import { ensureFirstStation, systemCtx } from '../src/runtime/first-station';
import { type OpenStation, openStation } from '../src/runtime/station';
import { shippedLexicon } from '../src/search';
import { CENTRE, postings } from './dataset';
import { machine, measure, ms, report, seeded } from './measure';

/** Homes a km² of people who consented: a hundred thousand in a city of ten kilometres across. */
const PER_KM2 = 1_000;
const KM_PER_DEGREE = 111.195;
const INSERTED_AT_ONCE = 2_000;
/** As many postings as lie within the small map of a trial router. */
const ON_MAP = 500;
/** Postings that each figure is the median of. */
const RUNS = 60;

/**
 * Who fits a posting, among many people: `GET /api/jobs/{id}/candidates` without HTTP. Postings must be there;
 * people are written straight into the tables.
 * @param open a station with its owner's connection
 */
export async function benchReverse(open: OpenStation, count = 100_000): Promise<void> {
  const { services } = open;
  const [station] = await services.stores.stations.all();
  if (!station) throw new Error('no station');
  const ctx: Ctx = systemCtx(services, station);
  const sql = postgres(open.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const started = performance.now();
    await insertPeople(sql, ctx, count);
    report(
      `${count.toLocaleString('en')} people, sealed and inserted`,
      `${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    // As autovacuum does after so many rows.
    await sql`vacuum (analyze) candidates, consents`;
  } finally {
    await sql.end();
  }
  const jobs = await services.stores.jobs.list(station.id, { statuses: ['open'], limit: RUNS + 5 });
  const rows = jobs.flatMap((found) => toBoardRow(found) ?? []);
  const at = (i: number) => rows[i % rows.length];
  if (ctx.streets)
    await benchFirstAsked(
      ctx,
      rows.map(({ id }) => id),
    );
  // A server that has run for a while: right after the insertion the database is still writing it out.
  const timing = await measure(RUNS, async (i) => candidatesFor(ctx, at(i)?.id ?? '', 20), 2 * RUNS);
  report('who fits a posting, first 20', `${ms(timing.p50)}, p95 ${ms(timing.p95)}`, {
    value: timing.p50,
    most: 100,
    unit: ' ms',
  });
  const looks = [];
  for (const row of rows) looks.push(await firstFitting(ctx, row, 21));
  const middle = (figures: number[]) => figures.sort((a, b) => a - b)[figures.length >> 1] ?? 0;
  const [opened, looked] = [looks.map((one) => one.opened), looks.map((one) => one.looked)];
  report(
    'homes opened for it',
    `${middle(opened)}, most ${Math.max(...opened)}, of ${middle(looked)} looked at`,
  );
  const settled = looks.map((one) => one.settled);
  if (ctx.streets)
    report('of which the way is asked for', `${middle(settled)}, most ${Math.max(...settled)}`);
}

/** With a router: postings that nobody has asked about, so that no way is remembered. */
async function benchFirstAsked(ctx: Ctx, ids: readonly string[]): Promise<void> {
  let degraded = 0;
  const timing = await measure(
    ids.length - 5,
    async (i) => {
      if ((await candidatesFor(ctx, ids[i] ?? '', 20)).degraded) degraded++;
    },
    5,
  );
  const by = `${degraded} of ${ids.length} not answered in time by every mode`;
  report(
    'who fits, by streets, asked for the first time',
    `${ms(timing.p50)}, p95 ${ms(timing.p95)} (${by})`,
  );
}

/** Synthetic people over a square city, the same in every run. */
async function insertPeople(sql: postgres.Sql, ctx: Ctx, count: number): Promise<void> {
  const random = seeded(20_261_123);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const side = Math.sqrt(count / PER_KM2);
  const names = [...shippedLexicon.occupations.keys()];
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const free = () => {
    if (random() < 0.1) return null;
    const start = 300 + 10 * Math.floor(random() * 66);
    const end = Math.min(1430, start + 120 + 10 * Math.floor(random() * 48));
    return `${pick(['Mo-Fr', 'Mo-Fr', 'Mo-Sa', 'Mo-Su', 'Sa,Su', 'Mo,We,Fr', 'Tu,Th'])} ${clock(start)}-${clock(end)}`;
  };
  for (let from = 0; from < count; from += INSERTED_AT_ONCE) {
    const people = await Promise.all(
      Array.from({ length: Math.min(INSERTED_AT_ONCE, count - from) }, async () => {
        const home = {
          lat: CENTRE.lat + ((random() - 0.5) * side) / KM_PER_DEGREE,
          lng:
            CENTRE.lng + ((random() - 0.5) * side) / (KM_PER_DEGREE * Math.cos((CENTRE.lat * Math.PI) / 180)),
        };
        const person = {
          id: uuidV7(ctx.clock.now(), crypto.getRandomValues(new Uint8Array(10))),
          station_id: ctx.station.id,
          name: '测试人',
          mode: pick(['walk', 'walk', 'walk', 'slow', 'bike', 'ebike', 'ebike', 'ebike', ...MODES]),
          minutes: pick([10, 15, 15, 20, 30, 45]),
          free: free(),
          hours_max: random() < 0.7 ? null : 8 + Math.floor(random() * 20),
          occupations: random() < 0.3 ? [] : [pick(names), pick(names)],
        };
        const { sealed, cell } = await sealPoint(ctx.vault, 'home', home);
        return { ...person, home_sealed: Buffer.from(sealed), home_cell: cell };
      }),
    );
    await sql`insert into candidates ${sql(people)}`;
    const consents = people.map(({ id, station_id }) => ({
      id: uuidV7(ctx.clock.now(), crypto.getRandomValues(new Uint8Array(10))),
      station_id,
      candidate_id: id,
      purpose: 'matching',
      channel: 'screen',
      given_at: new Date(),
    }));
    await sql`insert into consents ${sql(consents)}`;
  }
}

/** `node --import tsx bench/reverse.ts [COUNT]`: this figure alone, over postings of a small city. */
async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'station-bench-'));
  try {
    const { VALHALLA_URL } = process.env;
    const env = parseEnv({ DATA_DIR: dataDir, DEMO: 'off', ...(VALHALLA_URL ? { VALHALLA_URL } : {}) });
    const open = await openStation(env, { keepDraining: true });
    try {
      await ensureFirstStation(open);
      const { services } = open;
      const [station] = await services.stores.stations.all();
      if (!station) throw new Error('no station');
      const lastDay = dateOfEpochDay(epochDay(shanghaiDate(services.clock.now())) + 20);
      await importBatch(
        systemCtx(services, station),
        [...postings(VALHALLA_URL ? ON_MAP : 4_000, lastDay)].slice(0, RUNS + 5),
      );
      console.log(`\n${machine()}\n`);
      await benchReverse(open, Number(process.argv[2] ?? 100_000));
    } finally {
      await open.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('reverse.ts')) await main();
