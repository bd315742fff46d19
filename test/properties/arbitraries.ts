import * as fc from 'fast-check';
import { uuidV7 } from '../../src/kernel/ids';
import { expandSchedule, type ScheduleRules, type ShiftRule } from '../../src/kernel/schedule';
import {
  BENEFITS,
  BUSINESS_KINDS,
  ENGAGEMENTS,
  MODES,
  SETTLEMENTS,
  TRAITS,
} from '../../src/kernel/vocabulary';
import { normaliseWeek, totalMinutes, type Week } from '../../src/kernel/week';
import { formatDays } from '../../src/kernel/week-syntax';
import {
  type BoardRow,
  type Filters,
  packRow,
  prepareWeek,
  type Rows,
  type Search,
  type Terms,
  unpackRows,
  type Wishes,
} from '../../src/matching';
import { HOME } from '../support/builders';

/** Any postings and searches that could be; values from short lists meet each other often. */
export const NOW = Date.parse('2026-06-01T09:00:00+08:00');
const DAY = 86_400_000;

const rule = (dated: boolean): fc.Arbitrary<ShiftRule> =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 0, max: 47 }),
      fc.integer({ min: 1, max: 48 }),
    )
    .map(([days, date, start, length]) => ({
      days: dated ? null : formatDays(days),
      date: dated ? `2026-06-${String(date).padStart(2, '0')}` : null,
      startMinute: start * 30,
      endMinute: (start + length) * 30,
    }));
const rules = (dated: boolean) => fc.array(rule(dated), { minLength: 1, maxLength: 3 });
const anyRules = fc.oneof({ weight: 3, arbitrary: rules(false) }, { weight: 1, arbitrary: rules(true) });

const schedule = fc
  .oneof(
    anyRules.map(
      (list): ScheduleRules => ({
        kind: 'shifts',
        atLeast: null,
        hoursPerWeek: null,
        minBlockMinutes: null,
        rules: list,
      }),
    ),
    fc.tuple(anyRules, fc.integer({ min: 1, max: 5 })).map(
      ([list, k]): ScheduleRules => ({
        kind: 'shifts',
        atLeast: k,
        hoursPerWeek: null,
        minBlockMinutes: null,
        rules: list,
      }),
    ),
    fc.tuple(rules(false), fc.integer({ min: 1, max: 40 }), fc.constantFrom(15, 60, 180)).map(
      ([list, hours, block]): ScheduleRules => ({
        kind: 'window',
        atLeast: null,
        hoursPerWeek: hours,
        minBlockMinutes: block,
        rules: list,
      }),
    ),
  )
  .map(expandSchedule);

const id = fc
  .tuple(fc.integer({ min: NOW - DAY, max: NOW }), fc.uint8Array({ minLength: 10, maxLength: 10 }))
  .map(([ms, random]) => uuidV7(ms, random));

/** Degrees as the board keeps them. */
const seven = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** A posting as the board holds it, within a few kilometres. */
export const boardRow: fc.Arbitrary<BoardRow> = fc.record({
  id,
  businessId: id,
  lat: fc.integer({ min: -20, max: 20 }).map((n) => seven(HOME.lat + n * 0.001)),
  lng: fc.integer({ min: -20, max: 20 }).map((n) => seven(HOME.lng + n * 0.001)),
  hourlyFen: fc.constantFrom(0, 2300, 2301, 2600, 4600, 9999, 4_294_967_295),
  publishedAt: fc.integer({ min: 0, max: 5 }).map((weeks) => NOW - weeks * 7 * DAY - weeks),
  validUntil: fc.integer({ min: -1, max: 30 }).map((days) => NOW + days * DAY),
  verifiedUntil: fc.constantFrom(0, NOW - 1, NOW + DAY),
  occupation: fc.constantFrom('洗碗工', '保洁员', '收银员', null),
  also: fc.constantFrom('保洁员', '收银员', null),
  settlement: fc.constantFrom(...SETTLEMENTS, null),
  benefits: fc.subarray([...BENEFITS]),
  engagement: fc.constantFrom(...ENGAGEMENTS),
  businessKind: fc.constantFrom(...BUSINESS_KINDS),
  minAge: fc.integer({ min: 0, max: 70 }),
  endsAtRetirement: fc.boolean(),
  certificates: fc.constantFrom(0, 1, 3, 0x80),
  traits: fc.integer({ min: 0, max: (1 << TRAITS.length) - 1 }),
  schedule,
});

