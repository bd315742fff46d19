import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createCandidate, matchesOf } from '../src/candidates';
import type { Ctx, Services } from '../src/context';
import { getWalkIn, receiveWalkIn, walkInSchema } from '../src/desk';
import { runImport } from '../src/jobs';
import { dateOfEpochDay, epochDay, shanghaiDate } from '../src/kernel/clock';
import { parseEnv } from '../src/runtime/env';
import { ensureFirstStation, systemCtx } from '../src/runtime/first-station';
import { openStation } from '../src/runtime/station';
import type { Vault } from '../src/trust';
import { CENTRE, postings } from './dataset';
import { machine, measure, ms, report } from './measure';

/** Pairs of calls, one with each vault, in turns. */
const ROUNDS = 60;
/** What is asked: encryption adds at most a tenth. */
const MOST = 1.1;

/** A vault that does nothing: what a shortlist would cost without encryption. */
const open: Vault = {
  keyNumber: 1,
  seal: async (_, text) => new Uint8Array([1, ...new TextEncoder().encode(text)]),
  open: async (_, sealed) => new TextDecoder().decode(sealed.subarray(1)),
  blindIndex: async (_, text) => text,
  blindIndexes: async (_, text) => [text],
};

/**
 * What encryption costs a shortlist: taking a visitor down, looking at them again, and the list of a profile, each with
 * the station's vault and with one that does nothing. @param services of a station with postings around the centre
 */
export async function benchVault(services: Services): Promise<void> {
  const [station] = await services.stores.stations.all();
  if (!station) throw new Error('no station');
  const sealed = systemCtx(services, station);
  const plain = { ...sealed, vault: open };
  const draft = walkInSchema.parse({
    name: '来访者',
    phone: '13800000000',
    text: '想找洗碗的活，离家近一点，孩子四点放学',
    origin: { lat: CENTRE.lat, lng: CENTRE.lng },
    mode: 'ebike',
    free: 'Mo-Fr 08:20-15:40',
    consent: { purpose: ['matching', 'contact'], channel: 'paper' },
  });
  const visits = new Map<Ctx, string>();
  const people = new Map<Ctx, string>();
  for (const ctx of [sealed, plain]) {
    visits.set(ctx, (await receiveWalkIn(ctx, draft)).walkIn.id);
    const { name = '', phone, origin, mode, free, consent } = draft;
    people.set(ctx, (await createCandidate(ctx, { name, phone, home: origin, mode, free, consent })).id);
  }
  const calls: [string, (ctx: Ctx) => Promise<unknown>][] = [
    // Every visitor of the bench has one phone: a fresh one each time, lest the list of duplicates grow.
    ['a walk-in with its shortlist', (ctx) => receiveWalkIn(ctx, { ...draft, phone: freshPhone() })],
    ['a walk-in looked at again', (ctx) => getWalkIn(ctx, visits.get(ctx) ?? '')],
    ['the list of a profile', (ctx) => matchesOf(ctx, people.get(ctx) ?? '', { limit: 20 })],
  ];
  for (const [name, call] of calls) {
    const times = { sealed: [] as number[], plain: [] as number[] };
    await measure(5, () => call(sealed));
    for (let i = 0; i < ROUNDS; i++) {
      const order = i % 2 === 0 ? (['sealed', 'plain'] as const) : (['plain', 'sealed'] as const);
      for (const which of order) {
        const started = performance.now();
        await call(which === 'sealed' ? sealed : plain);
        times[which].push(performance.now() - started);
      }
    }
    const [with_, without] = [quarter(times.sealed), quarter(times.plain)];
    const ratio = with_ / without;
    const figures = `${ms(with_)} ÷ ${ms(without)} = ${ratio.toFixed(3)} ×`;
    report(`${name}, sealed ÷ not`, figures, { value: ratio, most: MOST, unit: ' ×' });
  }
}

let phones = 0;
const freshPhone = () => `139${String(10_000_000 + phones++)}`;

/** The lower quartile: what others do on the machine at the same time is in it least. */
function quarter(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 4)] ?? 0;
}

/** `node --import tsx bench/vault.ts [postings]`: at a station of its own. */
async function alone(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'station-bench-'));
  const env = parseEnv({ DATA_DIR: folder, DEMO: 'off', NODE_ENV: 'test' });
  const station = await openStation(env, { keepDraining: true });
  try {
    console.log(`${machine()}\n${count} open postings`);
    const { services } = station;
    const [first] = (await ensureFirstStation(station)).stations;
    if (!first) throw new Error('no station');
    const lastDay = dateOfEpochDay(epochDay(shanghaiDate(services.clock.now())) + 25);
    const lines = postings(count, lastDay);
    const input = (async function* () {
      yield* lines;
    })();
    await runImport({ ctx: systemCtx(services, first), input });
    await benchVault(services);
  } finally {
    await station.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await alone(Number(process.argv[2] ?? 20_000));
