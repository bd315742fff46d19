import type { Services } from '../src/context';
import { planOf, receiveWalkIn, walkInSchema } from '../src/desk';
import { assign } from '../src/desk/assignment';
import { IMPORT_BATCH, importBatch } from '../src/jobs';
import { dateOfEpochDay, epochDay, shanghaiDate } from '../src/kernel/clock';
import { systemCtx } from '../src/runtime/first-station';
import { CENTRE, postings } from './dataset';
import { measure, ms, report, seeded } from './measure';

const PEOPLE = 50;
const POSTINGS = 500;
const RUNS = 20;
const FREE = [
  'Mo-Fr 08:20-15:40',
  'Mo-Su 08:00-20:00',
  'Mo-Fr 17:00-22:00; Sa,Su 08:00-20:00',
  'Sa,Su 09:00-18:00',
];
const WORDS = ['想找洗碗的活', '保洁', '日结，管饭'];

/** The desk plan for fifty people who wait and five hundred open postings around them, at a station of its own. */
export async function benchPlan(services: Services): Promise<void> {
  const ctx = systemCtx(services, await stationOf(services));
  const lines = [...postings(POSTINGS, dateOfEpochDay(epochDay(shanghaiDate(services.clock.now())) + 20))];
  for (let i = 0; i < lines.length; i += IMPORT_BATCH)
    await importBatch(ctx, lines.slice(i, i + IMPORT_BATCH));
  const random = seeded(50);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  for (let i = 0; i < PEOPLE; i++) {
    const origin = { lat: CENTRE.lat + (random() - 0.5) * 0.01, lng: CENTRE.lng + (random() - 0.5) * 0.01 };
    const draft = {
      name: `来访者${i}`,
      origin,
      mode: pick(['walk', 'walk', 'bike', 'ebike']),
      ...(random() < 0.8 ? { free: pick(FREE) } : {}),
      ...(random() < 0.3 ? { text: pick(WORDS) } : {}),
      consent: { purpose: 'matching', channel: 'paper' },
    };
    await receiveWalkIn(ctx, walkInSchema.parse(draft));
  }
  const plan = await planOf(ctx);
  const timing = await measure(RUNS, () => planOf(ctx));
  const moved = plan.assignments.filter(({ displaced }) => displaced !== null).length;
  report(
    `desk plan, ${PEOPLE} people × ${POSTINGS} postings`,
    `p50 ${ms(timing.p50)}, p95 ${ms(timing.p95)} (${plan.assignments.length} placed, ${moved} moved)`,
    { value: timing.p50, most: 1000, unit: ' ms' },
  );
  const alone = await measure(RUNS, async () => assign(hardest()));
  report('its assignment alone, everybody wants the same', `p50 ${ms(alone.p50)}, p95 ${ms(alone.p95)}`);
}

async function stationOf(services: Services) {
  const station = {
    id: services.ids.next(),
    slug: `bench-plan-${services.clock.now()}`,
    name: '测试驿站',
    ...CENTRE,
    areaClass: 1,
    settings: {},
  };
  await services.stores.stations.insert(station);
  return station;
}

/** Everybody wants the same fifty places, in nearly the same order. */
function hardest() {
  const random = seeded(51);
  const options = Array.from({ length: PEOPLE }, () =>
    Array.from({ length: PEOPLE }, (_, job) => ({
      job,
      shifts: 1 + Math.floor(job / 10),
      score: Math.round((job / PEOPLE + random() * 0.05) * 1e9),
    })),
  );
  return { options, free: options.map(() => 1) };
}
