import {
  BENEFITS,
  type Benefit,
  ENGAGEMENTS,
  type Engagement,
  type Mode,
  SETTLEMENTS,
  type Settlement,
  TRAITS,
  type Trait,
} from '../kernel/vocabulary';

export { TRAITS, type Trait } from '../kernel/vocabulary';

/** Where an alias comes from: another name, how seekers say it, northern Henan speech, posting titles, old words. */
export const ALIAS_KINDS = ['synonym', 'spoken', 'dialect', 'employer', 'older'] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];

/** How hard on the body: 收银 light, 保洁 medium, 搬运 heavy. */
export const LOADS = ['light', 'medium', 'heavy'] as const;
export type Load = (typeof LOADS)[number];

/** How the body is held for most of the shift. */
export const POSTURES = ['sitting', 'standing', 'moving', 'driving'] as const;
export type Posture = (typeof POSTURES)[number];

/** Where the work is: `home` the worker's own 在家, `clients_home` 上门. */
export const WHERES = ['indoor', 'outdoor', 'home', 'clients_home', 'road'] as const;
export type Where = (typeof WHERES)[number];

/** For how long work is wanted: 干一天, 干几天, 半个月, 一个月, 长期, 一季 (暑假工, 三夏). */
export const DURATIONS = ['day', 'days', 'weeks', 'month', 'long', 'season'] as const;
export type Duration = (typeof DURATIONS)[number];

/** Nearness: 附近 `any`, 家门口 `next_door`. */
export const NEARS = ['any', 'next_door'] as const;
export type Near = (typeof NEARS)[number];

/** The modes of travel that people name; `slow` of the kernel is nobody's word for oneself. */
const SAID_MODES = ['walk', 'bike', 'ebike', 'car'] as const satisfies readonly Mode[];

/** What people will not have: 夜班, 中介, 重活, 押金, 陪酒, 推销, 加班, 打电话, 住家, 跑长途. */
export const AVOIDS = [
  'night',
  'agency',
  'heavy',
  'fee',
  'drinking',
  'sales',
  'overtime',
  'phone',
  'live_in',
  'long_haul',
] as const;
export type Avoid = (typeof AVOIDS)[number];

/** Queries that are answered with a notice: nothing of the kind is a job, or it is the bait of a known fraud. */
export const NOTICES = ['no_such_job', 'fraud'] as const;
export type Notice = (typeof NOTICES)[number];

/** Words of time, which hours are read from elsewhere; here for suggestion and the dictionaries. */
export const TIME_KINDS = ['part_of_day', 'day', 'week', 'season', 'frequency', 'span'] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

/** A condition that a word states: 日结 → settlement daily, 坐着干 → trait sitting. */
export type Constraint =
  | { param: 'settlement'; value: Settlement }
  | { param: 'benefits'; value: Benefit }
  | { param: 'engagement'; value: Engagement }
  | { param: 'duration'; value: Duration }
  | { param: 'near'; value: Near }
  | { param: 'mode'; value: (typeof SAID_MODES)[number] }
  | { param: 'pay'; value: 'high' }
  | { param: 'trait'; value: Trait }
  | { param: 'avoid'; value: Avoid };

const CONSTRAINTS: {
  readonly [P in Constraint['param']]: readonly Extract<Constraint, { param: P }>['value'][];
} = {
  settlement: SETTLEMENTS,
  benefits: BENEFITS,
  engagement: ENGAGEMENTS,
  duration: DURATIONS,
  near: NEARS,
  mode: SAID_MODES,
  pay: ['high'],
  trait: TRAITS,
  avoid: AVOIDS,
};

/** The condition that two texts name; null when there is none of that name or value. */
export function parseConstraint(param: string, value: string): Constraint | null {
  const known = Object.entries(CONSTRAINTS).find(([name]) => name === param)?.[1] ?? [];
  return known.some((one) => one === value) ? ({ param, value } as Constraint) : null;
}

/** One of a fixed list of values, or null. */
export function oneOf<T extends string>(known: readonly T[], value: string | undefined): T | null {
  return known.find((one) => one === value) ?? null;
}

/**
 * Whether a word of param `avoid` says by itself that the thing is not wanted (不熬夜, 免押金); the others name the
 * thing (夜班) and mean avoidance only when the sentence negates them.
 */
export function avoidsByItself(word: string): boolean {
  return /[不没无别免拒零0勿甭怕]/u.test(word);
}
