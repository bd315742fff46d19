import { City } from '../src/adapters/memory';
import { emptyJob, fieldsOf, type JobDraft } from '../src/jobs';
import { uuidV7 } from '../src/kernel/ids';
import type { Schedule } from '../src/kernel/schedule';
import { parseWeek } from '../src/kernel/week-syntax';
import {
  DEFAULT_WEIGHTS,
  packRow,
  prepareWeek,
  type Rows,
  rank,
  type Search,
  type Terms,
  toBoardRow,
} from '../src/matching';
import { radiusMetres } from '../src/places';
import type { RunningServer } from '../src/runtime/node';
import { CENTRE, postings } from './dataset';
import { measure, ms, report, seeded } from './measure';
import type { RawEngine } from './raw-meilisearch';

const FREE = 'Mo-Fr 08:20-15:40; Sa 09:00-12:00';
const NOW = Date.parse('2026-06-01T09:00:00+08:00');
const TERMS: Terms = {
  now: NOW,
  asOf: NOW,
  floorFen: 2300,
  weights: DEFAULT_WEIGHTS,
  requireVerified: false,
};

/** How fast the board of a running server is loaded, and what a posting takes. */
export async function benchLoad({ open }: RunningServer): Promise<void> {
  const { follower } = open.board;
  await follower.catchUp();
  const timing = await measure(5, () => follower.reload(), 1);
  const { postings: count, bytes } = follower.size;
  const perSecond = count / (timing.p50 / 1000);
  report('board in memory, loaded', `${Math.round(perSecond).toLocaleString('en')} postings/s`, {
    value: 200_000 / perSecond,
    most: 1,
    unit: ' × the time 200,000/s takes',
  });
  const each = bytes / count;
  report('board in memory, bytes a posting', each.toFixed(0), { value: each, most: 200, unit: '' });
}

/** Pairs of person and posting a second on one core, everything of them worked out. */
export async function benchPairs(): Promise<void> {
  const [alike, unlike] = [false, true].map((isUnlike) =>
    cityOf(100_000, '2026-06-25', 1, isUnlike).inCircle({ ...CENTRE, radiusMetres: 60_000 }),
  ) as [Rows, Rows];
  for (const [name, all, free, least] of [
    ['pairs a second, travel and score', alike, null, 10],
    ['pairs a second, weekly hours to the minute', alike, FREE, 10],
    ['the same, no two postings with equal hours', unlike, FREE, 2],
  ] as const) {
    const timing = await measure(20, async () =>
      rank(all, searchOf(free, 120), TERMS, { sort: 'best', limit: 20 }),
    );
    const millions = all.count / timing.p50 / 1000;
    report(name, `${millions.toFixed(1)} M`, {
      value: least / millions,
      most: 1,
      unit: ` × the time ${least} M/s take`,
    });
  }
}

/** A dense city of a million postings: the exact twenty of an e-bike circle with weekly hours, in-process. */
export async function benchMillion(raw: RawEngine | null): Promise<void> {
  const city = cityOf(1_000_000, '2026-06-25', DENSE);
  const circle = { ...CENTRE, radiusMetres: radiusMetres(20, 'ebike') };
  const search = searchOf(FREE, 15);
  const inside = rank(city.inCircle(circle), searchOf(null, 15), TERMS, { sort: 'best', limit: 20 }).total;
  const timing = await measure(20, async () =>
    rank(city.inCircle(circle), search, TERMS, { sort: 'best', limit: 20, wider: 20 }),
  );
  report(
    `a million postings, e-bike circle (${inside} inside), hours`,
    `p50 ${ms(timing.p50)}, p95 ${ms(timing.p95)}`,
  );
  if (!raw) return;
  const drafts = function* () {
    for (const draft of densePostings(1_000_000, '2099-01-01', DENSE)) yield draft;
  };
  report('raw index of a million', `${Math.round(await raw.load(drafts()))} documents/s`);
  const theirs = await measure(20, () => raw.search(circle));
  const ratio = timing.p50 / theirs.p50;
  report('the same, raw engine by distance', `p50 ${ms(theirs.p50)}, p95 ${ms(theirs.p95)}`);
  report('a million, hours ÷ raw', `${ratio.toFixed(2)} ×`, { value: ratio, most: 0.2, unit: ' ×' });
}

/** Synthetic postings so many times nearer to each other. */
function* densePostings(count: number, validThrough: string, dense: number): Generator<JobDraft> {
  for (const { draft } of postings(count, validThrough)) {
    if (!draft?.place) continue;
    const near = (at: number | undefined, centre: number) => centre + ((at ?? centre) - centre) / dense;
    const place = {
      ...draft.place,
      lat: near(draft.place.lat, CENTRE.lat),
      lng: near(draft.place.lng, CENTRE.lng),
    };
    yield { ...draft, place };
  }
}

/** A million postings where a hundred thousand stood. */
const DENSE = Math.sqrt(10);

/**
 * The bench city in memory.
 * @param dense how many times nearer to each other than in the other figures
 * @param isUnlike whether every posting has hours of its own; else a hundred thousand share a few hundred
 */
function cityOf(count: number, validThrough: string, dense: number, isUnlike = false): City {
  const random = seeded(1);
  const bytes = () => Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256));
  const city = new City();
  for (const draft of densePostings(count, validThrough, dense)) {
    const fields = fieldsOf(draft);
    const id = uuidV7(NOW, bytes());
    const job = {
      ...emptyJob({ id, stationId: id, businessId: id, title: draft.title, createdAt: NOW }),
      ...fields,
      status: 'open' as const,
      publishedAt: NOW - Math.floor(random() * 14 * 86_400_000),
    };
    const row = toBoardRow({
      job,
      business: { id, name: '', kind: 'shop', verifiedUntil: 0, blocked: false },
    });
    if (!row) continue;
    city.put(packRow(isUnlike ? { ...row, schedule: ofItsOwn(row.schedule, city.count) } : row), 1);
  }
  city.tidy();
  return city;
}

/** The same hours some minutes later, for a week of another length: nearly nobody else has them. */
function ofItsOwn(schedule: Schedule, i: number): Schedule {
  const shifts = schedule.shifts.map((shift) => ({
    ...shift,
    start: shift.start + (i % 61),
    end: shift.end + (i % 61),
  }));
  return { ...schedule, neededMinutes: i % 60_000, shifts };
}

function searchOf(free: string | null, minutes: number): Search {
  return {
    origin: CENTRE,
    mode: 'ebike',
    minutes,
    availability: free === null ? null : prepareWeek(parseWeek(free), CENTRE),
    filters: {},
    wish: {},
    text: null,
    related: new Map(),
    birthDay: null,
    employers: new Map(),
    skills: null,
  };
}
