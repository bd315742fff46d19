import type { Doing } from './doings';
import { direct, PART_BOUNDS, settleEnd, settleStart } from './half-day';
import { type Context, type Duty, EMPTY, type Piece } from './piece';
import type { Point } from './points';
import type { Clock, EventKind, Part, Place } from './tokens';

const DAY = 1440;
/** Doings that take some time of their own. */
export const TASKS: ReadonlySet<EventKind> = new Set(['cook', 'feed', 'clinic', 'bus', 'other']);
const ANCHORED: ReadonlySet<EventKind> = new Set(['send', 'fetch', 'cook', 'feed', 'bus', 'clinic', 'other']);

/** The first minute of a part of the day. */
export const firstOf = (part: Part) => PART_BOUNDS[part][0]?.[0] ?? 0;
/** The minute at which a part of the day is over. */
export const lastOf = (part: Part) => (part === 'dark' ? firstOf(part) : (PART_BOUNDS[part][0]?.[1] ?? DAY));
/** Whether children are taken to school, or fetched. */
export const isSchool = (doing: Doing | null) =>
  doing !== null && (doing.event === 'send' || doing.event === 'fetch' || doing.event === 'school');

/** A whole part of the day. */
export function partPiece({ start, end }: Place, part: Part): Piece {
  const [first, ...more] = PART_BOUNDS[part];
  const [a, b] = first ?? [0, DAY];
  return { ...EMPTY, type: 'part', a, b, part, more, start, end };
}

/** How far people stretch a part of the day when they say its hours. */
const REACH: Partial<Record<Part, readonly [number, number]>> = {
  dawn: [0, 480],
  early: [180, 720],
  forenoon: [390, 750],
  noon: [630, 900],
  afternoon: [720, 1140],
  dusk: [960, 1200],
  evening: [1020, 1440],
  night: [1200, 1860],
  day: [360, 1260],
  dark: [1020, 1440],
};

/** Whether a stretch begins in a part of the day as people stretch it. */
export function isWithin(a: number, part: Part): boolean {
  const reach = REACH[part];
  return reach !== undefined && a >= reach[0] && a < reach[1];
}

/** Whether a clock time without its half of the day lies in a part of the day. */
export function liesIn(clock: Clock, part: Part): boolean {
  const minutes = direct({ ...clock, part });
  return minutes !== null && (isWithin(minutes, part) || isWithin(minutes + DAY, part));
}

/** Where somebody has to be at a clock time that was said. */
export function dutyOf({ clock, doing }: Point, kind: Duty['kind'], minutes: number): Duty[] {
  if (!clock || !doing || !ANCHORED.has(doing.event)) return [];
  return [{ minutes, kind, event: doing.event }];
}

/** A single bound, from a point on or until it. */
export function bound(point: Point, type: 'from' | 'until', next: number, context: Context, told: boolean) {
  const { clock, part, doing } = point;
  const questions: string[] = [];
  let at = type === 'from' ? 0 : DAY;
  if (clock) {
    // 凌晨卖菜,十点收摊: work of the small hours is over before noon.
    const early = doing?.event === 'off' && clock.hour < 12 && (context.habit || doing.night);
    const event = early ? (doing?.night ? 'send' : null) : (doing?.event ?? null);
    const settled =
      type === 'from'
        ? settleStart(clock, event, context.after)
        : settleEnd(clock, event, context.open ? context.after : null);
    at = settled.minutes;
    if (settled.ask) questions.push('am_pm');
    if (clock.later !== null) {
      questions.push(type === 'from' ? 'start' : 'end');
      if (type === 'until') at += 60;
    }
  } else if (part && !doing) {
    const untold = part === 'noon';
    const late = part === 'early' || part === 'forenoon' || part === 'afternoon' || part === 'day';
    if (type === 'from') at = untold && told ? 720 : told && late ? lastOf(part) : firstOf(part);
    else if (told) at = untold ? 720 : firstOf(part);
    else if (untold) {
      at = 720;
      questions.push('end');
    } else at = lastOf(part);
  } else {
    // 天亮就得回: dawn is an instant for who has to leave.
    const leaves = doing?.event === 'go' && doing.duty && part === 'early';
    if (part) at = type === 'from' || leaves ? firstOf(part) : lastOf(part);
    questions.push(type === 'from' ? 'start' : 'end');
  }
  const kind = type === 'from' ? 'leave' : 'be_at';
  const duties = dutyOf(point, kind, at);
  const school = isSchool(doing);
  if (school && clock) questions.push(type === 'from' ? 'end' : 'start');
  const range = type === 'from' ? { a: at, b: DAY } : { a: 0, b: at };
  const piece: Piece = {
    ...EMPTY,
    ...range,
    start: point.start,
    end: point.end,
    type,
    part: clock ? clock.part : null,
    duties,
    questions,
    school,
    untimed: school && !clock ? [type === 'from' ? 'start' : 'end'] : [],
    availability: doing !== null,
    bare: clock?.bare === true && clock.part === null && (type === 'from' || doing === null),
    vague: clock === null && part !== null,
    begun: type === 'from' && doing?.event === 'send' && doing.duty && !doing.done,
  };
  return { piece, next };
}
