import * as fc from 'fast-check';
import { HOME } from '../support/builders';
import type { Hours, Posting, Question } from './oracle';

/**
 * Random postings and searches on a coarse grid of places, hours and wages, so that ties, touching hours and near
 * misses are frequent.
 */
const METRE_LAT = 1 / 111_195;
const METRE_LNG = 1 / 90_880;
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
const place = (north: number, east: number) => ({
  lat: round(HOME.lat + north * METRE_LAT),
  lng: round(HOME.lng + east * METRE_LNG),
});

const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 });
const halfHour = (from: number, to: number) => fc.integer({ min: from * 2, max: to * 2 }).map((n) => n * 30);
/** Hours of work: a few, also over midnight. */
const work = fc
  .tuple(days, halfHour(0, 23), halfHour(1, 8))
  .map(([on, start, length]): Hours => ({ days: on, start, end: (start + length) % 1440 || 1440 }));
const free = fc
  .array(
    fc
      .tuple(days, halfHour(0, 23), halfHour(2, 20))
      .map(([on, start, length]): Hours => ({ days: on, start, end: (start + length) % 1440 || 1440 })),
    { minLength: 1, maxLength: 3 },
  )
  .filter((list) => list.every(({ start, end }) => start !== end));

const SETTLEMENTS = ['daily', 'weekly', 'biweekly', 'on_completion'];
const BENEFITS = ['meals', 'lodging', 'insurance'];
const OCCUPATIONS = ['洗碗工', '保洁员', '收银员'];

/** A posting without id and date; `null` hours are made lawful by {@link lawful}. */
const posting = fc.record({
  at: fc.tuple(fc.integer({ min: -9, max: 12 }), fc.integer({ min: -9, max: 12 })),
  hourlyFen: fc.constantFrom(2300, 2400, 2550, 3000, 4600, 6000),
  occupation: fc.constantFrom(...OCCUPATIONS),
  settlement: fc.constantFrom(...SETTLEMENTS),
  benefits: fc.subarray(BENEFITS),
  hours: fc.array(work, { minLength: 1, maxLength: 2 }),
  kind: fc.oneof(
    { weight: 3, arbitrary: fc.constant('all' as const) },
    { weight: 2, arbitrary: fc.record({ atLeast: fc.integer({ min: 1, max: 4 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        perWeek: fc.constantFrom(2, 4, 8, 12),
        block: fc.constantFrom(30, 60, 120, 240),
      }),
    },
  ),
});

export type Wanted = Omit<Posting, 'id' | 'publishedAt'>;

/** Whether the hours may be offered part-time: no overlaps, 24 hours at most, enough of them. */
function lawful(wanted: Wanted): boolean {
  const spans = wanted.hours
    .flatMap(({ days: on, start, end }) =>
      on.map((day) => [day * 1440 + start, end > start ? end - start : end + 1440 - start]),
    )
    .map(([start = 0, length = 0]) => ({ start, length }))
    .sort((a, b) => a.start - b.start);
  const lengths = spans.map(({ length }) => length).sort((a, b) => a - b);
  const sum = (list: number[]) => list.reduce((total, length) => total + length, 0);
  if (typeof wanted.kind === 'object' && 'perWeek' in wanted.kind) {
    const longest = Math.max(...lengths);
    return longest >= wanted.kind.perWeek * 60;
  }
  const overlaps = spans.some((span, i) => {
    const next = spans[(i + 1) % spans.length] ?? span;
    const gap = i + 1 < spans.length ? next.start - span.start : next.start + 10_080 - span.start;
    return gap < span.length;
  });
  const k = wanted.kind === 'all' ? spans.length : wanted.kind.atLeast;
  return !overlaps && k <= spans.length && sum(lengths.slice(0, k)) <= 24 * 60;
}

export const wantedPosting: fc.Arbitrary<Wanted> = posting
  .map(({ at: [north, east], ...rest }) => ({ ...rest, ...place(north * 150, east * 205) }))
  .filter(lawful);

/** Mostly not said: a search with every filter at once finds nothing. */
const sometimes = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

export const question: fc.Arbitrary<Question> = fc
  .record({
    at: fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 })),
    mode: fc.constantFrom('walk', 'slow', 'bike', 'ebike'),
    minutes: fc.constantFrom(5, 8, 10, 15, 15, 20, 37),
    free: fc.option(free, { freq: 2 }),
    hoursMax: sometimes(fc.constantFrom(4, 8, 12, 20)),
    payMinFen: sometimes(fc.constantFrom(2300, 2400, 2500, 3000)),
    settlement: sometimes(fc.subarray(SETTLEMENTS, { minLength: 1 })),
    benefits: sometimes(fc.subarray(BENEFITS, { minLength: 1, maxLength: 2 })),
    occupation: sometimes(fc.subarray(OCCUPATIONS, { minLength: 1 })),
    sort: fc.constantFrom('best', 'near', 'pay', 'new', 'flexible'),
  })
  .map(({ at: [north, east], ...rest }) => ({ ...rest, ...place(north, east) }) as Question);

const CODES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const hoursOf = ({ days: on, start, end }: Hours) => ({
  days: on.map((day) => CODES[day]).join(','),
  start: clock(start),
  end: clock(end),
});

/** The posting as a line of an import. */
export function lineOf(wanted: Wanted, externalId: string): string {
  const { kind } = wanted;
  const schedule =
    typeof kind === 'object' && 'perWeek' in kind
      ? {
          kind: 'window',
          windows: wanted.hours.map(hoursOf),
          hoursPerWeek: kind.perWeek,
          minBlockMinutes: kind.block,
        }
      : { kind: 'shifts', commitment: kind, shifts: wanted.hours.map(hoursOf) };
  return JSON.stringify({
    externalId,
    title: '岗位',
    occupation: wanted.occupation,
    business: { name: '随机店' },
    place: { lat: wanted.lat, lng: wanted.lng },
    pay: { amount: wanted.hourlyFen / 100, unit: 'hour', settlement: wanted.settlement },
    schedule,
    benefits: wanted.benefits,
  });
}

/** The search as parameters of the address. */
export function paramsOf(asked: Question): URLSearchParams {
  const params = new URLSearchParams({
    lat: String(asked.lat),
    lng: String(asked.lng),
    mode: asked.mode,
    minutes: String(asked.minutes),
    sort: asked.sort,
  });
  const spans = asked.free?.map(hoursOf).map(({ days: on, start, end }) => `${on} ${start}-${end}`);
  if (spans) params.set('free', spans.join('; '));
  if (asked.hoursMax !== undefined) params.set('hours_max', String(asked.hoursMax));
  if (asked.payMinFen !== undefined) params.set('pay_min', String(asked.payMinFen / 100));
  for (const key of ['settlement', 'benefits', 'occupation'] as const) {
    const list = asked[key];
    if (list) params.set(key, list.join(','));
  }
  return params;
}