/** Postings with ids of their own; some are alike in everything else, so that ties are decided by the id. */
export const boardRows = fc
  .uniqueArray(fc.tuple(boardRow, fc.array(id, { maxLength: 2 })), {
    selector: ([row]) => row.id,
    maxLength: 15,
  })
  .map((list) => list.flatMap(([row, twins]) => [row, ...twins.map((twin) => ({ ...row, id: twin }))]))
  .filter((rows) => new Set(rows.map((row) => row.id)).size === rows.length);

/** Any week that is not empty. */
export const week: fc.Arbitrary<Week> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 335 }), fc.integer({ min: 1, max: 200 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((list) => normaliseWeek(list.map(([start, length]) => [start * 30, (start + length) * 30] as const)))
  .filter((free) => totalMinutes(free) > 0);

const filters: fc.Arbitrary<Filters> = fc.record(
  {
    hoursMax: fc.constantFrom(5, 20, 100),
    payMinFen: fc.constantFrom(2300, 2600),
    settlements: fc.subarray([...SETTLEMENTS], { minLength: 1 }),
    benefits: fc.subarray([...BENEFITS], { minLength: 1 }),
    occupations: fc.subarray(['洗碗工', '保洁员'], { minLength: 1 }),
    certificates: fc.subarray(['health', 'driver']),
    engagements: fc.subarray([...ENGAGEMENTS], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

const wishes: fc.Arbitrary<Wishes> = fc.record(
  {
    settlements: fc.subarray([...SETTLEMENTS], { minLength: 1 }),
    occupations: fc.subarray(['洗碗工', '保洁员'], { minLength: 1 }),
    traits: fc.subarray(['light', 'urgent'] as const, { minLength: 1 }),
    notTraits: fc.subarray(['heavy', 'outdoor'] as const, { minLength: 1 }),
    notOccupations: fc.constant(['收银员']),
    workHours: fc.record({ week, share: fc.constantFrom(0.6, 1) }),
    noNight: fc.constant(true),
    dated: fc.boolean(),
    earns: fc.record({ fen: fc.constantFrom(10_000, 300_000), per: fc.constantFrom('day', 'month') }),
    nearMinutes: fc.constantFrom(2, 10),
    dayMinutesMax: fc.constantFrom(180, 360),
    daysMax: fc.constantFrom(2, 5),
  },
  { requiredKeys: [] },
);

/** A search from home, with its week beside it. Most have no filters, or nothing would be found. */
export const searchOf: fc.Arbitrary<Search & { free: Week | null }> = fc
  .record({
    mode: fc.constantFrom(...MODES),
    minutes: fc.constantFrom(5, 15, 30, 120),
    free: fc.option(week),
    filters: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: filters }),
    wish: fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: wishes }),
    skills: fc.option(fc.subarray(['洗碗工', '保洁员'])),
    birthDay: fc.option(fc.integer({ min: 14, max: 80 }).map((years) => Math.floor(NOW / DAY) - years * 365)),
    employers: fc.constant(new Map<string, number>()),
  })
  .map((parts) => ({
    ...parts,
    origin: HOME,
    availability: parts.free && prepareWeek(parts.free, HOME),
    text: null,
    related: new Map([['保洁员', 0.5]]),
  }));

const weight = fc.constantFrom(0, 0.05, 0.3, 1);
export const terms: fc.Arbitrary<Terms> = fc.record({
  now: fc.constant(NOW),
  asOf: fc.constantFrom(NOW, NOW - DAY),
  floorFen: fc.constantFrom(2300, 1960),
  weights: fc.record({
    time: weight,
    timeUnknown: weight,
    travel: weight,
    text: weight,
    pay: weight,
    skills: weight,
    freshness: weight,
  }),
  requireVerified: fc.boolean(),
});

/** Rows one after another, as a board gives them. */
export function packed(rows: readonly BoardRow[]): Rows {
  return unpackRows(Uint8Array.from(rows.flatMap((row) => [...packRow(row)])));
}
